import type { PersonalRates } from '../pool-index';
import { NONE, type ProductTable } from './product-table';

export const NO_PERSONAL_RATES: PersonalRates = { products: new Map(), brands: new Map() };

/** The rates that one promoter gets: the open ones, with their own laid over. The open column itself when none are. */
export function personalColumn(table: ProductTable, open: Float64Array, rates: PersonalRates): Float64Array {
  if (rates.products.size + rates.brands.size === 0) return open;
  const column = open.slice();
  if (rates.brands.size > 0) layOverBrands(table, column, rates.brands);
  for (const [productId, rate] of rates.products) {
    const document = table.documentOf(productId);
    if (document !== undefined) column[document] = rate;
  }
  return column;
}

function layOverBrands(table: ProductTable, column: Float64Array, brands: ReadonlyMap<string, number>): void {
  const rateOfBrand = new Float64Array(table.brand.values.length).fill(NONE);
  for (const [brandId, rate] of brands) {
    const number = table.brand.numberOf(brandId);
    if (number >= 0) rateOfBrand[number] = rate;
  }
  for (let document = 0; document < table.size; document++) {
    const rate = rateOfBrand[table.brand.column[document]!]!;
    if (rate !== NONE && !table.exclusive.has(document)) column[document] = rate;
  }
}
