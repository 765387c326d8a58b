import { withEndlessPatience } from '@chuanliu/testing/with-endless-patience';
import { OnPolicyVersion } from '../learn-hold-days/on-policy-version.consumer';
import { OnPartySuspended } from '../learn-partners/on-party-suspended.consumer';
import { OnPayeeKnown } from '../learn-partners/on-payee-known.consumer';
import { OnPromoterVersion } from '../learn-partners/on-promoter-version.consumer';
import { accounts } from '../domain/accounts';
import type { Party } from '../domain/party';
import { aPayee, available, payable } from '../../test/a-paid-party';
import { aService } from '../../test/a-service';
import { aPosting, post } from '../../test/postings-of-all-kinds';
import { taxYear, withheldInTaxYearFen } from '../../test/a-tax-year';

const now = '2027-01-05T02:00:00.000Z';
const promoter = (id: string): Party => ({ kind: 'promoter', id });
let service: Awaited<ReturnType<typeof aService>>;
beforeAll(async () => (service = await aService({ clockAt: now })));
afterAll(() => service.close());
beforeEach(() => service.clock.set(now));
afterEach(async () => expect(await service.books.faults()).toEqual([]));

let keys = 0;
const pay = (body: object, caller?: object, key = `k-${++keys}`) =>
  service.ask('POST', '/v1/payouts', body, caller, { 'idempotency-key': key });
const result = (payoutId: string, body: object) => service.ask('POST', `/v1/payouts/${payoutId}/result`, body);
const refusalOf = async (body: object, caller?: object) => {
  const { status, json } = await pay(body, caller);
  return [status, json().type];
};
const balanceOf = async (path: string) => (await service.get(`/v1/${path}/balance`)).json();
const problem = (name: string) => `/problems/settlement/${name}`;

/** A promoter who is a person, with so much to withdraw. */
async function withAvailable(id: string, amountFen: number, more: Parameters<typeof payable>[2] = {}): Promise<void> {
  await payable(service, promoter(id), more);
  await available(service, promoter(id), amountFen, '2026-12-31T15:59:59.999Z');
}

