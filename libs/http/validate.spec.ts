import { Type } from '@sinclair/typebox';
import { Closed, FenAmount, Id, Instant, Nullable, Surface } from '@chuanliu/contracts/shapes';
import { Problem } from '@chuanliu/problems/problem';
import { compileShape, valid, validate, validQuery } from './validate';

const Line = Closed({ lineNo: Type.Integer({ minimum: 1 }), paidFen: FenAmount, surface: Surface });
const Order = Closed({
  orderId: Id,
  orderedAt: Instant,
  lines: Type.Array(Line, { minItems: 1, maxItems: 3 }),
  note: Type.Optional(Nullable(Type.String({ maxLength: 3 }))),
});
const order = {
  orderId: 'o-1',
  orderedAt: '2026-11-06T20:00:00+08:00',
  lines: [{ lineNo: 1, paidFen: 5, surface: 'live' }],
};

function faults(schema: Parameters<typeof compileShape>[0], value: unknown) {
  return Object.fromEntries(
    compileShape(schema)
      .faults(value)
      .map(({ pointer, problem }) => [pointer, problem]),
  );
}

function refusalOf(attempt: () => unknown): Problem {
  try {
    attempt();
  } catch (error) {
    return error as Problem;
  }
  throw new Error('nothing was refused');
}

describe('validate', () => {
  it('returns what has the shape', () => {
    expect(validate(Order, order)).toBe(order);
  });

  it('refuses text that nothing can store, wherever it stands, and no whole character', () => {
    const Note = Closed({ notes: Type.Array(Type.String()) });
    expect(faults(Note, { notes: ['😀', 'a\ud83d', '\ude00\ud83d'] })).toEqual({
      '/notes/1': 'must not have half a surrogate pair',
      '/notes/2': 'must not have half a surrogate pair',
    });
  });

  it('lists every fault of a value at once, by where it stands', () => {
    const wrong = {
      orderId: 'o 1',
      orderedAt: '2026-11-06T20:00:00',
      'a/b~c': 1,
      lines: [
        { lineNo: '1', paidFen: 1.5, surface: 'tv' },
        { paidFen: -1, surface: 'live', tip: 0 },
      ],
    };
    const refusal = refusalOf(() => validate(Order, wrong));
    expect(refusal).toMatchObject({ kind: 'malformed', type: 'malformed-request' });
    const told = refusal.facts.errors as { pointer: string; problem: string }[];
    expect(Object.fromEntries(told.map(({ pointer, problem }) => [pointer, problem]))).toEqual({
      '/orderId': 'must be an id: 1 to 64 characters of A–Z a–z 0–9 . _ : -',
      '/orderedAt': 'must be an RFC 3339 instant with an offset and at most three decimals, from 1970 to 9998 in UTC',
      '/a~1b~0c': 'is not a known field',
      '/lines/0/lineNo': 'must be a whole number',
      '/lines/0/paidFen': 'must be a whole number',
      '/lines/0/surface': 'must be one of "live", "short_video", "showcase", "shelf", "search", "link"',
      '/lines/1/lineNo': 'is required',
      '/lines/1/paidFen': 'must be at least 0',
      '/lines/1/tip': 'is not a known field',
    });
    expect(told).toHaveLength(9);
  });

  it.each(['1969-12-31T23:59:59.999Z', '1970-01-01T07:59:59+08:00', '9999-01-01T00:00:00Z'])(
    'says which years there are to whom that names another: %s',
    orderedAt => {
      expect(faults(Order, { ...order, orderedAt })['/orderedAt']).toMatch(/from 1970 to 9998 in UTC$/);
      expect(faults(Order, { ...order, orderedAt: '1970-01-01T08:00:00+08:00' })).toEqual({});
    },
  );

  it('coerces nothing: a number is no text, and a text no number', () => {
    expect(faults(Order, { ...order, orderId: 1 })).toEqual({ '/orderId': 'must be text' });
    expect(faults(Line, { lineNo: 1, paidFen: '5', surface: 'live' })).toEqual({
      '/paidFen': 'must be a whole number',
    });
  });

  it('names the fault of the branch that was meant, not of every branch', () => {
    expect(faults(Order, { ...order, note: 'long' })).toEqual({ '/note': 'must have at most 3 characters' });
    expect(faults(Order, { ...order, note: 5 })).toEqual({ '/note': 'must be text or null' });
  });

  const Paid = Closed({ type: Type.Literal('paid'), paidFen: FenAmount });
  const Refunded = Closed({ type: Type.Literal('refunded'), refundFen: FenAmount });

  it('follows the tag of a union', () => {
    const Event = Type.Object({ events: Type.Array(Type.Union([Paid, Refunded])) });
    expect(faults(Event, { events: [{ type: 'paid' }, { type: 'refunded', refundFen: -1 }] })).toEqual({
      '/events/0/paidFen': 'is required',
      '/events/1/refundFen': 'must be at least 0',
    });
    expect(faults(Event, { events: [{ type: 'lost' }] })).toEqual({
      '/events/0/type': 'must be one of "paid", "refunded"',
    });
    expect(faults(Event, { events: [{ paidFen: 1 }] })['/events/0']).toBe('fits none of the shapes allowed here');
  });

  it('follows a declared discriminator', () => {
    const Event = Type.Unsafe({
      type: 'object',
      discriminator: { propertyName: 'type' },

      oneOf: [Paid, Refunded],
    });
    expect(faults(Event, { type: 'lost' })).toEqual({ '/type': 'must be one of "paid", "refunded"' });
    expect(faults(Event, { type: 'paid', paidFen: 'x' })).toEqual({ '/paidFen': 'must be a whole number' });
    expect(faults(Event, {})).toEqual({ '/type': 'is required' });
  });

  it('answers a flood of faults with a list that ends', () => {
    const flood = Array.from({ length: 50_000 }, () => ({ lineNo: 0 }));
    const refusal = refusalOf(() => validate(Type.Array(Line), flood));
    expect((refusal.facts.errors as unknown[]).length).toBeLessThanOrEqual(1_000);
  });
});

