import fc from 'fast-check';
import type { PersonalRates, PooledProduct, PoolFilter, PoolSearch } from '../../src/search-pool/pool-index';

const brands = ['br-1', 'br-2', 'br-3'];
const sources = ['own-shop', 'taobao-alliance'];
const promises = ['refund-without-return', 'return-freight-paid', 'tenfold-if-fake'];
const belts = ['义乌', '赣南'];
const paths = [
  ['food.snacks.nuts', 'food.snacks', 'food'],
  ['food.snacks.jerky', 'food.snacks', 'food'],
  ['fresh.fruit', 'fresh'],
];
const titles = [
  '红富士苹果',
  '苹果手机',
  'iPhone15 手机壳',
  '牛肉干',
  '坚果炒货',
  '赣南脐橙',
  'ＩＰＨＯＮＥ',
  'Apple Pie',
  '有机米粉',
];
const queries = [
  '',
  '',
  '',
  '苹',
  '苹果',
  '富士',
  'i',
  'iphone',
  'IPHONE15',
  '手机 壳',
  '牛肉',
  '坚果炒',
  '红富士苹果',
  'apple p',
  '无',
  '!!',
  '15',
];
const HOUR = 3_600_000;
const ids = Array.from({ length: 40 }, (_, n) => `p-${n}`);

/** Figures from a few, so that many are alike and the order of ids decides. */
const few = (...figures: number[]) => fc.constantFrom(...figures);

const anyProduct: fc.Arbitrary<PooledProduct> = fc.record({
  productId: fc.constantFrom(...ids),
  brandId: fc.constant(''),
  text: fc.array(fc.constantFrom(...titles), { minLength: 1, maxLength: 2 }).map(parts => parts.join(' ')),
  categoryPath: fc.constantFrom(...paths),
  priceFen: few(0, 999, 1_000, 1_990, 9_999, 100_000),
  commonRateBps: fc.option(few(0, 499, 500, 2_000, 9_000)),
  score: few(0, 379, 380, 450, 500),
  sales30d: few(0, 0, 1, 10, 500),
  conversionBps: fc.option(few(0, 120, 10_000)),
  isTrending: fc.boolean(),
  listedAt: few(HOUR, 1.5 * HOUR, 2 * HOUR, 2.5 * HOUR),
  tier: fc.constantFrom('gold', 'silver', 'none'),
  belt: fc.option(fc.constantFrom(...belts)),
  guarantees: fc.subarray(promises),
  source: fc.constantFrom(...sources),
});

/** A product is one brand's for ever. */
export const someProduct = anyProduct.map(product => ({
  ...product,
  brandId: brands[Number(product.productId.slice(2)) % brands.length]!,
}));

export const somePool = fc.uniqueArray(someProduct, { selector: product => product.productId, maxLength: 40 });

const mostlyAbsent = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });

const someFilter: fc.Arbitrary<PoolFilter> = fc
  .record({
    category: mostlyAbsent(fc.constantFrom('food', 'food.snacks', 'fresh.fruit', 'toys')),
    brandId: fc.option(fc.constantFrom(...brands, 'br-9'), { nil: undefined, freq: 4 }),
    tier: mostlyAbsent(fc.constantFrom('gold', 'silver', 'none')),
    belt: mostlyAbsent(fc.constantFrom(...belts, '别处')),
    guarantee: mostlyAbsent(fc.constantFrom(...promises)),
    source: mostlyAbsent(fc.constantFrom(...sources, 'elsewhere')),
    barredSources: mostlyAbsent(fc.subarray(sources)),
    minPriceFen: mostlyAbsent(few(0, 1_000, 1_990)),
    maxPriceFen: mostlyAbsent(few(999, 9_999)),
    minCommissionBps: mostlyAbsent(few(0, 500)),
    maxCommissionBps: mostlyAbsent(few(0, 2_000)),
    minScore: mostlyAbsent(few(450)),
    minSales30d: mostlyAbsent(few(1)),
    listedFrom: mostlyAbsent(few(2 * HOUR)),
    isTrending: mostlyAbsent(fc.boolean()),
  })
  // Two or three conditions find something; fifteen find nothing.
  .chain(filter =>
    fc.subarray(Object.keys(filter) as Array<keyof PoolFilter>, { maxLength: 3 }).map(names => {
      const given = names.filter(name => filter[name] !== undefined).map(name => [name, filter[name]]);
      return Object.fromEntries(given) as PoolFilter;
    }),
  );

const rateOf = (...figures: number[]) => fc.record({ commissionBps: few(...figures) });
export const someRates: fc.Arbitrary<PersonalRates> = fc.record({
  products: fc
    .array(fc.tuple(fc.constantFrom(...ids), rateOf(700, 3_000)), { maxLength: 3 })
    .map(rates => new Map(rates)),
  brands: fc
    .array(fc.tuple(fc.constantFrom(...brands), rateOf(600, 2_500)), { maxLength: 2 })
    .map(rates => new Map(rates)),
});

export const someSearch: fc.Arbitrary<PoolSearch> = fc
  .record({
    q: fc.constantFrom(...queries),
    filter: someFilter,
    sort: fc.constantFrom('relevance', 'commission', 'sales', 'conversion', 'score', 'newest'),
    limit: fc.integer({ min: 1, max: 12 }),
    facets: fc.boolean(),
    newFrom: few(HOUR, 2 * HOUR, 3 * HOUR),
    rates: someRates,
  })
  .map(search => ({ ...search, ratesAtPosition: search.rates }));
