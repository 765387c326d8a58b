import { partialRefund, payment, selfBroadcast } from '../../test/a-sale';
import { aSettlement, due, received, sale } from '../../test/a-settlement';
import { RunStatementsQuery } from '../list-run-statements/run-statements.query';
import { readRun } from '../storage/settlement-runs';

let s: Awaited<ReturnType<typeof aSettlement>>;
beforeAll(async () => {
  s = await aSettlement();
});
afterAll(() => s.close());
beforeEach(() => s.empty());
afterEach(async () => expect(await s.faults()).toEqual([]));

describe('the cut of a run', () => {
  const topic = 'commissions.split-events';
  const partitions = [0, 1];
  beforeEach(async () => {
    for (const partition of partitions)
      await s.database.write(
        `INSERT INTO consumer_position (consumer, topic, partition_no, next_offset) VALUES ('settlement', ?, ?, 0)`,
        [topic, partition],
      );
  });
  afterEach(() => s.database.write('DELETE FROM consumer_position'));

  /** One event of one order that is due, applied as slices are: under the position's lock, which moves with it. */
  const slice = (partition: number, offset: number) =>
    s.database.transaction(async tx => {
      const where = 'WHERE topic = ? AND partition_no = ?';
      await tx.query(`SELECT next_offset FROM consumer_position ${where} FOR UPDATE`, [topic, partition]);
      const orderId = `o-${partition}-${offset}`;
      await s.first.postToLedger.run([sale(orderId)], tx);
      const receipt = { channelId: 'shop-1', orderId, receivedAt: received, receiptRevision: 1 };
      await s.first.awaitSettlement.run([receipt], tx);
      await tx.execute(`UPDATE consumer_position SET next_offset = ? ${where}`, [offset + 1, topic, partition]);
    });

  it('is kept with it: what the consumers had applied there is settled, and nothing that came behind', async () => {
    let begun = false;
    const applied = await Promise.all([
      ...partitions.map(async partition => {
        let offset = 0;
        while (!begun) await slice(partition, offset++);
        for (const end = offset + 2; offset < end; offset++) await slice(partition, offset);
        return offset;
      }),
      (async () => {
        while ((await s.count('posting')) < 5);
        await s.begin(due);
        begun = true;
        return 0;
      })(),
    ]);
    const runId = `run-${due}`;
    const cut = (await s.cutOf(runId))!;
    expect(cut.map(({ topic: of, partition }) => [of, partition])).toEqual(partitions.map(n => [topic, n]));
    for (const { partition, nextOffset } of cut) expect(nextOffset).toBeLessThan(applied[partition]!);

    await s.advance();
    const settled = await s.database.read<{ order_id: string }>(
      'SELECT order_id FROM ledger_line WHERE settled_run = ?',
      [runId],
    );
    const before = cut.flatMap(({ partition, nextOffset }) =>
      Array.from({ length: nextOffset }, (_, offset) => `o-${partition}-${offset}`),
    );
    expect(settled.map(row => row.order_id).sort()).toEqual(before.sort());
    expect(before.length).toBeGreaterThan(4);
  });

  it('of a dry run is the instant that it looked at', async () => {
    const runId = await s.begin(due, true);
    expect(await s.cutOf(runId)).toBeNull();
    await slice(0, 0);
    await s.advance();
    expect(await s.cutOf(runId)).toEqual([
      { topic, partition: 0, nextOffset: 1 },
      { topic, partition: 1, nextOffset: 0 },
    ]);
    expect(await s.readRun(runId)).toMatchObject({ line_count: 1 });
  });
});

