import type { UtcInstant } from '@chuanliu/contracts/instants';
import { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import type { Holder } from '../domain/terms-of-pick';
import type { KnownPlans } from './known-plans';
import { withoutOpenPlan } from './open-plans';
import type { Read } from './version-row';

/** A promoter took a product into promotion over [from, to). */
export interface Pick {
  pickId: string;
  promoterId: string;
  productId: string;
  /** The recruiter's activity that it came through, if it did. */
  activityId: string | null;
  promotionCode: string;
  tag: string | null;
  from: UtcInstant;
  to: UtcInstant | null;
  revision: number;
  updatedAt: UtcInstant;
}

export interface PickRow {
  pick_id: string;
  promoter_id: string;
  product_id: string;
  activity_id: string;
  promotion_code: string;
  tag: string | null;
  picked_from: string;
  picked_to: string | null;
  revision: number;
  updated_at: string;
}

export const SELECT_PICK = `SELECT pick_id, promoter_id, product_id, activity_id, promotion_code, tag, picked_from, picked_to,
  revision, updated_at FROM pick`;

export function pickOf(row: PickRow): Pick {
  return {
    pickId: row.pick_id,
    promoterId: row.promoter_id,
    productId: row.product_id,
    activityId: row.activity_id === '' ? null : row.activity_id,
    promotionCode: row.promotion_code,
    tag: row.tag,
    from: fromColumn(row.picked_from),
    to: fromColumn(row.picked_to),
    revision: row.revision,
    updatedAt: fromColumn(row.updated_at),
  };
}

/** The pick as it is announced: with all its terms. */
export function announcementOf(pick: Pick, plans: KnownPlans): { data: DataOf<typeof pickKnown> } {
  const { updatedAt: _, ...known } = pick;
  return { data: { brandId: plans.brandOf(pick.productId), terms: plans.termsOf(pick), ...known } };
}

/** As of an instant, given twice. */
const HELD = 'picked_from <= ? AND (picked_to IS NULL OR picked_to > ?)';

/** Names where a promoter may hold a pick: of a product, through an activity or (null) without one. */
export const placeOf = (productId: string, activityId: string | null): string => `${productId} ${activityId ?? ''}`;

/** Since when a promoter holds picks of these products as of an instant, by `placeOf`. */
export async function heldPicksOf(
  read: Read,
  promoterId: string,
  productIds: readonly string[],
  at: UtcInstant,
): Promise<Map<string, Holder>> {
  if (productIds.length === 0) return new Map();
  const rows = await read<{ product_id: string; activity_id: string; picked_from: string }>(
    `SELECT product_id, activity_id, picked_from FROM pick
     WHERE promoter_id = ? AND product_id IN (?) AND ${HELD} ORDER BY picked_from`,
    [promoterId, productIds, toColumn(at), toColumn(at)],
  );
  return new Map(
    rows.map(row => [placeOf(row.product_id, row.activity_id), { from: fromColumn(row.picked_from) }] as const),
  );
}

/**
 * The products without an open plan of which a promoter holds a pick through an activity whose plan has changed since, if
 * only by a sooner end that was told in the instant of the pick: it may pay them otherwise than whoever picks only now.
 */
export async function productsKeptThroughActivities(read: Read, promoterId: string, at: UtcInstant): Promise<string[]> {
  const now = toColumn(at);
  const rows = await read<{ id: string }>(
    `SELECT DISTINCT k.product_id AS id FROM pick k
     WHERE k.promoter_id = ? AND k.activity_id <> '' AND ${HELD} AND ${withoutOpenPlan('k')}
     AND EXISTS (SELECT 1 FROM activity_plan_version v WHERE v.product_id = k.product_id
       AND v.activity_id = k.activity_id AND v.effective_from >= k.picked_from AND v.effective_from <= ?)`,
    [promoterId, now, now, now, now],
  );
  return rows.map(({ id }) => id);
}

/** RATE_LOCK_DAYS is 365 at most, and a version holds from its telling at the earliest. */
const LONGEST_LOCK_DAYS = 366;

/**
 * The products that a promoter holds, without an activity, of which a rate may be locked at an instant: those of which a
 * plan changed after the pick, and whose lock, had there been one, would still run. Whether there is one, the plans say.
 */
export async function productsWithLocksPossible(read: Read, promoterId: string, at: UtcInstant): Promise<string[]> {
  // A lock ends its days after the telling, and not before the midnight that follows.
  const mayLock = (told: string) => `k.promoter_id = ? AND k.activity_id = '' AND ${HELD}
    AND v.effective_from > k.picked_from AND v.effective_from <= ?
    AND v.effective_from > CAST(? AS DATETIME(3)) - INTERVAL ${LONGEST_LOCK_DAYS} DAY
    AND (${told} + INTERVAL v.rate_lock_days DAY > ? OR v.effective_from > CAST(? AS DATETIME(3)) - INTERVAL 1 DAY)`;
  const now = toColumn(at);
  const mayLockNow = [promoterId, now, now, now, now, now, now];
  // Three readings and no OR: each begins where there is least.
  const rows = await read<{ id: string }>(
    `SELECT k.product_id AS id FROM pick k JOIN open_plan_version v ON v.product_id = k.product_id
     WHERE ${mayLock('v.written_at')}
     UNION SELECT k.product_id FROM promoter_plan_version v JOIN pick k ON k.product_id = v.subject_id
     WHERE v.promoter_id = ? AND v.kind IN ('exclusive', 'directed') AND ${mayLock('v.told_at')}
     UNION SELECT k.product_id FROM promoter_plan_version v JOIN product p ON p.brand_id = v.subject_id
     JOIN pick k ON k.product_id = p.product_id
     WHERE v.promoter_id = ? AND v.kind = 'shop-directed' AND ${mayLock('v.told_at')}`,
    [...mayLockNow, promoterId, ...mayLockNow, promoterId, ...mayLockNow],
  );
  return rows.map(({ id }) => id);
}
