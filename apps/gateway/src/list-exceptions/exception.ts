import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Nullable, Utc } from '@chuanliu/contracts/shapes';

/** Something that was accepted and needs a person. */
export const ExceptionRow = Closed({
  id: Id,
  kind: Type.String({ description: '{service}/{what}, such as orders/conflicting-content or orders/parked-event' }),
  channelId: Nullable(Id),
  orderId: Nullable(Id),
  lineNo: Nullable(Type.Integer({ minimum: 1 })),
  detail: Type.String(),
  occurredAt: Utc,
  state: Type.String(),
  updatedAt: Utc,
});
export type ExceptionRow = Static<typeof ExceptionRow>;

/** Lists go by when it occurred, then by id. */
export function comesBefore(
  one: Pick<ExceptionRow, 'occurredAt' | 'id'>,
  other: Pick<ExceptionRow, 'occurredAt' | 'id'>,
): boolean {
  if (one.occurredAt !== other.occurredAt) return one.occurredAt < other.occurredAt;
  return one.id < other.id;
}
