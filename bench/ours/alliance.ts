import type { Calls } from '@chuanliu/testing/calls';
import { ownAccountOf, type Alliance } from '../load/orders';

const LONG_AGO = '2020-01-01T00:00:00+08:00';
const CALLS_AT_ONCE = 8;

/**
 * Registers everybody through the public doors, as an operator would who imports an alliance.
 * @returns the alliance with the promotion codes that the pool gave out
 * @throws when a call is refused
 */
export async function register(calls: Calls, alliance: Alliance): Promise<Alliance> {
  const put = async (path: string, body: object) => must(await calls.put('operator', path, body), path);
  await each(alliance.brands, async id => {
    await put(`/v1/brands/${id}`, { name: `Brand ${id}`, techFeeBps: 500 });
    await put(`/v1/accounts/${ownAccountOf(id)}`, { owner: { kind: 'brand', id }, effectiveFrom: LONG_AGO });
  });
  await each(alliance.promoters, id => put(`/v1/promoters/${id}`, { name: `Promoter ${id}`, kind: 'person' }));
  const categoryId = await aCategory(calls);
  await each(alliance.products, async ({ productId, brandId }) => {
    const product = { brandId, title: `Product ${productId}`, categoryId, priceFen: 9_900, stock: 1_000_000 };
    await put(`/v1/products/${productId}`, product);
    const { assistBps = 0 } = alliance;
    await put(`/v1/products/${productId}/plans/open`, { commissionBps: 2_000, assistBps, effectiveFrom: LONG_AGO });
  });
  const codes = new Map<string, string>();
  await each(alliance.picks, async ({ promoterId, productId }) => {
    const path = `/v1/promoters/${promoterId}/picks`;
    const answer = await calls.post<{ promotionCode: string }>('operator', path, { productId, from: LONG_AGO });
    codes.set(`${promoterId}/${productId}`, must(answer, path).promotionCode);
  });
  return {
    ...alliance,
    picks: alliance.picks.map(pick => ({
      ...pick,
      promotionCode: codes.get(`${pick.promoterId}/${pick.productId}`)!,
    })),
  };
}

/** A category of the seeded tree that has no further ones below it. */
async function aCategory(calls: Calls): Promise<string> {
  const path = '/v1/categories?limit=200';
  const answer = await calls.get<{ items: Array<{ id: string; parentId: string | null }> }>('operator', path);
  const { items } = must(answer, path);
  return items.find(({ id }) => !items.some(({ parentId }) => parentId === id))!.id;
}

function must<T>(answer: { status: number; body: T }, path: string): T {
  if (answer.status < 300) return answer.body;
  throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}

async function each<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, worker));
}