describe('a payout', () => {
  it('sends everything that is available, less the tax, and shows how that was worked out', async () => {
    await withAvailable('pr-1', 1_000_000);
    const before = await service.books.balances();
    const sent = await pay({ party: 'promoter:pr-1' }, { role: 'promoter', partyId: 'pr-1' });
    expect(sent.status).toBe(201);
    // 80 % of 10,000 yuan less 5,000 are 3,000 yuan, at 3 %.
    const amounts = { grossFen: 1_000_000, taxFen: 9_000, netFen: 991_000 };
    expect(sent.json()).toEqual({
      payoutId: expect.stringMatching(/^po-/),
      party: 'promoter:pr-1',
      ...amounts,
      state: 'sent',
    });
    const { payoutId } = sent.json();
    expect((await service.get(`/v1/payouts/${payoutId}`)).json()).toMatchObject({
      ...{ id: payoutId, ...amounts, sentAt: now, invoiceNo: null, payeeName: '户名 pr-1', bankAccount: '****pr-1' },
      tax: { month: '2027-01', incomeSoFarFen: 1_000_000, months: 1, taxableFen: 300_000, withheldNowFen: 9_000 },
      ...{ resultAt: null, reference: null, reason: null, updatedAt: now },
    });
    expect(moved(before, await service.books.balances())).toEqual({
      'liability:promoter:pr-1:available': 1_000_000,
      'liability:tax:iit': -9_000,
      'liability:payout-in-flight': -991_000,
    });
    expect(await balanceOf('promoters/pr-1')).toMatchObject({
      availableFen: 0,
      inFlightFen: 991_000,
      withheldTaxFen: 9_000,
    });
  });

  it('that is confirmed leaves the platform’s bank account', async () => {
    await withAvailable('pr-2', 1_000_000);
    const { payoutId } = (await pay({ party: 'promoter:pr-2' })).json();
    const before = await service.books.balances();
    const body = { result: 'confirmed', occurredAt: '2027-01-05T10:00:00+08:00', reference: 'bank-1' };
    const answer = await result(payoutId, body);
    expect([answer.status, answer.json()]).toMatchObject([
      200,
      { state: 'confirmed', resultAt: '2027-01-05T02:00:00.000Z', reference: 'bank-1' },
    ]);
    expect(moved(before, await service.books.balances())).toEqual({
      'liability:payout-in-flight': 991_000,
      'asset:bank:platform': -991_000,
    });
    expect(await balanceOf('promoters/pr-2')).toMatchObject({ inFlightFen: 0, withheldTaxFen: 9_000 });
    const again = await result(payoutId, body);
    expect([again.status, again.text]).toEqual([200, answer.text]);
    const other = await result(payoutId, { ...body, result: 'failed' });
    expect([other.status, other.json().type]).toEqual([409, problem('result-differs')]);
  });

  it('that fails is posted back whole, its tax too, and tells the party why', async () => {
    await withAvailable('pr-3', 1_000_000);
    const before = await service.books.balances();
    const { payoutId } = (await pay({ party: 'promoter:pr-3' })).json();
    const failed = { result: 'failed', occurredAt: now, reference: 'bank-2', reason: '账户已注销' };
    expect((await result(payoutId, failed)).status).toBe(200);
    expect(moved(before, await service.books.balances())).toEqual({});
    expect((await service.get(`/v1/payouts/${payoutId}`, { role: 'promoter', partyId: 'pr-3' })).json()).toMatchObject({
      ...{ state: 'failed', reason: '账户已注销' },
    });
    expect(await balanceOf('promoters/pr-3')).toMatchObject({
      ...{ availableFen: 1_000_000, inFlightFen: 0, withheldTaxFen: 0 },
    });
    const movements = await service.database.read(
      `SELECT m.kind, m.amount_fen FROM available_movement m JOIN account a ON a.account_id = m.account_id
       WHERE a.name = 'liability:promoter:pr-3:available' ORDER BY m.posting_id`,
    );
    expect(movements).toEqual([
      { kind: 'manual', amount_fen: 1_000_000 },
      { kind: 'payout', amount_fen: -1_000_000 },
      { kind: 'failed-payout', amount_fen: 1_000_000 },
    ]);
    // As if nothing had been paid: the same tax again.
    expect((await pay({ party: 'promoter:pr-3' })).json()).toMatchObject({ taxFen: 9_000 });
  });

  it('is announced when it is sent and when its result is known, and every act is in the audit log', async () => {
    await withAvailable('pr-4', 1_000_000);
    const { payoutId } = (await pay({ party: 'promoter:pr-4' })).json();
    await result(payoutId, { result: 'confirmed', occurredAt: now, reference: 'bank-4' });
    const said = await service.database.read<{ aggregate_id: string; payload: string }>(
      `SELECT aggregate_id, payload FROM outbox WHERE type = 'payout-changed.v1' AND aggregate_id = 'promoter:pr-4' ORDER BY id`,
    );
    expect(said.map(row => (JSON.parse(row.payload) as { state: string }).state)).toEqual(['sent', 'confirmed']);
    const log = (await service.get(`/v1/audit-log?subjectId=${payoutId}`)).json();
    expect(log.items.map((item: { action: string }) => item.action)).toEqual([
      'send-payout',
      'record-payout-confirmed',
    ]);
  });

  it('withholds over a year what the table says that was worked out by hand', async () => {
    const total = taxYear.reduce((sum, payout) => sum + (payout.fails ? 0 : payout.grossFen), 0);
    await withAvailable('pr-year', total);
    for (const { sentAt, grossFen, months, withheldFen, fails } of taxYear) {
      const { json } = await pay({ party: 'promoter:pr-year', amountFen: grossFen, sentAt });
      const { payoutId, taxFen } = json();
      const { tax } = (await service.get(`/v1/payouts/${payoutId}`)).json();
      expect({ sentAt, taxFen, months: tax.months }).toEqual({ sentAt, taxFen: withheldFen, months });
      const occurredAt = new Date(Date.parse(sentAt) + 86_400_000).toISOString();
      await result(payoutId, { result: fails ? 'failed' : 'confirmed', occurredAt, reference: `bank-${payoutId}` });
    }
    expect(await balanceOf('promoters/pr-year')).toMatchObject({
      ...{ availableFen: 0, inFlightFen: 0, withheldTaxFen: withheldInTaxYearFen },
    });
  });

  it('of a later month does not mind in which order results come', async () => {
    const seen = [];
    for (const [id, order] of [
      ['pr-o1', [0, 1]],
      ['pr-o2', [1, 0]],
    ] as const) {
      await withAvailable(id, 10_000_000);
      const ids: string[] = [];
      for (const sentAt of ['2026-03-01T02:00:00.000Z', '2026-04-01T02:00:00.000Z'])
        ids.push((await pay({ party: `promoter:${id}`, amountFen: 3_000_000, sentAt })).json().payoutId);
      for (const n of order)
        await result(ids[n]!, { result: n === 0 ? 'failed' : 'confirmed', occurredAt: now, reference: `${id}-${n}` });
      const last = (
        await pay({ party: `promoter:${id}`, amountFen: 3_000_000, sentAt: '2026-05-01T02:00:00Z' })
      ).json();
      seen.push([last.taxFen, (await service.get(`/v1/payouts/${last.payoutId}`)).json().tax]);
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]![1]).toMatchObject({ incomeSoFarFen: 6_000_000, months: 2 });
  });
});

