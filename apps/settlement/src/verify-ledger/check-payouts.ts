import { fromColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { accounts } from '../domain/accounts';
import { postingOfConfirming, postingOfFailing, postingOfSending } from '../domain/payout';
import type { Posting } from '../domain/posting';
import { payoutIn, PAYOUT_COLUMNS, type Payout, type PayoutRow } from '../storage/payouts';
import { FirstDifference, inYuan, many, type CheckResult } from './difference';

const PAYOUTS_A_PAGE = 1_000;
const PAYOUT_CAUSES = `('payout', 'payout-confirmed', 'payout-failed')`;

/**
 * That every payout is what was posted of it: sent with these amounts, and what became of it; and that nothing else is on
 * its way, or owed to the tax office, but what was posted by hand.
 */
export async function checkPayouts(query: Tx['query']): Promise<CheckResult> {
  const fault = new FirstDifference();
  let payouts = 0;
  let inFlightFen = 0n;
  let withheldFen = 0n;
  for (let after = ''; ;) {
    const rows = await query<PayoutRow>(
      `SELECT ${PAYOUT_COLUMNS} FROM payout WHERE payout_id > ? ORDER BY payout_id LIMIT ${PAYOUTS_A_PAGE}`,
      [after],
    );
    const posted = await postingsOf(query, rows);
    for (const row of rows) {
      const payout = fault.read(atPayout(row.payout_id), () => payoutIn(row));
      if (!payout) continue;
      lookAt(payout, posted.get(payout.payoutId) ?? [], fault);
      if (payout.state === 'sent') inFlightFen += BigInt(payout.netFen);
      if (payout.state !== 'failed') withheldFen += BigInt(payout.taxFen);
    }
    payouts += rows.length;
    if (rows.length < PAYOUTS_A_PAGE) break;
    after = rows.at(-1)!.payout_id;
  }
  await lookForOthers(query, fault);
  await lookAtAccount(query, accounts.payoutInFlight, inFlightFen, fault);
  await lookAtAccount(query, accounts.incomeTax, withheldFen, fault);
  return {
    name: 'Payouts',
    looked: `${many(payouts, 'payout')}, each as it is posted; ${inYuan(inFlightFen)} in flight, ${inYuan(withheldFen)} of tax withheld`,
    difference: fault.found,
  };
}

const atPayout = (payoutId: string) => ({ table: 'payout', row: `payout_id ${payoutId}` });

function lookAt(payout: Payout, posted: readonly string[], fault: FirstDifference): void {
  const at = atPayout(payout.payoutId);
  fault.compare({ ...at, what: 'its postings, by its state and amounts' }, postingsToFind(payout), posted);
  const { worksheet, taxFen } = payout;
  fault.compare({ ...at, what: 'the tax, as its worksheet has it' }, worksheet?.withheldNowFen ?? 0, taxFen);
  fault.compare(
    { ...at, what: 'it says whose income it is, or is not taxed' },
    worksheet !== null,
    payout.taxedAs !== null,
  );
}

/** What must have been posted of the payout, by what its row says. */
function postingsToFind(payout: Payout): string[] {
  const { party, state, sentAt, resultAt, reference } = payout;
  const sent = postingOfSending(party, sentAt, payout);
  if (state === 'sent') return [inWords(sent)];
  const result =
    state === 'confirmed'
      ? postingOfConfirming(resultAt ?? sentAt, reference ?? '', payout)
      : postingOfFailing(party, resultAt ?? sentAt, reference ?? '', payout);
  return [inWords(sent), inWords(result)];
}

const inWords = ({ cause, entries }: Posting): string =>
  [
    `${cause.kind} at ${cause.occurredAt}${cause.transactionId === null ? '' : ` (${cause.transactionId})`}`,
    ...entries.map(({ account, amountFen }) => `${account} ${amountFen}`),
  ].join(', ');

interface EntryRow {
  posting_id: number;
  reference: string;
  cause: Posting['cause']['kind'];
  occurred_at: string;
  transaction_id: string | null;
  account: string | null;
  amount_fen: number;
}

/** What was posted of each payout, in the order in which it was. */
async function postingsOf(query: Tx['query'], payouts: readonly PayoutRow[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (payouts.length === 0) return found;
  const rows = await query<EntryRow>(
    `SELECT p.posting_id, p.reference, p.cause, p.occurred_at, p.transaction_id, a.name AS account, e.amount_fen
     FROM posting p JOIN posting_entry e ON e.posting_id = p.posting_id
     LEFT JOIN account a ON a.account_id = e.account_id
     WHERE p.reference IN (?) AND p.cause IN ${PAYOUT_CAUSES} ORDER BY p.posting_id, e.entry_no`,
    [payouts.map(row => row.payout_id)],
  );
  const postings = new Map<number, Posting & { reference: string }>();
  for (const row of rows) {
    const cause = { kind: row.cause, refundId: null, transactionId: row.transaction_id };
    const posting = postings.get(row.posting_id) ?? {
      reference: row.reference,
      cause: { ...cause, occurredAt: fromColumn(row.occurred_at) },
      entries: [],
    };
    posting.entries.push({ account: row.account ?? '?', share: null, amountFen: row.amount_fen as Payout['netFen'] });
    postings.set(row.posting_id, posting);
  }
  // A process takes ids from a series of its own: the order of ids is not that of payouts and their results.
  const inOrder = [...postings.values()].sort(
    (a, b) => Number(b.cause.kind === 'payout') - Number(a.cause.kind === 'payout'),
  );
  for (const posting of inOrder)
    found.set(posting.reference, [...(found.get(posting.reference) ?? []), inWords(posting)]);
  return found;
}

async function lookForOthers(query: Tx['query'], fault: FirstDifference): Promise<void> {
  const [row] = await query<{ posting_id: number; reference: string | null }>(
    `SELECT p.posting_id, p.reference FROM posting p LEFT JOIN payout o ON o.payout_id = p.reference
     WHERE p.cause IN ${PAYOUT_CAUSES} AND o.payout_id IS NULL ORDER BY p.posting_id LIMIT 1`,
  );
  if (!row) return;
  fault.compare(
    { table: 'posting', row: `posting_id ${row.posting_id}`, what: 'a payout that it posts' },
    'one',
    row.reference,
  );
}

/** What is on the account beside what was posted by hand there, such as tax that was handed over. */
async function lookAtAccount(
  query: Tx['query'],
  account: string,
  expectedFen: bigint,
  fault: FirstDifference,
): Promise<void> {
  const [sum] = await query<{ fen: string }>(
    `SELECT CAST(COALESCE(SUM(d.credit_fen) - SUM(d.debit_fen), 0) AS CHAR) AS fen
     FROM account a JOIN account_day d ON d.account_id = a.account_id WHERE a.name = ?`,
    [account],
  );
  const [byHand] = await query<{ fen: string }>(
    `SELECT CAST(COALESCE(-SUM(e.amount_fen), 0) AS CHAR) AS fen
     FROM posting p JOIN posting_entry e ON e.posting_id = p.posting_id JOIN account a ON a.account_id = e.account_id
     WHERE p.cause = 'manual' AND a.name = ?`,
    [account],
  );
  const at = { table: 'account_day', row: `account ${account}`, what: 'what payouts left there, in fen' };
  fault.compare(at, expectedFen, BigInt(sum!.fen) - BigInt(byHand!.fen));
}
