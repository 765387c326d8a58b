import { BEGINNING_OF_TIME, filledIn, holdsAt, valueInForce, versionInForce } from './versions';

interface Fee {
  effectiveFrom: string;
  feeBps?: number;
  score?: number;
}
const at = (day: number) => `2026-11-0${day}T00:00:00.000Z`;
const versions: Fee[] = [
  { effectiveFrom: at(5), score: 300 },
  { effectiveFrom: BEGINNING_OF_TIME, feeBps: 500 },
  { effectiveFrom: at(3), feeBps: 100 },
];

describe('dated facts', () => {
  it('a version holds from its instant until the next one that has the field', () => {
    expect(valueInForce(versions, 'feeBps', at(2), 1)).toBe(500);
    expect(valueInForce(versions, 'feeBps', at(3), 1)).toBe(100);
    expect(valueInForce(versions, 'feeBps', at(9), 1)).toBe(100);
  });

  it('where no version is in force, the default holds', () => {
    expect(valueInForce(versions, 'score', at(4), 450)).toBe(450);
    expect(valueInForce(undefined as Fee[] | undefined, 'score', at(4), 450)).toBe(450);
    expect(versionInForce(versions.slice(0, 1), at(4))).toBeUndefined();
  });

  it('fields left out take the values of the version before by effectiveFrom, even of one written later', () => {
    expect(filledIn(versions)).toEqual([
      { effectiveFrom: BEGINNING_OF_TIME, feeBps: 500 },
      { effectiveFrom: at(3), feeBps: 100 },
      { effectiveFrom: at(5), feeBps: 100, score: 300 },
    ]);
  });

  it('a span includes its start and not its end', () => {
    expect([at(1), at(2), at(3)].map(t => holdsAt({ from: at(2), to: at(3) }, t))).toEqual([false, true, false]);
    expect(holdsAt({ from: at(2), to: null }, at(9))).toBe(true);
  });
});
