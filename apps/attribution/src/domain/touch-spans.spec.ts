import { endsToAdd, spansToDrop, type TouchSpan } from './touch-spans';

const NOW = '2026-11-04T12:00:00.000Z'; // A Wednesday.
const monday = (day: string) => `2026-${day}T00:00:00.000Z`;

describe('spans of touches', () => {
  it('are fortnights, from as far back as touches are kept to two ahead', () => {
    const ends = endsToAdd(null, NOW, 14);
    expect(ends).toEqual([monday('10-12'), monday('10-26'), monday('11-09'), monday('11-23')]);
  });

  it('are added as time goes on, and none is left out however long nobody looked', () => {
    expect(endsToAdd(monday('11-23'), NOW, 14)).toEqual([]);
    expect(endsToAdd(monday('11-23'), '2026-11-09T00:00:00.000Z', 14)).toEqual([monday('12-07')]);
    expect(endsToAdd(monday('11-23'), '2026-12-20T00:00:00.000Z', 14)).toHaveLength(3);
  });

  const span = (from: string | null, until: string | null, hasTouches = true): TouchSpan => ({
    from,
    until,
    hasTouches,
  });
  const spans = [
    span(null, monday('10-05')),
    span(monday('10-05'), monday('10-12')),
    span(monday('10-12'), monday('10-19'), false),
    span(monday('10-19'), monday('10-26')),
    span(monday('10-26'), monday('11-02')),
    span(monday('11-02'), monday('11-09'), false),
    span(monday('11-09'), null),
  ];

  it('are dropped once they ended so long before the newest that holds any', () => {
    expect(spansToDrop(spans, NOW, 14)).toEqual(spans.slice(0, 2));
    expect(spansToDrop(spans, NOW, 15)).toEqual(spans.slice(0, 1));
    expect(spansToDrop(spans, NOW, 60)).toEqual([]);
  });

  it('are not dropped by time that passes without touches, nor by touches dated ahead of it', () => {
    expect(spansToDrop(spans, '2027-11-04T12:00:00.000Z', 60)).toEqual([]);
    expect(spansToDrop([span(null, monday('10-05')), span(monday('10-05'), null, false)], NOW, 0)).toEqual([]);
    expect(spansToDrop(spans.slice(0, 2), NOW, 0)).toEqual([spans[0]]);
  });
});