describe('who is paid', () => {
  it.each<[string, Party, { legalKind?: 'company' }, object, number]>([
    ['a company', { kind: 'promoter', id: 'co-1' }, { legalKind: 'company' }, { invoiceNo: '24442000000012345678' }, 0],
    ['an agency', { kind: 'agency', id: 'ag-1' }, {}, { invoiceNo: 'F-1' }, 0],
    ['a brand, without an invoice', { kind: 'brand', id: 'br-1' }, {}, {}, 0],
    ['a recruiter who is a person', { kind: 'recruiter', id: 'rc-1' }, {}, {}, 9_000],
  ])('%s, and what is withheld', async (_, party, more, body, taxFen) => {
    await payable(service, party, more);
    await available(service, party, 1_000_000, '2026-12-31T15:59:59.999Z');
    const { status, json } = await pay({ party: `${party.kind}:${party.id}`, ...body });
    expect([status, json()]).toMatchObject([201, { grossFen: 1_000_000, taxFen, netFen: 1_000_000 - taxFen }]);
  });

  it('companies and agencies only against an invoice', async () => {
    await payable(service, { kind: 'recruiter', id: 'rc-2' }, { legalKind: 'company' });
    await payable(service, { kind: 'agency', id: 'ag-2' });
    expect(await refusalOf({ party: 'recruiter:rc-2' })).toEqual([422, problem('invoice-required')]);
    expect(await refusalOf({ party: 'agency:ag-2' })).toEqual([422, problem('invoice-required')]);
  });

  it('nobody who is suspended at the instant of sending', async () => {
    await withAvailable('pr-s', 100_000);
    const span = { kind: 'promoter' as const, partyId: 'pr-s', suspensionId: 's-1', reason: 'x' };
    const from = '2026-12-01T00:00:00.000Z';
    await service.tell(OnPartySuspended, { ...span, from, to: '2027-01-05T00:00:00.000Z', revision: 2 });
    await service.tell(OnPartySuspended, { ...span, from, to: null, revision: 1 }); // Late, and of the past.
    const sentAt = '2027-01-04T23:59:59.999Z';
    expect(await refusalOf({ party: 'promoter:pr-s', sentAt })).toEqual([422, problem('party-suspended')]);
    expect((await pay({ party: 'promoter:pr-s', sentAt: '2027-01-05T00:00:00Z' })).status).toBe(201);
  });

  it('nobody without a payee account that was verified', async () => {
    expect(await refusalOf({ party: 'promoter:nobody' })).toEqual([422, problem('named-party-unknown')]);
    await payable(service, promoter('pr-u'), { verified: false });
    expect(await refusalOf({ party: 'promoter:pr-u' })).toEqual([422, problem('payee-unverified')]);
    await withEndlessPatience(async () => {
      const paid = pay({ party: 'brand:br-late' });
      const late: Party = { kind: 'brand', id: 'br-late' };
      await available(service, late, 500, '2026-12-31T15:59:59.999Z');
      await service.tell(OnPayeeKnown, aPayee(late, undefined)); // On its way when the payout was asked for.
      expect((await paid).status).toBe(201);
    });
  });

  it('a person by what they are at the instant of sending', async () => {
    await withAvailable('pr-k', 2_000_000);
    const from = '2026-12-01T00:00:00.000Z';
    await service.tell(OnPromoterVersion, { promoterId: 'pr-k', effectiveFrom: from, kind: 'company' });
    const invoice = { party: 'promoter:pr-k', amountFen: 1_000_000, invoiceNo: 'F-2' };
    expect((await pay({ ...invoice, sentAt: '2026-11-30T23:59:59.999Z' })).json().taxFen).toBe(9_000);
    expect((await pay({ ...invoice, sentAt: from })).json().taxFen).toBe(0);
  });
});

