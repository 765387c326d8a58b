import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { CategoryTree, firstCategories } from '../../apps/product-pool/src/domain/category-tree';
import { COMMISSION_BANDS, PRICE_BANDS } from '../../apps/product-pool/src/search-pool/bands';
import { isForSale, type Pool } from './data/pool';
import { conversionBps, type FacetCounts } from './oracle';
import { PAGE, type NamedQuery, type PoolFilter } from './queries';

const tree = new CategoryTree(firstCategories);
const ROWS_A_STATEMENT = 1_000;

/**
 * The same questions as SQL, as kindly as one can: one table that holds everything of a product, its counts of sales
 * and its open rate included, with an index for each filter and each order that a B-tree can serve.
 */
export class PlainSql {
  private constructor(
    private readonly connection: Connection,
    private readonly schema: string,
  ) {}

  static async load(pool: Pool, databaseUrl: string, schema: string): Promise<PlainSql> {
    const connection = await createConnection({ uri: databaseUrl, charset: 'utf8mb4' });
    await connection.query(`CREATE DATABASE ${schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci`);
    await connection.query(`USE ${schema}`);
    await connection.query(TABLE);
    await connection.query(DEALS);
    for (const rows of inParts(productRows(pool))) await connection.query('INSERT INTO product VALUES ?', [rows]);
    const deals = pool.deals.map(({ kind, ...deal }) => [
      ...[deal.promoterId, kind === 'shop-directed' ? 'brand' : 'product', deal.subjectId, deal.commissionBps],
    ]);
    for (const rows of inParts(deals)) await connection.query('INSERT INTO deal VALUES ?', [rows]);
    await connection.query('ANALYZE TABLE product, deal');
    return new PlainSql(connection, schema);
  }

  /** One page of ids. Pages are reached by OFFSET. */
  async page(query: NamedQuery, promoterId: string, page: number): Promise<string[]> {
    const { from, where, values } = sourceOf(query.filter, query.q, promoterId, query.sort === 'commission');
    const [rows] = await this.connection.query<RowDataPacket[]>(
      `SELECT product_id, title, brand_id, price_fen, open_bps, score, sales_30d FROM ${from} ${where}
       ORDER BY ${orders[query.sort ?? 'sales']}, product_id LIMIT ? OFFSET ?`,
      [...values, PAGE, (page - 1) * PAGE],
    );
    return (rows as Array<{ product_id: string }>).map(row => row.product_id);
  }

  /** All seven facets, each with its own part of the filter left out. */
  async facets(query: NamedQuery, promoterId: string): Promise<FacetCounts> {
    const counts: FacetCounts = {};
    for (const [facet, { own, value }] of Object.entries(facets)) {
      const filter = { ...query.filter };
      for (const part of own) delete filter[part];
      const { from, where, values } = sourceOf(filter, query.q, promoterId, facet === 'commission');
      const [rows] = await this.connection.query<RowDataPacket[]>(
        facet === 'guarantee'
          ? `SELECT ${guaranteeSums} FROM ${from} ${where}`
          : `SELECT ${value} AS value, COUNT(*) AS n FROM ${from} ${where} GROUP BY value`,
        values,
      );
      counts[facet] = inWords(facet, rows);
    }
    return counts;
  }

  async close(): Promise<void> {
    await this.connection.query(`DROP DATABASE ${this.schema}`);
    await this.connection.end();
  }
}

const GUARANTEES = { g1: 'refund-without-return', g2: 'return-freight-paid', g3: 'tenfold-if-fake' };
const guaranteeSums = Object.keys(GUARANTEES)
  .map(column => `COALESCE(SUM(${column}), 0) AS ${column}`)
  .join(', ');