describe('valid', () => {
  it('asks for a body', () => {
    expect(refusalOf(() => valid(Order).transform(undefined, { type: 'body' })).facts).toEqual({
      errors: [{ pointer: '', problem: 'is required' }],
    });
  });

  it('reads a part of the path, and names it when it is wrong', () => {
    const lineNo = valid(Type.Integer({ minimum: 1 }));
    expect(lineNo.transform('12', { type: 'param', data: 'lineNo' })).toBe(12);
    expect(valid(Id).transform('12', { type: 'param', data: 'orderId' })).toBe('12');
    expect(refusalOf(() => lineNo.transform('1e3', { type: 'param', data: 'lineNo' })).facts).toEqual({
      errors: [{ pointer: '/lineNo', problem: 'must be a whole number' }],
    });
  });
});

describe('validQuery', () => {
  const List = Closed({
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    facets: Type.Optional(Type.Boolean()),
    q: Type.Optional(Type.String()),
    from: Type.Optional(Instant),
    state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('done')])),
  });
  const read = (query: unknown) => validQuery(List).transform(query, { type: 'query' });

  it('reads texts as the declared types, and fills in defaults', () => {
    expect(read({ limit: '20', facets: 'false', q: '7', state: 'open' })).toEqual({
      limit: 20,
      facets: false,
      q: '7',
      state: 'open',
    });
    expect(read({})).toEqual({ limit: 50 });
  });

  it.each(['', ' 5', '5.0', '0x10', '1e2', '+5', '05', '99999999999999999999'])(
    'does not take %j for a whole number',
    limit => {
      expect(refusalOf(() => read({ limit })).facts.errors).toEqual([
        { pointer: '/limit', problem: 'must be a whole number' },
      ]);
    },
  );

  it.each(['TRUE', '1', 'yes', ''])('does not take %j for a boolean', facets => {
    expect(refusalOf(() => read({ facets })).facts.errors).toEqual([
      { pointer: '/facets', problem: 'must be true or false' },
    ]);
  });

  it('refuses parameters that are unknown or repeated, also by names that objects inherit', () => {
    const query = Object.assign(Object.create(null), { limit: ['1', '2'], tpyo: 'x', constructor: 'y' }) as unknown;
    expect(refusalOf(() => read(query)).facts.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/limit', problem: 'must be given once' },
        { pointer: '/tpyo', problem: 'is not a known field' },
        { pointer: '/constructor', problem: 'is not a known field' },
      ]),
    );
    const poisoned = JSON.parse('{"__proto__": "z"}') as unknown;
    expect(refusalOf(() => read(poisoned)).facts.errors).toEqual([
      { pointer: '/__proto__', problem: 'is not a known field' },
    ]);
  });

  it('understands an offset whose plus sign arrived as a blank', () => {
    expect(read({ from: '2026-11-06T20:00:00 08:00' })).toMatchObject({ from: '2026-11-06T20:00:00+08:00' });
  });
});
