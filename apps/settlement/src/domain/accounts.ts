/** Parties that the platform owes money to. */
export const creditors = ['brand', 'promoter', 'recruiter', 'agency'] as const;
export type Creditor = (typeof creditors)[number];

/** Names of the ledger's accounts. They are what books, exports and people know an account by. */
export const accounts = {
  /** Buyers' money, as the payment channel holds it. */
  escrow: (paymentChannel: string) => `asset:escrow:${paymentChannel}`,
  /** What a brand's buyers were refunded beyond what they had paid. */
  excessRefund: (brandId: string) => `asset:receivable:excess-refund:${brandId}`,
  /** What a party has earned and may not withdraw yet. */
  pending: (party: Creditor, id: string) => `liability:${party}:${id}:pending`,
  /** What a party may withdraw. */
  available: (party: Creditor, id: string) => `liability:${party}:${id}:available`,
  /** Differences with a channel's bill that nobody has explained yet. */
  reconciliationSuspense: (channel: string) => `asset:suspense:reconciliation:${channel}`,
  /** The platform's own bank account: funds subsidies, pays payouts. */
  bank: 'asset:bank:platform',
  /** Payouts sent and not confirmed. */
  payoutInFlight: 'liability:payout-in-flight',
  /** Individual income tax withheld and not yet handed over. */
  incomeTax: 'liability:tax:iit',
  newcomerRebate: 'expense:newcomer-rebate',
  coMarketing: 'expense:co-marketing',
  paymentFee: 'expense:payment-fee',
  badDebt: 'expense:bad-debt',
  platformSubsidy: 'expense:platform-subsidy',
  techFee: 'income:tech-fee',
  promotionFee: 'income:promotion-fee',
} as const;

const availableOf = /^liability:(brand|promoter|recruiter|agency):(.+):available$/;

/** Whose `available` account this is; null for every other account. */
export function partyOfAvailable(account: string): { kind: Creditor; id: string } | null {
  const parts = availableOf.exec(account);
  return parts && { kind: parts[1] as Creditor, id: parts[2]! };
}

const ofParty = /^(liability:(?:brand|promoter|recruiter|agency):.+:)(pending|available)$/;

/** Whether it holds what a party has earned and may not withdraw yet. */
export const isPending = (account: string): boolean => ofParty.exec(account)?.[2] === 'pending';

/** The party's `available` for its `pending`; every other account as it is. */
export const asAvailable = (account: string): string => account.replace(ofParty, '$1available');

/** The party's `pending` for its `available`; every other account as it is. */
export const asPending = (account: string): string => account.replace(ofParty, '$1pending');

const aroundIds = [
  /^(liability:(?:brand|promoter|recruiter|agency):)(.+)(:(?:pending|available))$/,
  /^(asset:escrow:|asset:receivable:excess-refund:|asset:suspense:reconciliation:|liability:campaign-budget:)(.+)()$/,
];

/**
 * The name with its id percent-encoded where it has `:` or a blank: for programs that take a colon for one more level
 * of accounts, and a blank for the end of a name.
 */
export function withEncodedId(account: string): string {
  for (const around of aroundIds) {
    const parts = around.exec(account);
    if (parts) return parts[1]! + encoded(parts[2]!) + parts[3]!;
  }
  return account;
}

// The percent sign as well: else two ids could come out alike.
const encoded = (id: string) => id.replace(/[:\s%]/g, character => encodeURIComponent(character));