const ID = 'VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL';
const WORD = 'VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = `CREATE TABLE product (
  product_id ${ID} PRIMARY KEY, brand_id ${ID}, title VARCHAR(200) NOT NULL, words VARCHAR(400) NOT NULL,
  category_id ${ID}, price_fen BIGINT NOT NULL, open_bps SMALLINT NOT NULL, is_exclusive TINYINT NOT NULL,
  score SMALLINT NOT NULL, sales_30d INT NOT NULL, conversion_bps SMALLINT NULL, days_on_shelf INT NOT NULL,
  tier ${WORD} NOT NULL, belt ${WORD} NULL, source ${WORD} NOT NULL,
  g1 TINYINT NOT NULL, g2 TINYINT NOT NULL, g3 TINYINT NOT NULL,
  KEY (category_id, sales_30d), KEY (price_fen), KEY (open_bps), KEY (score), KEY (sales_30d),
  KEY (days_on_shelf, product_id), KEY (conversion_bps), KEY (tier), KEY (belt), KEY (source))`;
const DEALS = `CREATE TABLE deal (
  promoter_id ${ID}, kind ${WORD} NOT NULL, subject_id ${ID}, commission_bps SMALLINT NOT NULL,
  PRIMARY KEY (promoter_id, kind, subject_id))`;

function productRows({ brands, products, deals }: Pool): unknown[][] {
  const brandOf = new Map(brands.map(brand => [brand.brandId, brand]));
  const exclusive = new Set(deals.filter(({ kind }) => kind === 'exclusive').map(({ subjectId }) => subjectId));
  const nameOf = new Map(tree.rows.map(({ id, name, nameEn }) => [id, `${name} ${nameEn}`]));
  return products.filter(isForSale).map(product => {
    const { name, tier } = brandOf.get(product.brandId)!;
    const words = `${product.title} ${name} ${nameOf.get(product.categoryId)}`;
    return [
      ...[product.productId, product.brandId, product.title, words, product.categoryId, product.priceFen],
      ...[product.commissionBps, exclusive.has(product.productId), product.productScore, product.sales30d],
      ...[conversionBps(product), product.daysOnShelf, tier, product.belt, product.source],
      ...Object.values(GUARANTEES).map(name => product.guarantees.some(one => one === name)),
    ];
  });
}

/** The promoter's own rate; the joins are there only where something asks for it. */
const RATE = 'COALESCE(mine.commission_bps, shop.commission_bps, open_bps)';
const WITH_RATES = `product
  LEFT JOIN deal mine ON mine.promoter_id = ? AND mine.kind = 'product' AND mine.subject_id = product_id
  LEFT JOIN deal shop ON shop.promoter_id = ? AND shop.kind = 'brand' AND shop.subject_id = brand_id AND is_exclusive = 0`;

const orders = {
  commission: `FLOOR(price_fen * ${RATE} / 10000) DESC`,
  sales: 'sales_30d DESC',
  conversion: 'conversion_bps DESC', // NULL sorts last.
  score: 'score DESC',
  newest: 'days_on_shelf',
};

const facets: Record<string, { own: Array<keyof PoolFilter>; value: string }> = {
  category: { own: ['category'], value: 'category_id' },
  tier: { own: ['tier'], value: 'tier' },
  belt: { own: ['belt'], value: 'belt' },
  guarantee: { own: ['guarantee'], value: '' },
  source: { own: ['source'], value: 'source' },
  price: { own: ['minPriceFen', 'maxPriceFen'], value: `INTERVAL(price_fen, ${PRICE_BANDS.join(', ')})` },
  commission: {
    own: ['minCommissionBps', 'maxCommissionBps'],
    value: `INTERVAL(${RATE}, ${COMMISSION_BANDS.join(', ')})`,
  },
};

/** The FROM and WHERE of a filter; every word may stand anywhere in the text. */
function sourceOf(filter: PoolFilter, q: string | undefined, promoterId: string, looksAtRate: boolean) {
  const needsRate = looksAtRate || filter.minCommissionBps !== undefined || filter.maxCommissionBps !== undefined;
  const values: unknown[] = needsRate ? [promoterId, promoterId] : [];
  const conditions: string[] = [];
  const ask = (condition: string, ...asked: unknown[]) => {
    if (asked.includes(undefined)) return;
    conditions.push(condition);
    values.push(...asked);
  };
  for (const word of (q ?? '').split(' ').filter(Boolean)) ask('words LIKE ?', `%${word}%`);
  if (filter.category !== undefined)
    ask('(category_id = ? OR category_id LIKE ?)', filter.category, `${filter.category}.%`);
  ask('tier = ?', filter.tier);
  ask('belt = ?', filter.belt);
  ask('source = ?', filter.source);
  const guarantee = Object.entries(GUARANTEES).find(([, name]) => name === filter.guarantee)?.[0];
  if (guarantee !== undefined) ask(`${guarantee} = 1`);
  ask('price_fen >= ?', filter.minPriceFen);
  ask('price_fen <= ?', filter.maxPriceFen);
  ask(`${RATE} >= ?`, filter.minCommissionBps);
  ask(`${RATE} <= ?`, filter.maxCommissionBps);
  ask('score >= ?', filter.minScore);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return { from: needsRate ? WITH_RATES : 'product', where, values };
}

/** As the oracle has it: by the value's name, and of categories every level. */
function inWords(facet: string, rows: Array<Record<string, string | number | null>>): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (value: string, count: number) => {
    if (count > 0) counts[value] = (counts[value] ?? 0) + count;
  };
  if (facet === 'guarantee') {
    for (const [column, name] of Object.entries(GUARANTEES)) add(name, Number(rows[0]?.[column] ?? 0));
    return counts;
  }
  for (const { value, n } of rows) {
    if (value === null || value === undefined) continue;
    if (facet === 'category') for (const id of tree.pathOf(String(value))) add(id, Number(n));
    else if (facet === 'price') add(String(PRICE_BANDS[Number(value) - 1]), Number(n));
    else if (facet === 'commission') add(String(COMMISSION_BANDS[Number(value) - 1]), Number(n));
    else add(String(value), Number(n));
  }
  return counts;
}

function* inParts<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) yield rows.slice(start, start + ROWS_A_STATEMENT);
}
