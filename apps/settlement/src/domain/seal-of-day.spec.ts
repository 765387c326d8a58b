import { createHash } from 'node:crypto';
import { SealOfDay } from './seal-of-day';

const digest = (of: number) => createHash('sha256').update(String(of)).digest();
const seal = (previous: string | null, day: string, ...digests: Buffer[]) => {
  const sealed = new SealOfDay(previous, day);
  for (const one of digests) sealed.add(one);
  return sealed.hash();
};

describe('the seal of a day', () => {
  it('is the hash of the seal before, the day, and every posting’s digest', () => {
    const before = 'ab'.repeat(32);
    const bytes = Buffer.concat([Buffer.from(`${before}\n2026-11-20\n`), digest(1), digest(2)]);
    expect(seal(before, '2026-11-20', digest(1), digest(2))).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('changes with everything that it covers', () => {
    const seals = [
      seal(null, '2026-11-20', digest(1), digest(2)),
      seal('00'.repeat(32), '2026-11-20', digest(1), digest(2)),
      seal(null, '2026-11-21', digest(1), digest(2)),
      seal(null, '2026-11-20', digest(2), digest(1)),
      seal(null, '2026-11-20', digest(1)),
      seal(null, '2026-11-20'),
    ];
    expect(new Set(seals).size).toBe(seals.length);
  });

  it('takes nothing for a digest that is none', () => {
    expect(() => seal(null, '2026-11-20', Buffer.from('short'))).toThrow(RangeError);
  });
});
