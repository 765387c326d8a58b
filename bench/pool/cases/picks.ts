import { spreadOf, type Spread } from '../../measure/percentile';
import { isForSale } from '../data/pool';
import { CONNECTIONS } from '../options';
import { untilTrue } from '../pool-process';
import type { TermsWatch } from '../terms-watch';
import { anyOf, withCores, type Cores, type Stage } from './stage';

const PICKS_A_BATCH = 200;
const BATCHES_AT_ONCE = 4;

export interface PicksResult extends Cores {
  how: 'one by one' | 'by 200';
  atOnce: number;
  picks: number;
  picksPerSecond: number;
  /** Milliseconds a request took, callers in a closed loop. */
  took: Spread;
}

/** Picks that nobody has made before. */
export class FreshPicks {
  private readonly taken: Set<string>;
  private readonly anyPromoter: () => string;
  private readonly anyProduct: () => string;

  constructor({ pool }: Stage) {
    this.taken = new Set(pool.picks.map(({ promoterId, productId }) => `${promoterId}/${productId}`));
    const barred = new Set(pool.deals.filter(({ kind }) => kind === 'exclusive').map(({ subjectId }) => subjectId));
    barred.add(pool.held.product.productId);
    // Below this a product may not be picked at all, and whom a source bars from live may still pick.
    const products = pool.products.filter(
      one => isForSale(one) && one.productScore >= 380 && !barred.has(one.productId),
    );
    this.anyPromoter = anyOf(pool.promoters, 11);
    this.anyProduct = anyOf(
      products.map(({ productId }) => productId),
      12,
    );
  }

  promoter(): string {
    return this.anyPromoter();
  }

  /** So many products that this promoter has not picked. */
  products(promoterId: string, count: number): string[] {
    const chosen: string[] = [];
    while (chosen.length < count) {
      const productId = this.anyProduct();
      const key = `${promoterId}/${productId}`;
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      chosen.push(productId);
    }
    return chosen;
  }
}

/** Single picks over twenty connections, then batches of two hundred: as fast as they are answered. */
export async function runPicks(stage: Stage, watch: TermsWatch, fresh: FreshPicks): Promise<PicksResult[]> {
  const { process } = stage;
  const single = await picking(stage, watch, 'one by one', CONNECTIONS, async () => {
    const promoterId = fresh.promoter();
    const [productId] = fresh.products(promoterId, 1);
    const path = `/v1/promoters/${promoterId}/picks`;
    return [await process.must<{ pickId: string }>(promoterId, 'POST', path, { productId })];
  });
  const batches = await picking(stage, watch, 'by 200', BATCHES_AT_ONCE, async () => {
    const promoterId = fresh.promoter();
    const picks = fresh.products(promoterId, PICKS_A_BATCH).map(productId => ({ productId }));
    const path = `/v1/promoters/${promoterId}/picks/batch`;
    const { picked, refused } = await process.must<{ picked: Array<{ pickId: string }>; refused: unknown[] }>(
      ...([promoterId, 'POST', path, { picks }] as const),
    );
    if (refused.length > 0) throw new Error(`of a batch ${refused.length} were refused: ${JSON.stringify(refused[0])}`);
    return picked;
  });
  return [single, batches];
}

/** @throws unless every pick that was answered is a new one and was announced */
async function picking(
  stage: Stage,
  watch: TermsWatch,
  how: PicksResult['how'],
  atOnce: number,
  pick: () => Promise<Array<{ pickId: string }>>,
): Promise<PicksResult> {
  const made = new Set<string>();
  let answered = 0;
  const took: number[] = [];
  const measured = await withCores(stage, async () => {
    const begin = performance.now();
    const until = begin + stage.options.seconds * 1_000;
    const worker = async () => {
      while (performance.now() < until) {
        const askedAt = performance.now();
        const picks = await pick();
        took.push(performance.now() - askedAt);
        answered += picks.length;
        for (const { pickId } of picks) made.add(pickId);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    const seconds = (performance.now() - begin) / 1_000;
    return { how, atOnce, picks: answered, picksPerSecond: answered / seconds, took: spreadOf(took) };
  });
  if (made.size !== answered) throw new Error(`${answered} picks were answered, but ${made.size} different ones`);
  await untilTrue(async () => [...made].every(id => watch.latest.has(id)), 100, 'every pick announced');
  return measured;
}
