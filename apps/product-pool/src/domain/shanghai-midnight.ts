import { businessDayOf, plusDays, startOfBusinessDay, type UtcInstant } from '@chuanliu/contracts/instants';

/** The first 00:00 in Shanghai at or after an instant. */
export function midnightFrom(instant: UtcInstant): UtcInstant {
  const dayBegan = startOfBusinessDay(businessDayOf(instant));
  return dayBegan === instant ? instant : plusDays(dayBegan, 1);
}

/** The first 00:00 in Shanghai after an instant. */
export const midnightAfter = (instant: UtcInstant): UtcInstant =>
  plusDays(startOfBusinessDay(businessDayOf(instant)), 1);

const LAST_MINUTES_MS = 10 * 60_000;

/** Whether it is 23:50:00.000 or later in Shanghai. */
export const isJustBeforeMidnight = (instant: UtcInstant): boolean =>
  Date.parse(midnightAfter(instant)) - Date.parse(instant) <= LAST_MINUTES_MS;
