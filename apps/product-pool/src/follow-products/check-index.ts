import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { PoolIndex, type PooledProduct } from '../search-pool/pool-index';
import { ReadPooledProducts } from './read-pooled-products';

const SAMPLE = 500;
/** A difference may be a change that is on its way; one that stays is none. */
const LOOKS = 3;
const BETWEEN_LOOKS_MS = 2_000;

/** Compares the index with the database: how many products it finds, and some of them one by one. */
@Injectable()
export class CheckIndex {
  /** The last product that was compared: in time every product has its turn. */
  private reached = '';

  constructor(
    private readonly index: PoolIndex,
    private readonly products: ReadPooledProducts,
  ) {}

  /** Why the index should be built anew; null when it should not. */
  async reasonToRebuild(): Promise<string | null> {
    const worn = await this.index.wear();
    if (worn !== null) return worn;
    let difference: string | null = null;
    for (let look = 1; look <= LOOKS; look++) {
      difference = (await this.differenceOfCounts()) ?? (await this.differenceInSample());
      if (difference === null) break;
      if (look < LOOKS) await sleep(BETWEEN_LOOKS_MS);
    }
    this.reached = (await this.products.idsAfter(this.reached, SAMPLE)).at(SAMPLE - 1) ?? '';
    return difference;
  }

  private async differenceOfCounts(): Promise<string | null> {
    const [stored, found] = [await this.products.count(), await this.index.count()];
    return stored === found ? null : `it finds ${found} products where there are ${stored}`;
  }

  private async differenceInSample(): Promise<string | null> {
    const ids = await this.products.idsAfter(this.reached, SAMPLE);
    const changes = await this.products.changesOf(ids);
    const found = await this.index.look(ids);
    const wrong = changes.find(([id, product]) => !isSame(product, found.get(id)));
    return wrong ? `it knows ${wrong[0]} as it was, not as it is` : null;
  }
}

type Found = Awaited<ReturnType<PoolIndex['look']>> extends Map<string, infer F> ? F : never;

function isSame(product: PooledProduct | null, found: Found | undefined): boolean {
  if (product === null || found === undefined) return product === null && found === undefined;
  return (
    product.priceFen === found.priceFen &&
    product.sales30d === found.sales30d &&
    product.conversionBps === found.conversionBps &&
    product.isTrending === found.isTrending
  );
}
