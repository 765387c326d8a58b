import { Type } from '@sinclair/typebox';
import { Closed, Id, Instant } from '@chuanliu/contracts/shapes';

/** A page of exceptions: those after (afterAt, afterId), the filters applied. */
export const ListExceptionsRequest = Closed({
  kind: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  orderId: Type.Optional(Id),
  afterAt: Type.Optional(Instant),
  afterId: Type.Optional(Id),
  limit: Type.Integer({ minimum: 1, maximum: 1_000, default: 200 }),
});