describe('how much is paid', () => {
  it('no more than there is, and no less than the policy in force says', async () => {
    await withAvailable('pr-m', 10_000);
    const party = 'promoter:pr-m';
    expect((await pay({ party, amountFen: 10_001 })).json()).toMatchObject({
      ...{ type: problem('not-enough-available'), status: 422, availableFen: 10_000, askedFen: 10_001 },
    });
    expect(await refusalOf({ party, amountFen: 99 })).toEqual([422, problem('below-minimum-payout')]);
    expect(await refusalOf({ party, amountFen: 0 })).toEqual([422, problem('below-minimum-payout')]);
    const policy = { policy: 'settlement' as const, effectiveFrom: '2027-01-01T00:00:00.000Z' };
    await service.tell(OnPolicyVersion, { ...policy, fields: { minPayoutFen: 5_000 } });
    expect(await refusalOf({ party, amountFen: 4_999 })).toEqual([422, problem('below-minimum-payout')]);
    const sentAt = '2026-12-31T23:59:59.999Z';
    expect((await pay({ party, amountFen: 100, sentAt })).status).toBe(201);
    expect((await pay({ party, amountFen: 5_000 })).status).toBe(201);
    await service.database.write('DELETE FROM policy_version');
    expect((await pay({ party })).json().grossFen).toBe(4_900);
    expect(await refusalOf({ party })).toEqual([422, problem('nothing-available')]);
  });

  it('nothing of what tax would take whole: after a gap in the months the year’s tax exceeds a small payout', async () => {
    await withAvailable('pr-g', 7_000_000);
    const party = 'promoter:pr-g';
    for (let month = 1; month <= 6; month++)
      await pay({ party, amountFen: 1_000_000, sentAt: `2026-0${month}-10T02:00:00Z` });
    expect((await pay({ party, amountFen: 100, sentAt: '2026-08-10T02:00:00Z' })).json()).toMatchObject({
      ...{ status: 422, type: problem('tax-takes-it-all') },
    });
  });

  it('never twice, however many ask at once', async () => {
    await withAvailable('pr-r', 1_000);
    const asked = await Promise.all(Array.from({ length: 6 }, () => pay({ party: 'promoter:pr-r', amountFen: 400 })));
    expect(asked.map(answer => answer.status).sort()).toEqual([201, 201, 422, 422, 422, 422]);
    expect(await balanceOf('promoters/pr-r')).toMatchObject({ availableFen: 200, inFlightFen: 800 });
  });

  it('in their turn, when more parties ask at once than the service has connections', async () => {
    const parties = Array.from({ length: 24 }, (_, n): Party => ({ kind: 'brand', id: `br-at-once-${n}` }));
    await service.tell(OnPayeeKnown, ...parties.map(party => aPayee(party, undefined)));
    // Posted past the service, which has to ask for the numbers of their accounts while it holds the books.
    const given = parties.map(({ kind, id }, n) =>
      aPosting('manual', `adj-${n}`, now, { [accounts.coMarketing]: 500, [accounts.available(kind, id)]: -500 }),
    );
    await post(service.database, given);
    const answers = await Promise.all(parties.map(({ kind, id }) => pay({ party: `${kind}:${id}` })));
    expect(answers.map(({ status }) => status)).toEqual(parties.map(() => 201));
  });

  it('once for one key, even when the answer was lost on its way', async () => {
    await withAvailable('pr-i', 1_000);
    const body = { party: 'promoter:pr-i', amountFen: 400 };
    const answers = await Promise.all([1, 2, 3].map(() => pay(body, undefined, 'one-key')));
    expect(new Set(answers.map(answer => answer.text)).size).toBe(1);
    await result(answers[0]!.json().payoutId, { result: 'confirmed', occurredAt: now, reference: 'b-i' });
    expect((await pay(body, undefined, 'one-key')).text).toBe(answers[0]!.text);
    expect(await balanceOf('promoters/pr-i')).toMatchObject({ availableFen: 600, inFlightFen: 0 });
    const other = await pay({ ...body, amountFen: 300 }, undefined, 'one-key');
    expect([other.status, other.json().type]).toEqual([422, '/problems/idempotency-key-reused']);
    expect((await pay(body, { clientId: 'c-2', role: 'finance', personId: 'p-2' }, 'one-key')).status).toBe(201);
  });
});

