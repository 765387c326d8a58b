import type { Instant, OrderFact } from './order-fact';

/** Names one event of a channel among all that were told. */
export interface EventName {
  readonly eventId: string;
  readonly occurredAt: Instant;
  readonly hash: string;
}

/** Something that was told twice, with different contents: what lost, and what is in force in its place. */
export interface ConflictingContent {
  /** What both claim to be: one event, the order's payment, or one refund. */
  readonly about: 'event' | 'payment' | 'refund';
  /** The eventId or refundId that both carry; null for the payment, of which an order has one. */
  readonly id: string | null;
  readonly lineNo: number | null;
  readonly loser: EventName;
  readonly inForce: EventName;
}

export interface Contest<F extends OrderFact> {
  /** One fact for each id, in no particular order. */
  readonly inForce: F[];
  readonly conflicts: ConflictingContent[];
}

/**
 * Of facts that claim to be the same thing, the one with the smallest (occurredAt, hash) is in force.
 *
 * Smallest, not first: who came first depends on the road, and the state must not.
 * @param idOf facts with one id claim to be the same thing
 * @param contentOf facts of one content do not contradict each other; of a content that loses, one conflict is listed
 */
export function settleConflicts<F extends OrderFact>(
  facts: readonly F[],
  about: ConflictingContent['about'],
  idOf: (fact: F) => string | null,
  contentOf: (fact: F) => string,
): Contest<F> {
  if (facts.length === 1) return { inForce: [...facts], conflicts: [] };
  const rivals = new Map<string | null, F[]>();
  for (const fact of facts) {
    const id = idOf(fact);
    const others = rivals.get(id);
    if (others) others.push(fact);
    else rivals.set(id, [fact]);
  }
  const inForce: F[] = [];
  const conflicts: ConflictingContent[] = [];
  for (const [id, group] of rivals) {
    const [winner, ...losers] = smallestOfEachContent(group, contentOf);
    inForce.push(winner!);
    for (const loser of losers) {
      conflicts.push({ about, id, lineNo: lineOf(loser), loser: nameOf(loser), inForce: nameOf(winner!) });
    }
  }
  return { inForce, conflicts };
}

/** Whether the first fact takes precedence over the second. */
export function precedes(a: EventName, b: EventName): boolean {
  return a.occurredAt === b.occurredAt ? a.hash < b.hash : a.occurredAt < b.occurredAt;
}

function smallestOfEachContent<F extends OrderFact>(group: F[], contentOf: (fact: F) => string): F[] {
  if (group.length === 1) return group;
  const smallest = new Map<string, F>();
  for (const fact of group) {
    const rival = smallest.get(contentOf(fact));
    if (!rival || precedes(fact, rival)) smallest.set(contentOf(fact), fact);
  }
  return [...smallest.values()].sort((a, b) => (precedes(a, b) ? -1 : 1));
}

const nameOf = ({ eventId, occurredAt, hash }: OrderFact): EventName => ({ eventId, occurredAt, hash });

const lineOf = (fact: OrderFact): number | null => (fact.type === 'order-refunded' ? fact.refund.lineNo : null);
