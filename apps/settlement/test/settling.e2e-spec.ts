import { createHash } from 'node:crypto';
import { dayAfter } from '@chuanliu/contracts/instants';
import { Outbox } from '@chuanliu/messaging/outbox';
import { AwaitSettlementHandler } from '../src/await-settlement/await-settlement.handler';
import { SettleOnTouch } from '../src/settle-business-day/settle-on-touch';
import { SettleOrders } from '../src/settle-business-day/settle-orders';
import { partialRefund, payment, selfBroadcast } from './a-sale';
import { aService } from './a-service';
import { due, received, sale } from './a-settlement';

let service: Awaited<ReturnType<typeof aService>>;
beforeAll(async () => {
  service = await aService({ clockAt: '2026-11-24T15:59:59.999Z' });
  // Where a consumer would stand.
  await service.database.write(
    `INSERT INTO consumer_position (consumer, topic, partition_no, next_offset) VALUES ('settlement', 'orders.order-events', 3, 7)`,
  );
  const awaitSettlement = new AwaitSettlementHandler(new SettleOnTouch(new SettleOrders(new Outbox())));
  const withFreight = { ...payment, freightFen: 1_200 };
  await service.post([sale('o-1', { steps: [withFreight] }), sale('o-2')]);
  await service.database.transaction(tx =>
    awaitSettlement.run(
      ['o-1', 'o-2'].map(orderId => ({ channelId: 'shop-1', orderId, receivedAt: received, receiptRevision: 1 })),
      tx,
    ),
  );
});
afterAll(() => service.close());

const runs = '/v1/settlement-runs';
const promoter = { role: 'promoter', partyId: 'pr-1', personId: null } as const;
const type = (answer: { json: () => { type: string } }) => answer.json().type;

/** What was done to a line, and why. */
async function reasonsOf(line: string) {
  const { items } = (await service.get(`/v1/audit-log?subjectKind=order-line&subjectId=${line}`)).json();
  return items.map((act: { action: string; reason: string | null }) => [act.action, act.reason]);
}

/** Every row of a list, read two at a time; each page tells the control of the whole. */
async function pageByPage(list: string, control: object): Promise<object[]> {
  const items: object[] = [];
  for (let cursor = ''; ;) {
    const page = (await service.get(`${list}?limit=2${cursor}`)).json();
    expect(page.control).toEqual(control);
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    cursor = `&cursor=${page.nextCursor}`;
  }
}

