import { Type, type Static } from '@sinclair/typebox';
import { Outcome } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import { ShareName } from '@chuanliu/contracts/commissions/commission-split.v1';
import { Closed, FenAmount, Id, Instant, Nullable, SignedFen, Utc } from '@chuanliu/contracts/shapes';
import { listQuery } from '@chuanliu/http/listing';

/** Every state of a line's life. */
const ListedState = Type.Union(
  (['estimated', 'confirmed', 'settled', 'void', 'frozen'] as const).map(state => Type.Literal(state)),
);

export const ListSales = listQuery({
  /** orderedAt at or after this instant. */
  from: Type.Optional(Instant),
  /** orderedAt before this instant. */
  to: Type.Optional(Instant),
  state: Type.Optional(ListedState),
  /** Rows that changed at or after this instant. */
  updatedFrom: Type.Optional(Instant),
});
export type ListSales = Static<typeof ListSales>;

/** A sale as one party sees it; the list's main amount is estimatedFen. */
export const ListedSale = Closed({
  id: Type.String({ description: '{channelId}/{orderId}/{lineNo}' }),
  channelId: Id,
  orderId: Id,
  lineNo: Type.Integer({ minimum: 1 }),
  productId: Id,
  orderedAt: Utc,
  state: ListedState,
  outcome: Outcome,
  share: ShareName,
  baseFen: FenAmount,
  estimatedFen: FenAmount,
  settledFen: SignedFen,
  tag: Nullable(Type.String({ maxLength: 64 })),
  updatedAt: Utc,
});
export type ListedSale = Static<typeof ListedSale>;

/** The row after which a page starts. */
export const SalesKeyset = Closed({
  orderedAt: Utc,
  channelId: Id,
  orderId: Id,
  lineNo: Type.Integer({ minimum: 1 }),
});
export type SalesKeyset = Static<typeof SalesKeyset>;
