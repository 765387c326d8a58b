import { createHash } from 'node:crypto';
import { Type } from '@sinclair/typebox';
import { Closed, Id, Utc } from '@chuanliu/contracts/shapes';
import { controlOf, decodeCursor, digestOf, encodeCursor, listAnswer, listQuery } from './listing';
import { compileShape } from './validate';

const Keyset = Closed({ at: Utc, id: Id });
const keyset = { at: '2026-11-06T12:00:03.000Z', id: 'c/1'.replace('/', ':') };

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a cursor', () => {
  it('comes back as it was given out', () => {
    expect(decodeCursor(Keyset, encodeCursor(keyset))).toEqual(keyset);
    expect(decodeCursor(Keyset, undefined)).toBeUndefined();
  });

  it.each([
    '',
    '!',
    'e30',
    encodeCursor({ at: 'yesterday', id: 'x' }),
    encodeCursor({ ...keyset, more: 1 }),
    `${encodeCursor(keyset)}=`,
  ])('is refused when it is none of this list: %j', cursor => {
    expect(() => decodeCursor(Keyset, cursor)).toThrow(
      expect.objectContaining({ type: 'malformed-cursor', status: 400 }),
    );
  });
});

describe('control', () => {
  it('digests the ids in list order, each followed by a line feed', async () => {
    expect(await digestOf(['ch/o-1/1', 'ch/o-1/2'])).toBe(sha256('ch/o-1/1\nch/o-1/2\n'));
    expect(await digestOf(['ch/o-1/2', 'ch/o-1/1'])).not.toBe(sha256('ch/o-1/1\nch/o-1/2\n'));
    expect(await digestOf([])).toBe(sha256(''));
  });

  it('covers a streamed list in one pass', async () => {
    async function* rows() {
      yield { id: 'a', amountFen: 7 };
      yield { id: 'b', amountFen: -2 };
    }
    expect(await controlOf(rows())).toEqual({ count: 2, sumFen: 5, digest: sha256('a\nb\n') });
  });

  it('refuses by name rather than tell a sum that a number cannot hold', async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => ({ id: `${index}`, amountFen: 10 ** 13 }));
    await expect(controlOf(rows)).rejects.toMatchObject({
      ...{ type: 'list-sum-too-large', status: 422 },
      facts: { detail: expect.stringContaining('10000000000000000 fen') },
    });
    expect((await controlOf(rows.slice(0, 900))).sumFen).toBe(9 * 10 ** 15);
  });
});

describe('a page', () => {
  const control = { count: 3, sumFen: 0, digest: sha256('') };
  const pageOf = (rows: { id: string }[]) =>
    listAnswer(rows, { limit: 2, keysetOf: row => ({ id: row.id }), itemOf: row => row.id, control });

  it('points after its last row while rows are left', () => {
    const page = pageOf([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
    expect(page.items).toEqual(['a', 'b']);
    expect(decodeCursor(Closed({ id: Id }), page.nextCursor ?? '')).toEqual({ id: 'b' });
  });

  it('ends the list when it is exactly full, and when it is empty', () => {
    expect(pageOf([{ id: 'a' }, { id: 'b' }]).nextCursor).toBeNull();
    expect(pageOf([])).toEqual({ items: [], nextCursor: null, control });
  });

  it('takes a limit of 1 to 200', () => {
    const shape = compileShape(listQuery({ state: Type.Optional(Type.String()) }));
    expect([0, 1, 200, 201].map(limit => shape.fits({ limit }))).toEqual([false, true, true, false]);
  });
});
