import { createHash } from 'node:crypto';
import type { orderEventTakenIn } from '@chuanliu/contracts/gateway/order-event-taken-in.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';

export type TakenIn = DataOf<typeof orderEventTakenIn>;

export interface Pick {
  promoterId: string;
  productId: string;
  promotionCode: string;
}

/** Who takes part in the measured sales. */
export interface Alliance {
  name: 'spread' | 'hot';
  brands: string[];
  promoters: string[];
  products: Array<{ productId: string; brandId: string }>;
  picks: Pick[];
  /** What those who helped get of a promoter's commission; nothing when left out. */
  assistBps?: number;
}

const sizes = {
  spread: { brands: 60, promoters: 200, products: 300, picks: 600 },
  hot: { brands: 1, promoters: 1, products: 1, picks: 1 },
};

/** Many brands and promoters, or one of each: the case in which every sale meets the same accounts. */
export function allianceOf(name: Alliance['name']): Alliance {
  const size = sizes[name];
  const ids = (kind: string, count: number) => Array.from({ length: count }, (_, n) => `bench-${name}-${kind}-${n}`);
  const brands = ids('brand', size.brands);
  const promoters = ids('promoter', size.promoters);
  const products = ids('product', size.products).map((productId, n) => ({ productId, brandId: at(brands, n) }));
  const picks = Array.from({ length: size.picks }, (_, n) => ({
    promoterId: at(promoters, Math.floor(n / size.products) + n * 7),
    productId: at(products, n).productId,
    promotionCode: `bench-${name}-code-${n}`,
  }));
  return { name, brands, promoters, products, picks };
}

/** An event as a channel sends it. */
export interface ChannelEvent {
  eventId: string;
  type: 'order-paid';
  occurredAt: string;
  order: {
    orderId: string;
    buyerId: string;
    brandId: string;
    orderedAt: string;
    paidAt: string;
    payment: { channel: string; transactionId: string; freightFen: number };
    lines: Array<{
      lineNo: number;
      productId: string;
      quantity: number;
      paidFen: number;
      platformSubsidyFen: number;
      scene: { surface: 'live' | 'shelf'; accountId?: string; promotionCode?: string };
    }>;
  };
}

/** A touch as a channel sends it. */
export interface ChannelTouch {
  touchId: string;
  buyerId: string;
  productId: string;
  kind: 'view' | 'click' | 'cart';
  surface: 'live' | 'short_video' | 'link';
  promotionCode?: string;
  occurredAt: string;
}

const BUYERS = 20_000;

/**
 * The nth one-line order: of ten, eight carry a promoter's code, one was bought in the brand's own stream, one comes
 * from the shelf. The same n gives the same order but for its instant.
 */
export function orderOf(alliance: Alliance, prefix: string, n: number): ChannelEvent {
  const number = scramble(n);
  const which = number % alliance.picks.length;
  const { productId, promotionCode } = alliance.picks[which]!;
  const { brandId } = at(alliance.products, which);
  const now = new Date().toISOString();
  const scene = {
    distribution: { surface: 'live', promotionCode },
    'self-broadcast': { surface: 'live', accountId: ownAccountOf(brandId) },
    organic: { surface: 'shelf' },
  } as const;
  const outcome = n % 10 < 8 ? 'distribution' : n % 10 === 8 ? 'self-broadcast' : 'organic';
  return {
    eventId: `${prefix}-${n}-paid`,
    type: 'order-paid',
    occurredAt: now,
    order: {
      orderId: `${prefix}-${n}`,
      buyerId: `buyer-${number % BUYERS}`,
      brandId,
      orderedAt: now,
      paidAt: now,
      payment: { channel: 'wechat', transactionId: `42000${prefix}${n}`, freightFen: 0 },
      lines: [
        {
          lineNo: 1,
          productId,
          quantity: 1,
          paidFen: 990 + (number % 50_000),
          platformSubsidyFen: n % 5 === 0 ? 100 : 0,
          scene: scene[outcome],
        },
      ],
    },
  };
}

/** A brand's own streaming account. */
export const ownAccountOf = (brandId: string): string => `${brandId}-stream`;

/** What the gateway makes of an event, for cases that start at the intake topic. */
export function asTakenIn(channelId: string, event: ChannelEvent): TakenIn {
  const { orderId, buyerId, lines, ...order } = event.order;
  const hash = sha256(JSON.stringify(event));
  return {
    channelId,
    orderId,
    eventId: event.eventId,
    type: event.type,
    occurredAt: event.occurredAt,
    hash,
    contentHash: sha256(hash),
    payment: {
      brandId: order.brandId,
      buyerKey: sha256(buyerId),
      orderedAt: order.orderedAt,
      paidAt: order.paidAt,
      ...order.payment,
      lines: lines.map(line => ({
        ...line,
        scene: { accountId: null, contentId: null, promotionCode: null, tag: null, ...line.scene },
      })),
    },
    refund: null,
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const at = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

/** Spreads neighbours far apart, the same way every time. */
const scramble = (n: number): number => Math.imul(n + 1, 2_654_435_761) >>> 0;
