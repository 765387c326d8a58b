import { Type, type Static } from '@sinclair/typebox';
import { Bps, Closed, Id, Nullable } from '@chuanliu/contracts/shapes';
import { productFields } from '../offer-product/product.dto';

/** One row: a product, and what its open plan shall pay from now on. */
export const BulkRow = Closed({ productId: Id, ...productFields, openCommissionBps: Type.Optional(Bps(9000)) });
export type BulkRow = Static<typeof BulkRow>;

export const Refused = Closed({
  row: Type.Integer({
    minimum: 1,
    description:
      'Which row, counted from 1: the line of rows of JSON; in a CSV file without the first row and blank lines',
  }),
  productId: Nullable(Type.String()),
  type: Type.String(),
  title: Type.String(),
  errors: Type.Array(Closed({ pointer: Type.String(), problem: Type.String() })),
});
export type Refused = Static<typeof Refused>;

export const BulkAnswer = Closed({ written: Type.Integer(), refused: Type.Array(Refused) });
export type BulkAnswer = Static<typeof BulkAnswer>;