describe('a balance', () => {
  it('of somebody of whom nobody ever told is not there for finance; a party has its own from the beginning', async () => {
    const of = (id: string, caller?: object) => service.get(`/v1/promoters/${id}/balance`, caller);
    const unknown = await of('pr-nobody');
    expect([unknown.status, unknown.json().type]).toEqual([404, '/problems/no-such-party']);
    const own = await of('pr-nobody', { role: 'promoter', partyId: 'pr-nobody' });
    expect([own.status, own.json().availableFen]).toEqual([200, 0]);
  });
});

describe('when it is paid', () => {
  it('in the past for finance alone, and never in the future', async () => {
    await withAvailable('pr-t', 10_000);
    const party = 'promoter:pr-t';
    const self = { role: 'promoter', partyId: 'pr-t' };
    const past = { party, amountFen: 200, sentAt: '2027-01-04T00:00:00Z' };
    expect(await refusalOf(past, self)).toEqual([403, problem('past-is-finances')]);
    expect(await refusalOf({ ...past, sentAt: '2027-01-05T02:00:00.001Z' })).toEqual([422, problem('in-the-future')]);
    const { payoutId } = (await pay(past)).json();
    const at = (occurredAt: string) => ({ result: 'failed', occurredAt, reference: 'b-t' });
    expect((await result(payoutId, at('2027-01-03T00:00:00Z'))).json().type).toBe(problem('result-before-sending'));
    expect((await result(payoutId, at('2027-01-06T00:00:00Z'))).json().type).toBe(problem('in-the-future'));
    expect((await result('po-none', at(now))).json().type).toBe(problem('no-such-payout'));
  });

  it('has its result in the second of its sending at the soonest, as banks tell the time', async () => {
    await withAvailable('pr-w', 10_000);
    const sentAt = '2027-01-04T00:00:00.900Z';
    const { payoutId } = (await pay({ party: 'promoter:pr-w', amountFen: 200, sentAt })).json();
    const at = (occurredAt: string) => ({ result: 'confirmed', occurredAt, reference: 'b-s' });
    expect((await result(payoutId, at('2027-01-03T23:59:59.999Z'))).json().type).toBe(problem('result-before-sending'));
    const told = await result(payoutId, at('2027-01-04T00:00:00Z'));
    expect([told.status, told.json().resultAt]).toEqual([200, sentAt]);
    expect((await result(payoutId, at('2027-01-04T00:00:00Z'))).status).toBe(200);
    expect((await result(payoutId, at('2027-01-04T00:00:01Z'))).status).toBe(409);
  });

  it('a person in order within a tax year: what was withheld later was worked out without the earlier one', async () => {
    await withAvailable('pr-p', 10_000_000);
    const body = { party: 'promoter:pr-p', amountFen: 1_000_000 };
    const later = (await pay({ ...body, sentAt: '2026-05-01T00:00:00Z' })).json();
    const early = { ...body, sentAt: '2026-04-01T00:00:00Z' };
    expect(await refusalOf(early)).toEqual([409, problem('payout-out-of-order')]);
    expect((await pay({ ...body, sentAt: '2025-12-31T00:00:00Z' })).status).toBe(201); // Of another year.
    await result(later.payoutId, { result: 'failed', occurredAt: now, reference: 'b-p' });
    expect((await pay(early)).status).toBe(201); // The later one is none any more.
    await payable(service, { kind: 'brand', id: 'br-p' });
    await available(service, { kind: 'brand', id: 'br-p' }, 10_000, '2026-12-31T15:59:59.999Z');
    for (const sentAt of ['2026-05-01T00:00:00Z', '2026-04-01T00:00:00Z'])
      expect((await pay({ party: 'brand:br-p', amountFen: 500, sentAt })).status).toBe(201);
  });

  it('on the first day that is not sealed, in the books; in its own month, for the tax', async () => {
    await withAvailable('pr-b', 1_000_000);
    await service.database.write(`UPDATE settlement_state SET sealed_through = '2027-01-02'`);
    try {
      const { payoutId } = (await pay({ party: 'promoter:pr-b', sentAt: '2026-12-20T02:00:00Z' })).json();
      const [row] = await service.database.read('SELECT booked_on, occurred_at FROM posting WHERE reference = ?', [
        payoutId,
      ]);
      expect(row).toEqual({ booked_on: '2027-01-03', occurred_at: '2026-12-20 02:00:00.000' });
      expect((await service.get(`/v1/payouts/${payoutId}`)).json().tax.month).toBe('2026-12');
    } finally {
      await service.database.write('UPDATE settlement_state SET sealed_through = NULL');
    }
  });
});

