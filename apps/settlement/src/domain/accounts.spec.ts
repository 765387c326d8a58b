import { accounts, withEncodedId } from './accounts';

describe('an account’s name', () => {
  it('keeps its levels and hides the colons of its id from other programs', () => {
    expect(withEncodedId(accounts.pending('promoter', 'a:b'))).toBe('liability:promoter:a%3Ab:pending');
    expect(withEncodedId(accounts.pending('brand', ':pending'))).toBe('liability:brand:%3Apending:pending');
    expect(withEncodedId(accounts.escrow('wechat:cn'))).toBe('asset:escrow:wechat%3Acn');
    expect(withEncodedId('asset:suspense:reconciliation:ali pay')).toBe('asset:suspense:reconciliation:ali%20pay');
    expect(withEncodedId(accounts.excessRefund('br-1'))).toBe('asset:receivable:excess-refund:br-1');
    expect(withEncodedId(accounts.techFee)).toBe('income:tech-fee');
  });

  it('never comes out alike for two ids', () => {
    expect(withEncodedId(accounts.escrow('a:b'))).not.toBe(withEncodedId(accounts.escrow('a%3Ab')));
  });
});
