import { PartnersUnderTest } from './partners-under-test';

let partners: PartnersUnderTest;
beforeAll(async () => {
  partners = await PartnersUnderTest.start();
});
afterAll(() => partners.stop());

const begin = '1000-01-01T00:00:00.000Z';
const key = (digit: string) => digit.repeat(64);

describe('a brand', () => {
  it('begins at the beginning of time, and its later versions hold from now', async () => {
    partners.itIs('2026-11-06T12:00:00.000Z');
    const first = await partners.put('/v1/brands/br-1', { name: '青禾', techFeeBps: 300 });
    expect(first.status).toBe(200);
    expect(first.body).toEqual({
      ...{ id: 'br-1', name: '青禾', joinedAt: null, techFeeBps: 300, shopScore: 450, supplyTier: 'none' },
      versions: [{ effectiveFrom: begin, name: '青禾', techFeeBps: 300 }],
      ...{ suspensions: [], payee: null, updatedAt: '2026-11-06T12:00:00.000Z' },
    });
    partners.itIs('2026-11-07T12:00:00.000Z');
    const events = await partners.announcedBy(() => partners.put('/v1/brands/br-1', { shopScore: 480 }));
    expect(events).toEqual([
      {
        type: 'brand-version.v1',
        key: 'br-1',
        data: { brandId: 'br-1', effectiveFrom: '2026-11-07T12:00:00.000Z', shopScore: 480 },
      },
    ]);
    expect((await partners.get('/v1/brands/br-1')).body).toMatchObject({ techFeeBps: 300, shopScore: 480 });
  });

  it('takes a backdated version, whose fields later sparse ones inherit', async () => {
    partners.itIs('2026-11-08T00:00:00.000Z');
    const write = {
      techFeeBps: 100,
      joinedAt: '2026-11-01T08:00:00+08:00',
      effectiveFrom: '2026-11-02T00:00:00+08:00',
    };
    const { body } = await partners.put('/v1/brands/br-1', write);
    expect(body).toMatchObject({ techFeeBps: 100, shopScore: 480, joinedAt: '2026-11-01T00:00:00.000Z' });
    expect(body.versions.map((version: { effectiveFrom: string }) => version.effectiveFrom)).toEqual([
      begin,
      '2026-11-01T16:00:00.000Z',
      '2026-11-07T12:00:00.000Z',
    ]);
  });

  it('says the same of one instant once, and nothing else of it ever', async () => {
    const before = (await partners.get('/v1/brands/br-1')).body;
    const same = { effectiveFrom: '2026-11-01T16:00:00Z', joinedAt: '2026-11-01T00:00:00.0Z', techFeeBps: 100 };
    const events = await partners.announcedBy(async () => {
      expect((await partners.put('/v1/brands/br-1', same)).status).toBe(200);
      const other = await partners.put('/v1/brands/br-1', { ...same, techFeeBps: 101 });
      expect([other.status, other.body.type]).toEqual([409, '/problems/partners/version-conflict']);
    });
    expect(events).toEqual([]);
    expect((await partners.get('/v1/brands/br-1')).body).toEqual(before);
  });

  it.each([
    ['no name at first', { techFeeBps: 1 }, '/name'],
    ['a fee beyond 10 %', { name: 'x', techFeeBps: 1001 }, '/techFeeBps'],
    ['a tier nobody knows', { name: 'x', supplyTier: 'bronze' }, '/supplyTier'],
    ['a score beyond 5', { name: 'x', shopScore: 501 }, '/shopScore'],
    ['a number as text', { name: 'x', shopScore: '450' }, '/shopScore'],
    ['an instant without offset', { name: 'x', effectiveFrom: '2026-11-06T20:00:00' }, '/effectiveFrom'],
    ['a field of somebody else', { name: 'x', reputation: 1 }, '/reputation'],
  ])('is refused with %s, and leaves no trace', async (_, body, pointer) => {
    const events = await partners.announcedBy(async () => {
      const answer = await partners.put('/v1/brands/br-none', body);
      expect([answer.status, answer.body.type]).toEqual([400, '/problems/malformed-request']);
      expect(answer.body.errors).toEqual([expect.objectContaining({ pointer })]);
    });
    expect(events).toEqual([]);
    expect((await partners.get('/v1/brands/br-none')).body.type).toBe('/problems/no-such-party');
  });
});

