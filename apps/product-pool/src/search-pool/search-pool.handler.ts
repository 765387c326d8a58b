import { Injectable } from '@nestjs/common';
import { noSuchParty } from '@chuanliu/auth/require-party';
import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { decodeCursor, encodeCursor } from '@chuanliu/http/listing';
import { malformedRequest } from '@chuanliu/http/validate';
import { DEFAULT_PRODUCT_SCORE } from '../domain/gates-of-picking';
import { OffersTo, type Offer } from '../offers/offers-to';
import { RatesTo } from '../offers/rates-to';
import { Categories } from '../storage/categories';
import { KnownParties } from '../storage/known-parties';
import { productsByIds, type StoredProduct } from '../storage/products';
import { sourcesBarredFrom } from '../storage/source-policies';
import { wholeHour } from './bands';
import { PoolIndex, type PersonalRates, type PoolFilter, type PoolHit, type PoolSort } from './pool-index';
import { RatesOfOrders } from './rates-of-orders';
import { Position, type PoolAnswer, type PoolRow, type SearchPool } from './search-pool.dto';
import { categoryUnknown, rangeIsEmpty } from './search.problems';

/** So long a product counts as new. */
const NEW_DAYS = 30;
/** Promoters, not more: it only spares a statement. */
const MOST_REMEMBERED = 10_000;
const NO_RATES: PersonalRates = { products: new Map(), brands: new Map() };

/** Finds the products by the index, and reads what is shown of them from the database, as it is now. */
@Injectable()
export class SearchPoolHandler {
  private readonly knownPromoters = new Set<string>();
  private readonly ratesOfOrders = new RatesOfOrders();
  private readonly read = <T>(sql: string, parameters: unknown[]) => this.database.read<T>(sql, parameters);

  constructor(
    private readonly database: Database,
    private readonly index: PoolIndex,
    private readonly categories: Categories,
    private readonly parties: KnownParties,
    private readonly offers: OffersTo,
    private readonly rates: RatesTo,
    private readonly clock: Clock,
  ) {}

  async run(promoterId: string, query: SearchPool): Promise<PoolAnswer> {
    this.refuseNonsense(query);
    const sort = query.sort ?? (query.q === undefined ? 'sales' : 'relevance');
    const after = positionIn(query.cursor, sort);
    await this.requireKnown(promoterId);
    const now = this.clock.now();
    const rates = await this.ratesFor(promoterId, query, sort, now, after?.at);
    const page = await this.index.find({
      q: query.q ?? '',
      filter: await this.filterOf(query, now),
      sort,
      limit: query.limit,
      ...(after ? { after } : {}),
      ...rates,
      facets: query.facets === true,
      newFrom: newFrom(now),
    });
    const at = after && !page.isRestarted ? after.at : now;
    if (page.next && sort === 'commission' && at === now) this.ratesOfOrders.keep(promoterId, at, rates.rates);
    return {
      items: await this.rowsOf(promoterId, page.hits, now),
      nextCursor: page.next ? encodeCursor({ sort, at, ...page.next } satisfies Position) : null,
      ...(page.facets ? { facets: page.facets } : {}),
    };
  }

  /** A promoter who was once known stays so: only the first search of each asks. */
  private async requireKnown(promoterId: string): Promise<void> {
    if (this.knownPromoters.has(promoterId)) return;
    if (!(await this.parties.awaitPromoter(promoterId))) throw noSuchParty('promoter', promoterId);
    if (this.knownPromoters.size === MOST_REMEMBERED) this.knownPromoters.clear();
    this.knownPromoters.add(promoterId);
  }

  private refuseNonsense({ category, ...query }: SearchPool): void {
    if (category !== undefined && !this.categories.tree.has(category)) throw categoryUnknown(category);
    const { minPriceFen = 0, maxPriceFen = Infinity, minCommissionBps = 0, maxCommissionBps = Infinity } = query;
    if (minPriceFen > maxPriceFen) throw rangeIsEmpty('minPriceFen', 'maxPriceFen');
    if (minCommissionBps > maxCommissionBps) throw rangeIsEmpty('minCommissionBps', 'maxCommissionBps');
  }

