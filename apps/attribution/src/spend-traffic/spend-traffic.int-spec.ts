import { StoppedClock } from '@chuanliu/http/dated-command-clock';
import { AttributionUnderTest } from '../../test/attribution-under-test';
import { after, aLine, aRefund, DAY, paid, picked, refunded, type Told } from '../../test/told-facts';
import { readerOn } from '../storage/reader';
import { spendsOf } from '../storage/traffic-spends';
import { trafficWallet } from '../storage/traffic-wallet';
import { SpendTraffic } from './spend-traffic.handler';

/** A sale of 100 yuan through a promoter: 1,000 impressions for the brand. */
const sold = (orderId: string, ms: number): Told =>
  paid({
    orderId,
    payment: { orderedAt: after(ms), paidAt: after(ms) },
    lines: [aLine({ paidFen: 10_000, platformSubsidyFen: 0, scene: { promotionCode: 'pc-1' } })],
  });

const gaveBack = (orderId: string, ms: number, refundFen: number): Told =>
  refunded({ orderId, refunds: [aRefund({ occurredAt: after(ms), refundFen })] });

describe('spending traffic', () => {
  const clock = new StoppedClock(after(2 * DAY));
  let attribution: AttributionUnderTest;
  let spending: SpendTraffic;

  beforeAll(async () => {
    attribution = await AttributionUnderTest.open();
    spending = new SpendTraffic(attribution.database, clock);
  });
  afterAll(() => attribution.close());
  beforeEach(async () => {
    clock.set(after(2 * DAY));
    await attribution.forgetEverything();
    await attribution.hear(picked());
  });

  const spend = (impressions: number) => spending.run('brand', 'br-1', { impressions, contentId: 'stream-1' });

  async function wallet(at: string) {
    const reader = readerOn(attribution.database);
    return trafficWallet(reader, 'brand', 'br-1', await spendsOf(reader, 'brand', 'br-1'), at);
  }

  it('takes from the oldest grant, and refuses more than is there by name', async () => {
    await attribution.hear(sold('o-2', DAY), sold('o-1', 0));
    expect(await spend(1_200)).toMatchObject({ impressions: 1_200, contentId: 'stream-1', balance: 800 });
    const { grants } = await wallet(after(2 * DAY));
    expect(grants).toMatchObject([
      { id: 'ch-1/o-1/1', spent: 1_000, left: 0 },
      { id: 'ch-1/o-2/1', spent: 200, left: 800, cause: { orderId: 'o-2' }, eligible: true },
    ]);
    await expect(spend(801)).rejects.toMatchObject({
      type: 'attribution/not-enough-traffic',
      facts: { balance: 800, asked: 801 },
    });
    expect((await wallet(after(2 * DAY))).balance).toBe(800);
    expect((await wallet(after(2 * DAY - 1))).balance).toBe(2_000);
  });

  it('never spends one impression for two who ask at once', async () => {
    await attribution.hear(sold('o-1', 0));
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => spend(300)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await wallet(after(2 * DAY))).toMatchObject({ balance: 100, debt: 0 });
  });

  it('spends nothing that has expired', async () => {
    await attribution.hear(sold('o-1', 0));
    clock.set(after(30 * DAY));
    await expect(spend(1)).rejects.toMatchObject({ facts: { balance: 0, asked: 1 } });
  });

  it('keeps the order of commands when a clock goes back', async () => {
    await attribution.hear(sold('o-1', 0));
    await spend(1);
    clock.set(after(DAY));
    expect((await spend(1)).spentAt).toBe(after(2 * DAY));
  });

  it('owes what a refund took back after it was spent, though the grant expired; the next grant pays', async () => {
    await attribution.hear(sold('o-1', 0));
    await spend(700);
    await attribution.hear(gaveBack('o-1', 40 * DAY, 6_000));
    clock.set(after(41 * DAY));
    await expect(spend(1)).rejects.toMatchObject({ facts: { balance: -300 } });
    await attribution.hear(sold('o-2', 42 * DAY));
    expect(await wallet(after(42 * DAY))).toMatchObject({
      balance: 700,
      debt: 0,
      grants: [{ toDebt: 300, left: 700 }],
    });
  });

  it('leaves the same wallet at every instant, whatever facts came before the spend and which after', async () => {
    const facts = [
      sold('o-1', 0),
      sold('o-2', DAY),
      sold('o-3', 5 * DAY),
      gaveBack('o-1', DAY, 2_500),
      gaveBack('o-2', 3 * DAY, 10_000),
    ];
    const instants = [0, DAY, 2 * DAY, 3 * DAY, 5 * DAY, 30 * DAY, 31 * DAY, 36 * DAY].map(after);
    const seen: unknown[] = [];
    // The spend is of the second day; at least one sale is known then, or it would have been refused.
    for (const [before, later] of [
      [facts, []],
      [[facts[1]!], [facts[4]!, facts[3]!, facts[2]!, facts[0]!]],
      [[facts[0]!], [facts[2]!, facts[1]!, facts[4]!, facts[3]!]],
      [
        [facts[4]!, facts[1]!, facts[0]!],
        [facts[3]!, facts[2]!],
      ],
    ] as Array<[Told[], Told[]]>) {
      await attribution.forgetEverything();
      await attribution.hear(picked());
      for (const fact of before) await attribution.hear(fact);
      await spend(900);
      for (const fact of later) await attribution.hear(fact);
      await attribution.decideDueLines();
      seen.push(await Promise.all(instants.map(wallet)));
    }
    expect(seen[0]).toMatchObject([
      {},
      {},
      { balance: 850 },
      { balance: -150, debt: 150 },
      { balance: 850 },
      {},
      {},
      {},
    ]);
    for (const each of seen) expect(each).toEqual(seen[0]);
  });
});
