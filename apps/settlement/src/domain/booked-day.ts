import { businessDayOf, dayAfter, type BusinessDate } from '@chuanliu/contracts/instants';

/**
 * The day that a posting counts for: the business day of its cause, or, when that day is sealed, the first that is not.
 * @param sealedThrough the last sealed day; every day before it is sealed as well. null: none is
 */
export function bookedDay(occurredAt: string, sealedThrough: BusinessDate | null): BusinessDate {
  const day = businessDayOf(occurredAt);
  return sealedThrough === null || day > sealedThrough ? day : dayAfter(sealedThrough);
}
