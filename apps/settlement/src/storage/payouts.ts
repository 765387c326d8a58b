import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { PayoutState } from '@chuanliu/contracts/settlement/payout-changed.v1';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { fen, type Fen } from '@chuanliu/money/fen';
import type { Creditor } from '../domain/accounts';
import type { TaxWorksheet } from '../domain/income-tax';
import { nameOf, type Party } from '../domain/party';
import { taxMonthOf } from '../domain/payout';
import type { Read } from './read';
import type { RequestMark } from './request-mark';

export interface Payout {
  payoutId: string;
  party: Party;
  state: PayoutState;
  grossFen: Fen;
  taxFen: Fen;
  netFen: Fen;
  sentAt: UtcInstant;
  /** Of persons alone: how the tax was worked out, and whose income it was taken for, see Person. */
  worksheet: TaxWorksheet | null;
  taxedAs: string | null;
  invoiceNo: string | null;
  /** Where it was sent to, as it was known then. */
  payeeName: string;
  sealedAccount: string;
  accountEnding: string;
  batchId: string | null;
  resultAt: UtcInstant | null;
  reference: string | null;
  reason: string | null;
  updatedAt: UtcInstant;
}

export interface PayoutRow {
  payout_id: string;
  party_kind: Creditor;
  party_id: string;
  state: PayoutState;
  gross_fen: number;
  tax_fen: number;
  net_fen: number;
  sent_at: string;
  worksheet: string | null;
  taxed_as: string | null;
  invoice_no: string | null;
  payee_name: string;
  sealed_account: string;
  account_ending: string;
  batch_id: string | null;
  result_at: string | null;
  reference: string | null;
  reason: string | null;
  updated_at: string;
}

export const PAYOUT_COLUMNS =
  'payout_id, party_kind, party_id, state, gross_fen, tax_fen, net_fen, sent_at, worksheet, taxed_as, ' +
  'invoice_no, payee_name, sealed_account, account_ending, batch_id, result_at, reference, reason, updated_at';

export const payoutIn = (row: PayoutRow): Payout => ({
  payoutId: row.payout_id,
  party: { kind: row.party_kind, id: row.party_id },
  state: row.state,
  grossFen: fen(row.gross_fen),
  taxFen: fen(row.tax_fen),
  netFen: fen(row.net_fen),
  sentAt: fromColumn(row.sent_at),
  worksheet: row.worksheet === null ? null : (JSON.parse(row.worksheet) as TaxWorksheet),
  taxedAs: row.taxed_as,
  invoiceNo: row.invoice_no,
  payeeName: row.payee_name,
  sealedAccount: row.sealed_account,
  accountEnding: row.account_ending,
  batchId: row.batch_id,
  resultAt: fromColumn(row.result_at),
  reference: row.reference,
  reason: row.reason,
  updatedAt: fromColumn(row.updated_at),
});

/**
 * One payout of a party after the other: a second one sees what the first left. Comes before the books' state, which is
 * locked for much shorter. They are locked in the order of their names, however they are given.
 */
export async function lockPayoutsOf(tx: Tx, parties: readonly Party[]): Promise<void> {
  const named = new Map(parties.map(party => [nameOf(party), party]));
  const rows = [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { kind, id }]) => [kind, id]);
  await insertRows(tx, 'payout_party', ['party_kind', 'party_id'], rows, {
    onDuplicate: 'party_id = VALUES(party_id)',
  });
}

export async function insertPayouts(
  tx: Tx,
  payouts: ReadonlyArray<Payout & { request: RequestMark | null }>,
): Promise<void> {
  const columns = [...PAYOUT_COLUMNS.split(', '), 'tax_month', 'request_key', 'request_digest'];
  const rows = payouts.map(it => [
    ...[it.payoutId, it.party.kind, it.party.id, it.state, it.grossFen, it.taxFen, it.netFen, toColumn(it.sentAt)],
    ...[it.worksheet && JSON.stringify(it.worksheet), it.taxedAs],
    ...[it.invoiceNo, it.payeeName, it.sealedAccount, it.accountEnding],
    ...[it.batchId, toColumn(it.resultAt), it.reference, it.reason, toColumn(it.updatedAt)],
    ...[it.worksheet && taxMonthOf(it.sentAt), it.request?.key ?? null, it.request?.digest ?? null],
  ]);
  await insertRows(tx, 'payout', columns, rows);
}

export const payoutBy = async (read: Read, payoutId: string): Promise<Payout | null> =>
  (await payoutsBy(read, [payoutId])).get(payoutId) ?? null;

/** By their ids, of which there is at least one; those that there are not are left out. */
export async function payoutsBy(read: Read, payoutIds: readonly string[]): Promise<Map<string, Payout>> {
  const rows = await read<PayoutRow>(`SELECT ${PAYOUT_COLUMNS} FROM payout WHERE payout_id IN (?)`, [payoutIds]);
  return new Map(rows.map(row => [row.payout_id, payoutIn(row)]));
}

export async function saveResult(
  tx: Tx,
  { payoutId, state, resultAt, reference, reason, updatedAt }: Payout,
): Promise<void> {
  await tx.execute(
    'UPDATE payout SET state = ?, result_at = ?, reference = ?, reason = ?, updated_at = ? WHERE payout_id = ?',
    [state, toColumn(resultAt), reference, reason, toColumn(updatedAt), payoutId],
  );
}
