import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { isOffered } from '../domain/product';
import { noSuchPick, noSuchProduct } from '../domain/product-pool.problems';
import { spansFor, termsFrom } from '../domain/plan';
import { termsOverTime } from '../domain/terms-of-pick';
import { requireOwnProduct } from '../list-plans/require-own-product';
import { readKnownPlans } from '../storage/known-plans';
import { pickOf, SELECT_PICK, type Pick, type PickRow } from '../storage/picks';
import { readProduct } from '../storage/products';
import type { Read } from '../storage/version-row';
import type { ShowTerms, TermsCalendar } from './show-terms.dto';

/** Nobody has this id: it stands for anybody whom no plan names. */
const ANYBODY = '';

@Injectable()
export class ShowTermsQuery {
  private readonly read: Read;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.read = (sql, parameters) => this.database.read(sql, parameters);
  }

  /**
   * @throws Problem `product-pool/no-such-product` (404), to a brand also for another brand's, to a promoter also for one
   * that is not offered unless they took it once; `product-pool/no-such-pick` (404)
   */
  async ofProduct(caller: Caller, productId: string, asked: ShowTerms): Promise<TermsCalendar> {
    const product = await readProduct(this.read, productId);
    if (!product) throw noSuchProduct(productId);
    const { promoterId = ANYBODY } = asked;
    if (caller.role !== 'promoter') requireOwnProduct(caller, productId, product);
    else if (!isOffered(product) && !(await this.everPicked(promoterId, productId))) throw noSuchProduct(productId);

    const pick = await this.pickShown(promoterId, productId, asked);
    const wanted = { productId, promoterId, activityId: pick?.activityId ?? asked.activityId ?? null };
    const spans = (await readKnownPlans(this.read, [wanted])).spansOf(wanted);
    // Whoever picked through an activity keeps its terms, also when it names them no more; others' terms are shown to nobody.
    const isStranger = asked.promoterId !== undefined && !pick;
    const history = termsOverTime(isStranger ? spansFor(promoterId, spans) : spans, pick);
    const end = pick?.to ?? null;
    const shown = end === null ? history : history.filter(({ from }) => from < end);
    return {
      productId,
      promoterId: asked.promoterId ?? null,
      pickId: pick?.pickId ?? null,
      items: shown.map(({ from, plan, reason, told, lockedUntil }, i) => ({
        from,
        until: shown[i + 1]?.from ?? end,
        plan: plan?.kind ?? null,
        terms: plan && termsFrom(from, plan),
        reason,
        told,
        lockedUntil,
      })),
    };
  }

  private async everPicked(promoterId: string, productId: string): Promise<boolean> {
    const sql = 'SELECT 1 FROM pick WHERE promoter_id = ? AND product_id = ? LIMIT 1';
    return (await this.read(sql, [promoterId, productId])).length > 0;
  }

  /** The pick that is asked for, or the one that the promoter holds. */
  private async pickShown(promoterId: string, productId: string, asked: ShowTerms): Promise<Pick | null> {
    const { pickId, activityId } = asked;
    const ofPromoter = `${SELECT_PICK} WHERE promoter_id = ? AND product_id = ?`;
    if (pickId !== undefined) {
      const [row] = await this.read<PickRow>(`${ofPromoter} AND pick_id = ?`, [promoterId, productId, pickId]);
      if (!row || (activityId !== undefined && row.activity_id !== activityId)) throw noSuchPick(pickId);
      return pickOf(row);
    }
    const [row] = await this.read<PickRow>(
      `${ofPromoter} AND activity_id = ? AND open_slot = 1 AND (picked_to IS NULL OR picked_to > ?)`,
      [promoterId, productId, activityId ?? '', toColumn(this.clock.now())],
    );
    return row ? pickOf(row) : null;
  }
}
