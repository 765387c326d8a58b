import { AttributionUnderTest } from '../../test/attribution-under-test';
import {
  after,
  aLine,
  aRefund,
  brand,
  BUYER,
  DAY,
  owned,
  paid,
  picked,
  policy,
  promoter,
  refunded,
  someTerms,
  suspended,
  touched,
  T0,
} from '../../test/told-facts';

describe('attributing sales', () => {
  let attribution: AttributionUnderTest;
  beforeAll(async () => void (attribution = await AttributionUnderTest.open()));
  afterAll(() => attribution.close());
  beforeEach(() => attribution.forgetEverything());

  const coded = (promotionCode = 'pc-1') => aLine({ scene: { promotionCode } });
  const onAccount = (accountId = 'a-1') => aLine({ scene: { accountId } });

  it('announces a sale whole, with whom it belongs to', async () => {
    await attribution.hear(picked());
    await attribution.hear(
      paid({ lines: [{ ...coded(), scene: { ...coded().scene, tag: 'autumn' } }], payment: { freightFen: 800 } }),
    );

    const [row] = await attribution.database.read<{ payload: string; aggregate_id: string }>(
      'SELECT payload, aggregate_id FROM outbox',
    );
    expect(row!.aggregate_id).toBe('o-1');
    expect(JSON.parse(row!.payload)).toEqual({
      channelId: 'ch-1',
      orderId: 'o-1',
      brandId: 'br-1',
      orderedAt: T0,
      paidAt: after(3_000),
      paymentOccurredAt: after(3_000),
      paymentChannel: 'wechat',
      transactionId: '4200001',
      lines: [
        {
          lineNo: 1,
          revision: 1,
          orderRevision: 1,
          present: true,
          productId: 'p-1',
          paidFen: 19_900,
          platformSubsidyFen: 500,
          freightFen: 800,
          refunds: [],
          tag: 'autumn',
          outcome: 'distribution',
          promoterId: 'pr-1',
          pickId: 'pk-1',
          assistantIds: [],
        },
      ],
    });
  });

  it('says nothing twice', async () => {
    const facts = [paid({ lines: [coded()] }), refunded()];
    await attribution.hear(...facts);
    await attribution.hear(...facts);
    await attribution.hear(picked({ promotionCode: 'pc-other' }));
    await attribution.decideDueLines();
    expect((await attribution.announced()).map(line => line.revision)).toEqual([1, 2]);
  });

  it('carries the order’s freight on its first line alone', async () => {
    const lines = [2, 7, 3].map(lineNo => aLine({ lineNo }));
    await attribution.hear(paid({ lines, payment: { freightFen: 1_200 } }));
    expect((await attribution.announced()).map(line => [line.lineNo, line.freightFen])).toEqual([
      [2, 1_200],
      [3, 0],
      [7, 0],
    ]);
  });

  it('lets a line that the payment in force lacks fall to nothing, and keeps whose it was', async () => {
    await attribution.hear(picked());
    await attribution.hear(paid({ lines: [coded(), { ...coded(), lineNo: 2 }], payment: { freightFen: 300 } }));
    await attribution.hear(refunded({ refunds: [aRefund({ lineNo: 1 })], orderRevision: 2 }));
    await attribution.hear(
      paid({ lines: [{ ...coded(), lineNo: 2 }], payment: { freightFen: 300 }, orderRevision: 3 }),
    );

    const gone = (await attribution.announced('o-1', 1)).at(-1);
    expect(gone).toMatchObject({ present: false, paidFen: 0, platformSubsidyFen: 0, freightFen: 0, refunds: [] });
    expect(gone).toMatchObject({ outcome: 'distribution', promoterId: 'pr-1', orderRevision: 3, revision: 3 });
    expect((await attribution.announced('o-1', 2)).at(-1)).toMatchObject({ present: true, freightFen: 300 });
    expect((await attribution.line('o-1', 1)).river).toEqual({ returned: null, grant: null });

    await attribution.hear(paid({ lines: [coded()], orderRevision: 4 }));
    expect((await attribution.announced('o-1', 1)).at(-1)).toMatchObject({
      present: true,
      paidFen: 19_900,
      freightFen: 0,
    });
  });

  it('keeps the last known header of a payment that was withdrawn', async () => {
    await attribution.hear(paid());
    await attribution.hear(paid({ payment: null, orderRevision: 2 }));
    const lines = await attribution.announced();
    expect(lines.at(-1)).toMatchObject({ present: false, brandId: 'br-1', transactionId: '4200001', orderRevision: 2 });
  });

  it('is not fooled by a withdrawal that comes before its payment', async () => {
    await attribution.hear(paid({ payment: null, orderRevision: 2 }));
    await attribution.hear(paid({ orderRevision: 1 }));
    expect(await attribution.announced()).toEqual([]);
    await attribution.hear(paid({ orderRevision: 3 }));
    expect(await attribution.announced()).toHaveLength(1);
  });

  it('keeps refunds in the order of (occurredAt, refundId), also those known before the payment', async () => {
    await attribution.hear(
      refunded({
        refunds: [
          aRefund({ refundId: 'r-b', occurredAt: after(DAY) }),
          aRefund({ refundId: 'r-c', occurredAt: T0 }),
          aRefund({ refundId: 'r-a', occurredAt: after(DAY) }),
          aRefund({ refundId: 'r-gone', withdrawn: true }),
        ],
      }),
    );
    await attribution.hear(paid());
    const [line] = await attribution.announced();
    expect(line!.refunds.map(refund => refund.refundId)).toEqual(['r-c', 'r-a', 'r-b']);
    expect(line!.orderRevision).toBe(2);
  });

  it('tells both lines when a refund moves from one to the other', async () => {
    await attribution.hear(paid({ lines: [aLine(), aLine({ lineNo: 2 })] }));
    await attribution.hear(refunded({ orderRevision: 2 }));
    await attribution.hear(refunded({ orderRevision: 3, refunds: [aRefund({ lineNo: 2 })] }));
    expect((await attribution.announced('o-1', 1)).map(line => line.refunds.length)).toEqual([0, 1, 0]);
    expect((await attribution.announced('o-1', 2)).map(line => line.refunds.length)).toEqual([0, 1]);
    await attribution.hear(refunded({ orderRevision: 2 }));
    expect(await attribution.announced('o-1', 1)).toHaveLength(3);
  });

  it('keeps orders of two channels apart that share an id', async () => {
    const elsewhere = paid({ lines: [coded()] });
    await attribution.hear(picked(), paid({ lines: [aLine()] }));
    await attribution.hear({ ...elsewhere, data: { ...(elsewhere.data as object), channelId: 'ch-2' } });
    expect((await attribution.announced()).map(line => line.outcome)).toEqual(['organic', 'distribution']);
  });

  describe('when something is learned after the order', () => {
    const outcomes = async () => (await attribution.announced('o-1')).map(line => line.promoterId ?? line.outcome);

    it('a pick gives its code’s sale to the promoter', async () => {
      await attribution.hear(paid({ lines: [coded()] }));
      await attribution.hear(picked());
      await attribution.decideDueLines();
      expect(await outcomes()).toEqual(['organic', 'pr-1']);
      expect((await attribution.announced()).at(-1)!.revision).toBe(2);
    });

    it('a pick that ended, or whose terms began, is read as of the order', async () => {
      await attribution.hear(paid({ lines: [coded()] }), picked({ termsFrom: null }));
      await attribution.hear(picked({ revision: 2 }));
      await attribution.decideDueLines();
      await attribution.hear(picked({ revision: 3, to: T0 }));
      await attribution.decideDueLines();
      await attribution.hear(picked({ revision: 2 }));
      await attribution.decideDueLines();
      expect(await outcomes()).toEqual(['organic', 'pr-1', 'organic']);
    });

    it('terms that ended, and began again, are read as of the order', async () => {
      const at = (effectiveFrom: string, more: object = {}) => ({ ...someTerms(effectiveFrom), ...more });
      const begun = '2026-01-01T00:00:00.000Z';
      await attribution.hear(picked(), paid({ lines: [coded()] }));
      await attribution.hear(picked({ revision: 2, terms: [at(begun, { effectiveTo: T0 })] }));
      await attribution.decideDueLines();
      await attribution.hear(
        picked({ revision: 3, terms: [at(begun, { effectiveTo: '2026-02-01T00:00:00.000Z' }), at(T0)] }),
      );
      await attribution.decideDueLines();
      expect(await outcomes()).toEqual(['pr-1', 'organic', 'pr-1']);
    });

    it('new rates of a known pick decide nothing', async () => {
      await attribution.hear(picked(), paid({ lines: [coded()] }));
      await attribution.hear(picked({ revision: 2, tag: 'new rates' }));
      const [due] = await attribution.database.read<{ n: number }>('SELECT COUNT(*) AS n FROM due_line');
      expect(due!.n).toBe(0);
    });

    it('an account, then its pick, then a backdated change of owner', async () => {
      await attribution.hear(paid({ lines: [onAccount()] }));
      await attribution.hear(owned('promoter', 'pr-1'));
      await attribution.decideDueLines();
      expect((await attribution.line()).decision.candidates).toMatchObject([{ reason: 'not-picked' }]);
      await attribution.hear(picked());
      await attribution.decideDueLines();
      await attribution.hear(owned('brand', 'br-1', { effectiveFrom: T0 }));
      await attribution.decideDueLines();
      await attribution.hear(owned('brand', 'br-2', { effectiveFrom: after(1) }));
      await attribution.decideDueLines();
      expect(await outcomes()).toEqual(['organic', 'pr-1', 'self-broadcast']);
    });

    it('a buyer registered to the promoter, in any version, makes it a self-purchase', async () => {
      await attribution.hear(picked(), paid({ lines: [coded()] }));
      await attribution.hear(promoter({ buyerKeys: [BUYER], effectiveFrom: after(90 * DAY) }));
      await attribution.decideDueLines();
      await attribution.hear(promoter({ buyerKeys: [], effectiveFrom: after(91 * DAY) }));
      await attribution.decideDueLines();
      expect(await outcomes()).toEqual(['pr-1', 'organic']);
      expect((await attribution.line()).decision.candidates).toMatchObject([{ reason: 'self-purchase' }]);
    });

    it('a suspension, and its end moved before the order', async () => {
      await attribution.hear(picked(), owned('promoter', 'pr-1'), paid({ lines: [coded()] }));
      await attribution.hear(paid({ orderId: 'o-2', lines: [onAccount()] }));
      await attribution.hear(suspended({ from: after(-DAY) }));
      await attribution.decideDueLines();
      await attribution.hear(suspended({ from: after(-DAY), to: T0, revision: 2 }));
      await attribution.decideDueLines();
      expect(await outcomes()).toEqual(['pr-1', 'organic', 'pr-1']);
      expect((await attribution.announced('o-2')).map(line => line.outcome)).toEqual([
        'distribution',
        'organic',
        'distribution',
      ]);
    });

    it('of several due lines each is decided once more, and the list is empty then', async () => {
      const orders = Array.from({ length: 1_100 }, (_, i) => paid({ orderId: `o-${i}`, lines: [coded()] }));
      await attribution.hear(...orders);
      await attribution.hear(picked());
      await attribution.decideDueLines();
      const [row] = await attribution.database.read<{ n: number }>(
        `SELECT COUNT(*) AS n FROM line WHERE outcome = 'distribution' AND revision = 2 AND NOT EXISTS (SELECT 1 FROM due_line)`,
      );
      expect(row!.n).toBe(1_100);
    });
  });

  describe('the river', () => {
    const bringer = paid({ orderId: 'o-1', lines: [coded()] });
    const returning = (orderedAt: string, orderId = 'o-2') =>
      paid({
        orderId,
        lines: [onAccount('a-brand')],
        payment: { orderedAt, paidAt: orderedAt, transactionId: orderId },
      });
    const world = [picked(), owned('brand', 'br-1', { accountId: 'a-brand' })];
    const river = async (orderId = 'o-2') => (await attribution.line(orderId)).river;

    it('marks the brand’s own sale to a member, and rewards who brought them', async () => {
      await attribution.hear(...world, policy('river', T0, { holdoutBps: 0 }));
      await attribution.hear(bringer);
      await attribution.hear(returning(after(DAY)));
      expect((await river('o-1')).grant).toEqual({
        party: 'brand:br-1',
        impressions: 2_040,
        eligible: true,
        reason: null,
      });
      expect(await river()).toEqual({
        returned: { broughtBy: 'pr-1', heldOut: false },
        grant: { party: 'promoter:pr-1', impressions: 1_020, eligible: true, reason: null },
      });
    });

    it('follows a bringing sale that is learned late, refunded, or withdrawn', async () => {
      await attribution.hear(...world);
      await attribution.hear(returning(after(DAY)), returning(after(3 * DAY), 'o-3'));
      const broughtBy = async (orderId: string) => (await river(orderId)).returned?.broughtBy;
      expect(await broughtBy('o-2')).toBeUndefined();

      await attribution.hear(bringer);
      await attribution.decideDueLines();
      expect([await broughtBy('o-2'), await broughtBy('o-3')]).toEqual(['pr-1', 'pr-1']);

      await attribution.hear(refunded({ refunds: [aRefund({ occurredAt: after(2 * DAY), refundFen: 19_900 })] }));
      await attribution.decideDueLines();
      expect([await broughtBy('o-2'), await broughtBy('o-3')]).toEqual(['pr-1', undefined]);

      await attribution.hear(paid({ payment: null, orderRevision: 3 }));
      await attribution.decideDueLines();
      expect([await broughtBy('o-2'), await broughtBy('o-3')]).toEqual([undefined, undefined]);
    });

    it('follows the pick by which the bringing sale was won', async () => {
      await attribution.hear(world[1]!, bringer, returning(after(DAY)));
      await attribution.hear(picked());
      await attribution.decideDueLines();
      expect((await river()).returned).toMatchObject({ broughtBy: 'pr-1' });
    });

    it('knows no anonymous members, but grants the brand its traffic', async () => {
      await attribution.hear(...world);
      await attribution.hear(paid({ lines: [coded()], payment: { buyerKey: null } }));
      await attribution.hear(returning(after(DAY)));
      expect((await river('o-1')).grant?.impressions).toBe(2_040);
      expect((await river()).returned).toBeNull();
    });

    it('grants nothing under a low shop score or reputation at payment, with the reason', async () => {
      await attribution.hear(...world, bringer, returning(after(DAY)));
      await attribution.hear(promoter({ reputation: 399, effectiveFrom: after(DAY) }));
      await attribution.decideDueLines();
      expect((await river('o-1')).grant).toMatchObject({ eligible: true });
      expect((await river()).grant).toMatchObject({ impressions: 0, eligible: false, reason: 'reputation-too-low' });

      await attribution.hear(brand(419, after(3_000)), brand(420, after(3_001)));
      await attribution.decideDueLines();
      expect((await river('o-1')).grant).toMatchObject({
        impressions: 0,
        eligible: false,
        reason: 'shop-score-too-low',
      });
      expect((await river()).grant).toMatchObject({ reason: 'reputation-too-low' });
    });

    it('follows a backdated policy: window, holdout and rates', async () => {
      await attribution.hear(...world, bringer, returning(after(2 * DAY)));
      await attribution.hear(policy('river', after(DAY), { holdoutBps: 10_000, promoterTrafficPerYuan: 7 }));
      await attribution.decideDueLines();
      expect(await river()).toMatchObject({ returned: { heldOut: true }, grant: { impressions: 1_428 } });
      expect((await river('o-1')).grant?.impressions).toBe(2_040);

      await attribution.hear(
        policy('river', after(2 * DAY), { windowDays: 1 }),
        policy('river', T0, { brandTrafficPerYuan: 1 }),
      );
      await attribution.decideDueLines();
      expect(await river()).toEqual({ returned: null, grant: null });
      expect((await river('o-1')).grant?.impressions).toBe(204);
    });

    it('follows a wider window also where a click, and not the place of purchase, told of the brand’s stream', async () => {
      await attribution.hear(...world, bringer);
      await attribution.hear(touched({ promotionCode: null, accountId: 'a-brand', occurredAt: after(2 * DAY - 1) }));
      const at = { orderedAt: after(2 * DAY), paidAt: after(2 * DAY), transactionId: 'o-2' };
      await attribution.hear(paid({ orderId: 'o-2', payment: at, lines: [aLine({ scene: { surface: 'shelf' } })] }));
      await attribution.hear(policy('river', T0, { windowDays: 1 }));
      await attribution.decideDueLines();
      expect(await river()).toEqual({ returned: null, grant: null });
      await attribution.hear(policy('river', after(DAY), { windowDays: 30 }));
      await attribution.decideDueLines();
      expect(await river()).toMatchObject({ returned: { broughtBy: 'pr-1' } });
    });

    it('recomputes both grants on what refunds leave', async () => {
      await attribution.hear(...world, bringer, returning(after(DAY)));
      await attribution.hear(
        refunded(),
        refunded({ orderId: 'o-2', refunds: [aRefund({ refundFen: 19_900, occurredAt: after(5 * DAY) })] }),
      );
      await attribution.decideDueLines();
      expect((await river('o-1')).grant?.impressions).toBe(1_540);
      expect((await river()).grant?.impressions).toBe(0);
    });

    it('derives a pair’s sales one after another, though two instances take them at once', async () => {
      for (let round = 0; round < 15; round++) {
        await attribution.forgetEverything();
        await attribution.hear(...world);
        await Promise.all([
          attribution.hear(bringer),
          attribution.hear(returning(after(DAY))),
          attribution.hear(returning(after(2 * DAY), 'o-0')),
          attribution.decideDueLines(),
        ]);
        await attribution.decideDueLines();
        expect([(await river('o-0')).returned?.broughtBy, (await river('o-2')).returned?.broughtBy]).toEqual([
          'pr-1',
          'pr-1',
        ]);
      }
    });
  });
});
