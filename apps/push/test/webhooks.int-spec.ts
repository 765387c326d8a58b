import { AReceiver } from './a-receiver';
import { asBrand, asPromoter, operator, PushUnderTest } from './push-under-test';

const url = 'https://hooks.example.com/in';
const problem = ({ status, body }: { status: number; body: { type: string } }) => [status, body.type];

describe('webhooks', () => {
  let push: PushUnderTest;
  beforeAll(async () => {
    push = await PushUnderTest.start({ besidePublic: 'no', allowHttp: false, ports: new Set([443, 8443]) });
  });
  afterAll(() => push.stop());
  afterEach(async () => {
    for (const { id } of (await push.call('GET', '/v1/webhooks?limit=200')).body.items)
      await push.call('DELETE', `/v1/webhooks/${id}`);
  });

  it('are registered with a secret that is shown once and not stored readable', async () => {
    const { status, body } = await push.call('POST', '/v1/webhooks', asPromoter('pr-1'), { url, events: ['sale.*'] });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      party: 'promoter:pr-1',
      url,
      events: ['sale.*'],
      state: 'active',
      failingSince: null,
    });
    expect(body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const shown = (await push.call('GET', `/v1/webhooks/${body.id}`, asPromoter('pr-1'))).body;
    expect(shown).toEqual({ ...body, secret: undefined });
    const [row] = await push.database.read<{ sealed_secret: string }>('SELECT sealed_secret FROM webhook_secret');
    expect(row!.sealed_secret).toMatch(/^gcm\./);
    expect(row!.sealed_secret).not.toContain((body.secret as string).slice(6));
  });

  it('are registered by operators for a party that they name, by parties for themselves alone', async () => {
    const register = (who: Parameters<PushUnderTest['call']>[2], party?: string) =>
      push.call('POST', '/v1/webhooks', who, { url, events: ['*'], ...(party ? { party } : {}) });
    expect((await register(operator, 'brand:br-1')).body.party).toBe('brand:br-1');
    expect((await register(asBrand('br-1'), 'brand:br-1')).status).toBe(201);
    expect(problem(await register(operator))).toEqual([422, '/problems/push/party-missing']);
    expect(problem(await register(asBrand('br-1'), 'brand:br-2'))).toEqual([404, '/problems/no-such-party']);
    expect(problem(await register(asPromoter('br-1'), 'brand:br-1'))).toEqual([404, '/problems/no-such-party']);
    expect(problem(await register(operator, 'agency:ag-1'))).toEqual([400, '/problems/malformed-request']);
    expect(problem(await register({ role: 'agency', partyId: 'ag-1' }))).toEqual([403, '/problems/forbidden']);
    expect(problem(await register({ role: 'finance' }))).toEqual([403, '/problems/forbidden']);
  });

  it.each([
    ['http://hooks.example.com/', 'scheme-not-allowed'],
    ['https://hooks.example.com:9092/', 'port-not-allowed'],
    ['https://a:b@hooks.example.com/', 'user-info-not-allowed'],
    ['https://[::ffff:10.0.0.1]/', 'host-not-public'],
    ['https://169.254.169.254/', 'host-not-public'],
    ['https://localhost./', 'host-not-public'],
  ])('may not lead to %s: %s', async (refused, reason) => {
    const answer = await push.call('POST', '/v1/webhooks', asPromoter('pr-1'), { url: refused, events: ['*'] });
    expect(problem(answer)).toEqual([422, '/problems/push/url-not-allowed']);
    expect(answer.body.reason).toBe(reason);
    const { id } = await push.webhook(url, asPromoter('pr-1'));
    const change = await push.call('PUT', `/v1/webhooks/${id}`, asPromoter('pr-1'), { url: refused, events: ['*'] });
    expect(problem(change)).toEqual([422, '/problems/push/url-not-allowed']);
  });

  it('that were registered when more was allowed deliver nothing any more', async () => {
    const receiver = await AReceiver.open();
    const { id } = await push.webhook(url, asPromoter('pr-1'));
    await push.database.write('UPDATE webhook SET url = ? WHERE webhook_id = ?', [receiver.url, id]);
    await push.test(id);
    await push.untilDelivery(id, { state: 'pending', fault: 'address-refused' });
    expect(receiver.received).toEqual([]);
    await receiver.close();
  });

  it.each([
    [{ url, events: [] }],
    [{ url, events: ['sale.*', 'sale.*'] }],
    [{ url, events: ['sale.refunded'] }],
    [{ url, events: ['webhook.test'] }],
    [{ url, events: 'sale.*' }],
    [{ url: `https://hooks.example.com/${'x'.repeat(2_000)}`, events: ['*'] }],
    [{ url, events: ['*'], secret: 'whsec_mine' }],
    [{ events: ['*'] }],
  ])('are refused when they are not of the declared shape: %j', async body => {
    expect(problem(await push.call('POST', '/v1/webhooks', asPromoter('pr-1'), body))).toEqual([
      400,
      '/problems/malformed-request',
    ]);
  });

  it('are ten of one party at most, counted exactly when many come at once', async () => {
    const register = () => push.call('POST', '/v1/webhooks', asPromoter('pr-1'), { url, events: ['*'] });
    const answers = await Promise.all(Array.from({ length: 12 }, register));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(10).fill(201), 409, 409]);
    expect(problem(await register())).toEqual([409, '/problems/push/too-many-webhooks']);
    expect((await push.call('POST', '/v1/webhooks', asPromoter('pr-2'), { url, events: ['*'] })).status).toBe(201);
  });

  it('of others are as good as absent', async () => {
    const { id } = await push.webhook(url, asPromoter('pr-1'));
    const change = { url, events: ['*'] };
    const ways: Array<[method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: object]> = [
      ['GET', ''],
      ['PUT', '', change],
      ['DELETE', ''],
      ['POST', '/secret'],
      ['POST', '/test'],
      ['GET', '/deliveries'],
      ['POST', '/deliveries/replay', { state: 'dead' }],
      ['POST', '/deliveries/dv-1/replay'],
    ];
    for (const who of [asPromoter('pr-2'), asBrand('pr-1')])
      for (const [method, path, body] of ways) {
        const theirs = await push.call(method, `/v1/webhooks/${id}${path}`, who, body);
        const nobodys = await push.call(method, `/v1/webhooks/wh-0${path}`, who, body);
        expect([method, path, ...problem(theirs)]).toEqual([method, path, 404, '/problems/push/no-such-webhook']);
        expect(problem(nobodys)).toEqual(problem(theirs));
      }
    expect((await push.call('GET', '/v1/webhooks', asBrand('pr-1'))).body).toMatchObject({ items: [] });
    expect((await push.call('GET', `/v1/webhooks?party=promoter:pr-1`, asBrand('pr-1'))).body.items).toEqual([]);
    expect((await push.call('GET', '/v1/webhooks', asPromoter('pr-1'))).body.control.count).toBe(1);
  });

  it('are listed page by page, of all parties or of one', async () => {
    const made: string[] = [];
    for (const party of ['br-1', 'br-2', 'br-1']) made.push((await push.webhook(url, asBrand(party))).id);
    const first = (await push.call('GET', '/v1/webhooks?limit=2')).body;
    const second = (await push.call('GET', `/v1/webhooks?limit=2&cursor=${first.nextCursor}`)).body;
    const ids = [...first.items, ...second.items].map(item => (item as { id: string }).id);
    expect([ids, first.control.count, second.nextCursor]).toEqual([made, 3, null]);
    expect((await push.call('GET', '/v1/webhooks?party=brand:br-2')).body.items).toHaveLength(1);
  });

  it('are changed as a whole, disabled and enabled by their owner', async () => {
    const { id } = await push.webhook(url, asPromoter('pr-1'));
    const put = (body: object) => push.call('PUT', `/v1/webhooks/${id}`, asPromoter('pr-1'), body);
    const other = 'https://hooks.example.com/other';
    expect((await put({ url: other, events: ['pick.ended'], state: 'disabled' })).body).toMatchObject({
      ...{ url: other, events: ['pick.ended'], state: 'disabled', disabledBecause: 'owner' },
    });
    expect((await put({ url: other, events: ['pick.ended'] })).body.state).toBe('disabled');
    expect((await put({ url: other, events: ['*'], state: 'active' })).body).toMatchObject({
      ...{ state: 'active', disabledBecause: null, events: ['*'] },
    });
  });

  it('that are removed are gone with their secrets and deliveries', async () => {
    const { id } = await push.webhook(url, asPromoter('pr-1'));
    await push.test(id);
    expect((await push.call('DELETE', `/v1/webhooks/${id}`, asPromoter('pr-1'))).status).toBe(204);
    expect((await push.call('DELETE', `/v1/webhooks/${id}`, asPromoter('pr-1'))).status).toBe(404);
    for (const table of ['webhook', 'webhook_secret', 'delivery'])
      expect(await push.database.read(`SELECT webhook_id FROM ${table} WHERE webhook_id = ?`, [id])).toEqual([]);
  });
});
