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
import { passGates, type Promoter } from '../domain/gates-of-picking';
import { namedProductUnknown, pastIsTheOperators } from '../domain/product-pool.problems';
import { openSurfaces, passSurfaces } from '../domain/surfaces';
import { ExtrasOfPicks } from './pick-extras';
import { newPickId, newPromotionCode } from './promotion-code';
import { againAfterDuplicate } from '../storage/again-after-duplicate';
import { KnownParties } from '../storage/known-parties';
import { readKnownPlans } from '../storage/known-plans';
import { announcementOf, pickOf, SELECT_PICK, type Pick, type PickRow } from '../storage/picks';
import { planForPick } from '../storage/plan-for-pick';
import { lockProduct } from '../storage/products';
import { lockPromoters } from '../storage/promoters';
import { sourcePolicyOf } from '../storage/source-policies';
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
    private readonly clock: Clock,
  ) {}

  /** Takes a product into promotion, or finds that the promoter holds it already. */
  async run(caller: Caller, promoterId: string, write: PickProduct): Promise<{ isNew: boolean; pick: PickAnswer }> {
    if (!(await this.parties.awaitPromoter(promoterId))) throw noSuchParty('promoter', promoterId);
    if (!(await this.parties.awaitProduct(write.productId))) throw namedProductUnknown(write.productId);
    const promoter = await this.parties.promoter(promoterId);
    const { isNew, pick, shown } = await againAfterDuplicate(() =>
      this.database.transaction(tx => this.pick(tx, caller, promoter, write)),
    );
    const extras = await this.extras.of([pick], () => pick.from);
    return { isNew, pick: { ...shown, ...extras.get(pick.pickId)! } };
  }

  private async pick(tx: Tx, caller: Caller, promoter: Promoter, write: PickProduct) {
    const { productId } = write;
    const { promoterId } = promoter;
    const now = this.clock.now();
    // The promoter first: a plan for a whole shop holds no product, and must not miss a pick that is just being made.
    await lockPromoters(tx, [promoterId]);
    const product = (await lockProduct(tx, productId))!;
    const read: Read = (sql, parameters) => tx.query(sql, parameters);
    const activityId = write.activityId ?? null;
    const plans = await readKnownPlans(read, [{ productId, promoterId, activityId }]);
    const open = await openPick(tx, { promoterId, productId, activityId }, now);
    if (open) return { isNew: false, pick: open, shown: shownPick(open, plans, this.links) };

    const from = write.from === undefined ? now : toUtcInstant(write.from);
    if (from < now && caller.role !== 'operator') throw pastIsTheOperators('from');
    passGates(product, await planForPick(read, plans, { promoterId, productId, activityId }, from), promoter, from);
    const policy = await sourcePolicyOf(read, product.source);
    passSurfaces(product, write.surface, openSurfaces(policy, from));
    const pick: Pick = {
      ...{ pickId: newPickId(), promoterId, productId, activityId, promotionCode: newPromotionCode() },
      ...{ tag: write.tag ?? null, from, to: null, revision: 1, updatedAt: now },
    };
    const row = [
      ...[pick.pickId, promoterId, productId, activityId ?? '', pick.promotionCode, pick.tag, toColumn(from), null],
      ...[1, pick.revision, toColumn(now)],
    ];
    await insertRows(tx, 'pick', COLUMNS, [row]);
    await this.outbox.add(tx, pickKnown, [announcementOf(pick, plans)]);
    return { isNew: true, pick, shown: shownPick(pick, plans, this.links) };
  }
}

interface Wanted {
  promoterId: string;
  productId: string;
  activityId: string | null;
}

/** The promoter's open pick of a product and activity, if any. One whose announced end has come by now frees its place. */
async function openPick(tx: Tx, { promoterId, productId, activityId }: Wanted, now: string): Promise<Pick | null> {
  const [row] = await tx.query<PickRow>(
    `${SELECT_PICK} WHERE promoter_id = ? AND product_id = ? AND activity_id = ? AND open_slot = 1 FOR UPDATE`,
    [promoterId, productId, activityId ?? ''],
  );
  if (!row) return null;
  const pick = pickOf(row);
  if (pick.to === null || pick.to > now) return pick;
  await tx.execute('UPDATE pick SET open_slot = NULL WHERE pick_id = ?', [pick.pickId]);
  return null;
}
