import { createHash } from 'node:crypto';
import type { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import { aLedger } from '../../test/a-ledger';
import { ListAdjustmentsQuery, type AdjustmentsFilter } from '../list-adjustments/list-adjustments.query';
import { AuditLogQuery, type AuditFilter } from '../list-audit-log/audit-log.query';
import { PayoutsQuery, type PayoutFilter } from '../list-payouts/payouts.query';

const ROWS = 6_000;
const minute = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
const rows = Array.from({ length: ROWS }, (_, i) => {
  const no = i + 1;
  // Acts are noted a little out of the order of their instants; results of payouts come a day later, or a month.
  return { no, at: minute(no + (no % 7)), updatedAt: minute(no + (no % 500 === 0 ? 43_200 : 1_440)) };
});
const personOf = (no: number) => (no % 100 === 0 ? 'li' : 'zhang');
const actionOf = (no: number) => (no % 200 === 0 ? 'approve-adjustment' : 'send-payout');
const stateOf = (no: number) => (no % 50 === 0 ? 'failed' : 'confirmed');
const payoutId = (no: number) => `po-${String(no).padStart(8, '0')}`;
const adjustmentId = (no: number) => `adj-${String(no).padStart(8, '0')}`;
const digest = (text: string) => createHash('sha256').update(text).digest();

let ledger: Awaited<ReturnType<typeof aLedger>>;
beforeAll(async () => {
  ledger = await aLedger();
  const audit = 'entry_no at client_id person_id role action subject_kind subject_id reason facts digest'.split(' ');
  const acts = rows.map(({ no, at }) => [
    ...[no, toColumn(at), 'c-1', personOf(no), 'finance', actionOf(no), 'payout', payoutId(no), null, '{}'],
    digest(`${no}`),
  ]);
  const payout =
    'payout_id party_kind party_id state gross_fen tax_fen net_fen sent_at payee_name sealed_account account_ending batch_id updated_at';
  const payouts = rows.map(({ no, at, updatedAt }) => [
    ...[payoutId(no), 'brand', `br-${no % 1_000}`, stateOf(no), no, 0, no, toColumn(at), 'x', 'x', 'x', 'b-1'],
    toColumn(updatedAt),
  ]);
  const adjustment =
    'adjustment_id state purpose amount_fen reason proposed_at proposed_by_client proposed_by_person updated_at';
  const adjustments = rows.map(({ no, at }) => [
    ...[adjustmentId(no), 'proposed', 'manual', no, 'x', toColumn(at), 'c-1', personOf(no), toColumn(at)],
  ]);
  for (let i = 0; i < ROWS; i += 1_000)
    await ledger.database.transaction(async tx => {
      await insertRows(tx, 'audit_entry', audit, acts.slice(i, i + 1_000));
      await insertRows(tx, 'adjustment', adjustment.split(' '), adjustments.slice(i, i + 1_000));
      await insertRows(tx, 'payout', payout.split(' '), payouts.slice(i, i + 1_000));
    });
  await ledger.database.read('ANALYZE TABLE audit_entry, payout, adjustment');
});
afterAll(() => ledger.close());

/** The database, which adds up how many rows its plans of what it is asked go through. */
function measured() {
  const seen = { rows: 0 };
  const read = async (sql: string, parameters: unknown[]) => {
    const plan = await ledger.database.read<{ rows: string | null }>(`EXPLAIN ${sql}`, parameters);
    seen.rows += Number(plan[0]!.rows);
    return ledger.database.read(sql, parameters);
  };
  return { database: { read } as unknown as Database, seen };
}

const idsOf = async (list: AsyncGenerator<{ id: string }>) => {
  const ids: string[] = [];
  for await (const { id } of list) ids.push(id);
  return ids;
};

describe('a long list, asked for a few of its rows, goes through little more than those', () => {
  it.each<[string, AuditFilter, (row: (typeof rows)[number]) => boolean]>([
    ['of a person', { personId: 'li' }, ({ no }) => personOf(no) === 'li'],
    ['of a kind', { action: 'approve-adjustment' }, ({ no }) => actionOf(no) === 'approve-adjustment'],
    ['on a thing', { subjectId: payoutId(70) }, ({ no }) => no === 70],
    ['since an instant', { updatedFrom: minute(5_950) }, ({ at }) => at >= minute(5_950)],
    ['before an instant', { to: minute(50) }, ({ at }) => at < minute(50)],
    ['of an hour', { from: minute(3_000), to: minute(3_060) }, ({ at }) => at >= minute(3_000) && at < minute(3_060)],
    ['of an hour and kind', { from: minute(3_000), to: minute(3_060), action: 'send-payout' }, ({ no, at }) => at >= minute(3_000) && at < minute(3_060) && actionOf(no) === 'send-payout'], // prettier-ignore
    ['of a time to come', { from: minute(99_999) }, () => false],
  ])('acts %s', async (_, filter, fits) => {
    const { database, seen } = measured();
    const log = new AuditLogQuery(database);
    const expected = rows.filter(fits).map(row => String(row.no));
    expect(await idsOf(log.whole(filter))).toEqual(expected);
    expect((await log.page(filter, 0, 51)).map(row => row.id)).toEqual(expected.slice(0, 51));
    expect(seen.rows).toBeLessThan(ROWS / 10);
  });

  it.each<[string, Partial<PayoutFilter>, (row: (typeof rows)[number]) => boolean]>([
    ['that failed', { state: 'failed' }, ({ no }) => stateOf(no) === 'failed'],
    ['that changed since an instant', { updatedFrom: minute(46_900) }, row => row.updatedAt >= minute(46_900)],
    ['sent since an instant', { from: minute(5_950) }, ({ at }) => at >= minute(5_950)],
    ['sent in an hour', { from: minute(3_000), to: minute(3_060) }, ({ at }) => at >= minute(3_000) && at < minute(3_060)], // prettier-ignore
    ['of a party', { party: { kind: 'brand', id: 'br-7' }, updatedFrom: minute(5_000) }, row => row.no % 1_000 === 7 && row.updatedAt >= minute(5_000)], // prettier-ignore
    ['of a time to come', { updatedFrom: minute(99_999) }, () => false],
  ])('payouts %s', async (_, asked, fits) => {
    const { database, seen } = measured();
    const list = new PayoutsQuery(database);
    const filter = { party: null, ...asked };
    const expected = rows.filter(fits).map(row => payoutId(row.no));
    expect(await idsOf(list.whole(filter))).toEqual(expected);
    expect((await list.page(filter, '', 51)).map(payout => payout.payoutId)).toEqual(expected.slice(0, 51));
    expect(seen.rows).toBeLessThan(ROWS / 10);
  });

  it.each<[string, AdjustmentsFilter, (row: (typeof rows)[number]) => boolean]>([
    ['that changed since an instant', { updatedFrom: minute(5_700) }, ({ at }) => at >= minute(5_700)],
    ['of a person since an instant', { updatedFrom: minute(5_700), personId: 'li' }, ({ no, at }) => at >= minute(5_700) && personOf(no) === 'li'], // prettier-ignore
    ['of a time to come', { updatedFrom: minute(99_999) }, () => false],
  ])('adjustments %s', async (_, filter, fits) => {
    const { database, seen } = measured();
    const list = new ListAdjustmentsQuery(database);
    const expected = rows.filter(fits).map(row => adjustmentId(row.no));
    expect(await idsOf(list.whole(filter))).toEqual(expected);
    expect((await list.page(filter, '', 51)).map(one => one.adjustmentId)).toEqual(expected.slice(0, 51));
    expect(seen.rows).toBeLessThan(ROWS / 2);
  });
});
