import { sendAtRate } from '../../load/at-rate';
import { allOf } from '../../measure/all-of';
import { spreadOf, type Spread } from '../../measure/percentile';
import { untilTrue } from '../pool-process';
import type { TermsWatch } from '../terms-watch';
import type { FreshPicks } from './picks';
import { withCores, type Cores, type Stage } from './stage';

/** Picks a second while the change is announced: of other products, by anybody. */
const PICKS_A_SECOND = 20;

export interface RateChangeResult extends Cores {
  what: 'nothing' | 'a rise' | 'a cut';
  holders: number;
  /** Until the change was answered, in milliseconds. */
  answeredMs: number | null;
  /** From its answer until the last holder's new terms were on the topic, read by a consumer. */
  announcedSeconds: number | null;
  /** Of picks of other products meanwhile: from the instant at which one was due. */
  pick: Spread;
  picks: number;
}

/**
 * Raises and cuts the rate of a product that very many promoters hold, while others pick other products; and, to
 * compare with, the same picks while nothing changes.
 */
export async function runRateChanges(stage: Stage, watch: TermsWatch, fresh: FreshPicks): Promise<RateChangeResult[]> {
  const { commissionBps } = stage.pool.held.product;
  return [
    await picksMeanwhile(stage, fresh, 'nothing', () => quietly(stage.options.seconds)),
    await picksMeanwhile(stage, fresh, 'a rise', () => change(stage, watch, commissionBps + 500)),
    await picksMeanwhile(stage, fresh, 'a cut', () => change(stage, watch, commissionBps + 100)),
  ];
}

async function picksMeanwhile(
  stage: Stage,
  fresh: FreshPicks,
  what: RateChangeResult['what'],
  work: () => Promise<{ answeredMs: number | null; announcedSeconds: number | null }>,
): Promise<RateChangeResult> {
  return withCores(stage, async () => {
    let isOver = false;
    const picking = sendAtRate(
      PICKS_A_SECOND,
      () => isOver,
      () => {
        const promoterId = fresh.promoter();
        const [productId] = fresh.products(promoterId, 1);
        return stage.process.must(promoterId, 'POST', `/v1/promoters/${promoterId}/picks`, { productId });
      },
    );
    const working = work().finally(() => (isOver = true));
    const [{ dueAt, answeredAt }, changed] = await allOf(picking, working);
    const pick = spreadOf(answeredAt.map((at, n) => at - dueAt(n)));
    return { what, holders: stage.pool.held.holders.length, ...changed, pick, picks: answeredAt.length };
  });
}

/** @throws unless each holder's terms are announced, once and for all with the new rate */
async function change({ process, pool }: Stage, watch: TermsWatch, commissionBps: number) {
  const { productId } = pool.held.product;
  const begin = performance.now();
  await process.must('operator', 'PUT', `/v1/products/${productId}/plans/open`, { commissionBps });
  const answeredAt = performance.now();
  const announced = () =>
    [...watch.latest.values()].filter(
      ({ pick }) => pick.productId === productId && pick.terms.at(-1)?.commissionBps === commissionBps,
    );
  await untilTrue(
    async () => announced().length === pool.held.holders.length,
    50,
    'every holder’s new terms announced',
  );
  const lastAt = Math.max(...announced().map(({ at }) => at));
  return { answeredMs: answeredAt - begin, announcedSeconds: (lastAt - answeredAt) / 1_000 };
}

async function quietly(seconds: number) {
  await new Promise(resolve => setTimeout(resolve, seconds * 1_000));
  return { answeredMs: null, announcedSeconds: null };
}
