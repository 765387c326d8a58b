import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { productKnown } from '@chuanliu/contracts/product-pool/product-known.v1';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { DueWork } from '@chuanliu/messaging/due-work';
import { Outbox } from '@chuanliu/messaging/outbox';
import { Problem } from '@chuanliu/problems/problem';
import type { CategoryTree } from '../domain/category-tree';
import { changeOpenPlan } from '../domain/change-plan';
import { foldPlan, rateAt, type PlanVersion } from '../domain/plan';
import { offerProduct, type Product } from '../domain/product';
import { namedBrandUnknown } from '../domain/product-pool.problems';
import { RateLock } from '../plan-openly/rate-lock';
import { againAfterDuplicate } from '../storage/again-after-duplicate';
import { announcementOf } from '../storage/announce-product';
import { Categories } from '../storage/categories';
import { KnownParties } from '../storage/known-parties';
import { addOpenPlanVersions, openPlansOf } from '../storage/open-plans';
import { lockProducts, saveProducts } from '../storage/products';
import type { BulkAnswer, BulkRow, Refused } from './offer-in-bulk.dto';
import { refusal, sortRows, type NumberedRow, type ReadRow } from './read-rows';

/** Few enough that nobody waits long for a product that is held. */
const ROWS_A_TRANSACTION = 500;

@Injectable()
export class OfferInBulkHandler {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly dueWork: DueWork,
    private readonly parties: KnownParties,
    private readonly rateLock: RateLock,
    private readonly clock: Clock,
    private readonly categories: Categories,
  ) {}

  /** Writes the rows that can be written and says what is wrong with the others. Sent again, it changes nothing more. */
  async run(caller: Caller, read: Iterable<ReadRow> | AsyncIterable<ReadRow>): Promise<BulkAnswer> {
    const { rows, refused } = await sortRows(read);
    const allowed = rows.filter(
      row => !refuse(row, refused, () => checkedAlone(row.product, caller, this.categories.tree)),
    );
    const brandIds = [...new Set(allowed.map(({ product }) => product.brandId))];
    const brands = await this.parties.awaitBrands(brandIds);
    let written = 0;
    for (let start = 0; start < allowed.length; start += ROWS_A_TRANSACTION) {
      const part = allowed.slice(start, start + ROWS_A_TRANSACTION);
      const refusedHere = await againAfterDuplicate(() =>
        this.database.transaction(tx => this.write(tx, caller, part, brands)),
      );
      refused.push(...refusedHere);
      written += part.length - refusedHere.length;
    }
    return { written, refused: refused.sort((a, b) => a.row - b.row) };
  }

  /** @returns the rows that were refused */
  private async write(tx: Tx, caller: Caller, rows: NumberedRow[], brands: Set<string>): Promise<Refused[]> {
    const known = await lockProducts(
      tx,
      rows.map(({ product }) => product.productId),
    );
    // Only now: whoever held one of them may have changed its rate after these rows came.
    const now = this.clock.now();
    const plans = await openPlansOf(
      (sql, parameters) => tx.query(sql, parameters),
      rows.map(({ product }) => product.productId),
    );
    const command = this.rateLock.commandOf(caller, now);
    const refused: Refused[] = [];
    const products: Product[] = [];
    const versions: Array<{ productId: string; version: PlanVersion }> = [];
    for (const row of rows) {
      const { productId, brandId, openCommissionBps: commissionBps } = row.product;
      const before = known.get(productId) ?? null;
      refuse(row, refused, () => {
        if (!brands.has(brandId)) throw namedBrandUnknown(brandId);
        const product = offerProduct(before, productId, productIn(row.product), caller, this.categories.tree);
        // A file that tells what holds already announces nothing, whatever has been announced for later.
        const pays = rateAt(foldPlan('open', plans.get(productId)!), now);
        if (commissionBps !== undefined && commissionBps !== pays) {
          const version = changeOpenPlan(productId, plans.get(productId)!, { commissionBps }, undefined, command);
          if (version) versions.push({ productId, version });
        }
        if (product !== before) products.push(product);
      });
    }
    await saveProducts(tx, products, now);
    await this.outbox.add(tx, productKnown, products.map(announcementOf));
    if ((await addOpenPlanVersions(tx, versions)) > 0) tx.afterCommit(() => this.dueWork.wake());
    return refused;
  }
}

function productIn({ productId: _, openCommissionBps: __, ...write }: BulkRow) {
  return write;
}

/** What is wrong with the row whatever is known of its product. */
function checkedAlone(row: BulkRow, caller: Caller, categories: CategoryTree): void {
  offerProduct(null, row.productId, productIn(row), caller, categories);
}

/** @returns whether the work refused the row */
function refuse({ row, product }: NumberedRow, refused: Refused[], work: () => void): boolean {
  try {
    work();
    return false;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    refused.push(refusal(row, product.productId, problem));
    return true;
  }
}
