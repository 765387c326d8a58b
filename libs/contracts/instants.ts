import { DateTime } from 'luxon';

/** An instant inside the system: UTC, exactly three decimals (`2026-11-06T12:00:03.000Z`), so text order is time order. */
export type UtcInstant = string;

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export type BusinessDate = string;

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** 9999-01-01: windows and expiries reach beyond an instant, and a year has four digits. */
const LATEST_MS = 253_370_764_800_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000; // No daylight saving since 1991.

/**
 * Reads an RFC 3339 instant with an offset and at most three decimals (more would be lost in storage, so they are refused).
 * @returns the instant in UTC, or null when the text is none, or lies outside the years 1970–9998 (a year more must still be writable)
 */
export function parseInstant(text: string): UtcInstant | null {
  const parts = RFC3339.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, decimals = '', sign, offsetHour, offsetMinute] = parts;
  if (+hour! > 23 || +minute! > 59 || +second! > 59 || +(offsetHour ?? 0) > 23 || +(offsetMinute ?? 0) > 59)
    return null;
  const local = Date.UTC(+year!, +month! - 1, +day!, +hour!, +minute!, +second!, +decimals.padEnd(3, '0'));
  if (new Date(local).getUTCDate() !== +day! || +month! < 1 || +month! > 12) return null; // 30 February
  const offsetMs = (+(offsetHour ?? 0) * 60 + +(offsetMinute ?? 0)) * 60_000 * (sign === '-' ? -1 : 1);
  const utc = local - offsetMs;
  if (utc < 0 || utc >= LATEST_MS) return null;
  return new Date(utc).toISOString();
}

/** As parseInstant, for a text that a schema has accepted. @throws RangeError when it is none. */
export function toUtcInstant(text: string): UtcInstant {
  const instant = parseInstant(text);
  if (!instant) throw new RangeError(`not an instant: ${text}`);
  return instant;
}

export const isUtcInstant = (text: string): boolean => UTC.test(text) && !Number.isNaN(Date.parse(text));

/** The business day (Asia/Shanghai) on which an instant falls. */
export function businessDayOf(instant: UtcInstant): BusinessDate {
  return new Date(Date.parse(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant at which a business day begins: 00:00 in Shanghai. */
export function startOfBusinessDay(day: BusinessDate): UtcInstant {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI_OFFSET_MS).toISOString();
}

/** The last millisecond of a business day: 23:59:59.999 in Shanghai. */
export function endOfBusinessDay(day: BusinessDate): UtcInstant {
  return new Date(Date.parse(startOfBusinessDay(day)) + 86_400_000 - 1).toISOString();
}

/** The business day so many days later (or earlier). */
export function dayAfter(day: BusinessDate, days = 1): BusinessDate {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days later (or earlier): every day has 24 hours in Shanghai. */
export function plusDays(instant: UtcInstant, days: number): UtcInstant {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString();
}

/** Whether the text is a calendar date that exists. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;
}
