import { GatewayUnderTest } from './gateway-under-test';

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start({ unauthenticatedRequestsPerSecond: 5 });
});
afterAll(() => gateway.stop());

describe('a promotion link', () => {
  it('is followed without a token, for code and tag alone, and answered as the pool answers', async () => {
    gateway.behind = (_asked, response) =>
      response.writeHead(302, { location: 'https://shop.example/', 'cache-control': 'no-store', server: 'x' }).end();
    const headers = { cookie: 'a=b', authorization: 'Bearer x' };
    const answer = await gateway.call(null, 'GET', '/p/pc-1?tag=%E7%9B%B4&buyerId=b-1', undefined, headers);
    expect([answer.status, answer.headers.get('location'), answer.headers.get('cache-control')]).toEqual([
      302,
      'https://shop.example/',
      'no-store',
    ]);
    expect(answer.headers.get('server')).toBeNull();
    const [asked] = gateway.asked;
    expect(asked).toMatchObject({ service: 'product-pool', method: 'GET', url: '/p/pc-1?tag=%E7%9B%B4' });
    expect([asked!.headers.cookie, asked!.headers.authorization]).toEqual([undefined, undefined]);

    await gateway.call(null, 'HEAD', '/p/%2e%2e%2finternal%2fprogress');
    expect(gateway.asked[1]).toMatchObject({ method: 'HEAD', url: '/p/..%2Finternal%2Fprogress' });
  });

  it('is limited by address, as all that strangers ask', async () => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now()); // Nothing is let through for time that passes.
    const statuses: number[] = [];
    for (let n = 0; n < 30; n++) statuses.push((await gateway.call(null, 'GET', '/p/pc-1')).status);
    clock.mockRestore();
    expect(statuses).toContain(302);
    expect(statuses).toContain(429);
  });
});
