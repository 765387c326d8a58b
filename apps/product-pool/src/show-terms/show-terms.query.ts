import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { Database } from '@chuanliu/database/database';
import { noSuchProduct } from '../domain/product-pool.problems';
import { spansFor, termsFrom } from '../domain/plan';
import { termsOverTime } from '../domain/terms-of-pick';
import { requireOwnProduct } from '../list-plans/require-own-product';
import { readKnownPlans } from '../storage/known-plans';
import { pickOf, SELECT_PICK, type PickRow } from '../storage/picks';
import { readProduct } from '../storage/products';
import type { Read } from '../storage/version-row';
import type { ShowTerms, TermsCalendar } from './show-terms.dto';

/** Nobody has this id: it stands for anybody whom no plan names. */
const ANYBODY = '';

@Injectable()
export class ShowTermsQuery {
  private readonly read: Read;

  constructor(private readonly database: Database) {
    this.read = (sql, parameters) => this.database.read(sql, parameters);
  }

  /** @throws Problem `product-pool/no-such-product` (404), to a brand also for another brand's */
  async ofProduct(caller: Caller, productId: string, asked: ShowTerms): Promise<TermsCalendar> {
    const product = await readProduct(this.read, productId);
    if (!product) throw noSuchProduct(productId);
    if (caller.role !== 'promoter') requireOwnProduct(caller, productId, product);
    const { promoterId = ANYBODY, activityId = null } = asked;
    const wanted = { productId, promoterId, activityId };
    const plans = await readKnownPlans(this.read, [wanted]);
    const [row] = await this.read<PickRow>(
      `${SELECT_PICK} WHERE promoter_id = ? AND product_id = ? AND activity_id = ? AND open_slot = 1`,
      [promoterId, productId, activityId ?? ''],
    );
    const pick = row ? pickOf(row) : null;
    const spans = plans.spansOf(wanted);
    // Whoever picked through an activity keeps its terms, also when it names them no more; others' terms are shown to nobody.
    const isStranger = asked.promoterId !== undefined && !pick;
    const history = termsOverTime(isStranger ? spansFor(promoterId, spans) : spans, pick);
    return {
      ...{ productId, promoterId: asked.promoterId ?? null, pickId: pick?.pickId ?? null },
      items: history.map(({ from, plan, reason, told, lockedUntil }, i) => ({
        ...{ from, until: history[i + 1]?.from ?? null, plan: plan?.kind ?? null },
        terms: plan && termsFrom(from, plan),
        ...{ reason, told, lockedUntil },
      })),
    };
  }
}
