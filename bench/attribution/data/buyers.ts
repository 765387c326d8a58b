import { createHash } from 'node:crypto';
import type { TakenInTouch } from '../../../apps/attribution/src/storage/touches';
import { allianceOf } from '../../load/orders';

/** How many touches a buyer has of the product that they order. */
export const touchCounts = [0, 1, 50] as const;
export type TouchCount = (typeof touchCounts)[number];

/** Orders of one buyer with fifty touches, in one backlog. */
const ORDERS_OF_A_FAN = 8;
/** Each backlog of a pair has buyers that the one before it had not: their touches are as cold as they are in life. */
const BACKLOGS = 2;

export const alliance = allianceOf('spread');

/** Whoever orders, and what. */
export interface BuyerAndProduct {
  buyerKey: string;
  /** Index in the alliance's products. */
  product: number;
}

export const keyOf = (buyer: string): string => createHash('sha256').update(buyer).digest('hex');

/** Who makes the nth order of a backlog, by its number among those of its kind. */
export function buyerOf(touches: TouchCount, backlog: number, orders: number, n: number): BuyerAndProduct {
  const eachTime = touches === 50 ? Math.ceil(orders / ORDERS_OF_A_FAN) : orders;
  const i = backlog * eachTime + (n % eachTime);
  return { buyerKey: keyOf(`${touches}-${i}`), product: i % alliance.products.length };
}

/** The touches of those buyers whose orders are measured. @param now their newest is some hours older */
export function* touchesOfBuyers(orders: number, now: number): Generator<TakenInTouch> {
  for (const count of touchCounts) {
    if (count === 0) continue;
    const buyers = new Map<string, BuyerAndProduct>();
    for (let backlog = 0; backlog < BACKLOGS; backlog++)
      for (let n = 0; n < orders; n++) {
        const buyer = buyerOf(count, backlog, orders, n);
        buyers.set(buyer.buyerKey, buyer);
      }
    for (const buyer of buyers.values()) for (let n = 0; n < count; n++) yield touchOf(buyer, n, now);
  }
}

const HOUR = 3_600_000;
/** Fifty of them reach back thirteen days; a link counts for fifteen. */
const HOURS_APART = 6.25;
const kinds = ['click', 'cart', 'click', 'view', 'click'] as const;

/** A buyer's nth touch of a product, the newest first; each names one of the promoters who picked it, some a code that nobody knows. */
export function touchOf({ buyerKey, product }: BuyerAndProduct, n: number, now: number): TakenInTouch {
  const touchId = `${buyerKey.slice(0, 32)}-${n}`;
  const ofProduct = alliance.picks.filter(pick => pick.productId === alliance.products[product]!.productId);
  return {
    channelId: 'bench',
    touchId,
    hash: keyOf(touchId),
    occurredAt: new Date(now - (1 + n * HOURS_APART) * HOUR).toISOString(),
    buyerKey,
    productId: alliance.products[product]!.productId,
    kind: kinds[n % kinds.length]!,
    surface: 'link',
    accountId: null,
    contentId: null,
    promotionCode: n % 7 === 3 ? 'bench-unknown' : ofProduct[n % ofProduct.length]!.promotionCode,
  };
}