async function done(runId: string) {
  for (;;) {
    const run = (await service.get(`${runs}/${runId}`)).json();
    if (run.state === 'done') return run;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

describe('a business day', () => {
  it('is not settled before it is over, nor for anybody but finance', async () => {
    const early = await service.ask('POST', runs, { businessDate: due });
    expect([early.status, type(early)]).toEqual([422, '/problems/settlement/day-not-over']);
    expect((await service.ask('POST', runs, { businessDate: due }, promoter)).status).toBe(403);
    for (const businessDate of ['2026-02-30', '0206-11-24'])
      expect((await service.ask('POST', runs, { businessDate })).status).toBe(400);
    expect((await service.get(`${runs}/run-none`)).status).toBe(404);
  });

  it('leaves a held line out', async () => {
    const hold = '/v1/orders/o-2/lines/1/hold';
    expect((await service.ask('PUT', hold, {})).status).toBe(400);
    expect((await service.ask('PUT', `${hold}?channelId=shop-9`, { reason: '买家投诉' })).status).toBe(404);
    const laid = await service.ask('PUT', hold, { reason: '买家投诉' });
    expect([laid.status, laid.json()]).toEqual([200, { channelId: 'shop-1', orderId: 'o-2', lineNo: 1, isHeld: true }]);
    const { items } = (await service.get('/v1/audit-log?action=lay-hold')).json();
    expect(items).toMatchObject([{ subject: { id: 'shop-1/o-2/1' }, reason: '买家投诉', personId: 'p-1' }]);
  });

  it('keeps another reason for a hold that lies, and the same one once', async () => {
    const hold = '/v1/orders/o-2/lines/1/hold';
    for (const reason of ['买家投诉', '疑似刷单', '疑似刷单'])
      expect((await service.ask('PUT', hold, { reason })).status).toBe(200);
    expect(await reasonsOf('shop-1/o-2/1')).toEqual([
      ['lay-hold', '买家投诉'],
      ['lay-hold', '疑似刷单'],
    ]);
  });

  it('is settled once it is over, first dry and then for good', async () => {
    service.clock.set('2026-11-24T16:00:00.000Z');
    const dry = await service.ask('POST', runs, { businessDate: due, dryRun: true });
    expect(dry.status).toBe(202);
    const cut = [{ topic: 'orders.order-events', partition: 3, nextOffset: 7 }];
    const shown = { state: 'done', businessDate: due, lines: 1, settledFen: 20_400, statements: 7, cut, fault: null };
    expect(await done(dry.json().runId)).toMatchObject({ ...shown, dryRun: true });
    expect((await service.get('/v1/promoters/pr-1/balance')).json()).toMatchObject({ availableFen: 0 });

    const foretold = (await service.get(`${runs}/${dry.json().runId}/statements`)).json();

    const begun = await service.ask('POST', runs, { businessDate: due });
    expect([begun.status, begun.json()]).toEqual([202, { runId: `run-${due}` }]);
    expect(await done(`run-${due}`)).toMatchObject({ ...shown, dryRun: false });
    expect((await service.get('/v1/promoters/pr-1/balance')).json()).toMatchObject({
      pendingFen: 2_571, // Of the held line.
      availableFen: 2_571,
    });
    const made = (await service.get(`${runs}/run-${due}/statements`)).json();
    expect(made.items.map((item: object) => ({ ...item, statementId: null }))).toEqual(foretold.items);
    expect([made.items.length, made.control]).toEqual([7, foretold.control]);
    const again = await service.ask('POST', runs, { businessDate: due });
    expect([again.status, again.json()]).toEqual([202, { runId: `run-${due}` }]);
    const earlier = await service.ask('POST', runs, { businessDate: '2026-11-20' });
    expect([earlier.status, type(earlier)]).toEqual([409, '/problems/settlement/period-closed']);
    expect((await service.get(runs)).json().items.map((run: { id: string }) => run.id)).toEqual(
      expect.arrayContaining([`run-${due}`, dry.json().runId]),
    );
    const changedSince = async (instant: string) =>
      (await service.get(`${runs}?updatedFrom=${instant}`)).json().control;
    expect(await changedSince('2026-11-24T16:00:00.000Z')).toMatchObject({ count: 2 });
    expect(await changedSince('2026-11-24T16:00:00.001Z')).toMatchObject({ count: 0 });
  });
});

describe("a run's list of statements", () => {
  it('goes by party, page by page, and is for finance alone', async () => {
    const list = `${runs}/run-${due}/statements`;
    const whole = (await service.get(list)).json();
    expect(await pageByPage(list, whole.control)).toEqual(whole.items);
    const { items } = (await service.get(`${list}?party=promoter:pr-1`)).json();
    expect(items).toMatchObject([
      {
        id: 'promoter:pr-1',
        statementId: expect.stringMatching(/^st-/),
        lineCount: 1,
        linesFen: 2_571,
        closingFen: 2_571,
      },
    ]);
    expect((await service.get(`${runs}/run-none/statements`)).status).toBe(404);
    const forged = Buffer.from(JSON.stringify({ party: '主:播' })).toString('base64url');
    expect((await service.get(`${list}?cursor=${forged}`)).status).toBe(400);
    expect((await service.get(`${list}?party=pr-1`)).status).toBe(400);
    expect((await service.get(list, promoter)).status).toBe(403);
  });
});

describe('a statement', () => {
  const listOf = async (query: string, caller?: Parameters<typeof service.get>[1]) =>
    (await service.get(`/v1/statements?${query}`, caller)).json();

  it('is listed for finance by party and day, and for the party itself', async () => {
    const { items, control } = await listOf(`party=promoter:pr-1&businessDate=${due}`);
    const [{ lines, ...head }] = items;
    expect(lines).toMatchObject([{ orderId: 'o-1', lineNo: 1, share: 'promoter', baseFen: 20_400, amountFen: 2_571 }]);
    expect([head]).toEqual([
      {
        id: expect.stringMatching(/^st-2026-11-24-\d+$/),
        party: 'promoter:pr-1',
        businessDate: due,
        runId: `run-${due}`,
        openingFen: 0,
        lineCount: 1,
        linesFen: 2_571,
        adjustmentsFen: 0,
        rebatesFen: 0,
        bonusesFen: 0,
        manualFen: 0,
        payoutsFen: 0,
        failedPayoutsFen: 0,
        closingFen: 2_571,
        updatedAt: '2026-11-24T16:00:00.000Z',
      },
    ]);
    expect(control).toMatchObject({ count: 1, sumFen: 2_571 });
    expect((await listOf('', promoter)).items).toEqual([head]);
    expect((await listOf('limit=3')).items).toHaveLength(3);
    expect((await listOf('')).control.count).toBe(7);
    expect((await service.get('/v1/statements?party=promoter:pr-2', promoter)).status).toBe(404);
    expect((await service.get('/v1/statements?party=pr-2')).status).toBe(400);
  });

  it('is told whole, with its lines, to finance and to its party alone', async () => {
    const [{ id }] = (await listOf('party=brand:br-1')).items;
    const whole = await service.get(`/v1/statements/${id}`, { role: 'brand', partyId: 'br-1' });
    expect(whole.json()).toEqual({
      id,
      party: 'brand:br-1',
      businessDate: due,
      runId: `run-${due}`,
      openingFen: 0,
      lines: [
        { channelId: 'shop-1', orderId: 'o-1', lineNo: null, share: 'freight', baseFen: 0, amountFen: 1_200 },
        { channelId: 'shop-1', orderId: 'o-1', lineNo: 1, share: 'brand', baseFen: 20_400, amountFen: 14_280 },
      ],
      linesFen: 15_480,
      adjustmentsFen: 0,
      rebatesFen: 0,
      bonusesFen: 0,
      manualFen: 0,
      payoutsFen: 0,
      failedPayoutsFen: 0,
      closingFen: 15_480,
      updatedAt: '2026-11-24T16:00:00.000Z',
      movements: [],
    });
    for (const other of [promoter, { role: 'brand', partyId: 'br-2' } as const]) {
      expect((await service.get(`/v1/statements/${id}`, other)).status).toBe(404);
    }
    expect((await service.get('/v1/statements/st-none')).status).toBe(404);
  });
});

describe('what comes after the settlement', () => {
  it('is an exception when it is another decision, and part of the order’s explanation', async () => {
    await service.post([sale('o-1', { revision: 2, decisionRevision: 2, basis: 'b-2', steps: [selfBroadcast] })]);
    await service.post([sale('o-1', { revision: 3, steps: [{ ...payment, freightFen: 1_200 }, partialRefund] })]);
    const gateway = { role: 'internal' } as const;
    const { items } = (await service.get('/internal/exceptions?kind=settlement/too-late', gateway)).json();
    expect(items).toMatchObject([{ kind: 'settlement/too-late', orderId: 'o-1', lineNo: 1, state: 'open' }]);
    expect((await service.get('/internal/exceptions?kind=settlement/other', gateway)).json()).toEqual({ items: [] });
    const [line] = (await service.get('/internal/orders/shop-1/o-1/postings', gateway)).json().lines;
    expect(line).toMatchObject({
      splitRevision: 3,
      isSettled: true,
      isHeld: false,
      tooLate: [{ decisionRevision: 2, basis: 'b-2', outcome: 'distribution' }],
    });
    expect(line.statementIds.map((one: { party: string }) => one.party).sort()).toEqual([
      'agency:ag-1',
      'brand:br-1',
      'promoter:pr-1',
      'promoter:pr-2',
      'promoter:pr-3',
      'recruiter:re-1',
      'recruiter:re-2',
    ]);
    const [held] = (await service.get('/internal/orders/shop-1/o-2/postings', gateway)).json().lines;
    expect(held).toMatchObject({ isSettled: false, isHeld: true, statementIds: [], tooLate: [] });
  });

  it('cannot be held any more; a hold that lies can be lifted', async () => {
    const late = await service.ask('PUT', '/v1/orders/o-1/lines/1/hold', { reason: '太晚' });
    expect([late.status, type(late)]).toEqual([409, '/problems/settlement/line-is-settled']);
    const lift = (orderId: string, body?: object) =>
      service.ask('DELETE', `/v1/orders/${orderId}/lines/1/hold`, body).then(answer => answer.status);
    expect([await lift('o-2', { reason: '  ' }), await lift('o-2', { why: '已核实' })]).toEqual([400, 400]);
    expect([await lift('o-2', { reason: '已核实' }), await lift('o-2', { reason: '再次' })]).toEqual([204, 204]);
    expect(await lift('o-1')).toBe(204); // A settled line has none, so there is nothing to lift.
    expect(await reasonsOf('shop-1/o-1/1')).toEqual([]);
    expect((await reasonsOf('shop-1/o-2/1')).at(-1)).toEqual(['lift-hold', '已核实']);
    expect((await service.ask('PUT', '/v1/orders/o-2/lines/1/hold', { reason: '已核实' })).status).toBe(200);
    expect(await lift('o-2')).toBe(204);
    expect((await reasonsOf('shop-1/o-2/1')).slice(-2)).toEqual([
      ['lay-hold', '已核实'],
      ['lift-hold', null],
    ]);
  });
});

describe('a run that cannot go on', () => {
  it('says why, among the exceptions too, until it moves on', async () => {
    service.clock.set('2026-11-25T16:00:00.000Z');
    // A movement that nothing in the ledger explains: no statement that holds it closes with the balance.
    const [account] = await service.database.read<{ account_id: number }>(
      `SELECT account_id FROM account WHERE name = 'liability:promoter:pr-1:available'`,
    );
    await service.database.write(
      `INSERT INTO available_movement (posting_id, entry_no, account_id, kind, amount_fen) VALUES (1, 1, ?, 'manual', 5)`,
      [account!.account_id],
    );
    const businessDate = '2026-11-25';
    const { runId } = (await service.ask('POST', runs, { businessDate })).json();
    const fault = {
      at: '2026-11-25T16:00:00.000Z',
      detail: expect.stringMatching(/^the statement of promoter pr-1 closes with \d+ fen, the ledger has \d+$/),
    };
    const read = async () => (await service.get(`${runs}/${runId}`)).json();
    let run = await read();
    for (; run.fault === null; run = await read()) await new Promise(resolve => setTimeout(resolve, 20));
    expect(run).toMatchObject({ state: 'running', phase: 'posting', fault });

    const exceptions = async (query: string) =>
      (await service.get(`/internal/exceptions?limit=9${query}`, { role: 'internal' })).json().items;
    const listed = { id: `still-${runId}`, kind: 'settlement/run-stands-still', orderId: null, occurredAt: fault.at };
    expect(await exceptions('')).toContainEqual(expect.objectContaining(listed));
    expect(await exceptions('&kind=settlement/run-stands-still')).toHaveLength(1);
    expect(await exceptions('&orderId=o-1')).not.toContainEqual(expect.objectContaining(listed));
    expect(await exceptions(`&afterAt=${fault.at}&afterId=still-${runId}`)).not.toContainEqual(
      expect.objectContaining(listed),
    );

    await service.database.write('DELETE FROM available_movement WHERE posting_id = 1');
    expect(await done(runId)).toMatchObject({ state: 'done', fault: null });
    expect(await exceptions('&kind=settlement/run-stands-still')).toEqual([]);
  });

  it('stands on a later statement, which the order’s explanation names beside the first', async () => {
    service.clock.set('2026-11-25T16:00:00.000Z');
    await done((await service.ask('POST', runs, { businessDate: '2026-11-25' })).json().runId);
    const gateway = { role: 'internal' } as const;
    const [line] = (await service.get('/internal/orders/shop-1/o-1/postings', gateway)).json().lines;
    const ofPromoter = line.statementIds.filter((one: { party: string }) => one.party === 'promoter:pr-1');
    const { items } = (await service.get('/v1/statements?party=promoter:pr-1')).json();
    expect(items).toMatchObject([
      { businessDate: '2026-11-25', adjustmentsFen: -630 },
      { businessDate: due, adjustmentsFen: 0 },
    ]);
    const ids = items.map((item: { id: string }) => item.id).reverse();
    expect(ofPromoter.map((one: { statementId: string }) => one.statementId)).toEqual(ids);
  });

  it('comes before those of the days before, when everybody’s are listed page by page', async () => {
    const { items, control } = (await service.get('/v1/statements?limit=200')).json();
    const days = items.map((item: { businessDate: string }) => item.businessDate);
    expect([days[0], days.at(-1), days]).toEqual(['2026-11-25', due, [...days].sort().reverse()]);
    expect(control.count).toBe(items.length);
    expect(await pageByPage('/v1/statements', control)).toEqual(items);
    const since = (await service.get('/v1/statements?updatedFrom=2026-11-25T16:00:00Z')).json();
    expect(since.items).toEqual(items.filter((item: { businessDate: string }) => item.businessDate !== due));
  });
});

describe('the seals of business days', () => {
  const sealsOf = async (query = '') => (await service.get(`/v1/ledger/seals?${query}`)).json();

  it('form a chain from the first day on which anything was booked: each covers its postings and the seal before it', async () => {
    const { items, control } = await sealsOf('limit=200');
    const postings = await service.database.read<{ booked_on: string; digest: Buffer }>(
      'SELECT booked_on, digest FROM posting ORDER BY posting_id',
    );
    let previousHash: string | null = null;
    let day = postings.map(posting => posting.booked_on).sort()[0]!;
    for (const seal of items) {
      const ofDay = postings.filter(posting => posting.booked_on === day);
      const sha = createHash('sha256').update(`${previousHash ?? ''}\n${day}\n`);
      for (const { digest } of ofDay) sha.update(digest);
      const isLast = day === '2026-11-25';
      expect(seal).toEqual({
        ...{ id: day, day, hash: sha.digest('hex'), previousHash, postings: ofDay.length },
        sealedBy: isLast ? 'run-2026-11-25' : `run-${due}`,
        updatedAt: isLast ? '2026-11-25T16:00:00.000Z' : '2026-11-24T16:00:00.000Z',
      });
      [previousHash, day] = [seal.hash, dayAfter(day)];
    }
    expect(day).toBe('2026-11-26'); // Every day up to the last settled one has a seal, and no later one.
    expect(items.filter((seal: { postings: number }) => seal.postings > 0).length).toBeGreaterThanOrEqual(2);
    expect(control).toMatchObject({ count: items.length, sumFen: 0 });
  });

  it('are read page by page, and of a span of days whose last is not included', async () => {
    const days = (answer: { items: Array<{ day: string }> }) => answer.items.map(({ day }) => day);
    const first = await sealsOf('from=2026-11-23&to=2026-11-26&limit=2');
    const second = await sealsOf(`from=2026-11-23&to=2026-11-26&limit=2&cursor=${first.nextCursor}`);
    expect([days(first), days(second)]).toEqual([['2026-11-23', due], ['2026-11-25']]);
    expect([first.control, second.nextCursor]).toEqual([second.control, null]);
    expect(days(await sealsOf('updatedFrom=2026-11-25T00:00:00Z'))).toEqual(['2026-11-25']);
    expect((await service.get('/v1/ledger/seals', promoter)).status).toBe(403);
  });
});
