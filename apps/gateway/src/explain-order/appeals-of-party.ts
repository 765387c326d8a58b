import type { Appeal } from '../read-order/order-parts';

/** A party's own appeals. What is to make one good is told once it is approved: until then nobody has promised it. */
export const appealsOfParty = (appeals: readonly Appeal[], party: string): Appeal[] =>
  appeals
    .filter(appeal => appeal.party === party)
    .map(appeal => (appeal.adjustment?.state === 'approved' ? appeal : { ...appeal, adjustment: null }));
