import type { SaleParties } from '@chuanliu/split-rules/split-commission';
import type { SplitTerms } from '@chuanliu/split-rules/split-terms';

/** The rule book's own example: every kind of share takes part, two assistants among them. */
export const terms: SplitTerms = {
  commissionBps: 2000,
  serviceBps: 500,
  secondServiceBps: 200,
  assistBps: 1000,
  recruiterId: 're-1',
  secondRecruiterId: 're-2',
  techFeeBps: 500,
  promotionFeeBps: 0,
  agencyBps: 3000,
  agencyId: 'ag-1',
  effectiveFrom: '2026-11-01T00:00:00.000Z',
};
export const sale: SaleParties = {
  brandId: 'br-1',
  outcome: 'distribution',
  promoterId: 'pr-1',
  assistantIds: ['pr-2', 'pr-3'],
};
