import type { PersonalRates } from '../pool-index';
import { NONE, type ProductTable } from './product-table';

/**
 * The rates that one promoter gets: the open ones, with their own laid over. The open column itself when none are.
 */
export function personalColumn(table: ProductTable, open: Float64Array, rates: PersonalRates): Float64Array {
  if (rates.products.size + rates.brands.size === 0) return open;
  const column = open.slice();
  if (rates.brands.size > 0) layOverBrands(table, column, rates.brands);
  for (const [productId, { commissionBps }] of rates.products) {
    const document = table.documentOf(productId);
    if (document !== undefined) column[document] = commissionBps;
  }
  return column;
}

function layOverBrands(table: ProductTable, column: Float64Array, brands: PersonalRates['brands']): void {
  const { values, column: brandOf } = table.dimensions.brand;
  const rateOfBrand = Float64Array.from(values, brandId => brands.get(brandId)?.commissionBps ?? NONE);
  for (let document = 0; document < table.size; document++) {
    const rate = rateOfBrand[brandOf[document]!]!;
    if (rate !== NONE) column[document] = rate;
  }
}
