import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { noSuchParty } from '@chuanliu/auth/require-party';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import { Problem } from '@chuanliu/problems/problem';
import { passGates, PoolFloor, type Promoter } from '../domain/gates-of-picking';
import { namedProductUnknown, pastIsTheOperators } from '../domain/product-pool.problems';
import { openSurfaces, passSurfaces } from '../domain/surfaces';
import { ExtrasOfPicks } from './pick-extras';
import { newPickId, newPromotionCode } from './promotion-code';
import { againAfterDuplicate } from '../storage/again-after-duplicate';
import { KnownParties } from '../storage/known-parties';
import { readKnownPlans } from '../storage/known-plans';
import { announcementOf, pickOf, SELECT_PICK, type Pick, type PickRow } from '../storage/picks';
import { exclusivelyHeld, planForPick } from '../storage/plan-for-pick';
import { lockProducts } from '../storage/products';
import { lockPromoters } from '../storage/promoters';
import { sourcePoliciesOf } from '../storage/source-policies';
import type { Read } from '../storage/version-row';
import { PublicUrl, shownPick, type PickAnswer, type PickProduct } from './pick.dto';

const COLUMNS = [
  ...['pick_id', 'promoter_id', 'product_id', 'activity_id', 'promotion_code', 'tag', 'picked_from', 'picked_to'],
  ...['open_slot', 'revision', 'updated_at'],
];

@Injectable()
export class PickProductHandler {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly parties: KnownParties,
    private readonly links: PublicUrl,
    private readonly extras: ExtrasOfPicks,
    private readonly floor: PoolFloor,
    private readonly clock: Clock,
  ) {}

  /** Takes a product into promotion, or finds that the promoter holds it already. */
  async run(caller: Caller, promoterId: string, write: PickProduct): Promise<{ isNew: boolean; pick: PickAnswer }> {
    const [outcome] = await this.pickSome(caller, promoterId, [write]);
    if ('refusal' in outcome!) throw outcome.refusal;
    return outcome!;
  }

  /** As run, for many products at once: what is refused does not keep the others from being picked. */
  async runBatch(caller: Caller, promoterId: string, writes: readonly PickProduct[]): Promise<PickOutcome[]> {
    return this.pickSome(caller, promoterId, writes);
  }

  private async pickSome(caller: Caller, promoterId: string, writes: readonly PickProduct[]): Promise<PickOutcome[]> {
    if (!(await this.parties.awaitPromoter(promoterId))) throw noSuchParty('promoter', promoterId);
    await this.parties.awaitProducts(writes.map(write => write.productId));
    const promoter = await this.parties.promoter(promoterId);
    const { plans, outcomes } = await againAfterDuplicate(() =>
      this.database.transaction(tx => this.pick(tx, caller, promoter, writes)),
    );
    const picks = outcomes.flatMap(outcome => ('pick' in outcome ? [outcome.pick] : []));
    const extras = await this.extras.of(picks, pick => pick.from);
    return outcomes.map(outcome => {
      if (!('pick' in outcome)) return outcome;
      const { isNew, pick } = outcome;
      return { isNew, pick: { ...shownPick(pick, plans, this.links), ...extras.get(pick.pickId)! } };
    });
  }

  private async pick(tx: Tx, caller: Caller, promoter: Promoter, writes: readonly PickProduct[]) {
    const { promoterId } = promoter;
    // The promoter first: a plan for a whole shop holds no product, and must not miss a pick that is just being made.
    await lockPromoters(tx, [promoterId]);
    const productIds = [...new Set(writes.map(write => write.productId))];
    const products = await lockProducts(tx, productIds);
    const now = this.clock.now();
    const read: Read = (sql, parameters) => tx.query(sql, parameters);
    const wanted = writes.map(({ productId, activityId = null }) => ({ promoterId, productId, activityId }));
    const plans = await readKnownPlans(read, wanted);
    const open = await openPicks(tx, promoterId, productIds, now);
    const sources = [...products.values()].map(product => product.source);
    const policies = await sourcePoliciesOf(read, [...new Set(sources)]);
    const exclusive = new ExclusivelyHeld(read, productIds);
    const fresh: Pick[] = [];
    const outcomes: Array<{ isNew: boolean; pick: Pick } | { refusal: Problem }> = [];
    for (const [index, write] of writes.entries()) {
      const { productId, activityId } = wanted[index]!;
      const place = `${productId} ${activityId ?? ''}`;
      try {
        const from = write.from === undefined ? now : toUtcInstant(write.from);
        // Whether there is a pick already or not: who asks for the past is not answered as if they had it.
        if (from < now && caller.role !== 'operator') throw pastIsTheOperators('from');
        const held = open.get(place);
        if (held) {
          outcomes.push({ isNew: false, pick: held });
          continue;
        }
        const product = products.get(productId);
        if (!product) throw namedProductUnknown(productId);
        const planned = planForPick(plans, await exclusive.at(from), wanted[index]!, from);
        passGates(product, planned, promoter, from, this.floor);
        passSurfaces(product, write.surface, openSurfaces(policies.get(product.source)!, from));
        const pick: Pick = {
          pickId: newPickId(),
          promoterId,
          productId,
          activityId,
          promotionCode: newPromotionCode(),
          tag: write.tag ?? null,
          from,
          to: null,
          revision: 1,
          updatedAt: now,
        };
        fresh.push(pick);
        open.set(place, pick); // The same product again, further down the list, is the same pick.
        outcomes.push({ isNew: true, pick });
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        outcomes.push({ refusal: problem });
      }
    }
    await insertRows(tx, 'pick', COLUMNS, fresh.map(rowOf));
    await this.outbox.add(
      tx,
      pickKnown,
      fresh.map(pick => announcementOf(pick, plans)),
    );
    return { plans, outcomes };
  }
}

/** What became of one wish to pick. */
export type PickOutcome = { isNew: boolean; pick: PickAnswer } | { refusal: Problem };

/** To whom products are exclusive, read once for each instant that is asked about. */
class ExclusivelyHeld {
  private readonly known = new Map<string, Map<string, Set<string>>>();

  constructor(
    private readonly read: Read,
    private readonly productIds: readonly string[],
  ) {}

  async at(instant: string): Promise<Map<string, Set<string>>> {
    const known = this.known.get(instant) ?? (await exclusivelyHeld(this.read, this.productIds, instant));
    this.known.set(instant, known);
    return known;
  }
}

const rowOf = (pick: Pick) => [
  ...[pick.pickId, pick.promoterId, pick.productId, pick.activityId ?? '', pick.promotionCode, pick.tag],
  ...[toColumn(pick.from), null, 1, pick.revision, toColumn(pick.updatedAt)],
];

/** The promoter's open picks of these products, by product and activity. One whose announced end has come frees its place. */
async function openPicks(
  tx: Tx,
  promoterId: string,
  productIds: readonly string[],
  now: string,
): Promise<Map<string, Pick>> {
  const rows = await tx.query<PickRow>(
    `${SELECT_PICK} WHERE promoter_id = ? AND product_id IN (?) AND open_slot = 1 FOR UPDATE`,
    [promoterId, productIds],
  );
  const picks = rows.map(pickOf);
  const ended = picks.filter(pick => pick.to !== null && pick.to <= now).map(pick => pick.pickId);
  if (ended.length > 0) await tx.execute('UPDATE pick SET open_slot = NULL WHERE pick_id IN (?)', [ended]);
  const open = picks.filter(pick => pick.to === null || pick.to > now);
  return new Map(open.map(pick => [`${pick.productId} ${pick.activityId ?? ''}`, pick]));
}
