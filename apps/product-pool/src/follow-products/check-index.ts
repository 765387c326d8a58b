import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { PoolIndex, type Difference } from '../search-pool/pool-index';
import { ReadPooledProducts } from './read-pooled-products';

const SAMPLE = 500;
/** A difference may be a change that is on its way; one that stays is none. */
const LOOKS = 3;
const BETWEEN_LOOKS_MS = 2_000;

/** A product that the index knows otherwise than it was stored at a look. */
interface Suspect extends Difference {
  stored: string;
}

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
    const ids = await this.products.idsAfter(this.reached, SAMPLE);
    let count = await this.differenceOfCounts();
    let suspects = await this.suspectsAmong(ids);
    for (let look = 2; look <= LOOKS && (count !== null || suspects.length > 0); look++) {
      await sleep(BETWEEN_LOOKS_MS);
      count &&= await this.differenceOfCounts();
      suspects = await this.stillSuspect(suspects);
    }
    this.reached = ids.at(SAMPLE - 1) ?? '';
    const [wrong] = suspects;
    return count ?? (wrong ? `it knows another ${wrong.property} of ${wrong.productId} than there is` : null);
  }

  private async differenceOfCounts(): Promise<string | null> {
    const [stored, found] = [await this.products.count(), await this.index.count()];
    return stored === found ? null : `it finds ${found} products where there are ${stored}`;
  }

  private async suspectsAmong(ids: readonly string[]): Promise<Suspect[]> {
    const changes = await this.products.changesOf(ids);
    const stored = new Map(changes.map(([id, product]) => [id, product]));
    const differences = await this.index.differences(changes);
    return differences.map(one => ({ stored: JSON.stringify(stored.get(one.productId)), ...one }));
  }

  /** Those that have not changed meanwhile: what changes again and again, as a product that sells, is always on its way. */
  private async stillSuspect(suspects: readonly Suspect[]): Promise<Suspect[]> {
    const before = new Map(suspects.map(({ productId, stored }) => [productId, stored]));
    const now = await this.suspectsAmong([...before.keys()]);
    return now.filter(({ productId, stored }) => before.get(productId) === stored);
  }
}