  private async filterOf(query: SearchPool, now: UtcInstant): Promise<PoolFilter> {
    const { q: _q, sort: _sort, facets: _facets, limit: _limit, cursor: _cursor, ...rest } = query;
    const { surface, new: isNew, trending, ...filter } = rest;
    return {
      ...filter,
      ...(surface === undefined ? {} : { barredSources: await sourcesBarredFrom(this.read, surface, now) }),
      ...(isNew ? { listedFrom: newFrom(now) } : {}),
      ...(trending ? { isTrending: true } : {}),
    };
  }

  /** The promoter's own rates, now and when the order began; only orders, filters and counts by commission need them. */
  private async ratesFor(
    promoterId: string,
    { minCommissionBps, maxCommissionBps, facets }: SearchPool,
    sort: PoolSort,
    now: UtcInstant,
    then: UtcInstant | undefined,
  ): Promise<{ rates: PersonalRates; ratesAtPosition: PersonalRates }> {
    const isFiltered = minCommissionBps !== undefined || maxCommissionBps !== undefined;
    if (sort !== 'commission' && !isFiltered && !facets) return { rates: NO_RATES, ratesAtPosition: NO_RATES };
    const rates = await this.rates.personalRates(promoterId, now);
    if (then === undefined || sort !== 'commission') return { rates, ratesAtPosition: rates };
    const kept = this.ratesOfOrders.of(promoterId, then);
    return { rates, ratesAtPosition: kept ?? (await this.rates.personalRates(promoterId, then)) };
  }

  /** What has left the pool since the index heard of it is left out. */
  private async rowsOf(promoterId: string, hits: readonly PoolHit[], now: UtcInstant): Promise<PoolRow[]> {
    const found = await productsByIds(
      this.read,
      hits.map(hit => hit.productId),
    );
    const products = found.filter(product => product.state === 'on-shelf' && product.stock > 0);
    const offers = await this.offers.offersOf(promoterId, products, now);
    const since = newFrom(now);
    const byId = new Map(products.map(product => [product.productId, product]));
    return hits.flatMap(hit => {
      const product = byId.get(hit.productId);
      const offer = offers.get(hit.productId);
      if (!product || !offer) return [];
      return [shown(product, hit, offer, since)];
    });
  }
}

/** Since when products count as new, in milliseconds. */
const newFrom = (now: UtcInstant): number => wholeHour(Date.parse(plusDays(now, -NEW_DAYS)));

function shown(product: StoredProduct, hit: PoolHit, offer: Offer, since: number): PoolRow {
  const { sales30d, conversionBps, isTrending, tier } = hit;
  const { plan, activityId, terms, earnFen, refusedBecause } = offer;
  const { productId, title, brandId, priceFen, categoryId, belt, guarantees, source, images, sampleRule } = product;
  const listedAt = product.listedAt ?? product.createdAt;
  return {
    id: productId,
    productId,
    title,
    brandId,
    priceFen,
    categoryId,
    belt,
    guarantees,
    source,
    images,
    sampleRule,
    score: product.productScore ?? DEFAULT_PRODUCT_SCORE,
    sales30d,
    conversionBps,
    isTrending,
    tier,
    isNew: Date.parse(listedAt) >= since,
    listedAt,
    updatedAt: product.updatedAt,
    plan,
    activityId,
    commissionBps: terms?.commissionBps ?? null,
    earnFen,
    refusedBecause,
  };
}

/** @throws Problem `malformed-cursor` (400), `malformed-request` (400) for one of another order */
function positionIn(cursor: string | undefined, sort: PoolSort): Position | undefined {
  const position = decodeCursor(Position, cursor);
  if (position && position.sort !== sort) {
    throw malformedRequest([{ pointer: '/cursor', problem: `goes on in the order of ${position.sort}` }]);
  }
  return position;
}
