import { AttributionUnderTest } from '../../test/attribution-under-test';
import { paid, picked, policy, refunded, touched } from '../../test/told-facts';
import { ForgetTouches } from './forget-touches';
import { partitionsOfTouch } from './touch-table';

const NOW = '2026-11-04T12:00:00.000Z';

describe('keeping touches', () => {
  let attribution: AttributionUnderTest;
  let forget: ForgetTouches;
  beforeEach(async () => {
    attribution = await AttributionUnderTest.open();
    forget = new ForgetTouches(attribution.database, 30);
  });
  afterEach(() => attribution.close());

  const names = async () => (await partitionsOfTouch(attribution.database)).map(({ name }) => name);
  const kept = async () => {
    const rows = await attribution.database.read<{ touch_id: string }>(
      'SELECT touch_id FROM touch ORDER BY occurred_at',
    );
    return rows.map(row => row.touch_id);
  };

  it('makes a partition for every fortnight, some ahead, once', async () => {
    await attribution.hear(touched({ occurredAt: '2026-11-03T00:00:00.000Z' }));
    await forget.look(NOW);
    const first = await names();
    expect(first).toHaveLength(7);
    expect([first[0], first.at(-2), first.at(-1)]).toEqual(['until_20260914', 'until_20261123', 'ahead']);
    const holding = (await partitionsOfTouch(attribution.database)).filter(({ hasTouches }) => hasTouches);
    expect(holding.map(({ name }) => name)).toEqual(['until_20261109']);
    await forget.look(NOW);
    expect(await names()).toEqual(first);
    await forget.look('2026-11-09T00:00:00.000Z');
    expect(await names()).toEqual([...first.slice(0, -1), 'until_20261207', 'ahead']);
  });

  it('drops whole fortnights, 30 days after the longest window that any policy knows', async () => {
    const at = (day: string, touchId: string) => touched({ touchId, occurredAt: `2026-${day}T00:00:00.000Z` });
    await forget.look('2026-09-20T00:00:00.000Z');
    await attribution.hear(at('07-01', 't-1'), at('08-30', 't-2'), at('09-13', 't-3'), at('09-29', 't-4'));
    await forget.look(NOW);
    expect(await kept()).toEqual(['t-2', 't-3', 't-4']); // Touches tell the time: 45 days before the newest, not before now.

    await attribution.hear(policy('attribution', '2026-01-01T00:00:00.000Z', { liveHours: 15 * 24 + 72 }));
    await attribution.hear(at('11-03', 't-5'));
    expect(await forget.look(NOW)).toEqual(expect.arrayContaining(['until_20260831']));
    expect(await kept()).toEqual(['t-3', 't-4', 't-5']);
    expect(await forget.look(NOW)).toEqual([]);
  });

  it('forgets the contents of those that were dropped, and of no others', async () => {
    const contents = async () => {
      const rows = await attribution.database.read<{ product_id: string }>(
        'SELECT product_id FROM touch_content ORDER BY occurred_at, product_id',
      );
      return rows.map(row => row.product_id);
    };
    const of = (day: string, touchId: string, productId: string) =>
      touched({ touchId, productId, occurredAt: `2026-${day}T00:00:00.000Z` });
    await forget.look('2026-09-20T00:00:00.000Z');
    await attribution.hear(of('08-20', 't-1', 'p-1'), of('11-03', 't-2', 'p-2'), of('11-02', 't-2', 'p-3'));
    expect(await contents()).toEqual(['p-1', 'p-3', 'p-2']);
    await forget.look(NOW);
    expect(await contents()).toEqual(['p-3', 'p-2']);
  });

  it('leaves a sale whose touches are gone to whom they gave it', async () => {
    const orderedAt = '2026-08-30T00:00:00.000Z';
    await attribution.hear(picked(), touched({ occurredAt: '2026-08-29T23:00:00.000Z' }));
    await attribution.hear(paid({ payment: { orderedAt, paidAt: orderedAt, occurredAt: orderedAt } }));
    await forget.look('2026-09-12T00:00:00.000Z');
    await attribution.hear(touched({ touchId: 't-2', occurredAt: '2026-11-03T00:00:00.000Z' }));
    await forget.look(NOW);
    expect(await kept()).toEqual(['t-2']);
    await attribution.hear(refunded());
    expect((await attribution.announced()).map(line => line.promoterId)).toEqual(['pr-1', 'pr-1']);
  });
});
