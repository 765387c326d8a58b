import type { Tx } from '@chuanliu/database/tx';
import { debitsOf } from '../domain/adjustment';
import { adjustmentIn, adjustmentRows, type AdjustmentRows, type StoredAdjustment } from '../storage/adjustments';
import { FirstDifference, many, type CheckResult } from './difference';

const ADJUSTMENTS_A_PAGE = 1_000;

/** That everything posted by hand is an adjustment that two people agreed on, and posted as they did. */
export async function checkAdjustments(query: Tx['query']): Promise<CheckResult> {
  const fault = new FirstDifference();
  let approved = 0;
  for (let after = ''; ;) {
    const page = await adjustmentRows(query, 'adjustment_id > ?', [after], ADJUSTMENTS_A_PAGE);
    const posted = await linesOfPostings(query, page);
    for (const rows of page) {
      const adjustment = fault.read(atAdjustment(rows.adjustment.adjustment_id), () => adjustmentIn(rows));
      if (!adjustment) continue;
      if (adjustment.state === 'approved') approved += 1;
      lookAt(adjustment, posted, fault);
    }
    if (page.length < ADJUSTMENTS_A_PAGE) break;
    after = page.at(-1)!.adjustment.adjustment_id;
  }
  await lookForOthers(query, fault);
  return {
    name: 'By hand',
    looked: `${many(approved, 'adjustment')}, each approved by a second person and posted as it was approved`,
    difference: fault.found,
  };
}

const atAdjustment = (adjustmentId: string) => ({ table: 'adjustment', row: `adjustment_id ${adjustmentId}` });

function lookAt(adjustment: StoredAdjustment, posted: ReadonlyMap<string, string[]>, fault: FirstDifference): void {
  const { adjustmentId, state, amountFen, lines, posting, proposedBy, decidedBy } = adjustment;
  const at = atAdjustment(adjustmentId);
  fault.compare({ ...at, what: 'the sum of its debits, in fen' }, debitsOf(lines), amountFen);
  const isApproved = state === 'approved';
  fault.compare({ ...at, what: 'it is posted, or not' }, isApproved, posting !== null);
  if (!isApproved || !posting) return;
  const isSecond = decidedBy !== null && decidedBy.personId !== proposedBy.personId;
  fault.compare({ ...at, what: 'a second person approved it' }, true, isSecond);
  const agreed = lines.map(({ account, amountFen }) => `${account} ${amountFen}`);
  fault.compare({ ...at, what: 'its lines, as they are posted' }, agreed, posted.get(posting.postingId));
}

/** `account amount` of each entry, by posting. */
async function linesOfPostings(query: Tx['query'], page: readonly AdjustmentRows[]): Promise<Map<string, string[]>> {
  const ids = page.flatMap(({ adjustment: { posting_id: id } }) => (id === null ? [] : [id]));
  const lines = new Map<string, string[]>(ids.map(id => [String(id), []]));
  if (ids.length === 0) return lines;
  const rows = await query<{ posting_id: number; account: string; amount_fen: number }>(
    `SELECT e.posting_id, a.name AS account, e.amount_fen
     FROM posting_entry e JOIN account a ON a.account_id = e.account_id
     WHERE e.posting_id IN (?) ORDER BY e.posting_id, e.entry_no`,
    [ids],
  );
  for (const row of rows) lines.get(String(row.posting_id))!.push(`${row.account} ${row.amount_fen}`);
  return lines;
}

async function lookForOthers(query: Tx['query'], fault: FirstDifference): Promise<void> {
  const [row] = await query<{ posting_id: number; reference: string | null }>(
    `SELECT p.posting_id, p.reference FROM posting p
     LEFT JOIN adjustment a ON a.adjustment_id = p.reference AND a.state = 'approved'
     WHERE p.cause = 'manual' AND a.adjustment_id IS NULL ORDER BY p.posting_id LIMIT 1`,
  );
  if (!row) return;
  const at = { table: 'posting', row: `posting_id ${row.posting_id}` };
  fault.compare({ ...at, what: 'an approved adjustment that it posts' }, 'one', row.reference);
}
