import { accounts, creditors, type Creditor } from './accounts';
import type { Party } from './party';

const ID = '[A-Za-z0-9._:-]{1,64}';
const KINDS = creditors.join('|');
const OF_PARTY = new RegExp(`^liability:(${KINDS}):(${ID}):(?:pending|available)$`);
const OF_BRAND = new RegExp(`^asset:receivable:excess-refund:(${ID})$`);
/** Of payment channels and campaigns: they are in no directory. */
const OF_OTHERS = new RegExp(`^(?:asset:escrow|asset:suspense:reconciliation|liability:campaign-budget):${ID}$`);
const WITHOUT_ID = new Set<string>(Object.values(accounts).filter(account => typeof account === 'string'));

/**
 * Reads the name of an account that the ledger may have.
 * @returns the party that it names, or `party: null`; null for a name that no account has
 */
export function accountNamed(name: string): { party: Party | null } | null {
  const ofParty = OF_PARTY.exec(name);
  if (ofParty) return { party: { kind: ofParty[1] as Creditor, id: ofParty[2]! } };
  const ofBrand = OF_BRAND.exec(name);
  if (ofBrand) return { party: { kind: 'brand', id: ofBrand[1]! } };
  return WITHOUT_ID.has(name) || OF_OTHERS.test(name) ? { party: null } : null;
}
