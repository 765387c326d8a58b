import type { Touch } from '@chuanliu/client';
import type { Alliance } from '../alliance';
import { explainedLine } from '../books';

const HOUR = 3_600_000;
/** The first minute of a Shanghai day. */
const ORDERED = Date.parse('2026-03-10T00:00:00+08:00');
/** From here on links count for two hours, for a day. */
const POLICY = Date.parse('2026-04-20T00:00:00+08:00');
const DAY = 24 * HOUR;
const before = (ms: number): string => new Date(ORDERED - ms).toISOString();

type Told = Partial<Pick<Touch, 'touchId' | 'kind' | 'surface' | 'occurredAt'>> & { of?: 'e-1' | 'e-2' };

/** What a buyer did before the order, and who is found to have brought it. */
const CASES: Array<[what: string, touches: Told[], found: 'e-1' | 'e-2' | null]> = [
  ...(
    [
      ['live', 24],
      ['short_video', 72],
      ['showcase', 72],
      ['link', 360],
    ] as const
  ).flatMap(([surface, hours]): typeof CASES => [
    [`${surface}, ${hours} h before`, [{ surface, occurredAt: before(hours * HOUR) }], 'e-1'],
    [`${surface}, a millisecond more`, [{ surface, occurredAt: before(hours * HOUR + 1) }], null],
  ]),
  ['a millisecond before the order', [{ occurredAt: before(1) }], 'e-1'],
  ['at the order’s own instant', [{ occurredAt: before(0) }], null],
  ['a millisecond after the order', [{ occurredAt: before(-1) }], null],
  ['shelf', [{ surface: 'shelf' }], null],
  ['search', [{ surface: 'search' }], null],
  ['a view', [{ kind: 'view' }], null],
  ['a cart', [{ kind: 'cart' }], null],
  ['a newer one of another', [{ occurredAt: before(2) }, { of: 'e-2', occurredAt: before(1) }], 'e-2'],
  ['two at once, the greater touchId first', [{ touchId: 'at-once-b' }, { touchId: 'at-once-a', of: 'e-2' }], 'e-1'],
  ['a newer view and an older click', [{ kind: 'view', occurredAt: before(1) }, { of: 'e-2' }], 'e-2'],
];

/** Touches at the very edges of their windows, as a channel would send them. */
export function tellWindowEdges(system: () => Alliance): void {
  let alliance: Alliance;

  beforeAll(async () => {
    alliance = system();
    await alliance.brand('e-br');
    await alliance.product('e-p', 'e-br', 1_000);
    const codes = new Map<string, string>();
    for (const id of ['e-1', 'e-2']) {
      await alliance.promoter(id);
      codes.set(id, (await alliance.pick(id, 'e-p')).promotionCode);
    }
    const touch = (buyerId: string, id: string, { of = 'e-1', ...facts }: Told) => ({
      touchId: id,
      productId: 'e-p',
      buyerId,
      promotionCode: codes.get(of)!,
      occurredAt: before(HOUR),
      ...facts,
    });
    const order = (orderId: string, at: number, buyerId?: string) =>
      alliance.paid(orderId, 'e-br', [{ productId: 'e-p', paidFen: 1_000 }], {
        ...(buyerId && { buyerId }),
        at: new Date(at).toISOString(),
      });
    const touches = CASES.flatMap(([, all], n) => all.map((one, i) => touch(`e-x-${n}`, `e-t-${n}-${i}`, one)));
    // Half of the orders come before their buyers' touches, half after.
    const orders = CASES.map((_, n) => order(`e-o-${n}`, ORDERED, `e-x-${n}`));
    await alliance.send(...orders.filter((_, n) => n % 2 === 0));
    await alliance.touch(
      ...touches,
      touch('e-anonymous', 'e-t-anonymous', {}),
      touch('e-y', 'e-t-y', { occurredAt: new Date(POLICY - 3 * HOUR).toISOString() }),
    );
    await alliance.send(...orders.filter((_, n) => n % 2 === 1), order('e-o-anonymous', ORDERED));
    await alliance.send(
      order('e-day-1', POLICY - 1, 'e-y'),
      order('e-day-2', POLICY, 'e-y'),
      order('e-day-3', POLICY + DAY, 'e-y'),
    );
    const links = (linkHours: number, from: number) =>
      alliance.put('/v1/policies/attribution', { linkHours, effectiveFrom: new Date(from).toISOString() });
    await links(360, POLICY + DAY);
    await links(2, POLICY);
    await alliance.quiet();
  });

  const foundFor = async (order: string) => (await explainedLine(alliance, order)).promoterId;

  it.each(CASES.map(([what, , found], n) => [what, found, n] as const))('%s: %s', async (_, found, n) => {
    expect(await foundFor(`e-o-${n}`)).toBe(found);
  });

  it('a buyer without an id is matched by nothing', async () => {
    expect(await foundFor('e-o-anonymous')).toBeNull();
  });

  it('windows are those of the policy in force when the order was made, also when it is set afterwards', async () => {
    const [sooner, since, later] = await Promise.all([1, 2, 3].map(n => explainedLine(alliance, `e-day-${n}`)));
    expect([sooner, since, later].map(line => line!.promoterId)).toEqual(['e-1', null, 'e-1']);
    expect([sooner, since, later].map(line => line!.policyVersion)).toEqual([
      'attribution/default',
      'attribution/2026-04-19T16:00:00.000Z',
      'attribution/2026-04-20T16:00:00.000Z',
    ]);
  });
}
