import { Injectable } from '@nestjs/common';
import { isPartyKind, type Caller } from '@chuanliu/auth/caller';
import { productKnown } from '@chuanliu/contracts/product-pool/product-known.v1';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import { offerProduct } from '../domain/product';
import { namedBrandUnknown, noSuchProduct, productChanged } from '../domain/product-pool.problems';
import { announcementOf } from '../storage/announce-product';
import { againAfterDuplicate } from '../storage/again-after-duplicate';
import { supplyTiersOf } from '../storage/brand-tiers';
import { Categories } from '../storage/categories';
import { KnownParties } from '../storage/known-parties';
import { lockProduct, readProduct, saveProducts } from '../storage/products';
import { shown, tagOf, type OfferProduct, type ShownProduct } from './product.dto';

@Injectable()
export class OfferProductHandler {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly parties: KnownParties,
    private readonly clock: Clock,
    private readonly categories: Categories,
  ) {}

  /**
   * Writes a product and announces it; a write that says nothing new changes nothing.
   * @param ifMatch the entity tag that the writer saw, if they insist on it
   */
  async run(caller: Caller, productId: string, write: OfferProduct, ifMatch?: string): Promise<ShownProduct> {
    offerProduct(null, productId, write, caller, this.categories.tree); // What is refused anyhow must not wait for its brand.
    const brands = await this.parties.awaitBrands([write.brandId]);
    if (!brands.has(write.brandId)) throw namedBrandUnknown(write.brandId);
    await againAfterDuplicate(() =>
      this.database.transaction(async tx => {
        const known = await lockProduct(tx, productId);
        const product = offerProduct(known, productId, write, caller, this.categories.tree);
        if (ifMatch !== undefined && !matches(ifMatch, known)) throw productChanged(productId, known?.revision ?? 0);
        if (product === known) return;
        await saveProducts(tx, [product], this.clock.now());
        await this.outbox.add(tx, productKnown, [announcementOf(product)]);
      }),
    );
    return this.show(productId);
  }

  /** @throws Problem `product-pool/no-such-product` (404), also for another brand's */
  async show(productId: string, caller?: Caller): Promise<ShownProduct> {
    const read = <T>(sql: string, parameters: unknown[]) => this.database.read<T>(sql, parameters);
    const product = await readProduct(read, productId);
    const isForeign = caller && isPartyKind(caller.role) && caller.partyId !== product?.brandId;
    if (!product || isForeign) throw noSuchProduct(productId);
    const tiers = await supplyTiersOf(read, [product.brandId], this.clock.now());
    return shown(product, tiers.get(product.brandId)!);
  }
}

function matches(ifMatch: string, known: { revision: number } | null): boolean {
  if (!known) return false;
  const tags = ifMatch.split(',').map(tag => tag.trim());
  return tags.includes('*') || tags.includes(tagOf(known));
}