describe('the list of payouts', () => {
  it('holds a party’s own, and all for finance, with control totals', async () => {
    await withAvailable('pr-l', 1_000);
    for (const amountFen of [100, 200, 300]) await pay({ party: 'promoter:pr-l', amountFen });
    const self = { role: 'promoter', partyId: 'pr-l' } as const;
    const first = (await service.get('/v1/payouts?limit=2', self)).json();
    const second = (await service.get(`/v1/payouts?limit=2&cursor=${first.nextCursor}`, self)).json();
    const rows = [...first.items, ...second.items];
    expect(rows.map(row => row.grossFen)).toEqual([100, 200, 300]);
    expect([first.control.count, first.control.sumFen, second.nextCursor]).toEqual([3, 600, null]);
    expect((await service.get('/v1/payouts?party=promoter:pr-l&state=sent')).json().control.count).toBe(3);
    expect((await service.get('/v1/payouts?party=promoter:pr-l&state=failed')).json().items).toEqual([]);
    expect((await service.get('/v1/payouts?party=promoter:pr-1', self)).json().type).toBe('/problems/no-such-party');
    const foreign = await service.get(`/v1/payouts/${rows[0].id}`, { role: 'promoter', partyId: 'pr-1' });
    expect([foreign.status, foreign.json().type]).toEqual([404, problem('no-such-payout')]);
    expect((await pay({ party: 'promoter:pr-l' }, { role: 'promoter', partyId: 'pr-1' })).status).toBe(404);
    expect((await pay({ party: 'promoter:pr-l' }, { role: 'operator' })).status).toBe(403);
  });
});

/** Accounts whose balance is another one, and by how much; debit positive. */
function moved(before: Record<string, number>, after: Record<string, number>): Record<string, number> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes = [...names].map(name => [name, (after[name] ?? 0) - (before[name] ?? 0)] as const);
  return Object.fromEntries(changes.filter(([, change]) => change !== 0));
}
