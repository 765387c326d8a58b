import { createHmac } from 'node:crypto';
import { Problem } from '@chuanliu/problems/problem';
import { BuyerKeys } from './buyer-key';
import { replaceBuyers } from './replace-buyers';

const secret = 'a permanent secret of this test';
const keys = new BuyerKeys({ buyerKeySecret: secret });
const keyOf = (id: string) => createHmac('sha256', secret).update(id).digest('hex');
const put = (body: unknown) =>
  replaceBuyers(
    '/v1/promoters/:partyId',
    { method: 'PUT', path: '/v1/promoters/pr-1', body: Buffer.from(JSON.stringify(body)) },
    keys,
  );
const bodyOf = (request: { body?: Buffer }) => JSON.parse(request.body!.toString()) as unknown;

describe('replacing buyers', () => {
  it("sends a promoter's own buyer ids on as keys", () => {
    const sent = bodyOf(put({ name: '小川', kind: 'person', buyerIds: ['b-1', 'b-2'] }));
    expect(sent).toEqual({ name: '小川', kind: 'person', buyerKeys: [keyOf('b-1'), keyOf('b-2')] });
  });

  it('leaves a promoter without buyer ids as it is', () => {
    expect(bodyOf(put({ name: '小川' }))).toEqual({ name: '小川' });
  });

  it.each([
    [{ buyerIds: 'b-1' }, '/buyerIds'],
    [{ buyerIds: ['b-1', 7] }, '/buyerIds/1'],
    [{ buyerIds: ['no such id!'] }, '/buyerIds/0'],
    [{ buyerKeys: [keyOf('b-1')] }, '/buyerKeys'],
  ])('refuses %j and names the place', (body, pointer) => {
    expect.assertions(2);
    try {
      put(body);
    } catch (refusal) {
      expect(refusal).toBeInstanceOf(Problem);
      expect((refusal as Problem).facts.errors).toEqual([expect.objectContaining({ pointer })]);
    }
  });

  it('asks for a river member by key and keeps the query', () => {
    const asked = replaceBuyers(
      '/v1/brands/:partyId/river/members/:buyerId',
      { method: 'GET', path: '/v1/brands/br-1/river/members/b%2D1?at=2026-01-01T00:00:00Z' },
      keys,
    );
    expect(asked.path).toBe(`/v1/brands/br-1/river/members/${keyOf('b-1')}?at=2026-01-01T00:00:00Z`);
  });

  it('refuses a member id that is none', () => {
    const path = '/v1/brands/br-1/river/members/%20';
    const ask = () => replaceBuyers('/v1/brands/:partyId/river/members/:buyerId', { method: 'GET', path }, keys);
    expect(ask).toThrow('The request is not of the declared shape');
  });
});
