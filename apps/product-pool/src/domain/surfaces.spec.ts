import { openSurfaces, passSurfaces, surfaces } from './surfaces';

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const barred = Object.fromEntries(surfaces.map(surface => [surface, false]));
const versions = [
  { effectiveFrom: day(20), live: true },
  { effectiveFrom: day(5), live: false },
  { effectiveFrom: day(10), link: false },
];

describe('a source’s policy', () => {
  it.each([
    [day(4), surfaces],
    [day(5), surfaces.filter(surface => surface !== 'live')],
    [day(10), surfaces.filter(surface => surface !== 'live' && surface !== 'link')],
    [day(20), surfaces.filter(surface => surface !== 'link')],
  ])('leaves open at %s what no version until then has barred', (at, open) => {
    expect(openSurfaces(versions, at)).toEqual(open);
  });

  it('shuts the gate for a surface that is barred, and for every pick when none is left', () => {
    const product = { productId: 'p-1', source: 'taobao-alliance' };
    const open = openSurfaces(versions, day(5));
    passSurfaces(product, undefined, open);
    passSurfaces(product, 'short_video', open);
    const refusal = expect.objectContaining({ type: 'product-pool/surface-barred' });
    expect(() => passSurfaces(product, 'live', open)).toThrow(refusal);
    const none = openSurfaces([{ effectiveFrom: day(1), ...barred }], day(1));
    expect(none).toEqual([]);
    expect(() => passSurfaces(product, undefined, none)).toThrow(refusal);
  });
});
