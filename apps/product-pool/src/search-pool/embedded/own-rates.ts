import type { PersonalRates } from '../pool-index';
import { NONE, type ProductTable } from './product-table';

/** The rates that a promoter has of their own, by document: those of single products before those of brands. */
export function ownRates(table: ProductTable, rates: PersonalRates): Map<number, number> {
  const own = new Map<number, number>();
  if (rates.brands.size > 0) {
    const { values, column: brandOf } = table.dimensions.brand;
    const rateOfBrand = Int32Array.from(values, brandId => rates.brands.get(brandId)?.commissionBps ?? NONE);
    for (let document = 0; document < table.size; document++) {
      const rate = rateOfBrand[brandOf[document]!]!;
      if (rate !== NONE) own.set(document, rate);
    }
  }
  for (const [productId, { commissionBps }] of rates.products) {
    const document = table.documentOf(productId);
    if (document !== undefined) own.set(document, commissionBps);
  }
  return own;
}
