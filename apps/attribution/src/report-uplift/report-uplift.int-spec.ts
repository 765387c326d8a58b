import { createHash } from 'node:crypto';
import { AttributionUnderTest } from '../../test/attribution-under-test';
import {
  after,
  aLine,
  aRefund,
  DAY,
  owned,
  paid,
  picked,
  policy,
  refunded,
  T0,
  type Told,
} from '../../test/told-facts';
import { isHeldOut } from '../domain/membership';
import { RiverAudience } from '../storage/river-audience';
import { GroupsOfPeriod } from './groups-of-period.query';
import { ReportUplift } from './report-uplift';

const BUYERS = Array.from({ length: 600 }, (_, i) => createHash('sha256').update(`buyer ${i}`).digest('hex'));
const isHeld = (buyer: string) => isHeldOut('br-1', buyer, T0, HALF);
const HALF = [{ effectiveFrom: T0, holdoutBps: 5_000 }];

const brought = (buyerKey: string, i: number, ms = 0): Told =>
  paid({
    orderId: `d-${i}`,
    payment: { buyerKey, orderedAt: after(ms), paidAt: after(ms) },
    lines: [aLine({ scene: { promotionCode: 'pc-1' } })],
  });

const returned = (buyerKey: string, i: number, ms: number, paidFen: number): Told =>
  paid({
    orderId: `s-${i}`,
    payment: { buyerKey, orderedAt: after(ms), paidAt: after(ms + 1) },
    lines: [aLine({ paidFen, platformSubsidyFen: 0, scene: { accountId: 'a-1' } })],
  });

describe('the uplift report', () => {
  let attribution: AttributionUnderTest;
  let reports: ReportUplift;
  const period = { from: after(DAY), to: after(8 * DAY) };

  beforeAll(async () => {
    attribution = await AttributionUnderTest.open();
    const { database } = attribution;
    reports = new ReportUplift(new GroupsOfPeriod(database), database);
  });
  afterAll(() => attribution.close());
  beforeEach(async () => {
    await attribution.forgetEverything();
    await attribution.hear(picked(), owned('brand', 'br-1'), policy('river', T0, { holdoutBps: 5_000 }));
  });

  it('adds up, group by group, what members bought in the period', async () => {
    const held = BUYERS.filter(isHeld);
    const recommended = BUYERS.filter(buyer => !isHeld(buyer));
    await attribution.hear(...BUYERS.map((buyer, i) => brought(buyer, i)));
    await attribution.hear(
      ...recommended.slice(0, 90).map((buyer, i) => returned(buyer, i, 2 * DAY, 10_000)),
      ...held.slice(0, 30).map((buyer, i) => returned(buyer, 1_000 + i, 3 * DAY, 10_000)),
      // Bought twice, bought before and after the period, bought and gave back, bought without being a member.
      returned(recommended[0]!, 500, 4 * DAY, 700),
      returned(recommended[100]!, 501, DAY - 1, 50_000),
      returned(recommended[101]!, 502, 8 * DAY, 50_000),
      returned(recommended[102]!, 503, DAY, 1),
      returned(held[100]!, 504, 5 * DAY, 9_000),
      refunded({ orderId: 's-504', refunds: [aRefund({ occurredAt: after(60 * DAY), refundFen: 9_000 })] }),
      returned('f'.repeat(64), 505, 5 * DAY, 9_000),
    );
    await attribution.decideDueLines();

    const report = await reports.of('br-1', period);
    const sum = 90 * 10_000 + 700 + 1;
    expect(report).toMatchObject({
      ...{ brandId: 'br-1', ...period, reason: null, upliftReason: null },
      recommended: { members: recommended.length, buyers: 91, netBaseFen: sum },
      heldOut: { members: held.length, buyers: 30, netBaseFen: 300_000 },
    });
    const difference = sum / recommended.length - 300_000 / held.length;
    expect(report.differencePerMember!.fen).toBe(Math.round(difference));
    expect(report.incrementalGmv!.fen).toBe(Math.round(difference * recommended.length));
    const ratio = sum / recommended.length / (300_000 / held.length);
    expect(report.uplift!.bps).toBe(Math.round((ratio - 1) * 10_000));
    expect(report.uplift!.lowBps).toBeGreaterThan(0);
    expect(report.uplift!.highBps).toBeGreaterThan(report.uplift!.bps);
  });

  it('gives no number for fewer than a hundred members in a group', async () => {
    const held = BUYERS.filter(isHeld).slice(0, 99);
    const recommended = BUYERS.filter(buyer => !isHeld(buyer)).slice(0, 100);
    await attribution.hear(...[...held, ...recommended].map((buyer, i) => brought(buyer, i)));
    const nothing = { recommended: null, heldOut: null, differencePerMember: null, uplift: null, incrementalGmv: null };
    expect(await reports.of('br-1', period)).toMatchObject({ reason: 'too-few-members', ...nothing });
    await attribution.hear(brought(BUYERS.filter(isHeld)[99]!, 999));
    expect(await reports.of('br-1', period)).toMatchObject({ reason: null, heldOut: { members: 100, buyers: 0 } });
  });

  it('gives no number for a period with two draws of the control group, and one for either part', async () => {
    await attribution.hear(
      ...BUYERS.map((buyer, i) => brought(buyer, i)),
      policy('river', after(4 * DAY), { salt: 'x' }),
    );
    expect(await reports.of('br-1', period)).toMatchObject({ reason: 'two-holdouts', recommended: null });
    expect(await reports.of('br-1', { ...period, to: after(4 * DAY) })).toMatchObject({ reason: null });
    expect(await reports.of('br-1', { ...period, from: after(4 * DAY) })).toMatchObject({ reason: null });
  });

  it('refuses a period that ends where it begins', async () => {
    await expect(reports.of('br-1', { from: T0, to: T0 })).rejects.toMatchObject({ type: 'attribution/empty-period' });
  });

  it('draws the same control group when the service starts anew, and exports nobody of it', async () => {
    await attribution.hear(...BUYERS.map((buyer, i) => brought(buyer, i)));
    const audience = () => new RiverAudience(attribution.database).recommendedAt('br-1', after(DAY));
    const first = await audience();
    expect(first.map(member => member.buyerKey)).toEqual(BUYERS.filter(buyer => !isHeld(buyer)).sort());
    expect(await audience()).toEqual(first);
    const exported: unknown[] = [];
    for await (const page of new RiverAudience(attribution.database).pagesAt('br-1', after(DAY)))
      exported.push(...page);
    expect(exported).toEqual(first);
  });
});
