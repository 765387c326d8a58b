import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Span } from '@chuanliu/dated-facts/versions';

/** A promoter's promotion of one product; its code is what links and carts carry. */
export interface Pick {
  pickId: string;
  promoterId: string;
  productId: string;
  promotionCode: string;
  from: UtcInstant;
  /** The instant from which pick and code no longer hold; null while it is open. */
  to: UtcInstant | null;
  /** When its first terms begin. null: it has none. */
  termsFrom: UtcInstant | null;
  /** Since then, the spans in which none are in force; the last may be open. Most picks have no such span. */
  withoutTerms: readonly Span[];
  /** Assist rates by instant, where any of its terms has one. Most picks have none. */
  assistRates: readonly AssistRate[];
}

/** From this instant on the terms carry this rate, in basis points. */
export interface AssistRate {
  effectiveFrom: UtcInstant;
  assistBps: number;
}

export interface Owner {
  kind: 'brand' | 'promoter';
  id: string;
}

/** What the rules may ask of the facts known so far. */
export interface Knowledge {
  pick(pickId: string): Pick | undefined;
  pickOfCode(promotionCode: string): Pick | undefined;
  picksOf(promoterId: string, productId: string): readonly Pick[];
  /** Whose account it was at an instant; undefined when nobody had registered it. */
  ownerOf(accountId: string, at: UtcInstant): Owner | undefined;
  isSuspended(promoterId: string, at: UtcInstant): boolean;
  /** Whether the buyer was ever registered as the promoter, in any version. */
  isBuyerOf(promoterId: string, buyerKey: string): boolean;
}
