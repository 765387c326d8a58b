import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { foldPlan, planAt } from '../domain/plan';
import { ListProductsQuery } from '../list-products/list-products.query';
import type { CsvProduct } from '../offer-in-bulk/csv-columns';
import { openPlansOf } from '../storage/open-plans';

const PAGE = 1_000;

@Injectable()
export class ExportProductsQuery {
  constructor(
    private readonly database: Database,
    private readonly products: ListProductsQuery,
    private readonly clock: Clock,
  ) {}

  /** All products, or a brand's, in the order of their ids, each with what its open plan pays when its page is read. */
  async *pages(brandId: string | undefined): AsyncGenerator<CsvProduct[]> {
    for (let after = ''; ;) {
      const products = await this.products.page({ brandId }, after, PAGE);
      const plans = await openPlansOf(
        (sql, parameters) => this.database.read(sql, parameters),
        products.map(({ productId }) => productId),
      );
      const now = this.clock.now();
      yield products.map(product => ({
        ...product,
        openCommissionBps: planAt(foldPlan('open', plans.get(product.productId)!), now)?.commissionBps ?? null,
      }));
      if (products.length < PAGE) return;
      after = products.at(-1)!.productId;
    }
  }
}