describe('while a run is under way', () => {
  const orders = Array.from({ length: 9 }, (_, n) => `o-${n}`);
  beforeEach(async () => {
    await s.divide(...orders.map(order => sale(order)));
    await s.receiveAll(
      ...orders.map(orderId => ({ channelId: 'shop-1', orderId, receivedAt: received, receiptRevision: 1 })),
    );
    s.first.steps.orders = 2;
  });
  afterEach(() => {
    s.first.steps.orders = 500;
  });

  const undisturbed = { 'promoter:pr-1': 9 * 2_571, 'brand:br-1': 9 * 14_280 };

  it('whoever changes a due order settles it first, as it was at the cut', async () => {
    const runId = await s.begin(due);
    await s.first.runs.step();
    await s.divide(
      sale('o-0', { revision: 2, steps: [payment, partialRefund] }), // Settled by the first step.
      sale('o-8', { revision: 2, steps: [payment, partialRefund] }), // Settled by the touch.
      sale('o-7', { revision: 2, decisionRevision: 2, basis: 'b-2', steps: [selfBroadcast] }),
    );
    await s.receive('o-6', null, 2);
    expect(await s.faults()).toEqual([]);
    await s.advance();
    expect(await s.readRun(runId)).toMatchObject({ phase: 'done', line_count: 9, settled_fen: 9 * 20_400 });
    expect((await s.statements())[`promoter:pr-1 ${due}`]).toMatchObject({ closingFen: 9 * 2_571 });
    expect(await s.available()).toMatchObject({
      'promoter:pr-1': undisturbed['promoter:pr-1'] - 2 * 630,
      'brand:br-1': undisturbed['brand:br-1'] - 2 * 3_500,
    });
    expect(await s.count('too_late')).toBe(1);
  });

  it('what becomes due after the cut waits for the next day', async () => {
    await s.divide(sale('o-90'));
    await s.begin(due);
    await s.receive('o-90', received);
    await s.receive('o-91', received);
    await s.divide(sale('o-91'), sale('o-1', { lineNo: 2 }));
    await s.advance();
    expect((await s.readRun(`run-${due}`)).line_count).toBe(9);
    expect((await s.settle('2026-11-25')).line_count).toBe(3);
  });

  it('a due line can be held no more, and a hold that is lifted waits for the next day', async () => {
    await s.hold('o-8', 1, true);
    await s.begin(due);
    await expect(s.hold('o-7', 1, true)).rejects.toMatchObject({ type: 'settlement/line-is-settled' });
    await s.hold('o-8', 1, false);
    await s.advance();
    expect((await s.readRun(`run-${due}`)).line_count).toBe(8);
    expect((await s.settle('2026-11-25')).line_count).toBe(1);
  });

  it('balances appear at its end, all at once', async () => {
    await s.begin(due);
    for (let n = 0; n < 3; n++) {
      await s.first.runs.step();
      expect(await s.available()).toEqual({});
    }
    await s.advance();
    expect(await s.available()).toMatchObject(undisturbed);
  });

  it('its statements are as old as their making, however long it goes on after that', async () => {
    const runId = await s.begin(due);
    const read = async () => (await readRun({ query: (...asked) => s.database.read(...asked) }, runId))!;
    while ((await read()).phase !== 'sealing') await s.first.runs.step();
    const [madeAt, doneAt] = [s.clock.now(), '2026-11-30T05:00:00.000Z'];
    s.clock.set(doneAt);
    await s.advance();
    s.clock.set(madeAt);
    const [statement] = await new RunStatementsQuery(s.database).page(await read(), undefined, undefined, 1);
    expect([statement!.updatedAt, (await read()).doneAt]).toEqual([madeAt, doneAt]);
  });

  it('says when it last moved on', async () => {
    const updatedAt = async () => {
      const [row] = await s.database.read<{ updated_at: string }>('SELECT updated_at FROM settlement_run');
      return row!.updated_at;
    };
    await s.begin(due);
    const begun = await updatedAt();
    await s.first.runs.step();
    expect(await updatedAt()).not.toBe(begun);
    await s.advance();
  });

  it('several instances take turns, and slices go on: the run ends with the cut', async () => {
    const others = [s.anInstance(), s.anInstance()];
    for (const other of others) other.steps.orders = 1;
    await s.begin(due);
    const refunds = orders.map((order, n) =>
      sale(order, { revision: 2, steps: [payment, { ...partialRefund, refundId: `r-${n}` }] }),
    );
    await Promise.all([
      s.advance(),
      ...others.map(other => s.advance(other)),
      ...refunds.map(refund => s.divide(refund)),
    ]);
    expect(await s.readRun(`run-${due}`)).toMatchObject({ phase: 'done', line_count: 9, settled_fen: 9 * 20_400 });
    expect((await s.statements())[`promoter:pr-1 ${due}`]).toMatchObject({ closingFen: 9 * 2_571 });
    expect(await s.available()).toMatchObject({ 'promoter:pr-1': 9 * 1_941, 'brand:br-1': 9 * 10_780 });
  });

  it('refunds, holds and new lines that come with its steps, in any order, leave nothing behind', async () => {
    const other = s.anInstance();
    other.steps.orders = 1;
    await s.begin(due);
    await Promise.all([
      s.advance(),
      s.advance(other),
      ...orders.map((order, n) => {
        if (n % 3 === 0) return s.divide(sale(order, { revision: 2, steps: [payment, partialRefund] }));
        if (n % 3 === 1) return s.divide(sale(order, { lineNo: 2, steps: [{ ...payment, freightFen: 7 }] }));
        return s.hold(order, 1, true).catch((refusal: { type?: string }) => {
          if (refusal.type !== 'settlement/line-is-settled') throw refusal;
        });
      }),
    ]);
    for (const order of orders) await s.hold(order, 1, false).catch(() => undefined);
    await s.settle('2026-11-25');
    expect(Object.keys(await s.balances()).filter(account => account.endsWith(':pending'))).toEqual([]);
    expect(await s.available()).toMatchObject({ 'brand:br-1': 12 * 14_280 - 3 * 3_500 + 3 * 7 });
  });
});
