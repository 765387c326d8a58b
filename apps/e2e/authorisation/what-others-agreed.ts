import { untilSeen } from '@chuanliu/testing/eventually';
import type { Alliance } from '../alliance';

/** Rates that nothing else in the test has: an answer that has one of them tells of the other promoter's plan. */
export const directedBps = 4_321;
export const exclusiveBps = 4_567;

/** What chance decides: a port, codes, signatures, and digests over random ids. */
const DRAWN = /"(?:cartToken|digest|link|promotionCode)":"[^"]*"/g;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const RATES = new RegExp(`${directedBps}|${exclusiveBps}`, 'g');

/** What an answer must not have in it: the other promoter, or a rate of theirs but for digits that chance may draw. */
export const tracesIn = (text: string): string[] =>
  [...text.matchAll(/pr-2/g), ...text.replace(DRAWN, '').replace(UUID, '').matchAll(RATES)].map(([trace]) => trace);

/** The first promoter's look at two products: of one the other promoter has a better plan, the other is theirs alone. */
export class WhatOthersAgreed {
  constructor(
    private readonly alliance: Alliance,
    private readonly client: string,
  ) {}

  /** Plans of a brand that has none else, with `pr-2`, who picks both products and applies for more. */
  async agree(): Promise<void> {
    await this.alliance.brand('br-3');
    for (const [productId, plan, commissionBps] of [
      ['shared', 'directed', directedBps],
      ['theirs-alone', 'exclusive', exclusiveBps],
    ] as const) {
      await this.alliance.product(productId, 'br-3', 1_000);
      await this.alliance.put(`/v1/products/${productId}/plans/${plan}`, {
        promoters: [{ promoterId: 'pr-2', commissionBps }],
      });
      await this.alliance.post('/v1/promoters/pr-2/picks', { productId });
    }
    const other = await this.alliance.clientOf('promoter', 'pr-2');
    await this.alliance.post('/v1/products/shared/plans/directed/applications', { commissionBps: 5_000 }, other);
  }

  /** @returns status and the whole answer as text */
  async ask(path: string): Promise<{ status: number; text: string }> {
    const { status, body } = await this.alliance.calls.get<unknown>(this.client, path);
    return { status, text: JSON.stringify(body) };
  }

  async pick(productId: string): Promise<{ status: number; text: string }> {
    const { status, body } = await this.alliance.calls.post(this.client, '/v1/promoters/pr-1/picks', { productId });
    return { status, text: JSON.stringify(body) };
  }

  /** The products as the promoter finds them, once the index has both. */
  async pool(): Promise<Array<{ productId: string; commissionBps: number | null; refusedBecause: string | null }>> {
    const { items } = await untilSeen(
      () =>
        this.alliance.get<{
          items: Array<{ productId: string; commissionBps: number | null; refusedBecause: string | null }>;
        }>('/v1/promoters/pr-1/pool?limit=200&facets=true', this.client),
      page => ['shared', 'theirs-alone'].every(id => page.items.some(row => row.productId === id)),
    );
    return items;
  }
}
