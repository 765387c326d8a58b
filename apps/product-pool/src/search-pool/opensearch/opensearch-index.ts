import type { OnApplicationShutdown } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { Client, errors } from '@opensearch-project/opensearch';
import { COMMISSION_BANDS, endOfBand, PRICE_BANDS, SCORE_BANDS } from '../bands';
import {
  PoolIndex,
  type Difference,
  type PoolChange,
  type PoolContents,
  type PooledProduct,
  type PoolFacets,
  type PoolHit,
  type PoolPage,
  type PoolPosition,
  type PoolSearch,
} from '../pool-index';
import { indexIsBeingBuilt, indexIsOutOfReach } from '../search.problems';
import { Segmenter } from '../segmenter';
import { documentOf, indexBody, SHAPE, type PoolDocument } from './mapping';
import { commissionsQuery, facetsQuery, pageQuery } from './queries';

/** A view is shared by searches that begin within this time; it, the follower's look and a refresh make two seconds. */
const VIEW_MS = 700;
/** A view lives so long after its last page; at one a VIEW_MS they stay below the 300 that a server keeps open. */
const VIEW_KEPT = '3m';

type Shown = Pick<PoolDocument, 'productId' | 'sales30d' | 'conversion' | 'isTrending' | 'tier'>;
interface Bucket {
  key: string;
  doc_count: number;
  from?: number;
}
interface Answer {
  hits: { hits: Array<{ _source: Shown; sort: [number, ...unknown[]] }> };
  aggregations?: Record<string, Aggregation>;
}
interface Aggregation {
  counts: { doc_count: number; buckets: Bucket[] };
}

/**
 * The index in an OpenSearch that all instances share: for pools that outgrow one process. An alias names the index
 * that serves; every instance tells it every change, so that it does not matter which of them is told last. Pages of one
 * search look at one point in time, which OpenSearch keeps (rows that have left since are dropped where they are read).
 */
export class OpensearchIndex extends PoolIndex implements OnApplicationShutdown {
  private readonly client: Client;
  private taught: { by: string; segmenter: Promise<Segmenter> } | undefined;
  private view: { id: Promise<string>; at: number } | undefined;

  /** @param alias names the index, and is the beginning of the names of those behind it */
  constructor(
    url: string,
    private readonly alias: string,
  ) {
    super();
    this.client = new Client({ node: url, maxRetries: 2, requestTimeout: 10_000 });
  }

  async isReady(): Promise<boolean> {
    return (await this.serving()) !== undefined;
  }

  async find(search: PoolSearch): Promise<PoolPage> {
    if (!(await this.isReady())) throw indexIsBeingBuilt();
    const given = search.after?.generation;
    const asked = await this.wordsAsked(search.q);
    const old = given === undefined ? undefined : await this.page(search, asked, given).catch(goneOrForeign);
    const generation = old ? given! : await this.presentView();
    // A position whose view is gone goes on at the same place of the present order, by present rates.
    const [page, facets] = await Promise.all([
      old ?? this.page({ ...search, ratesAtPosition: search.rates }, asked, generation),
      search.facets ? this.facets(search, asked) : undefined,
    ]);
    const shown = page.hits.hits.slice(0, search.limit);
    const last = page.hits.hits.length > search.limit ? shown.at(-1) : undefined;
    return {
      hits: shown.map(({ _source }) => hitOf(_source)),
      ...(last ? { next: positionOf(generation, search, last) } : {}),
      isRestarted: given !== undefined && !old,
      ...(facets ? { facets } : {}),
    };
  }

  async apply(changes: readonly PoolChange[]): Promise<void> {
    const index = await this.serving();
    if (index !== undefined) await this.write(index, changes, await this.segmenterOf(index));
  }

