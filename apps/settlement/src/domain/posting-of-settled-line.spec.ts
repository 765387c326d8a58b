import { fen } from '@chuanliu/money/fen';
import { partialRefund, payment } from '../../test/a-sale';
import { postingOfSettledLine } from './posting-of-settled-line';
import { postingsOfSteps } from './postings-of-steps';

const [, refund] = postingsOfSteps({ brandId: 'br-1', paymentChannel: 'wechat' }, [
  payment,
  { ...partialRefund, freightFen: 300 },
]);
const accountsOf = (settled: { line: boolean; freight: boolean }) =>
  Object.fromEntries(
    postingOfSettledLine(refund!, settled).entries.map(entry => [`${entry.share} ${entry.amountFen}`, entry.account]),
  );

describe('what is posted of a line', () => {
  it('changes what was earned before its settlement, and what may be withdrawn after it', () => {
    expect(accountsOf({ line: false, freight: false })['promoter 630']).toBe('liability:promoter:pr-1:pending');
    expect(accountsOf({ line: true, freight: true })).toMatchObject({
      'promoter 630': 'liability:promoter:pr-1:available',
      'brand 3500': 'liability:brand:br-1:available',
      'freight 300': 'liability:brand:br-1:available',
      'tech-fee 250': 'income:tech-fee',
      'null -5300': 'asset:escrow:wechat',
    });
  });

  it('follows the order’s freight apart from the line', () => {
    expect(accountsOf({ line: false, freight: true })).toMatchObject({
      'brand 3500': 'liability:brand:br-1:pending',
      'freight 300': 'liability:brand:br-1:available',
    });
  });

  it('balances as before', () => {
    const { entries } = postingOfSettledLine(refund!, { line: true, freight: false });
    expect(entries.reduce((sum, entry) => sum + entry.amountFen, 0)).toBe(fen(0));
  });
});
