import { commissionSplit } from '@chuanliu/contracts/commissions/commission-split.v1';
import { saleStateChanged } from '@chuanliu/contracts/commissions/sale-state-changed.v1';
import { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { payoutChanged } from '@chuanliu/contracts/settlement/payout-changed.v1';
import { sampleChanged } from '@chuanliu/contracts/product-pool/sample-changed.v1';
import { notificationBody, type NotificationType } from '@chuanliu/contracts/push/notifications.v1';
import { validate } from '@chuanliu/http/validate';
import { AReceiver } from './a-receiver';
import { aPayout, aPick, aSample, aSplit, aStateChange, paid, shares, terms } from './facts';
import { asBrand, asPromoter, PushUnderTest } from './push-under-test';

const now = '2026-11-06T12:00:00.000Z';

describe('what parties are told', () => {
  let push: PushUnderTest;
  let receiver: AReceiver;
  beforeAll(async () => {
    push = await PushUnderTest.start();
  });
  afterAll(() => push.stop());
  beforeEach(async () => {
    receiver = await AReceiver.open();
    push.itIs(now);
  });
  afterEach(async () => {
    for (const { id } of (await push.call('GET', '/v1/webhooks?limit=200')).body.items)
      await push.call('DELETE', `/v1/webhooks/${id}`);
    for (const table of ['told_sale', 'told_pick', 'delivery']) await push.database.write(`DELETE FROM ${table}`);
    await receiver.close();
  });

  /** The messages of a path, by type, without their wrapping; each must be what the API's description says it is. */
  const told = (path: string) =>
    receiver.received
      .filter(one => one.path === path)
      .map(({ body }) => {
        validate(notificationBody(body.type as NotificationType), body);
        return [body.type, body.data] as [string, Record<string, unknown>];
      });
  const quiet = async (count: number) => {
    await push.untilHeard();
    await receiver.until(count);
    await new Promise(resolve => setTimeout(resolve, 200)); // One too many would come now.
    expect(receiver.received).toHaveLength(count);
  };

  it('of a sale, a promoter hears its state and their own part of it, to the end', async () => {
    await push.webhook(`${receiver.url}/pr-1`, asPromoter('pr-1'));
    await push.say(commissionSplit, aSplit(1, [paid]));
    await quiet(1);
    await push.say(saleStateChanged, aStateChange('confirmed', paid));
    await quiet(2);
    const less = shares('promoter pr-1 1941', 'brand br-1 10780');
    await push.say(commissionSplit, aSplit(2, [paid, less], { state: 'confirmed' }));
    await quiet(3);
    await push.say(commissionSplit, aSplit(3, [paid, less, []], { state: 'void' }));
    await quiet(4);

    const sale = { channelId: 'shop', orderId: 'o-1', lineNo: 1, productId: 'p-1', outcome: 'distribution' };
    expect(told('/pr-1')).toEqual([
      ['sale.estimated', { ...sale, state: 'estimated', share: 'promoter', amountFen: 2571 }],
      ['sale.confirmed', { ...sale, state: 'confirmed', share: 'promoter', amountFen: 2571 }],
      ['sale.changed', { ...sale, state: 'confirmed', share: 'promoter', amountFen: 1941 }],
      ['sale.void', { ...sale, state: 'void', share: 'promoter', amountFen: 0 }],
    ]);
  });

  it('of one sale, each party hears its own part alone, and a stranger nothing', async () => {
    for (const party of ['pr-1', 'pr-2', 'pr-9']) await push.webhook(`${receiver.url}/${party}`, asPromoter(party));
    for (const party of ['br-1', 'br-9']) await push.webhook(`${receiver.url}/${party}`, asBrand(party));
    await push.webhook(`${receiver.url}/same-id-other-kind`, asBrand('pr-1'));
    await push.say(commissionSplit, aSplit(1, [paid], {}, 'o-2'));
    await quiet(3);
    const parts = ['/pr-1', '/pr-2', '/br-1'].map(path =>
      told(path).map(([type, { share, amountFen }]) => [type, share, amountFen]),
    );
    expect(parts).toEqual([
      [['sale.estimated', 'promoter', 2571]],
      [['sale.estimated', 'assist', 204]],
      [['sale.estimated', 'brand', 14_280]],
    ]);
  });

  it('of a sale that is somebody else’s after all, the one hears of nothing left, the other of the sale', async () => {
    for (const party of ['pr-1', 'pr-3']) await push.webhook(`${receiver.url}/${party}`, asPromoter(party));
    await push.say(commissionSplit, aSplit(1, [paid], {}, 'o-3'));
    await quiet(1);
    const others = shares('promoter pr-3 3876', 'brand br-1 14280');
    await push.say(commissionSplit, aSplit(2, [others], {}, 'o-3'));
    await quiet(3);
    await push.say(saleStateChanged, aStateChange('confirmed', others, 'o-3'));
    await quiet(4);
    await push.say(commissionSplit, aSplit(3, [paid], { state: 'confirmed' }, 'o-3'));
    await quiet(6);
    const parts = (path: string) =>
      told(path).map(([type, { share, amountFen }]) => [type, share, amountFen].join(' '));
    expect(parts('/pr-1')).toEqual([
      'sale.estimated promoter 2571',
      'sale.changed promoter 0',
      'sale.confirmed promoter 2571',
    ]);
    expect(parts('/pr-3')).toEqual([
      'sale.estimated promoter 3876',
      'sale.confirmed promoter 3876',
      'sale.changed promoter 0',
    ]);
  });

  it('the same twice is told once, whether the message or the split is repeated', async () => {
    await push.webhook(`${receiver.url}/pr-1`, asPromoter('pr-1'));
    const eventId = await push.say(commissionSplit, aSplit(1, [paid], {}, 'o-4'));
    await push.say(commissionSplit, aSplit(1, [paid], {}, 'o-4'), eventId);
    await push.say(commissionSplit, aSplit(1, [paid], {}, 'o-4'));
    await push.say(commissionSplit, aSplit(2, [paid], {}, 'o-4'));
    await quiet(1);
  });

  it('a state that was said before a later split does not undo it, though a slice hears both at once', async () => {
    await push.webhook(`${receiver.url}/pr-1`, asPromoter('pr-1'));
    const less = shares('promoter pr-1 1941', 'brand br-1 10780');
    await push.stopHearing();
    await push.say(commissionSplit, aSplit(1, [paid], {}, 'o-5'));
    await push.say(saleStateChanged, aStateChange('confirmed', paid, 'o-5'));
    await push.say(commissionSplit, aSplit(2, [paid, less], { state: 'confirmed' }, 'o-5'));
    await push.hearAgain();
    await push.untilHeard();
    await receiver.until(2);
    const last = told('/pr-1')
      .sort(([, a], [, b]) => Number(b.amountFen) - Number(a.amountFen))
      .at(-1)!;
    expect(last).toMatchObject(['sale.confirmed', { amountFen: 1941 }]);
    const [kept] = await push.database.read('SELECT state, amount_fen AS amountFen FROM told_sale');
    expect(kept).toEqual({ state: 'confirmed', amountFen: 1941 });
  });

  it('only what a webhook asks for is told to it', async () => {
    await push.webhook(`${receiver.url}/void`, asPromoter('pr-1'), ['sale.void', 'sample.*']);
    await push.webhook(`${receiver.url}/sales`, asPromoter('pr-1'), ['sale.*']);
    await push.say(commissionSplit, aSplit(1, [paid], {}, 'o-6'));
    await push.say(commissionSplit, aSplit(2, [paid, []], { state: 'void' }, 'o-6'));
    await quiet(3);
    expect(told('/void').map(([type]) => type)).toEqual(['sale.void']);
    expect(new Set(told('/sales').map(([type]) => type))).toEqual(new Set(['sale.estimated', 'sale.void']));
  });

  it('of parties without webhooks nothing is kept', async () => {
    await push.say(commissionSplit, aSplit(1, [paid], {}, 'o-7'));
    await push.say(pickKnown, aPick(1, [terms('2026-11-01T00:00:00.000Z', 2000)]));
    await push.untilHeard();
    for (const table of ['told_sale', 'told_pick', 'delivery'])
      expect(await push.database.read(`SELECT * FROM ${table}`)).toEqual([]);
  });

  it('what was said while nobody had a webhook is never told, though it comes again to somebody who has one', async () => {
    const split = aSplit(1, [paid], {}, 'o-before');
    const splitId = await push.say(commissionSplit, split);
    const change = aStateChange('confirmed', paid, 'o-before');
    const changeId = await push.say(saleStateChanged, change);
    await push.untilHeard();
    await push.webhook(`${receiver.url}/pr-1`, asPromoter('pr-1'));
    await push.say(commissionSplit, split, splitId);
    await push.say(saleStateChanged, change, changeId);
    await push.say(commissionSplit, aSplit(2, [paid], { state: 'settled' }, 'o-before'));
    await quiet(1);
    expect(told('/pr-1').map(([type]) => type)).toEqual(['sale.settled']);
  });

  it('of a pick, the promoter hears what its rates will be and its end, the brand its end; each thing once', async () => {
    await push.webhook(`${receiver.url}/pr-1`, asPromoter('pr-1'));
    await push.webhook(`${receiver.url}/br-1`, asBrand('br-1'));
    const first = terms('2026-11-01T00:00:00.000Z', 2000);
    const before = terms('2026-11-05T00:00:00.000Z', 2200); // Before the webhook was there.
    const rise = terms('2026-11-07T00:00:00.000Z', 2500);
    const cut = terms('2026-12-07T00:00:00.000Z', 1500);
    await push.say(pickKnown, aPick(1, [first, before]));
    await push.say(pickKnown, aPick(2, [first, before, rise]));
    await push.say(pickKnown, aPick(3, [first, before, rise, cut]));
    await push.say(pickKnown, aPick(2, [first, before, terms('2026-11-07T00:00:00.000Z', 9000)]));
    await push.say(pickKnown, aPick(4, [first, before, rise, cut], '2026-12-31T00:00:00.000Z'));
    await push.say(pickKnown, aPick(5, [first, before, rise, cut], '2026-12-31T00:00:00.000Z'));
    await quiet(4);
    const pick = { pickId: 'pi-1', productId: 'p-1' };
    const change = { ...pick, assistBps: 0 };
    const ended = ['pick.ended', { ...pick, promoterId: 'pr-1', to: '2026-12-31T00:00:00.000Z' }];
    expect(told('/br-1')).toEqual([ended]);
    const toPromoter = told('/pr-1');
    expect(toPromoter).toHaveLength(3);
    expect(toPromoter).toEqual(
      expect.arrayContaining([
        [
          'rate-change.announced',
          { ...change, effectiveFrom: rise.effectiveFrom, formerCommissionBps: 2200, commissionBps: 2500 },
        ],
        [
          'rate-change.announced',
          { ...change, effectiveFrom: cut.effectiveFrom, formerCommissionBps: 2500, commissionBps: 1500 },
        ],
        ended,
      ]),
    );
  });

  it('of a sample, both sides hear every state that it comes to from now on', async () => {
    await push.webhook(`${receiver.url}/pr-1`, asPromoter('pr-1'));
    await push.webhook(`${receiver.url}/br-1`, asBrand('br-1'), ['sample.requested']);
    await push.say(sampleChanged, aSample(1, 'requested', '2026-11-05T00:00:00.000Z'));
    await push.say(sampleChanged, aSample(2, 'requested', now));
    await push.say(sampleChanged, aSample(3, 'approved', '2026-11-06T13:00:00.000Z'));
    await quiet(3);
    expect(
      told('/pr-1')
        .map(([type]) => type)
        .sort(),
    ).toEqual(['sample.approved', 'sample.requested']);
    expect(told('/br-1').map(([type]) => type)).toEqual(['sample.requested']);
  });

  it('of a payout, its party alone hears that it is on its way and what became of it, and why', async () => {
    await push.webhook(`${receiver.url}/pr-1`, asPromoter('pr-1'), ['payout.*']);
    await push.webhook(`${receiver.url}/br-1`, asBrand('br-1'));
    const cameBack = { resultAt: '2026-11-07T02:00:00.000Z', reference: 'bank-7', reason: '户名不符' };
    await push.say(payoutChanged, aPayout('sent', '2026-11-05T00:00:00.000Z'));
    await push.say(payoutChanged, aPayout('sent', now));
    await push.say(payoutChanged, aPayout('failed', now, cameBack));
    await quiet(2);
    expect(told('/br-1')).toEqual([]);
    const sent = { ...aPayout('sent', now), party: 'promoter:pr-1' };
    expect(told('/pr-1')).toHaveLength(2);
    expect(told('/pr-1')).toEqual(
      expect.arrayContaining([
        ['payout.sent', sent],
        ['payout.failed', { ...sent, state: 'failed', ...cameBack }],
      ]),
    );
  });

  it('nothing is lost when the service was away meanwhile', async () => {
    await push.webhook(`${receiver.url}/pr-1`, asPromoter('pr-1'));
    await push.stopHearing();
    for (let n = 0; n < 20; n++) await push.say(commissionSplit, aSplit(1, [paid], {}, `away-${n}`));
    await push.hearAgain();
    await quiet(20);
    expect(new Set(told('/pr-1').map(([, data]) => data.orderId)).size).toBe(20);
  });
});
