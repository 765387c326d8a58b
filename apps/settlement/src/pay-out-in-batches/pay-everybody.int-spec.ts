import { hash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { SecretSeal } from '@chuanliu/auth/secret-seal';
import type { Party } from '../domain/party';
import { aPayee, available, credited, payable } from '../../test/a-paid-party';
import { aService } from '../../test/a-service';
import { exportTaxReturn } from '../export-tax-return/export-tax-return';
import { OnPayeeKnown } from '../learn-partners/on-payee-known.consumer';
import { OnPromoterVersion } from '../learn-partners/on-promoter-version.consumer';
import { AdvanceBatches } from './advance-batches';

const now = '2026-11-25T02:00:00.000Z';
const payeeKey = randomBytes(32).toString('base64');
const person = (id: string): Party => ({ kind: 'promoter', id });
let service: Awaited<ReturnType<typeof aService>>;
beforeAll(async () => {
  service = await aService({ clockAt: now, payeeKey });
  await known(person('pr-1'), 1_000_000, { bankAccount: '6222000000000001', idNumber: '110101199001011234' });
  await known(person('pr-2'), 500_000, { payeeName: '=HYPERLINK("x")' });
  await known(person('pr-none'), 99);
  await known(person('pr-unverified'), 100_000, { verified: false });
  await known({ kind: 'brand', id: 'br:1' }, 70_000);
  await known({ kind: 'agency', id: 'ag-1' }, 80_000);
  await available(service, { kind: 'recruiter', id: 'rc-unknown' }, 5_000, now);
  // No party, though its account's name begins and ends like one's: a campaign with a peculiar id.
  await credited(service, 'liability:campaign-budget:spring:available', 5_000, now);
});
afterAll(() => service.close());
afterEach(async () => expect(await service.books.faults()).toEqual([]));

async function known(party: Party, availableFen: number, more: Parameters<typeof payable>[2] = {}): Promise<void> {
  await payable(service, party, { payeeKey, ...more });
  await available(service, party, availableFen, '2026-11-24T15:59:59.999Z');
}

const begin = (body: object, key: string) =>
  service.ask('POST', '/v1/payouts/batches', body, undefined, { 'idempotency-key': key });
async function done(batchId: string) {
  for (;;) {
    const batch = (await service.get(`/v1/payouts/batches/${batchId}`)).json();
    if (batch.state === 'done') return batch;
    await sleep(50);
  }
}
const verdictsOf = async (batchId: string) => (await service.get(`/v1/payouts/batches/${batchId}/verdicts`)).json();

/** A file as the bank gives it back; the totals are right unless others are told. */
const resultsFile = (rows: string[], total?: string) => {
  const fen = rows.reduce((sum, row) => sum + Math.round(Number(row.split(',')[2]) * 100), 0);
  const last = total ?? `TOTAL,${rows.length},${(fen / 100).toFixed(2)},,,`;
  return ['payoutId,result,amountYuan,occurredAt,reference,reason', ...rows, last, ''].join('\r\n');
};
const importFile = (file: string | Buffer) =>
  service.ask('POST', '/v1/payouts/results', file, undefined, { 'content-type': 'text/csv' });
const bankFile = async () =>
  parse<Record<string, string>>((await service.get('/v1/payouts/file')).text, { columns: true });

describe('everybody is paid at once', () => {
  const paid = [
    ['brand:br:1', 'paid', null],
    ['agency:ag-1', 'refused', '/problems/settlement/invoice-required'],
    ['promoter:pr-1', 'paid', null],
    ['promoter:pr-2', 'paid', null],
    ['promoter:pr-unverified', 'refused', '/problems/settlement/payee-unverified'],
    ['recruiter:rc-unknown', 'refused', '/problems/settlement/named-party-unknown'],
  ].sort();
  const told = (items: Array<{ party: string; verdict: string; problem: string | null }>) =>
    items.map(({ party, verdict, problem }) => [party, verdict, problem]).sort();

  it('a dry run says who would be paid what, and why others would not, and pays nothing', async () => {
    const before = await service.books.balances();
    const { status, json } = await begin({ dryRun: true }, 'dry');
    expect(status).toBe(202);
    const batch = await done(json().batchId);
    // pr-1: 8,000 − 5,000 yuan at 3 %; pr-2: nothing taxable; a brand is not taxed.
    expect(batch).toMatchObject({ dryRun: true, parties: 6, paid: 3, refused: 3, grossFen: 1_570_000, taxFen: 9_000 });
    const { items, control } = await verdictsOf(json().batchId);
    expect(told(items)).toEqual(
      paid.map(([party, verdict, problem]) => [party, verdict === 'paid' ? 'would-be-paid' : verdict, problem]),
    );
    expect([control.count, control.sumFen]).toEqual([6, 1_570_000]);
    const since = async (instant: string) =>
      (await service.get(`/v1/payouts/batches/${json().batchId}/verdicts?updatedFrom=${instant}`)).json().control.count;
    expect([await since(now), await since('2026-11-25T02:00:00.001Z')]).toEqual([6, 0]);
    expect(await service.books.balances()).toEqual(before);
    expect((await service.get('/v1/payouts')).json().control.count).toBe(0);
  });

  it('pays those who can be paid, once for one key, and says why the others were not', async () => {
    const first = await begin({}, 'pay');
    expect((await begin({}, 'pay')).text).toBe(first.text);
    expect((await begin({ dryRun: true }, 'pay')).json().type).toBe('/problems/idempotency-key-reused');
    const { batchId } = first.json();
    expect(await done(batchId)).toMatchObject({
      dryRun: false,
      paid: 3,
      grossFen: 1_570_000,
      taxFen: 9_000,
      netFen: 1_561_000,
    });
    expect(told((await verdictsOf(batchId)).items)).toEqual(paid);
    const payouts = (await service.get(`/v1/payouts?batchId=${batchId}`)).json();
    expect([payouts.control.count, payouts.control.sumFen]).toEqual([3, 1_570_000]);
    const again = await begin({}, 'pay-2');
    expect(await done(again.json().batchId)).toMatchObject({ parties: 3, paid: 0 });
  });

  it('goes on where a process died, and pays nobody twice', async () => {
    const batches = service.part(AdvanceBatches);
    const many = Array.from({ length: 60 }, (_, n) => person(`many-${String(n).padStart(3, '0')}`));
    const from = '2026-01-01T00:00:00.000Z';
    await service.tell(
      OnPromoterVersion,
      ...many.map(({ id }) => ({ promoterId: id, effectiveFrom: from, kind: 'person' as const })),
    );
    await service.tell(OnPayeeKnown, ...many.map(party => aPayee(party, payeeKey)));
    for (const party of many) await available(service, party, 200, '2026-11-24T15:59:59.999Z');
    const advance = jest.spyOn(batches, 'advance');
    // Every second portion is undone after its work, as if the process had died before the commit.
    let portions = 0;
    const original = AdvanceBatches.prototype.advance.bind(batches);
    advance.mockImplementation(async tx => {
      const worked = await original(tx);
      if (worked > 0 && ++portions % 2 === 1) throw new Error('the process died');
      return worked;
    });
    try {
      const { batchId } = (await begin({}, 'many')).json();
      expect(await done(batchId)).toMatchObject({ paid: 60, grossFen: 12_000 });
      expect(portions).toBeGreaterThan(4);
      expect((await service.get(`/v1/payouts?batchId=${batchId}`)).json().control).toMatchObject({
        ...{ count: 60, sumFen: 12_000 },
      });
    } finally {
      advance.mockRestore();
    }
  });
});

describe('the bank’s files', () => {
  it('tell it whom to pay how much, with readable accounts and control totals, for finance alone', async () => {
    const rows = await bankFile();
    const total = rows.pop()!;
    expect(rows.find(row => row.bankAccount === '6222000000000001')).toEqual({
      payoutId: expect.stringMatching(/^po-/),
      payeeName: '户名 pr-1',
      bankAccount: '6222000000000001',
      amountYuan: '9910.00',
      remark: expect.stringMatching(/^payout po-/),
    });
    expect(rows.some(row => row.payeeName === `'=HYPERLINK("x")`)).toBe(true); // No formula for a spreadsheet to run.
    expect(total).toMatchObject({ payoutId: 'TOTAL', payeeName: '63', amountYuan: '15730.00' });
    const { status } = await service.get('/v1/payouts/file', { role: 'promoter', partyId: 'pr-1' });
    expect(status).toBe(403);
    const log = (await service.get('/v1/audit-log?action=export-bank-file')).json();
    expect(log.items[0].facts).toEqual({ payouts: 63 });
  });

  it('bring results, each row judged by itself, and change nothing when they are sent again', async () => {
    const [first, second, third, fourth] = await bankFile();
    const row = (
      order: Record<string, string>,
      result: string,
      reference: string,
      more = '',
      amount = order.amountYuan,
    ) => `${order.payoutId},${result},${amount},2026-11-25T10:00:00+08:00,${reference},${more}`;
    const file = resultsFile([
      row(first!, 'confirmed', 'b-1'),
      row(third!, 'failed', 'b-2', '"账户,已注销"'),
      row(second!, 'confirmed', 'b-3', '', '0.01'),
      row(fourth!, 'lost', 'b-4'),
      'po-none,confirmed,1.00,2026-11-25T02:00:00Z,b-5,',
      '合计,confirmed,1.00,2026-11-25T02:00:00Z,b-6,',
      row(first!, 'confirmed', 'b-1'),
      row(first!, 'failed', 'b-1'),
    ]);
    const answer = (await importFile(file)).json();
    expect(answer).toMatchObject({ applied: 2, repeated: 1 });
    expect(answer.refused).toMatchObject([
      { row: 3, payoutId: second!.payoutId, type: '/problems/settlement/payout-amount-differs' },
      { row: 4, type: '/problems/malformed-request', errors: [{ pointer: '/result' }] },
      { row: 5, payoutId: 'po-none', type: '/problems/settlement/no-such-payout' },
      { row: 6, payoutId: '合计', type: '/problems/malformed-request', errors: [{ pointer: '/payoutId' }] },
      { row: 8, payoutId: first!.payoutId, type: '/problems/settlement/result-differs' },
    ]);
    expect((await importFile(`\uFEFF${file}`)).json()).toMatchObject({ applied: 0, repeated: 3 });
    expect((await service.get(`/v1/payouts/${third!.payoutId}`)).json()).toMatchObject({
      ...{ state: 'failed', reason: '账户,已注销', reference: 'b-2', resultAt: '2026-11-25T02:00:00.000Z' },
    });
    const unconfirmed = await bankFile();
    expect(unconfirmed.at(-1)).toMatchObject({ payeeName: '61' });
  });

  it('of everybody come in one file, whose rows are numbered through', async () => {
    const waiting = (await bankFile()).slice(0, -1);
    expect(waiting.length).toBeGreaterThan(55);
    const said = waiting.map(
      ({ payoutId, amountYuan }, n) =>
        `${payoutId},confirmed,${amountYuan},2026-11-25T02:00:00Z,${n === 54 ? '' : `all-${n}`},`,
    );
    expect((await importFile(resultsFile(said))).json()).toMatchObject({
      ...{ applied: waiting.length - 1, repeated: 0 },
      refused: [{ row: 55, payoutId: waiting[54]!.payoutId, errors: [{ pointer: '/reference' }] }],
    });
    expect((await bankFile()).map(({ payoutId }) => payoutId)).toEqual([waiting[54]!.payoutId, 'TOTAL']);
    expect((await importFile(resultsFile(said))).json()).toMatchObject({ applied: 0, repeated: waiting.length - 1 });
  });

  it.each([
    ['another sum', 'TOTAL,1,2.01,,,', '/problems/settlement/totals-differ'],
    ['another number', 'TOTAL,2,2.00,,,', '/problems/settlement/totals-differ'],
    ['no totals', '', '/problems/settlement/results-file-unusable'],
  ])('are taken whole or not at all: with %s nothing is', async (_, total, type) => {
    const [order] = await bankFile();
    const row = `${order!.payoutId},confirmed,2.00,2026-11-25T02:00:00Z,b-9,`;
    expect((await importFile(resultsFile([row], total))).json().type).toBe(type);
    expect((await service.get(`/v1/payouts/${order!.payoutId}`)).json().state).toBe('sent');
  });

  it.each([['', 'payoutId\nTOTAL,0,0.00', Buffer.from([0xff, 0xfe]), 'payoutId,"'].map(file => [file])].flat())(
    'that are none are refused: %j',
    async file => {
      const { json } = await importFile(file.length === 0 ? '\n' : file);
      expect(json().type).toBe('/problems/settlement/results-file-unusable');
    },
  );
});

describe('the tax report of a quarter', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'tax-return-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it('names persons, what they were paid and what was withheld, without payouts that failed', async () => {
    const { items, control } = (await service.get('/v1/tax-reports/2026-Q4?limit=200')).json();
    expect(items.find((row: { parties: string[] }) => row.parties[0] === 'promoter:pr-1')).toEqual({
      ...{ id: expect.stringMatching(/^[0-9a-f]{64}$/), parties: ['promoter:pr-1'], payeeNames: ['户名 pr-1'] },
      ...{
        identity: 'known',
        idType: 'resident-id',
        idNumber: '****1234',
        payouts: 1,
        incomeFen: 1_000_000,
        taxWithheldFen: 9_000,
      },
      updatedAt: now,
    });
    // 62 persons were paid; of one of them the only payout failed. A brand is no person.
    expect(control.count).toBe(61);
    expect((await service.get('/v1/tax-reports/2026-Q3')).json().items).toEqual([]);
    expect((await service.get('/v1/tax-reports/2026-Q5')).status).toBe(400);
    expect((await service.get('/v1/tax-reports/2026-Q4', { role: 'operator' })).status).toBe(403);
    const page = (await service.get('/v1/tax-reports/2026-Q4?limit=1')).json();
    const next = (await service.get(`/v1/tax-reports/2026-Q4?limit=1&cursor=${page.nextCursor}`)).json();
    expect([...page.items, ...next.items]).toEqual(items.slice(0, 2));
  });

  it('is a file as well, and shows of an id number no more than its ending there either', async () => {
    const { text, type } = await service.get('/v1/tax-reports/2026-Q4?format=csv');
    expect(type).toBe('text/csv; charset=utf-8');
    const rows = parse<Record<string, string>>(text, { columns: true, bom: true });
    expect(rows.find(row => row.parties === 'promoter:pr-1')).toMatchObject({
      ...{ idType: 'resident-id', idNumber: '****1234', incomeYuan: '10000.00', taxWithheldYuan: '90.00' },
    });
    expect(rows.at(-1)).toMatchObject({ parties: 'TOTAL', payeeName: '61', taxWithheldYuan: '90.00' });
    expect(text).not.toContain('11010119');
    const stored = await service.database.read('SELECT * FROM payee');
    expect(JSON.stringify(stored)).not.toContain('11010119');
  });

  it('is written for the tax office with readable numbers on the machine alone, and the audit log tells by whom', async () => {
    const file = join(folder, 'return.csv');
    const by = { clientId: 'os:li', personId: null, role: 'operator' as const };
    const asked = { quarter: '2026-Q4', file, by, at: now };
    await expect(exportTaxReturn(service.database, new SecretSeal(undefined, 'PAYEE_KEY'), asked)).rejects.toThrow();
    expect(existsSync(file)).toBe(false);
    const seal = new SecretSeal(payeeKey, 'PAYEE_KEY');
    expect(await exportTaxReturn(service.database, seal, asked)).toEqual({ people: 61, withoutIdentity: 60 });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const rows = parse<Record<string, string>>(await readFile(file), { columns: true, bom: true });
    expect(rows.find(row => row.parties === 'promoter:pr-1')).toEqual({
      ...{ parties: 'promoter:pr-1', payeeName: '户名 pr-1', identity: 'known' },
      ...{ idType: 'resident-id', idNumber: '110101199001011234' },
      ...{ payouts: '1', incomeYuan: '10000.00', taxWithheldYuan: '90.00' },
    });
    const { items } = (await service.get('/v1/audit-log?action=export-tax-return')).json();
    expect(items).toMatchObject([
      { clientId: 'os:li', personId: null, subject: { kind: 'tax-report', id: '2026-Q4' }, facts: { people: 61 } },
    ]);
    // Its digest is that of the masked report, which everybody may have: a digest of the file would give numbers away.
    const { text } = await service.get('/v1/tax-reports/2026-Q4?format=csv');
    expect(items[0].facts).toEqual({ people: 61, withoutIdentity: 60, sha256OfMasked: hash('sha256', text) });
    await expect(exportTaxReturn(service.database, seal, asked)).rejects.toThrow('EEXIST');
    expect((await service.get('/v1/audit-log?action=export-tax-return')).json().items).toHaveLength(1);
  });
});
