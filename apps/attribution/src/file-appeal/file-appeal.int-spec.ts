import type { Caller } from '@chuanliu/auth/caller';
import { appealChanged } from '@chuanliu/contracts/attribution/appeal-changed.v1';
import { StoppedClock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import { AttributionUnderTest } from '../../test/attribution-under-test';
import { adjusted, after, aLine, DAY, owned, paid, picked } from '../../test/told-facts';
import { CloseAppeal } from '../close-appeal/close-appeal.handler';
import type { Appellant } from '../domain/appeal';
import { ListAppealsController } from '../list-appeals/list-appeals.controller';
import { AppealsListed } from '../list-appeals/list-appeals.query';
import { FileAppeal } from './file-appeal.handler';

const pr1: Appellant = { kind: 'promoter', id: 'pr-1' };
const br1: Appellant = { kind: 'brand', id: 'br-1' };
const asking = (role: Caller['role'], partyId: string | null): Caller => ({
  clientId: 'test',
  role,
  partyId,
  personId: null,
});
const operator = asking('operator', null);
const promoter = asking('promoter', 'pr-1');

/** An order of one line with promoter 1's code, paid 3 s after T0. */
const sold = (orderId = 'o-1', channelId = 'ch-1') => {
  const told = paid({ orderId, lines: [aLine({ scene: { promotionCode: 'pc-1' } }), aLine({ lineNo: 2 })] });
  return { ...told, data: { ...(told.data as object), channelId } };
};

describe('appeals', () => {
  const clock = new StoppedClock(after(DAY));
  let attribution: AttributionUnderTest;
  let filing: FileAppeal;
  let closing: CloseAppeal;
  let listing: ListAppealsController;

  beforeAll(async () => {
    attribution = await AttributionUnderTest.open(clock);
    const { database } = attribution;
    filing = new FileAppeal(database, new Outbox(), clock, { filingDays: 30, resolutionDays: 7 });
    closing = new CloseAppeal(database, new Outbox(), clock);
    listing = new ListAppealsController(new AppealsListed(database), database, clock);
  });
  afterAll(() => attribution.close());
  beforeEach(async () => {
    clock.set(after(DAY));
    await attribution.forgetEverything();
    await attribution.hear(picked({ from: after(-DAY) }), sold());
  });

  const file = (party: Appellant, parts: { orderId?: string; lineNo?: number; channelId?: string } = {}) =>
    filing.run(party, { orderId: 'o-1', lineNo: 1, text: '我的直播间带来的', ...parts });
  const resolve = (appealId: string, state: 'upheld' | 'refused' = 'upheld') =>
    closing.run(appealId, { state, reason: 'the click was theirs', clientId: 'operator' });
  const page = (caller: Caller, query: object = {}) => listing.list(caller, { limit: 50, ...query });
  const announced = async () => {
    const sql = `SELECT aggregate_id, payload FROM outbox WHERE type = '${appealChanged.type}' ORDER BY id`;
    const rows = await attribution.database.read<{ aggregate_id: string; payload: string }>(sql);
    return rows.map(row => {
      const data: unknown = JSON.parse(row.payload);
      if (!appealChanged.check(data)) throw new Error(JSON.stringify(appealChanged.check.errors));
      return { key: row.aggregate_id, data };
    });
  };

  it('are filed by the winner, due in seven days, and announced', async () => {
    const appeal = await file(pr1);
    expect(appeal).toMatchObject({ channelId: 'ch-1', state: 'open', filedAt: after(DAY), dueAt: after(8 * DAY) });
    const shown = await listing.show(promoter, appeal.appealId);
    expect(shown).toEqual({
      id: appeal.appealId,
      channelId: 'ch-1',
      orderId: 'o-1',
      lineNo: 1,
      party: 'promoter:pr-1',
      text: '我的直播间带来的',
      state: 'open',
      filedAt: after(DAY),
      dueAt: after(8 * DAY),
      resolvedAt: null,
      reason: null,
      adjustment: null,
      updatedAt: after(DAY),
    });
    const { text: _, id: appealId, adjustment: ___, updatedAt: __, ...told } = shown;
    expect(await announced()).toEqual([{ key: 'o-1', data: { ...told, appealId, revision: 1 } }]);
  });

  it('may be filed by the brand, and by who was promoting the product though nobody examined them', async () => {
    await attribution.hear(picked({ pickId: 'pk-2', promoterId: 'pr-2', promotionCode: 'pc-2', from: after(0) }));
    await file(br1);
    await file({ kind: 'promoter', id: 'pr-2' });
    expect((await page(operator)).items.map(({ party }) => party)).toEqual(['brand:br-1', 'promoter:pr-2']);
  });

  it('concern nobody else: another’s line is as absent as one that does not exist', async () => {
    await attribution.hear(picked({ pickId: 'pk-3', promoterId: 'pr-3', promotionCode: 'pc-3', from: after(1) }));
    const absent = { type: 'attribution/no-such-line', status: 404, facts: { orderId: 'o-1', lineNo: 1 } };
    await expect(file({ kind: 'promoter', id: 'pr-3' })).rejects.toMatchObject(absent);
    await expect(file({ kind: 'brand', id: 'br-2' })).rejects.toMatchObject(absent);
    await expect(file(pr1, { channelId: 'ch-2' })).rejects.toMatchObject(absent);
    await expect(file(pr1, { orderId: 'o-9' })).rejects.toMatchObject({ status: 404 });
    await expect(file(pr1, { lineNo: 3 })).rejects.toMatchObject({ status: 404 });
    expect(await announced()).toEqual([]);
  });

  it('want the channel named only when two of the party’s own sales share the order id', async () => {
    await attribution.hear(sold('o-1', 'ch-3'));
    await expect(file(pr1)).rejects.toMatchObject({
      type: 'orders/order-in-several-channels',
      facts: { channelIds: ['ch-1', 'ch-3'] },
    });
    expect(await file(pr1, { channelId: 'ch-3' })).toMatchObject({ channelId: 'ch-3' });
    const theirs = sold('o-2', 'ch-2');
    const header = { ...(theirs.data as unknown as { payment: object }).payment, brandId: 'br-2' };
    await attribution.hear(sold('o-2'), { ...theirs, data: { ...theirs.data, payment: header } });
    expect(await file(br1, { orderId: 'o-2' })).toMatchObject({ channelId: 'ch-1' });
  });

  it('are open once for a party and line, also when two come at once', async () => {
    const both = await Promise.allSettled([file(pr1), file(pr1), file(pr1)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { id } = (await page(promoter)).items[0]!;
    await expect(file(pr1)).rejects.toMatchObject({
      type: 'attribution/appeal-open-already',
      status: 409,
      facts: { appealId: id },
    });
    await file(br1);
    await file(pr1, { lineNo: 2 });
    await resolve(id, 'refused');
    await file(pr1); // Somebody who has learned more may say so.
    expect((await page(promoter)).items.map(({ lineNo, state }) => [lineNo, state])).toEqual([
      [1, 'refused'],
      [2, 'open'],
      [1, 'open'],
    ]);
  });

  it('are taken until thirty days after the payment, to the millisecond', async () => {
    clock.set(after(30 * DAY + 2_999));
    await file(pr1);
    clock.set(after(30 * DAY + 3_000));
    await expect(file(br1)).rejects.toMatchObject({
      type: 'attribution/too-late-to-appeal',
      status: 422,
      facts: { until: after(30 * DAY + 3_000) },
    });
  });

  it('are resolved once, with a reason, and announced', async () => {
    const { appealId } = await file(pr1);
    clock.set(after(2 * DAY));
    const both = await Promise.allSettled([resolve(appealId), resolve(appealId, 'refused')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(resolve(appealId)).rejects.toMatchObject({ type: 'attribution/appeal-closed-already', status: 409 });
    await expect(resolve('ap-9')).rejects.toMatchObject({ type: 'attribution/no-such-appeal', status: 404 });
    const told = await announced();
    expect(told).toHaveLength(2);
    expect(told[1]!.data).toMatchObject({
      appealId,
      resolvedAt: after(2 * DAY),
      reason: 'the click was theirs',
      revision: 2,
    });
    expect(await listing.show(operator, appealId)).toMatchObject({
      resolvedAt: after(2 * DAY),
      updatedAt: after(2 * DAY),
    });
  });

  describe('that were upheld', () => {
    const proposed = { state: 'proposed', changedAt: after(DAY + 1) } as const;
    const made = { adjustmentId: 'adj-1', state: 'approved', amountFen: 2_571 };
    let appealId: string;
    beforeEach(async () => {
      appealId = (await file(pr1)).appealId;
      await resolve(appealId);
    });
    const shownTo = async (caller: Caller) => (await listing.show(caller, appealId)).adjustment;

    it('show the adjustment that makes them good: to staff from its proposal on, to the party once it is approved', async () => {
      await attribution.hear(adjusted(appealId, proposed));
      expect(await shownTo(operator)).toEqual({ ...made, state: 'proposed' });
      expect(await shownTo(promoter)).toBeNull();
      expect((await page(promoter, { adjusted: true })).items).toEqual([]);
      await attribution.hear(adjusted(appealId));
      expect([await shownTo(operator), await shownTo(promoter)]).toEqual([made, made]);
    });

    it('are changed, to whoever pulls changes, when the adjustment is heard of: it may have been approved long before', async () => {
      clock.set(after(5 * DAY));
      await attribution.hear(adjusted(appealId));
      const [listed] = (await page(promoter, { updatedFrom: after(5 * DAY) })).items;
      expect(listed).toMatchObject({ id: appealId, adjustment: made, updatedAt: after(5 * DAY) });
    });

    it('are told apart from those that are still to be made good', async () => {
      const other = await file(br1);
      await resolve(other.appealId);
      await attribution.hear(adjusted(appealId, proposed));
      const ids = async (query: object) => (await page(operator, { state: 'upheld', ...query })).items.map(it => it.id);
      expect(await ids({ adjusted: true })).toEqual([appealId]);
      expect(await ids({ adjusted: false })).toEqual([other.appealId]);
    });

    it.each([
      ['in order', [0, 1, 2, 3]],
      ['backwards, and twice', [3, 3, 2, 1, 0, 0]],
      ['the decisions first', [1, 3, 0, 2]],
    ])('end with the adjustment that was not rejected, heard %s', async (_, order) => {
      const next = { adjustmentId: 'adj-2', amountFen: 70, changedAt: after(3 * DAY) };
      const told = [
        adjusted(appealId, proposed),
        adjusted(appealId, { state: 'rejected' }),
        adjusted(appealId, { ...next, ...proposed }),
        adjusted(appealId, next),
      ];
      for (const i of order) await attribution.hear(told[i]!);
      expect(await shownTo(promoter)).toEqual({ adjustmentId: 'adj-2', state: 'approved', amountFen: 70 });
    });
  });

  it('are withdrawn by their author alone', async () => {
    const { appealId } = await file(pr1);
    const withdraw = (party: Appellant) =>
      closing.run(appealId, { state: 'withdrawn', reason: null, clientId: 'c', party });
    await expect(withdraw({ kind: 'brand', id: 'pr-1' })).rejects.toMatchObject({ status: 404 });
    expect(await withdraw(pr1)).toMatchObject({ state: 'withdrawn', reason: null });
    await expect(resolve(appealId)).rejects.toMatchObject({ facts: { appealId, state: 'withdrawn' } });
  });

  it('read as overdue from their due instant on, and can still be resolved', async () => {
    const { appealId } = await file(pr1);
    const states = async () => {
      const found = await Promise.all(['open', 'overdue'].map(state => page(operator, { state })));
      return [(await listing.show(operator, appealId)).state, ...found.map(({ control }) => control.count)];
    };
    clock.set(after(8 * DAY - 1));
    expect(await states()).toEqual(['open', 1, 0]);
    clock.set(after(8 * DAY));
    expect(await states()).toEqual(['overdue', 0, 1]);
    expect(await resolve(appealId)).toMatchObject({ state: 'upheld' });
    expect(await states()).toEqual(['upheld', 0, 0]);
  });

  it('are listed whole to staff, to a party its own, page by page as of one instant', async () => {
    await attribution.hear(owned('brand', 'br-1'), sold('o-2'), sold('o-3'));
    for (const orderId of ['o-1', 'o-2', 'o-3']) await file(pr1, { orderId });
    await file(br1);
    const first = await page(promoter, { limit: 2, state: 'open' });
    expect([first.items.map(row => row.orderId), first.control.count]).toEqual([['o-1', 'o-2'], 3]);
    clock.set(after(9 * DAY));
    const rest = await page(promoter, { limit: 2, state: 'open', cursor: first.nextCursor! });
    expect([rest.items.map(row => [row.orderId, row.state]), rest.nextCursor]).toEqual([[['o-3', 'open']], null]);
    expect(rest.control).toEqual(first.control);

    expect((await page(asking('finance', null))).control.count).toBe(4);
    expect((await page(asking('brand', 'br-1'))).items.map(({ party }) => party)).toEqual(['brand:br-1']);
    expect((await page(asking('brand', 'pr-1'))).items).toEqual([]);
    expect((await page(operator, { orderId: 'o-2' })).items).toHaveLength(1);
    expect((await page(operator, { updatedFrom: after(9 * DAY) })).items).toEqual([]);
    await expect(listing.show(asking('brand', 'br-1'), rest.items[0]!.id)).rejects.toMatchObject({ status: 404 });
  });
});
