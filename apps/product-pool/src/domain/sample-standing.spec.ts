import { plusDays } from '@chuanliu/contracts/instants';
import { overdueAt, SamplePolicy, suspendedUntil } from './sample-standing';

const begin = '2026-01-01T04:00:00.000Z';
const day = (n: number) => plusDays(begin, n);
const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();
const samplesDue = (...days: number[]) =>
  days.map((n, i) => ({ sampleId: `sm-${i}`, dueAt: day(n), fulfilledAt: day(n) }));
const until = (dues: number[], lifts: string[], at: string) =>
  suspendedUntil(samplesDue(...dues), lifts, new SamplePolicy(), at);

describe('overdue samples', () => {
  it.each([
    ['one is none', [0], [], day(1), null],
    ['the second suspends, at its instant', [0, 10], [], day(10), day(40)],
    ['not before it', [0, 10], [], justBefore(day(10)), null],
    ['up to the end', [0, 10], [], justBefore(day(40)), day(40)],
    ['and no longer', [0, 10], [], day(40), null],
    ['two that are 90 days apart are apart', [0, 90], [], day(91), null],
    ['and a little less are not', [0, 89], [], day(91), day(119)],
    ['a third prolongs', [0, 10, 20], [], day(21), day(50)],
    ['in any order of asking', [20, 0, 10], [], day(21), day(50)],
    ['a lift ends what runs', [0, 10], [day(12)], day(12), null],
    ['from then on', [0, 10], [day(12)], justBefore(day(12)), day(40)],
    ['but not the next', [0, 10, 20], [day(12)], day(20), day(50)],
    ['a lift of another time ends nothing', [0, 10], [day(5)], day(12), day(40)],
  ] as const)('%s', (_, dues, lifts, at, expected) => expect(until([...dues], [...lifts], at)).toBe(expected));

  it('block until their content is there', () => {
    const samples = [{ sampleId: 'sm-1', dueAt: day(1), fulfilledAt: day(3) }];
    const at = [justBefore(day(1)), day(1), justBefore(day(3)), day(3)];
    expect(at.map(instant => overdueAt(samples, instant).length)).toEqual([0, 1, 1, 0]);
  });
});