describe('a promoter', () => {
  it('keeps every buyer key that was ever registered', async () => {
    partners.itIs('2026-11-06T12:00:00.000Z');
    const first = { name: '小满', kind: 'person', buyerKeys: [key('b'), key('a'), key('b')] };
    const events = await partners.announcedBy(() => partners.put('/v1/promoters/pr-1', first));
    expect(events).toEqual([
      {
        type: 'promoter-version.v1',
        key: 'pr-1',
        data: {
          promoterId: 'pr-1',
          effectiveFrom: begin,
          name: '小满',
          kind: 'person',
          buyerKeys: [key('a'), key('b')],
        },
      },
    ]);
    const { body } = await partners.put('/v1/promoters/pr-1', { buyerKeys: [key('c')], reputation: 390 });
    expect(body).toMatchObject({ kind: 'person', reputation: 390, buyerKeys: [key('a'), key('b'), key('c')] });
  });

  it('needs a name and a kind at first, and keys that are keys', async () => {
    const empty = await partners.put('/v1/promoters/pr-none', { reputation: 1 });
    expect(empty.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual(['/name', '/kind']);
    expect(
      (await partners.put('/v1/promoters/pr-none', { name: 'x', kind: 'person', buyerKeys: ['b-1'] })).status,
    ).toBe(400);
    expect((await partners.put('/v1/promoters/pr-none', { name: 'x', kind: 'person', buyerIds: ['b-1'] })).status).toBe(
      400,
    );
  });
});

describe('two writers at one time', () => {
  it('both get their version when both mean now', async () => {
    partners.itIs('2026-11-06T12:00:00.000Z');
    await partners.put('/v1/brands/br-2', { name: '双' });
    const writes = [1, 2, 3, 4, 5].map(fee => partners.put('/v1/brands/br-2', { techFeeBps: fee }));
    expect((await Promise.all(writes)).map(answer => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect((await partners.get('/v1/brands/br-2')).body.versions).toHaveLength(6);
  });

  it('make one brand between them', async () => {
    const write = { name: '三', effectiveFrom: '2026-11-01T00:00:00Z' };
    const events = await partners.announcedBy(async () => {
      const writes = [1, 2, 3, 4].map(() => partners.put('/v1/brands/br-3', write));
      expect((await Promise.all(writes)).map(answer => answer.status)).toEqual([200, 200, 200, 200]);
    });
    expect(events).toHaveLength(1);
    expect((await partners.get('/v1/brands/br-3')).body.versions).toHaveLength(1);
  });
});

describe('a policy', () => {
  it('is its defaults until somebody sets it, field by field', async () => {
    partners.itIs('2026-11-06T12:00:00.000Z');
    const unset = await partners.get('/v1/policies/attribution');
    expect(unset.body).toEqual({
      policy: 'attribution',
      inForce: { liveHours: 24, shortVideoHours: 72, showcaseHours: 72, linkHours: 360 },
      ...{ versions: [], updatedAt: null },
    });
    const events = await partners.announcedBy(() => partners.put('/v1/policies/attribution', { liveHours: 48 }));
    expect(events).toEqual([
      {
        type: 'policy-version.v1',
        key: 'policy:attribution',
        data: { policy: 'attribution', effectiveFrom: begin, fields: { liveHours: 48 } },
      },
    ]);
    expect((await partners.get('/v1/policies/attribution')).body).toMatchObject({
      inForce: { liveHours: 48, linkHours: 360 },
      versions: [{ effectiveFrom: begin, liveHours: 48 }],
    });
  });

  it.each([
    ['fees', { promotionFeeBps: 300 }],
    ['settlement', { minPayoutFen: 500, tiers: [{ minShopScore: 0, holdDays: 0 }] }],
    ['river', { windowDays: 14, holdoutBps: 0, salt: 's' }],
    ['newcomer', { joinedFrom: '2026-01-01', joinedTo: '2026-12-31', quotaFen: 1 }],
  ])('%s takes its own fields', async (policy, fields) => {
    const events = await partners.announcedBy(async () => {
      expect((await partners.put(`/v1/policies/${policy}`, fields)).body.inForce).toMatchObject(fields);
    });
    expect(events.map(event => event.data.fields)).toEqual([fields]);
  });

  it.each([
    ['a fee beyond 50 %', 'fees', { promotionFeeBps: 5001 }, 400, 'malformed-request'],
    ['another policy’s field', 'fees', { liveHours: 1 }, 400, 'malformed-request'],
    [
      'two tiers from one score',
      'settlement',
      {
        tiers: [
          { minShopScore: 1, holdDays: 1 },
          { minShopScore: 1, holdDays: 2 },
        ],
      },
      422,
      'partners/tiers-repeat',
    ],
    [
      'a programme that ends before it begins',
      'newcomer',
      { joinedFrom: '2026-02-01', joinedTo: '2026-01-01' },
      422,
      'partners/programme-ends-before-it-begins',
    ],
  ])('is refused with %s', async (_, policy, fields, status, type) => {
    const events = await partners.announcedBy(async () => {
      const { body } = await partners.put(`/v1/policies/${policy}`, fields);
      expect([body.status, body.type]).toEqual([status, `/problems/${type}`]);
    });
    expect(events).toEqual([]);
  });

  it('has one version per instant', async () => {
    const at = '2026-12-01T00:00:00Z';
    await partners.put('/v1/policies/fees', { promotionFeeBps: 1, effectiveFrom: at });
    const { body } = await partners.put('/v1/policies/fees', { promotionFeeBps: 2, effectiveFrom: at });
    expect(body.type).toBe('/problems/partners/version-conflict');
  });
});
