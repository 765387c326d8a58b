import { progressOf, type Look, type ServiceProgress } from './progress';

const resting: ServiceProgress = {
  service: 'orders',
  outboxRows: 0,
  dueRows: 0,
  lag: 0,
  parked: 1,
  waiting: 2,
  partitions: [
    { topic: 'gateway.order-intake', partition: 0, at: 5, end: 5, stranded: false },
    { topic: 'gateway.order-intake', partition: 1, at: 0, end: 0, stranded: false },
  ],
};
const look = (changes: Partial<ServiceProgress> = {}): Look[] => [
  { service: 'orders', progress: { ...resting, ...changes } },
  { service: 'settlement', progress: { ...resting, service: 'settlement', partitions: [] } },
];
const at = (position: number, end: number, stranded = false) => ({
  partitions: [{ topic: 'gateway.order-intake', partition: 0, at: position, end, stranded }],
});

describe('progress', () => {
  it('is quiet when nothing is under way in either look, whatever is parked or waits for a fact', () => {
    expect(progressOf(look(), look())).toMatchObject({ quiescent: true, outboxRows: 0, lag: 0, parked: 2, waiting: 4 });
  });

  it.each<[string, Look[], Look[]]>([
    ['an event waits to be sent', look(), look({ outboxRows: 1 })],
    ['an event waited to be sent in the first look', look({ outboxRows: 1 }), look()],
    ['a line waits to be derived again', look({ dueRows: 1 }), look()],
    ['a position is behind the end', look(at(4, 5)), look(at(5, 5))],
    ['a position rests behind an end that fell', look(at(9, 5, true)), look(at(9, 5, true))],
    ['something came between the looks', look(at(5, 5)), look(at(6, 6))],
    ['a service cannot be reached', look(), [...look().slice(1), { service: 'orders', progress: null }]],
    ['a service could not be reached', [...look().slice(1), { service: 'orders', progress: null }], look()],
  ])('is not quiet while %s', (_what, first, second) => {
    expect(progressOf(first, second).quiescent).toBe(false);
  });

  it('tells of each service, reachable or not', () => {
    const { services } = progressOf(look(), [{ service: 'orders', progress: null }, look()[1]!]);
    expect(services).toEqual([
      { service: 'orders', reachable: false },
      expect.objectContaining({ service: 'settlement', reachable: true, waiting: 2 }),
    ]);
  });
});
