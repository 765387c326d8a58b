import { accountNamed } from './account-names';

describe('the name of an account', () => {
  it.each([
    ['liability:promoter:pr-1:available', { kind: 'promoter', id: 'pr-1' }],
    ['liability:agency:a:b:pending', { kind: 'agency', id: 'a:b' }],
    ['liability:brand:pending:pending', { kind: 'brand', id: 'pending' }],
    ['asset:receivable:excess-refund:br-1', { kind: 'brand', id: 'br-1' }],
    ['asset:escrow:wechat', null],
    ['asset:suspense:reconciliation:alipay', null],
    ['asset:bank:platform', null],
    ['liability:payout-in-flight', null],
    ['liability:tax:iit', null],
    ['liability:campaign-budget:c-11', null],
    ['income:tech-fee', null],
    ['income:promotion-fee', null],
    ['expense:platform-subsidy', null],
    ['expense:newcomer-rebate', null],
    ['expense:co-marketing', null],
    ['expense:payment-fee', null],
    ['expense:bad-debt', null],
  ])('%s is one, and names %j', (name, party) => expect(accountNamed(name)).toEqual({ party }));

  it.each([
    'asset:bank',
    'asset:bank:other',
    'asset:escrow:',
    'asset:escrow:we chat',
    'liability:promoter:pr-1',
    'liability:promoter::available',
    'liability:platform:x:pending',
    'liability:promoter:pr-1:settled',
    `liability:promoter:${'x'.repeat(65)}:pending`,
    'expense:gifts',
    'Income:tech-fee',
    ' income:tech-fee',
    'income:tech-fee\n',
    '',
  ])('%j is none', name => expect(accountNamed(name)).toBeNull());
});
