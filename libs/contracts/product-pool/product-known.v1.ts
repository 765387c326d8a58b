import { Type } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, FenAmount, Id } from '../shapes';
import { topics } from '../topics';

/** A product of the pool, as it is now; products are undated. The greatest revision is in force. */
export const productKnown = defineEvent({
  stream: topics.termsEvents.name,
  type: 'product-known.v1',
  key: product => product.productId,
  keyName: 'productId',
  title: 'A product of the pool was added or changed',
  data: Closed({
    productId: Id,
    brandId: Id,
    title: Type.String({ minLength: 1, maxLength: 200 }),
    categoryId: Id,
    priceFen: FenAmount,
    state: Type.Union((['draft', 'on-shelf', 'off-shelf', 'removed'] as const).map(state => Type.Literal(state))),
    revision: Type.Integer({ minimum: 1 }),
  }),
});
