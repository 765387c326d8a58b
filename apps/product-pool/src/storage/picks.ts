import type { UtcInstant } from '@chuanliu/contracts/instants';
import { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import { fromColumn } from '@chuanliu/database/instant';
import type { KnownPlans } from './known-plans';

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
  return { data: { ...known, brandId: plans.brandOf(pick.productId), terms: plans.termsOf(pick) } };
}
