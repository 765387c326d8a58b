import type { PersonalRates } from '../pool-index';
import { NONE, type ProductTable } from './product-table';

/**
 * The rates that one promoter gets: the open ones, with their own laid over. The open column itself when none are.
 * @param exclusive 1 for products of which an exclusive plan is open, as of the same state as the open rates
 */
export function personalColumn(
  table: ProductTable,
  open: Float64Array,
  exclusive: Float64Array,
  rates: PersonalRates,
): Float64Array {
  if (rates.products.size + rates.brands.size === 0) return open;
  const column = open.slice();
  if (rates.brands.size > 0) layOverBrands(table, column, exclusive, rates.brands);
  for (const [productId, rate] of rates.products) {
    const document = table.documentOf(productId);
    if (document !== undefined) column[document] = rate;
  }
  return column;
}

function layOverBrands(
  table: ProductTable,
  column: Float64Array,
  exclusive: Float64Array,
  brands: ReadonlyMap<string, number>,
): void {
  const rateOfBrand = new Float64Array(table.brand.values.length).fill(NONE);
  for (const [brandId, rate] of brands) {
    const number = table.brand.numberOf(brandId);
    if (number >= 0) rateOfBrand[number] = rate;
  }
  for (let document = 0; document < table.size; document++) {
    const rate = rateOfBrand[table.brand.column[document]!]!;
    if (rate !== NONE && exclusive[document] === 0) column[document] = rate;
  }
}
