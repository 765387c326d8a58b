import type { UtcInstant } from '@chuanliu/contracts/instants';

/** What was accepted and needs a person, as the gateway lists it. */
export interface ListedException {
  id: string;
  kind: string;
  /** Null, like the order and the line, where it is about none. */
  channelId: string | null;
  orderId: string | null;
  lineNo: number | null;
  detail: string;
  occurredAt: UtcInstant;
  state: 'open';
  updatedAt: UtcInstant;
}

/** Lists go by when it occurred, then by id. */
export const comesBefore = (
  one: Pick<ListedException, 'occurredAt' | 'id'>,
  other: Pick<ListedException, 'occurredAt' | 'id'>,
): boolean => (one.occurredAt === other.occurredAt ? one.id < other.id : one.occurredAt < other.occurredAt);
