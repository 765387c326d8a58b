import type { ChuanliuClient } from './client';
import { verifyWebhook } from './webhook';

/** Never called: `npm run types` checks what the compiler refuses, and that it refuses it. */
async function whatTheCompilerKnows(client: ChuanliuClient) {
  const params = { path: { partyId: 'pr-1' } };

  const pick = await client.post('/v1/promoters/{partyId}/picks', { params, body: { productId: 'p-1' } });
  const code: string = pick.promotionCode;
  const rate: number | undefined = pick.terms?.commissionBps;
  const gone: undefined = await client.delete('/v1/promoters/{partyId}/picks/{pickId}', {
    params: { path: { partyId: 'pr-1', pickId: pick.pickId } },
  });
  const { written } = await client.postRows('/v1/products/bulk', [{ productId: 'p-1' }]);
  const sales = await client.listAll('/v1/promoters/{partyId}/sales', { params }, { amount: 'estimatedFen' });
  const state: 'estimated' | 'confirmed' | 'settled' | 'void' | 'frozen' = sales[0]!.state;

  const { payload } = verifyWebhook({}, '', 'whsec_');
  const ended = payload.type === 'pick.ended' ? payload.data.pickId : undefined;

  // @ts-expect-error There is no such path.
  await client.get('/v1/promoter');
  // @ts-expect-error Categories are read, not written.
  await client.post('/v1/categories');
  // @ts-expect-error The path has a part that must be named.
  await client.get('/v1/promoters/{partyId}');
  // @ts-expect-error A wrong name for it.
  await client.get('/v1/promoters/{partyId}', { params: { path: { promoterId: 'pr-1' } } });
  // @ts-expect-error The body must be there.
  await client.post('/v1/promoters/{partyId}/picks', { params });
  // @ts-expect-error A field that the body has not.
  await client.post('/v1/promoters/{partyId}/picks', { params, body: { productId: 'p-1', quantity: 1 } });
  // @ts-expect-error A number where text belongs.
  await client.post('/v1/promoters/{partyId}/picks', { params, body: { productId: 1 } });
  // @ts-expect-error A query parameter that the list has not.
  await client.get('/v1/promoters/{partyId}/picks', { params: { ...params, query: { sort: 'newest' } } });
  // @ts-expect-error A field that the answer has not.
  void pick.code;
  // @ts-expect-error Not one of the row's amounts.
  await client.listAll('/v1/promoters/{partyId}/sales', { params }, { amount: 'settled' });
  // @ts-expect-error The pool changes while one looks: nothing is promised of it.
  await client.listAll('/v1/promoters/{partyId}/pool', { params });
  // @ts-expect-error A party is no list.
  client.list('/v1/promoters/{partyId}', { params });
  return { code, rate, gone, written, state, ended };
}

it('is checked by the compiler', () => {
  expect(whatTheCompilerKnows).toBeInstanceOf(Function);
});
