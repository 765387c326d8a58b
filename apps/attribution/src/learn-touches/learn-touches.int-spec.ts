import { setTimeout as sleep } from 'node:timers/promises';
import { AttributionUnderTest } from '../../test/attribution-under-test';
import { contestedTouches } from '../storage/contested-touches';
import {
  after,
  aLine,
  BUYER,
  DAY,
  owned,
  paid,
  picked,
  policy,
  promoter,
  refunded,
  suspended,
  T0,
  touched,
} from '../../test/told-facts';

const HOUR = 3_600_000;

describe('touches that come after the order', () => {
  let attribution: AttributionUnderTest;
  beforeAll(async () => void (attribution = await AttributionUnderTest.open()));
  afterAll(() => attribution.close());
  beforeEach(() => attribution.forgetEverything());

  const outcomes = async (orderId = 'o-1') =>
    (await attribution.announced(orderId)).map(line => line.promoterId ?? line.outcome);
  const told = async (...facts: Parameters<typeof attribution.hear>) => {
    await attribution.hear(...facts);
    await attribution.decideDueLines();
  };
  const second = picked({ pickId: 'pk-2', promoterId: 'pr-2', promotionCode: 'pc-2' });

  it('decide it again, one after the other; so does the brand’s account, learned last', async () => {
    await told(paid(), picked(), second);
    await told(touched());
    await told(touched({ touchId: 't-2', promotionCode: 'pc-2', occurredAt: after(-1) }));
    await told(touched({ touchId: 't-3', promotionCode: null, accountId: 'a-br', occurredAt: after(-1) }));
    await told(owned('brand', 'br-1', { accountId: 'a-br' }));
    expect(await outcomes()).toEqual(['organic', 'pr-1', 'pr-2', 'self-broadcast']);
    expect((await attribution.line()).decision.candidates).toMatchObject([{ rule: 'last-click', accountId: 'a-br' }]);
  });

  it('are looked at as they were when a fact about a code, a pick or its promoter comes later still', async () => {
    await told(paid(), touched());
    expect((await attribution.line()).decision.candidates).toMatchObject([{ reason: 'unknown-code' }]);
    await told(picked());
    await told(suspended({ from: after(-DAY) }));
    await told(suspended({ from: after(-DAY), to: T0, revision: 2 }));
    await told(promoter({ buyerKeys: [BUYER] }));
    expect(await outcomes()).toEqual(['organic', 'pr-1', 'organic', 'pr-1', 'organic']);
    expect((await attribution.line()).decision.candidates).toMatchObject([{ reason: 'self-purchase' }]);
  });

  it('on an account wait for its owner, its pick and its suspension', async () => {
    await told(paid(), touched({ promotionCode: null, accountId: 'a-1' }));
    await told(owned('promoter', 'pr-1'));
    await told(picked());
    await told(suspended({ from: T0 }));
    await told(suspended({ from: T0, to: T0, revision: 2 }));
    await told(owned('promoter', 'pr-9', { effectiveFrom: after(-HOUR) }));
    expect(await outcomes()).toEqual(['organic', 'pr-1', 'organic', 'pr-1', 'organic']);
  });

  it('count under the windows of a policy learned later', async () => {
    await told(touched(), picked(), paid());
    await told(policy('attribution', after(-1), { linkHours: 0 }));
    await told(policy('attribution', after(1), { linkHours: 5 }));
    await told(policy('attribution', T0, { linkHours: 1 }));
    expect(await outcomes()).toEqual(['pr-1', 'organic', 'pr-1']);
  });

  it('concern no line that had no need of them, nor one of another time, product or buyer', async () => {
    await attribution.hear(
      picked(),
      paid({ orderId: 'o-1', lines: [aLine({ scene: { promotionCode: 'pc-1' } })] }),
      paid({ orderId: 'o-2', payment: { orderedAt: after(-2 * HOUR) } }),
      paid({ orderId: 'o-3', lines: [aLine({ productId: 'p-2' })] }),
      paid({ orderId: 'o-4', payment: { buyerKey: 'c'.repeat(64) } }),
      paid({ orderId: 'o-5', payment: { buyerKey: null } }),
    );
    await attribution.decideDueLines();
    await attribution.hear(touched({ occurredAt: after(-HOUR) }));
    expect(await attribution.matched()).toEqual([]);
    await attribution.hear(paid({ orderId: 'o-6' }));
    await attribution.hear(touched({ touchId: 't-2', kind: 'view' }), touched({ touchId: 't-3', surface: 'shelf' }));
    expect(await attribution.matched()).toEqual([]);
    await attribution.hear(touched({ touchId: 't-4', kind: 'cart' }));
    expect(await attribution.matched()).toEqual(['o-6']);
  });

  it('of one touchId only the smallest content counts, in whatever order and for whichever buyer they come', async () => {
    const other = 'c'.repeat(64);
    const contents = [
      touched({ occurredAt: after(-3 * HOUR), promotionCode: 'pc-2', buyerKey: other }),
      touched({ occurredAt: after(-20 * DAY + 1), promotionCode: 'pc-2' }),
      touched({ occurredAt: after(-2 * HOUR) }),
    ];
    const winnerAfter = async (order: number[], howMany: number) => {
      await attribution.forgetEverything();
      await told(picked(), second, paid(), paid({ orderId: 'o-2', payment: { buyerKey: other } }));
      for (const i of order.filter(index => index < howMany || index === 2)) await told(contents[i]!);
      const of = async (orderId: string) => (await attribution.line(orderId)).decision.promoterId;
      return [await of('o-1'), await of('o-2')];
    };
    for (const order of [
      [0, 2],
      [2, 0],
      [2, 0, 2],
    ])
      expect(await winnerAfter(order, 1)).toEqual([null, 'pr-2']);
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0, 1],
    ])
      expect(await winnerAfter(order, 2)).toEqual([null, null]);
    const page = (after: { occurredAt: string; id: string } | null = null) =>
      contestedTouches(attribution.database, {}, after, 1);
    const [first] = await page();
    expect(first).toMatchObject({ kind: 'attribution/conflicting-content', occurredAt: after(-3 * HOUR) });
    const [last] = await page(first);
    expect(last).toMatchObject({ channelId: 'ch-1', occurredAt: after(-2 * HOUR) });
    expect(await page(last)).toEqual([]);
    expect(await winnerAfter([2], 0)).toEqual(['pr-1', null]);
    expect(await page()).toEqual([]);
  });

  it('of two channels may share a touchId', async () => {
    await told(picked(), second, paid(), touched({ promotionCode: 'pc-gone' }), touched({ channelId: 'ch-2' }));
    expect((await attribution.line()).decision.promoterId).toBe('pr-1');
  });

  it('told again change nothing', async () => {
    await told(touched(), picked(), paid());
    await told(touched());
    await told(touched(), paid(), picked());
    expect(await outcomes()).toEqual(['pr-1']);
  });

  it('make assistants, once the winner’s terms know an assist rate', async () => {
    const assistants = async () => (await attribution.announced('o-1')).map(line => line.assistantIds);
    const coded = [aLine({ scene: { promotionCode: 'pc-1' } })];
    await told(picked(), second, paid({ lines: coded }), touched({ promotionCode: 'pc-2', kind: 'cart' }));
    await told(picked({ revision: 2, assistBps: 1_000 }));
    await told(touched({ touchId: 't-2', promotionCode: 'pc-3' }));
    await told(picked({ pickId: 'pk-3', promoterId: 'pr-0', promotionCode: 'pc-3' }));
    await told(suspended({ partyId: 'pr-2', from: T0 }));
    await told(picked({ revision: 3 }));
    expect(await assistants()).toEqual([[], ['pr-2'], ['pr-0', 'pr-2'], ['pr-0'], []]);
  });

  it('make as many assistants as there are touches that count, however long their names', async () => {
    const others = Array.from({ length: 2_000 }, (_, i) => `${'p'.repeat(60)}${1_000 + i}`);
    await attribution.hear(
      picked({ assistBps: 1_000 }),
      ...others.map((promoterId, i) => picked({ pickId: `pk-other-${i}`, promoterId, promotionCode: `other-${i}` })),
      ...others.map((_, i) => touched({ touchId: `t-${i}`, promotionCode: `other-${i}` })),
    );
    await told(paid({ lines: [aLine({ scene: { promotionCode: 'pc-1' } })] }));
    expect((await attribution.line()).decision.assistantIds).toEqual(others);
  });

  it('that are no longer kept still decide the line that saw them', async () => {
    await told(
      picked({ assistBps: 500 }),
      second,
      touched(),
      touched({ touchId: 't-2', promotionCode: 'pc-2', kind: 'cart' }),
    );
    await told(paid());
    await attribution.database.transaction(async tx => {
      await tx.execute('INSERT INTO touch_horizon (id, gone_before) VALUES (1, ?)', ['2026-11-01 00:00:00.000']);
      await tx.execute('DELETE FROM touch');
    });
    await told(refunded());
    await told(suspended({ from: T0 }));
    expect((await attribution.announced()).map(line => [line.promoterId, line.assistantIds])).toEqual([
      ['pr-1', ['pr-2']],
      ['pr-1', ['pr-2']],
      [null, []],
    ]);
  });

  it('wait for a sale that is under way in another instance and has not seen them', async () => {
    await attribution.hear(picked());
    const commitSale = await attribution.hearAndWait(paid());
    await attribution.hear(touched());
    const matched = attribution.decideDueLines();
    expect(await Promise.race([matched.then(() => 'matched'), sleep(200).then(() => 'waiting')])).toBe('waiting');
    await commitSale();
    await matched;
    expect(await outcomes()).toEqual(['organic', 'pr-1']);
  });

  it('that are put out of force are not left to a sale that saw them meanwhile', async () => {
    await attribution.hear(picked(), second);
    await attribution.hear(
      touched({ occurredAt: after(-3 * HOUR), promotionCode: 'pc-2' }),
      touched({ occurredAt: after(-2 * HOUR) }),
    );
    await attribution.chooseTouches();
    const commitSale = await attribution.hearAndWait(paid());
    await attribution.matchChosen();
    await commitSale();
    await attribution.decideDueLines();
    expect(await outcomes()).toEqual(['pr-1', 'pr-2']);
  });

  it('are read once for a slice, and not at all for sales that a code or a stream decides without assistants', async () => {
    const slice = async (scene: object) => {
      attribution.queries.length = 0;
      const buyer = (i: number) => i.toString(16).padStart(64, '0');
      await attribution.hear(
        ...Array.from({ length: 300 }, (_, i) =>
          paid({
            orderId: `${JSON.stringify(scene).length}-${i}`,
            payment: { buyerKey: buyer(i) },
            lines: [aLine({ scene })],
          }),
        ),
      );
      return attribution.queries.filter(sql => /FROM touch\b/.test(sql)).length;
    };
    await attribution.hear(picked(), owned('brand', 'br-1', { accountId: 'a-br' }));
    expect(await slice({ promotionCode: 'pc-1' })).toBe(0);
    expect(await slice({ accountId: 'a-br' })).toBe(0);
    expect(await slice({ surface: 'shelf' })).toBe(1);
    await attribution.hear(picked({ revision: 2, assistBps: 1 }));
    expect(await slice({ promotionCode: 'pc-1', surface: 'link' })).toBe(1);
  });

  it('in their thousands are stored and matched by the slice', async () => {
    const lines = Array.from({ length: 1_200 }, (_, i) =>
      paid({ orderId: `o-${i}`, payment: { buyerKey: i.toString(16).padStart(64, '0') } }),
    );
    await attribution.hear(...lines);
    await told(
      picked(),
      ...lines.map((_, i) => touched({ touchId: `t-${i}`, buyerKey: i.toString(16).padStart(64, '0') })),
    );
    const [row] = await attribution.database.read<{ n: number }>(
      `SELECT COUNT(*) AS n FROM line WHERE outcome = 'distribution' AND revision = 2`,
    );
    expect(row!.n).toBe(1_200);
  });
});
