import type { UtcInstant } from '@chuanliu/contracts/instants';
import { valueInForce } from '@chuanliu/dated-facts/versions';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { fen } from '@chuanliu/money/fen';
import { accounts, partyOfAvailable, type Creditor } from '../domain/accounts';
import type { PaidMonth } from '../domain/income-tax';
import { nameOf, type Party } from '../domain/party';
import { taxMonthOf, type PayoutFacts } from '../domain/payout';
import { personsAt } from './legal-kinds';
import { payeesOf, type Payee } from './payees';
import { peopleOf, type Person } from './people';
import { versionsOfPolicy } from './policy-versions';
import type { Read } from './read';

/** The smallest payout where no policy says another. */
export const DEFAULT_MIN_PAYOUT_FEN = 100;

/** Everything that decides on a party's payout. */
export interface KnownOfParty extends PayoutFacts {
  payee: Payee | null;
  /** Whose income a payout would be, if the party is a person. */
  person: Person;
}

/**
 * Everything that decides on payouts of these parties, by their names. The caller holds the parties' payouts and the
 * books' state: so payouts of one person come one after the other, by whatever parties they are paid.
 */
export async function payoutFactsOf(
  tx: Tx,
  parties: readonly Party[],
  sentAt: UtcInstant,
): Promise<Map<string, KnownOfParty>> {
  const read = readsOf(tx);
  const isPerson = await personsAt(read, parties, sentAt);
  const policy = await versionsOfPolicy(tx, 'settlement');
  const suspended = await suspendedAt(tx, parties, sentAt);
  const payees = await payeesOf(read, parties);
  const available = await availableOf(tx, parties);
  const people = await peopleOf(tx, parties, payees);
  const taxed = parties.flatMap(party => (isPerson.get(nameOf(party)) ? people.get(nameOf(party))! : []));
  const paid = await paidInYear(tx, taxed, sentAt);
  const factsOf = (name: string): KnownOfParty => ({
    isPerson: isPerson.get(name)!,
    isSuspended: suspended.has(name),
    payee: payees.get(name) ?? null,
    minPayoutFen: valueInForce(policy, 'minPayoutFen', sentAt, DEFAULT_MIN_PAYOUT_FEN),
    availableFen: fen(available.get(name) ?? 0),
    person: people.get(name)!,
    ...(paid.get(people.get(name)!.id) ?? { paid: [], lastSentAt: null }),
  });
  return new Map(parties.map(party => [nameOf(party), factsOf(nameOf(party))]));
}

/** When the party, or the person that it is by another party, was last sent money that did not come back; null: never. */
export async function lastSentTo(tx: Tx, party: Party): Promise<UtcInstant | null> {
  const people = await peopleOf(tx, [party], await payeesOf(readsOf(tx), [party]));
  const [row] = await tx.query<{ last_sent_at: string | null }>(
    `SELECT MAX(sent_at) AS last_sent_at FROM (
       SELECT sent_at FROM payout WHERE party_kind = ? AND party_id = ? AND state <> 'failed'
       UNION ALL SELECT sent_at FROM payout WHERE taxed_as IN (?) AND state <> 'failed') sent`,
    [party.kind, party.id, people.get(nameOf(party))!.taxedAs],
  );
  return fromColumn(row!.last_sent_at);
}

const readsOf =
  (tx: Tx): Read =>
  (sql, parameters) =>
    tx.query(sql, parameters);

/** The names of those who are suspended at the instant. */
async function suspendedAt(tx: Tx, parties: readonly Party[], at: UtcInstant): Promise<Set<string>> {
  const rows = await tx.query<{ party_kind: Creditor; party_id: string }>(
    `SELECT party_kind, party_id FROM suspension WHERE (party_kind, party_id) IN (?)
       AND holds_from <= ? AND (holds_to IS NULL OR holds_to > ?)`,
    [parties.map(({ kind, id }) => [kind, id]), toColumn(at), toColumn(at)],
  );
  return new Set(rows.map(row => nameOf({ kind: row.party_kind, id: row.party_id })));
}

async function availableOf(tx: Tx, parties: readonly Party[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ name: string; available_fen: number }>(
    `SELECT a.name, CAST(SUM(d.credit_fen - d.debit_fen) AS SIGNED) AS available_fen
     FROM account a JOIN account_day d ON d.account_id = a.account_id WHERE a.name IN (?) GROUP BY a.name`,
    [parties.map(({ kind, id }) => accounts.available(kind, id))],
  );
  return new Map(rows.map(row => [nameOf(partyOfAvailable(row.name)!), row.available_fen]));
}

type PaidInYear = Pick<PayoutFacts, 'paid' | 'lastSentAt'>;

/** What persons were paid in the tax year of the instant, by month and party; failed payouts are none. */
async function paidInYear(tx: Tx, people: readonly Person[], at: UtcInstant): Promise<Map<string, PaidInYear>> {
  const personOf = new Map(people.flatMap(({ id, taxedAs }) => taxedAs.map(name => [name, id])));
  const found = new Map<string, { paid: PaidMonth[]; lastSentAt: UtcInstant | null }>();
  if (personOf.size === 0) return found;
  const year = taxMonthOf(at).slice(0, 4);
  const rows = await tx.query<{
    taxed_as: string;
    tax_month: string;
    gross_fen: number;
    tax_fen: number;
    last_sent_at: string;
  }>(
    `SELECT taxed_as, tax_month, CAST(SUM(gross_fen) AS SIGNED) AS gross_fen, CAST(SUM(tax_fen) AS SIGNED) AS tax_fen,
       MAX(sent_at) AS last_sent_at
     FROM payout WHERE taxed_as IN (?) AND tax_month BETWEEN ? AND ? AND state <> 'failed'
     GROUP BY taxed_as, tax_month`,
    [[...personOf.keys()], `${year}-01`, `${year}-12`],
  );
  for (const row of rows) {
    const id = personOf.get(row.taxed_as)!;
    const { paid, lastSentAt } = found.get(id) ?? { paid: [], lastSentAt: null };
    const sentAt = fromColumn(row.last_sent_at);
    const month = { month: row.tax_month, incomeFen: fen(row.gross_fen), withheldFen: fen(row.tax_fen) };
    found.set(id, {
      paid: [...paid, month],
      lastSentAt: lastSentAt !== null && lastSentAt > sentAt ? lastSentAt : sentAt,
    });
  }
  return found;
}
