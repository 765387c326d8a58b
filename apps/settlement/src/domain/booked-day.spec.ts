import { bookedDay } from './booked-day';

describe('the day a posting counts for', () => {
  it.each([
    ['2026-11-08T15:59:59.999Z', null, '2026-11-08'],
    ['2026-11-08T16:00:00.000Z', null, '2026-11-09'],
    ['2026-11-08T15:59:59.999Z', '2026-11-07', '2026-11-08'],
    ['2026-11-08T15:59:59.999Z', '2026-11-08', '2026-11-09'],
    ['2026-10-01T00:00:00.000Z', '2026-12-31', '2027-01-01'],
  ])('of what occurred at %s, with days sealed through %s, is %s', (occurredAt, sealed, day) => {
    expect(bookedDay(occurredAt, sealed)).toBe(day);
  });
});