  async rebuild({ ownWords, chunks, changesMeanwhile }: PoolContents): Promise<void> {
    const segmenter = segmenterKnowing(ownWords);
    const index = `${this.alias}-${SHAPE}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
    await this.ask('PUT', `/${index}`, indexBody(ownWords));
    try {
      for await (const chunk of chunks)
        await this.write(
          index,
          chunk.map(product => [product.productId, product]),
          segmenter,
        );
      for (let changes = await changesMeanwhile(); changes.length > 0; changes = await changesMeanwhile()) {
        await this.write(index, changes, segmenter);
      }
      await this.ask('POST', `/${index}/_refresh`);
      await this.serveBy(index);
      this.taught = { by: index, segmenter: Promise.resolve(segmenter) };
    } catch (fault) {
      await this.ask('DELETE', `/${index}`).catch(() => undefined);
      throw fault;
    }
  }

  async count(): Promise<number> {
    return (await this.ask<{ count: number }>('GET', `/${this.alias}/_count`)).count;
  }

  async differences(products: readonly PoolChange[]): Promise<Difference[]> {
    const index = await this.serving();
    if (index === undefined) throw indexIsBeingBuilt();
    const segmenter = await this.segmenterOf(index);
    const productIds = products.map(([productId]) => productId);
    const query = { size: productIds.length, query: { terms: { productId: productIds } } };
    type Found = { hits: { hits: Array<{ _source: PoolDocument }> } };
    const { hits } = await this.ask<Found>('POST', `/${index}/_search`, query);
    const found = new Map(hits.hits.map(({ _source }) => [_source.productId, _source]));
    return products.flatMap(([productId, product]) => {
      const property = differenceOf(found.get(productId), product ? documentOf(product, segmenter) : undefined);
      return property === undefined ? [] : [{ productId, property }];
    });
  }

  async wear(): Promise<null> {
    return null; // OpenSearch tidies up by itself.
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.close();
  }

  private page(search: PoolSearch, asked: readonly string[], view: string): Promise<Answer> {
    const pit = { id: view, keep_alive: VIEW_KEPT };
    return this.ask<Answer>('POST', '/_search', { ...pageQuery(search, asked, search.after), pit });
  }

  private async facets(search: PoolSearch, asked: readonly string[]): Promise<PoolFacets> {
    const counted = async (query: object) =>
      (await this.ask<Answer>('POST', `/${this.alias}/_search?request_cache=true`, query)).aggregations!;
    const [aggregations, commissions] = await Promise.all([
      counted(facetsQuery(search, asked)),
      counted(commissionsQuery(search, asked)),
    ]);
    const values = (name: string) =>
      aggregations[name]!.counts.buckets.map(({ key, doc_count }) => ({ value: key, count: doc_count }));
    const bands = (aggregation: Aggregation, begins: readonly number[]) =>
      begins.map((from, n) => ({
        from,
        to: endOfBand(n, begins),
        count: aggregation.counts.buckets.find(bucket => bucket.from === from)!.doc_count,
      }));
    const own = bands(commissions.own!, COMMISSION_BANDS);
    return {
      category: values('category'),
      tier: values('tier'),
      belt: values('belt'),
      guarantee: values('guarantee'),
      source: values('source'),
      price: bands(aggregations.price!, PRICE_BANDS).map(({ from, to, count }) => ({
        minPriceFen: from,
        maxPriceFen: to,
        count,
      })),
      score: bands(aggregations.score!, SCORE_BANDS).map(({ from, to, count }) => ({
        minScore: from,
        maxScore: to,
        count,
      })),
      new: aggregations.new!.counts.doc_count,
      trending: aggregations.trending!.counts.doc_count,
      commission: bands(commissions.common!, COMMISSION_BANDS).map(({ from, to, count }, n) => ({
        minCommissionBps: from,
        maxCommissionBps: to,
        count: count + own[n]!.count,
      })),
    };
  }

  /** The view of now, shared with whoever began just before. */
  private async presentView(): Promise<string> {
    if (!this.view || Date.now() - this.view.at > VIEW_MS) {
      const path = `/${this.alias}/_search/point_in_time?keep_alive=${VIEW_KEPT}`;
      const id = this.ask<{ pit_id: string }>('POST', path).then(answer => answer.pit_id);
      id.catch(() => (this.view = undefined));
      this.view = { id, at: Date.now() };
    }
    return this.view.id;
  }

  /** A query comes apart as the texts did, by the words that whoever built the index knew. */
  private async wordsAsked(query: string): Promise<string[]> {
    const index = query === '' ? undefined : await this.serving();
    return index === undefined ? [] : (await this.segmenterOf(index)).wordsAsked(query);
  }

  private segmenterOf(index: string): Promise<Segmenter> {
    if (this.taught?.by === index) return this.taught.segmenter;
    type Mapping = Record<string, { mappings: { _meta: { ownWords: string[] } } }>;
    const segmenter = this.ask<Mapping>('GET', `/${index}/_mapping`).then(mapping =>
      segmenterKnowing(mapping[index]!.mappings._meta.ownWords),
    );
    const taught = { by: index, segmenter };
    segmenter.catch(() => {
      if (this.taught === taught) this.taught = undefined;
    });
    this.taught = taught;
    return segmenter;
  }

  private async write(index: string, changes: readonly PoolChange[], segmenter: Segmenter): Promise<void> {
    if (changes.length === 0) return;
    const lines = changes.flatMap(([id, product]) => linesOf(id, product, segmenter));
    const path = `/${index}/_bulk`;
    type Bulk = { errors: boolean; items: Array<Record<string, { status: number; error?: unknown }>> };
    const { errors: isAny, items } = await this.ask<Bulk>('POST', path, `${lines.join('\n')}\n`);
    // What is not there cannot be deleted: 404 is as good as done.
    const wrong = isAny
      ? items.flatMap(item => Object.values(item)).find(({ status }) => status >= 400 && status !== 404)
      : undefined;
    if (wrong) throw new Error(`OpenSearch did not take a product: ${JSON.stringify(wrong)}`);
  }

  /** Gives the alias to this index, and deletes the one that had it. */
  private async serveBy(index: string): Promise<void> {
    const before = await this.behindAlias();
    const actions = [{ add: { index, alias: this.alias } }, ...(before ? [{ remove_index: { index: before } }] : [])];
    await this.ask('POST', '/_aliases', { actions });
    this.view = undefined;
  }

  /** The index that serves; undefined before the first build of this shape is there. */
  private async serving(): Promise<string | undefined> {
    const index = await this.behindAlias();
    return index?.startsWith(`${this.alias}-${SHAPE}-`) ? index : undefined;
  }

  /** The index behind the alias, which another version of this service may have built. */
  private async behindAlias(): Promise<string | undefined> {
    const answer = await this.ask<Record<string, unknown>>('GET', `/_alias/${this.alias}`).catch(gone);
    return Object.keys(answer ?? {})[0];
  }

  private async ask<T>(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: object | string): Promise<T> {
    const [pathname, querystring = ''] = path.split('?') as [string, string?];
    const asBulk = typeof body === 'string' ? { bulkBody: body } : body === undefined ? {} : { body };
    try {
      return (await this.client.transport.request({ method, path: pathname, querystring, ...asBulk })).body as T;
    } catch (fault) {
      if (fault instanceof errors.ConnectionError || fault instanceof errors.TimeoutError) throw indexIsOutOfReach();
      throw fault;
    }
  }
}

function segmenterKnowing(ownWords: readonly string[]): Segmenter {
  const segmenter = new Segmenter();
  segmenter.learn(ownWords);
  return segmenter;
}

function linesOf(_id: string, product: PooledProduct | null, segmenter: Segmenter): string[] {
  if (!product) return [JSON.stringify({ delete: { _id } })];
  return [JSON.stringify({ index: { _id } }), JSON.stringify(documentOf(product, segmenter))];
}

/** The first property in which two documents differ; undefined when there is none. */
function differenceOf(one: PoolDocument | undefined, other: PoolDocument | undefined): string | undefined {
  if (!one || !other) return one === other ? undefined : 'presence';
  const names = Object.keys({ ...one, ...other }) as Array<keyof PoolDocument>;
  return names.find(name => !isDeepStrictEqual(one[name], other[name]));
}

/** Undefined for what OpenSearch does not have (any more). */
function gone(fault: unknown): undefined {
  if (fault instanceof errors.ResponseError && fault.statusCode === 404) return undefined;
  throw fault;
}

/** Undefined also for a view's name that is none: a position of another index. */
function goneOrForeign(fault: unknown): undefined {
  const isForeign = fault instanceof errors.ResponseError && /invalid id/.test(fault.message);
  return isForeign ? undefined : gone(fault);
}

const hitOf = ({ productId, sales30d, conversion, isTrending, tier }: Shown): PoolHit => ({
  productId,
  sales30d,
  conversionBps: conversion < 0 ? null : conversion,
  isTrending,
  tier,
});

function positionOf(generation: string, { sort }: PoolSearch, last: Answer['hits']['hits'][number]): PoolPosition {
  const [first, second] = last.sort as [number, number];
  return { generation, first, second: sort === 'relevance' ? second : 0, productId: last._source.productId };
}
