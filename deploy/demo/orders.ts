import type { OrderEvent } from '@chuanliu/client';
import { brands, picksOf, promoters, type DemoProduct } from './alliance';

type PaidEvent = Extract<OrderEvent, { type: 'order-paid' }>;
type Scene = PaidEvent['order']['lines'][number]['scene'];

interface DemoLine {
  product: DemoProduct;
  paidFen: number;
  subsidyFen?: number;
  scene: Scene;
}

/** Makes an order's payment event. */
export function paid(
  orderId: string,
  brandId: string,
  buyerId: string | null,
  at: string,
  lines: DemoLine[],
  freightFen = 0,
): OrderEvent {
  return {
    eventId: `paid.${orderId}`,
    type: 'order-paid',
    occurredAt: at,
    order: {
      orderId,
      ...(buyerId ? { buyerId } : {}),
      brandId,
      orderedAt: at,
      paidAt: at,
      payment: { channel: 'wechat', transactionId: `4200${orderId.replace(/\D/g, '')}${orderId.length}`, freightFen },
      lines: lines.map(({ product, paidFen, subsidyFen = 0, scene }, i) => ({
        lineNo: i + 1,
        productId: product.id,
        quantity: 1,
        paidFen,
        platformSubsidyFen: subsidyFen,
        scene,
      })),
    },
  };
}

export const received = (orderId: string, at: string): OrderEvent => ({
  eventId: `received.${orderId}`,
  type: 'order-received',
  occurredAt: at,
  orderId,
});

export const refunded = (
  orderId: string,
  at: string,
  refundFen: number,
  more: { lineNo?: number; subsidyFen?: number; freightFen?: number } = {},
): OrderEvent => ({
  eventId: `refund.${orderId}.${refundFen}`,
  type: 'order-refunded',
  occurredAt: at,
  orderId,
  refund: {
    refundId: `r-${orderId}-${refundFen}`,
    lineNo: 1,
    refundFen,
    reason: 'changed-mind',
    transactionId: `5000${orderId.replace(/\D/g, '')}`,
    ...more,
  },
});

export const brandAccount = (brandId: string): string => `acc-${brandId}`;
export const promoterAccount = (promoterId: string): string => `acc-${promoterId}`;

/** Some hours of ordinary trade: 120 orders by code, in streams, in the brands' own streams, and by search. */
export function ordinaryTrade(codes: Map<string, string>, minutesAgo: (minutes: number) => string): OrderEvent[] {
  const events: OrderEvent[] = [];
  for (let n = 0; n < 120; n++) {
    const promoterIndex = n % promoters.length;
    const promoter = promoters[promoterIndex]!;
    const choices = picksOf(promoterIndex);
    const product = choices[n % choices.length]!;
    const brand = brands.find(one => one.products.includes(product))!;
    const orderId = `demo-${String(n + 1).padStart(3, '0')}`;
    const code = codes.get(`${promoter.id}/${product.id}`)!;
    const scene: Scene =
      n % 5 === 0
        ? { surface: 'live', accountId: brandAccount(brand.id), contentId: 'own-stream' }
        : n % 5 === 1
          ? { surface: 'live', accountId: promoterAccount(promoter.id), contentId: `stream-${promoter.id}` }
          : n % 5 === 2
            ? { surface: 'search' }
            : { surface: 'link', promotionCode: code, tag: 'evening' };
    const subsidyFen = n % 7 === 0 ? 500 : 0;
    const at = minutesAgo(600 - n * 4);
    const paidFen = product.priceFen - subsidyFen - (n % 3) * 100;
    events.push(
      paid(orderId, brand.id, `buyer-${n % 37}`, at, [{ product, paidFen, subsidyFen, scene }], n % 6 === 0 ? 800 : 0),
    );
    if (n % 4 === 0) events.push(received(orderId, minutesAgo(590 - n * 4)));
    if (n % 9 === 0) events.push(refunded(orderId, minutesAgo(588 - n * 4), Math.floor(paidFen / 3)));
    if (n % 31 === 0 && n > 0) events.push(refunded(orderId, minutesAgo(587 - n * 4), paidFen));
  }
  return events;
}
