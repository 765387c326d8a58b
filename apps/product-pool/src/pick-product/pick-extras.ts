import { Injectable } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Nullable, Surface } from '@chuanliu/contracts/shapes';
import { Database } from '@chuanliu/database/database';
import { openSurfaces } from '../domain/surfaces';
import { CartTokens } from '../read-cart-token/cart-tokens';
import type { Pick } from '../storage/picks';
import { sourcePoliciesOf } from '../storage/source-policies';

/** What a pick is shown with besides itself. */
export const pickExtras = {
  surfaces: Type.Array(Surface, { description: 'Where products of its source may be sold' }),
  cartToken: Nullable(
    Type.String({ description: 'What live carts carry; null where they are barred to the product’s source' }),
  ),
};
export interface PickExtras {
  surfaces: Static<typeof Surface>[];
  cartToken: string | null;
}

/** Reads what picks are shown with from the source of their products: a page of picks costs two statements. */
@Injectable()
export class ExtrasOfPicks {
  constructor(
    private readonly database: Database,
    private readonly tokens: CartTokens,
  ) {}

  /** @param atOf the instant as of which a pick's surfaces are read */
  async of(picks: readonly Pick[], atOf: (pick: Pick) => UtcInstant): Promise<Map<string, PickExtras>> {
    const sources = await this.sourcesOf(picks);
    const read = <T>(sql: string, parameters: unknown[]) => this.database.read<T>(sql, parameters);
    const policies = await sourcePoliciesOf(read, [...new Set(sources.values())]);
    const extras = picks.map(async pick => {
      const policy = policies.get(sources.get(pick.productId)!)!;
      const surfaces = openSurfaces(policy, atOf(pick));
      const cartToken = surfaces.includes('live') ? await this.tokens.sign(pick) : null;
      return [pick.pickId, { surfaces, cartToken }] as const;
    });
    return new Map(await Promise.all(extras));
  }

  private async sourcesOf(picks: readonly Pick[]): Promise<Map<string, string>> {
    if (picks.length === 0) return new Map();
    const ids = [...new Set(picks.map(pick => pick.productId))];
    const rows = await this.database.read<{ id: string; source: string }>(
      'SELECT product_id AS id, source FROM product WHERE product_id IN (?)',
      [ids],
    );
    return new Map(rows.map(({ id, source }) => [id, source]));
  }
}
