import { businessDayOf, isDate, parseInstant, plusDays, startOfBusinessDay } from './instants';

describe('instants', () => {
  it.each([
    ['2026-11-06T20:00:03+08:00', '2026-11-06T12:00:03.000Z'],
    ['2026-11-06T12:00:03Z', '2026-11-06T12:00:03.000Z'],
    ['2026-11-06T12:00:03.5Z', '2026-11-06T12:00:03.500Z'],
    ['2024-02-29T00:00:00.001-09:30', '2024-02-29T09:30:00.001Z'],
  ])('reads %s', (text, utc) => expect(parseInstant(text)).toBe(utc));

  it.each([
    '2026-11-06T20:00:03',
    '2026-11-06T20:00:03.1234Z',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-06T24:00:00Z',
    '2026-11-06T23:59:60Z',
    '2026-11-06',
    '',
    '2026-11-06T20:00:03+25:00',
    '1969-12-31T23:59:59Z',
    '9999-01-01T00:00:00Z',
  ])('refuses %s', text => expect(parseInstant(text)).toBeNull());

  it('a business day is a calendar day in Shanghai', () => {
    expect(businessDayOf('2026-11-06T15:59:59.999Z')).toBe('2026-11-06');
    expect(businessDayOf('2026-11-06T16:00:00.000Z')).toBe('2026-11-07');
    expect(startOfBusinessDay('2026-11-07')).toBe('2026-11-06T16:00:00.000Z');
    expect(plusDays('2026-02-27T16:00:00.000Z', 2)).toBe('2026-03-01T16:00:00.000Z');
  });

  it('knows which dates exist', () => {
    expect(['2024-02-29', '2026-02-29', '2026-1-1', '2026-04-31'].map(isDate)).toEqual([true, false, false, false]);
  });
});
