import { createHash } from 'node:crypto';
import type { OrderFact, PaidLine, Payment, Refund } from '../src/domain/order-fact';

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** 12:00 and so many seconds. */
export const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 6, 12, 0, seconds)).toISOString();

export const aLine = (line: Partial<PaidLine> = {}): PaidLine => ({
  lineNo: 1,
  productId: 'p-1',
  quantity: 1,
  paidFen: 19_900,
  platformSubsidyFen: 500,
  scene: { surface: 'live', accountId: 'a-1', contentId: null, promotionCode: 'pc-1', tag: null },
  ...line,
});

interface When {
  eventId?: string;
  /** Seconds after 12:00. */
  after?: number;
}

/** Hashes as the gateway takes them: over the whole event, and over the event without its id. */
function told(eventId: string, occurredAt: string, content: unknown) {
  return {
    eventId,
    occurredAt,
    hash: sha256([eventId, occurredAt, content]),
    contentHash: sha256([occurredAt, content]),
  };
}

export function paid(payment: Partial<Payment> = {}, { eventId = 'e-paid', after = 0 }: When = {}): OrderFact {
  const whole: Payment = {
    brandId: 'br-1',
    buyerKey: null,
    orderedAt: at(0),
    paidAt: at(0),
    channel: 'wechat',
    transactionId: 't-1',
    freightFen: 0,
    lines: [aLine()],
    ...payment,
  };
  return { ...told(eventId, at(after), whole), type: 'order-paid', payment: whole };
}

export function refunded(refund: Partial<Refund> = {}, { eventId, after = 60 }: When = {}): OrderFact {
  const whole: Refund = {
    refundId: 'r-1',
    lineNo: 1,
    refundFen: 5_000,
    subsidyFen: 0,
    freightFen: 0,
    reason: null,
    transactionId: null,
    ...refund,
  };
  return { ...told(eventId ?? `e-${whole.refundId}`, at(after), whole), type: 'order-refunded', refund: whole };
}

export function reached(stage: 'shipped' | 'received' | 'closed', { eventId, after = 30 }: When = {}): OrderFact {
  const type = `order-${stage}` as const;
  return { ...told(eventId ?? `e-${stage}`, at(after), type), type };
}
