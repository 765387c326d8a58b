import { randomBytes } from 'node:crypto';
import { SecretSeal } from '@chuanliu/auth/secret-seal';
import { withEndlessPatience } from '@chuanliu/testing/with-endless-patience';
import { announceRegisteredParties } from '../src/storage/migrations/009-announce-registered-parties';
import { PartnersUnderTest } from './partners-under-test';

let partners: PartnersUnderTest;
const payeeKey = randomBytes(32).toString('base64');
const now = '2026-11-06T12:00:00.000Z';
const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T00:00:00.000Z`;

beforeAll(async () => {
  partners = await PartnersUnderTest.start(payeeKey);
  partners.itIs(now);
  await partners.put('/v1/brands/br-1', { name: '青禾' });
  await partners.put('/v1/promoters/pr-1', { name: '小满', kind: 'person' });
  await partners.put('/v1/agencies/ag-1', { name: '风行' });
  await partners.put('/v1/agencies/ag-2', { name: '云上' });
});
afterAll(() => partners.stop());

/** The refusal, and proof that it left nothing behind. */
async function refusalOf(url: string, body: object) {
  let refusal: [number, string] | undefined;
  const events = await partners.announcedBy(async () => {
    const answer = await partners.put(url, body);
    refusal = [answer.status, answer.body.type];
  });
  expect(events).toEqual([]);
  return refusal;
}

describe('recruiters and agencies', () => {
  it('are announced when they come and when they change, not when they are repeated', async () => {
    const events = await partners.announcedBy(async () => {
      expect((await partners.put('/v1/recruiters/rc-1', { name: '团长', kind: 'company' })).body).toEqual({
        ...{ id: 'rc-1', name: '团长', kind: 'company', payee: null, updatedAt: now },
      });
      await partners.put('/v1/recruiters/rc-1', { name: '团长', kind: 'company' });
      await partners.put('/v1/recruiters/rc-1', { name: '大团长' });
    });
    expect(events.map(event => event.data)).toEqual([
      { kind: 'recruiter', partyId: 'rc-1', name: '团长', personKind: 'company', revision: 1 },
      { kind: 'recruiter', partyId: 'rc-1', name: '大团长', personKind: 'company', revision: 2 },
    ]);
    expect((await partners.get('/v1/recruiters/rc-1')).body).toMatchObject({ name: '大团长', kind: 'company' });
    expect(await refusalOf('/v1/recruiters/rc-2', { name: 'x' })).toEqual([400, '/problems/malformed-request']);
  });

  it('registered before an upgrade that lets others hear of them are announced once more, as they are', async () => {
    await partners.put('/v1/recruiters/rc-1', { name: '大团长', kind: 'company' });
    const told = await partners.announcedBy(async () => {
      await partners.connection.query(announceRegisteredParties.up);
      await partners.untilNothingIsDue();
    });
    const ofRecruiter = told.filter(({ key }) => key === 'rc-1').map(({ data }) => data);
    expect(ofRecruiter).toMatchObject([{ kind: 'recruiter', name: '大团长', personKind: 'company' }]);
    expect(told.map(({ type, key }) => `${type} ${key}`)).toEqual(
      expect.arrayContaining(['party-registered.v1 ag-1', 'party-registered.v1 ag-2']),
    );
    const announced = ofRecruiter[0]!.revision as number;
    const [next] = await partners.announcedBy(() => partners.put('/v1/recruiters/rc-1', { name: '团长' }));
    expect(next!.data.revision).toBe(announced + 1); // No revision was spent: nothing has changed.
  });
});

describe('an account', () => {
  it('has one owner at a time', async () => {
    const events = await partners.announcedBy(async () => {
      await partners.put('/v1/accounts/a-1', { owner: { kind: 'promoter', id: 'pr-1' } });
      await partners.put('/v1/accounts/a-1', { owner: { kind: 'brand', id: 'br-1' }, effectiveFrom: day(20) });
    });
    expect(events.map(event => event.key)).toEqual(['a-1', 'a-1']);
    expect((await partners.get('/v1/accounts/a-1')).body).toMatchObject({
      owner: { kind: 'promoter', id: 'pr-1' },
      versions: [{ owner: { kind: 'promoter' } }, { effectiveFrom: day(20), owner: { kind: 'brand' } }],
    });
    expect(
      await refusalOf('/v1/accounts/a-1', { owner: { kind: 'promoter', id: 'pr-1' }, effectiveFrom: day(20) }),
    ).toEqual([409, '/problems/partners/version-conflict']);
  });

  it('needs an owner that exists, and waits for one that is on its way', async () => {
    await withEndlessPatience(async () => {
      const write = partners.put('/v1/accounts/a-2', { owner: { kind: 'brand', id: 'br-late' } });
      await partners.put('/v1/brands/br-late', { name: '迟到' });
      expect((await write).status).toBe(200);
    });
    expect(await refusalOf('/v1/accounts/a-3', { owner: { kind: 'brand', id: 'br-never' } })).toEqual([
      422,
      '/problems/partners/named-party-unknown',
    ]);
    expect((await partners.get('/v1/accounts/a-3')).body.type).toBe('/problems/partners/no-such-account');
  });
});

describe('an agency contract', () => {
  const url = '/v1/promoters/pr-1/agency';
  const contract = { agencyId: 'ag-1', agencyBps: 3000, from: day(1), to: day(10) };

  it('may change its end and nothing else', async () => {
    const events = await partners.announcedBy(async () => {
      expect((await partners.put(url, { ...contract, to: undefined })).body).toEqual({
        ...{ promoterId: 'pr-1', agencyId: 'ag-1', agencyBps: 3000, from: day(1), to: null },
      });
      await partners.put(url, contract);
      await partners.put(url, contract);
    });
    expect(events.map(event => [event.data.to, event.data.revision])).toEqual([
      [null, 1],
      [day(10), 2],
    ]);
    expect(await refusalOf(url, { ...contract, agencyBps: 3001 })).toEqual([
      409,
      '/problems/partners/contract-differs',
    ]);
    expect(await refusalOf(url, { ...contract, agencyId: 'ag-2' })).toEqual([
      409,
      '/problems/partners/contract-differs',
    ]);
  });

  it('does not overlap another, now or by moving its end', async () => {
    const next = { agencyId: 'ag-2', agencyBps: 0, from: day(10) };
    expect(await refusalOf(url, { ...next, from: day(9) })).toEqual([409, '/problems/partners/contracts-overlap']);
    expect((await partners.put(url, next)).status).toBe(200);
    expect(await refusalOf(url, { ...contract, to: day(11) })).toEqual([409, '/problems/partners/contracts-overlap']);
    expect((await partners.get('/v1/promoters/pr-1')).body.agencyContracts).toEqual([contract, { ...next, to: null }]);
  });

  it.each([
    ['a share beyond 90 %', '/v1/promoters/pr-1/agency', { agencyBps: 9001 }, 400, 'malformed-request'],
    [
      'an end before its beginning',
      '/v1/promoters/pr-1/agency',
      { to: day(1), from: day(2) },
      422,
      'partners/ends-before-it-begins',
    ],
    [
      'an agency that is unknown',
      '/v1/promoters/pr-1/agency',
      { agencyId: 'ag-9' },
      422,
      'partners/named-party-unknown',
    ],
    ['a promoter who is unknown', '/v1/promoters/pr-9/agency', {}, 404, 'no-such-party'],
  ])('is refused with %s', async (_, address, change, status, type) => {
    expect(await refusalOf(address, { ...contract, ...change })).toEqual([status, `/problems/${type}`]);
  });
});

describe('a suspension', () => {
  const url = '/v1/promoters/pr-1/suspensions/su-1';
  const suspension = { from: day(5), reason: '刷单' };

  it('may change its end and nothing else', async () => {
    const events = await partners.announcedBy(async () => {
      expect((await partners.put(url, suspension)).body).toEqual({
        party: { kind: 'promoter', id: 'pr-1' },
        ...{ suspensionId: 'su-1', ...suspension, to: null },
      });
      await partners.put(url, suspension);
      await partners.put(url, { ...suspension, to: day(8) });
      await partners.put('/v1/brands/br-1/suspensions/su-1', { ...suspension, to: day(5) });
    });
    expect(events.map(({ key, data }) => [key, data.kind, data.to, data.revision])).toEqual([
      ['pr-1', 'promoter', null, 1],
      ['pr-1', 'promoter', day(8), 2],
      ['br-1', 'brand', day(5), 1],
    ]);
    expect(await refusalOf(url, { ...suspension, from: day(6) })).toEqual([
      409,
      '/problems/partners/suspension-differs',
    ]);
    expect(await refusalOf(url, { ...suspension, reason: '别的' })).toEqual([
      409,
      '/problems/partners/suspension-differs',
    ]);
    expect(await refusalOf(url, { ...suspension, to: day(4) })).toEqual([
      422,
      '/problems/partners/ends-before-it-begins',
    ]);
    expect((await partners.get('/v1/promoters/pr-1')).body.suspensions).toEqual([
      { suspensionId: 'su-1', ...suspension, to: day(8) },
    ]);
  });

  it('needs a party, and recruiters are not suspended here', async () => {
    expect(await refusalOf('/v1/brands/br-9/suspensions/su-1', suspension)).toEqual([404, '/problems/no-such-party']);
    expect((await partners.put('/v1/recruiters/rc-1/suspensions/su-1', suspension)).status).toBe(404);
  });
});

describe('a payee', () => {
  it('shows no more of its account than the ending, and is unreadable at rest', async () => {
    const payee = { payeeName: '小满', bankAccount: '6222000011112222', verified: true };
    const answer = await partners.put('/v1/promoters/pr-1/payee', payee);
    expect(answer.body).toEqual({
      party: { kind: 'promoter', id: 'pr-1' },
      ...{ payeeName: '小满', bankAccount: '****2222', verified: true },
    });
    expect((await partners.get('/v1/promoters/pr-1')).body.payee.bankAccount).toBe('****2222');
    const [rows] = await partners.connection.query('SELECT * FROM payee');
    expect(JSON.stringify(rows)).not.toContain('62220000');
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('6222000011112222').toString('base64'));
  });

  it('is announced whole and sealed, each change once', async () => {
    const payee = { payeeName: '小满', bankAccount: '6222000011113333', verified: true };
    const identity = { idType: 'resident-id', idNumber: '110101199001011234' };
    const write = (what: object) => partners.announcedBy(() => partners.put('/v1/promoters/pr-1/payee', what));
    const [event] = await write({ ...payee, ...identity });
    expect(event).toMatchObject({
      type: 'payee-known.v1',
      key: 'pr-1',
      data: {
        ...{ kind: 'promoter', partyId: 'pr-1', payeeName: '小满', accountEnding: '3333', verified: true, revision: 2 },
        identity: { idType: 'resident-id', numberEnding: '1234' },
      },
    });
    expect(JSON.stringify(event)).not.toMatch(/62220000|11010119/);
    const { sealedAccount, identity: sealed } = event!.data as {
      sealedAccount: string;
      identity: { sealedNumber: string };
    };
    const seal = new SecretSeal(payeeKey, 'PAYEE_KEY');
    expect(seal.unseal(sealedAccount, 'promoter:pr-1')).toBe(payee.bankAccount);
    expect(seal.unseal(sealed.sealedNumber, 'identity of promoter:pr-1')).toBe(identity.idNumber);
    expect(() => seal.unseal(sealed.sealedNumber, 'promoter:pr-1')).toThrow();

    expect(await write({ ...payee, ...identity })).toEqual([]);
    expect(await write(payee)).toEqual([]); // What is left out stays.
    const [unverified] = await write({ ...payee, verified: false });
    expect(unverified!.data).toMatchObject({ verified: false, revision: 3, identity: { numberEnding: '1234' } });
  });

  it('shows of an id number no more than its ending, and takes no half of an identity', async () => {
    const payee = { payeeName: '小满', bankAccount: '6222000011112222', verified: true };
    const answer = await partners.put('/v1/promoters/pr-1/payee', {
      ...payee,
      idType: 'passport',
      idNumber: 'E12345678',
    });
    expect(answer.body).toMatchObject({ bankAccount: '****2222', idType: 'passport', idNumber: '****5678' });
    expect((await partners.get('/v1/promoters/pr-1')).body.payee).toMatchObject({ idNumber: '****5678' });
    const [rows] = await partners.connection.query('SELECT * FROM payee');
    expect(JSON.stringify(rows)).not.toContain('E1234');
    const half = await partners.put('/v1/promoters/pr-1/payee', { ...payee, idNumber: 'E12345678' });
    expect([half.status, half.body.errors[0].pointer]).toEqual([400, '/idType']);
  });

  it.each(['brands/br-1', 'recruiters/rc-1', 'agencies/ag-1'])('of %s is kept as well', async party => {
    const payee = { payeeName: '某', bankAccount: '1234', verified: false };
    expect((await partners.put(`/v1/${party}/payee`, payee)).body.bankAccount).toBe('****');
    expect((await partners.get(`/v1/${party}`)).body.payee).toEqual({ ...payee, bankAccount: '****' });
  });

  it('announces two parties of one person as one, however the document was typed, and tells no number by it', async () => {
    const keyOf = async (party: string, idNumber: string) => {
      const payee = {
        payeeName: '小满',
        bankAccount: '6222000011112222',
        verified: true,
        idType: 'resident-id',
        idNumber,
      };
      const [event] = await partners.announcedBy(() => partners.put(`/v1/${party}/payee`, payee));
      return (event!.data as { identity: { personKey: string } }).identity.personKey;
    };
    const promoter = await keyOf('promoters/pr-1', '11010119900101777X');
    expect(await keyOf('recruiters/rc-1', '11010119900101777x')).toBe(promoter);
    expect(await keyOf('promoters/pr-1', '110101199001018888')).not.toBe(promoter);
    const known = await partners.announcedBy(() =>
      partners.put('/v1/recruiters/rc-1/payee', { payeeName: '大满', bankAccount: '6222', verified: true }),
    );
    expect(known[0]!.data).toMatchObject({ payeeName: '大满', identity: { personKey: promoter } });
  });

  it('whose identity was written before there were persons is named when the service starts, if it opens', async () => {
    const payee = { payeeName: '小满', bankAccount: '6222000011112222', verified: true, idType: 'passport' };
    const write = (party: string) => partners.put(`/v1/${party}/payee`, { ...payee, idNumber: 'E87654321' });
    const [before] = await partners.announcedBy(() => write('promoters/pr-1'));
    for (const party of ['recruiters/rc-1', 'agencies/ag-1']) await write(party);
    await partners.connection.query('UPDATE payee SET person_key = NULL');
    await partners.connection.query(`UPDATE payee SET sealed_id_number = 'gcm.no' WHERE kind = 'agency'`);

    const named = await partners.announcedBy(() => partners.namePersons());
    expect(named.map(({ key }) => key)).toEqual(['pr-1', 'rc-1']);
    const { identity, revision } = before!.data as { identity: { personKey: string }; revision: number };
    expect(named[0]!.data).toEqual({ ...before!.data, revision: revision + 1 });
    expect(named[1]!.data).toMatchObject({ identity: { personKey: identity.personKey } });
    expect(await partners.announcedBy(() => partners.namePersons())).toEqual([]);
  });
});

describe('who may do what', () => {
  const promoter = { role: 'promoter', partyId: 'pr-1' } as const;

  it('only an operator writes', async () => {
    for (const role of ['finance', 'brand', 'promoter'] as const) {
      const answer = await partners.put('/v1/brands/br-1', { name: 'x' }, { role, partyId: 'br-1' });
      expect([answer.status, answer.body.type]).toEqual([403, '/problems/forbidden']);
    }
  });

  it('a party reads its own, finance reads all, and what is another’s does not exist', async () => {
    expect((await partners.get('/v1/promoters/pr-1', promoter)).status).toBe(200);
    expect((await partners.get('/v1/promoters/pr-1', { role: 'finance' })).status).toBe(200);
    expect((await partners.get('/v1/accounts/a-1', promoter)).status).toBe(200);
    const foreign = await partners.get('/v1/promoters/pr-1', { ...promoter, partyId: 'pr-2' });
    expect([foreign.status, foreign.body.type]).toEqual([404, '/problems/no-such-party']);
    expect((await partners.get('/v1/accounts/a-1', { ...promoter, partyId: 'pr-2' })).status).toBe(404);
    expect((await partners.get('/v1/policies/river', promoter)).status).toBe(403);
    expect((await partners.get('/v1/brands', promoter)).status).toBe(403);
  });

  it('the directory lists every party of a kind once, page by page', async () => {
    const whole = (await partners.get('/v1/agencies')).body;
    expect(whole.items.map((row: { id: string; name: string }) => [row.id, row.name])).toEqual([
      ['ag-1', '风行'],
      ['ag-2', '云上'],
    ]);
    const first = (await partners.get('/v1/agencies?limit=1')).body;
    expect(first.control).toEqual(whole.control);
    const second = (await partners.get(`/v1/agencies?limit=1&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items]).toEqual(whole.items);
    expect(second.nextCursor).toBeNull();
    expect((await partners.get('/v1/promoters')).body.items).toEqual([
      { id: 'pr-1', name: '小满', kind: 'person', reputation: 450, updatedAt: now },
    ]);
    expect((await partners.get('/v1/brands?updatedFrom=2026-11-07T00:00:00Z')).body.items).toEqual([]);
    expect((await partners.get('/v1/brands?cursor=nonsense')).body.type).toBe('/problems/malformed-cursor');
  });
});
