import type { ConflictingContent, EventName } from './conflicting-content';
import { linesOf, type LineInForce } from './line-in-force';
import type { Instant } from './order-fact';
import type { OrderInForce } from './order-in-force';

export const exceptionKinds = [
  'orders/conflicting-content',
  'orders/refund-unknown-line',
  'orders/refund-exceeds-paid',
  'orders/product-of-other-brand',
] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

/** Something that was accepted, stops nothing, and wants a person's eye. It lasts as long as its ground does. */
export interface OrderException {
  readonly kind: ExceptionKind;
  /** Tells it from the order's other exceptions of its kind, whatever the order of arrival. */
  readonly subject: string;
  readonly lineNo: number | null;
  /** One sentence with the facts. */
  readonly detail: string;
  readonly occurredAt: Instant;
}

/** The brand that a product is known to belong to; undefined while the product is not known. */
export type BrandOfProduct = (productId: string) => string | undefined;

/** Every exception for which the order, as it is now, gives ground. */
export function exceptionsOf(order: OrderInForce, brandOfProduct: BrandOfProduct): OrderException[] {
  return [
    ...order.conflicts.map(conflictingContent),
    ...order.refundsOfUnknownLines.map((refund): OrderException => ({
      kind: 'orders/refund-unknown-line',
      subject: refund.refundId,
      lineNo: refund.lineNo,
      detail: `Refund ${refund.refundId} of ${refund.refundFen} fen names line ${refund.lineNo}, which the payment does not have; nothing was posted`,
      occurredAt: refund.occurredAt,
    })),
    ...(order.refunds.length === 0 ? [] : linesOf(order).flatMap(excessRefund)),
    ...productsOfOtherBrands(order, brandOfProduct),
  ];
}

/** Lines whose product is known to belong to another brand than the order's. */
export function productsOfOtherBrands(order: OrderInForce, brandOfProduct: BrandOfProduct): OrderException[] {
  if (!order.payment) return [];
  const { brandId, occurredAt, lines } = order.payment;
  return lines.flatMap(({ lineNo, productId }) => {
    const owner = brandOfProduct(productId);
    if (owner === undefined || owner === brandId) return [];
    const detail = `Line ${lineNo} was sold by brand ${brandId}, but product ${productId} belongs to brand ${owner}`;
    return [{ kind: 'orders/product-of-other-brand', subject: `${lineNo}`, lineNo, detail, occurredAt }];
  });
}

function conflictingContent({ about, id, lineNo, loser, inForce }: ConflictingContent): OrderException {
  const thing = about === 'payment' ? 'the payment' : `${about} ${id}`;
  const detail = `${named(loser)} and ${named(inForce)} tell different contents of ${thing}; the latter is in force`;
  const subject = `${about}:${id ?? ''}:${loser.hash}`;
  return { kind: 'orders/conflicting-content', subject, lineNo, detail, occurredAt: loser.occurredAt };
}

const named = ({ eventId, occurredAt, hash }: EventName): string =>
  `Event ${eventId} (${occurredAt}, ${hash.slice(0, 12)})`;

/** At most one for a line; it occurred with the refund by which the sum passed what was paid. */
function excessRefund({ line, refunds, refundedFen }: LineInForce): OrderException[] {
  if (refundedFen <= line.paidFen) return [];
  let sum = 0;
  const tipping = refunds.find(refund => (sum += refund.refundFen) > line.paidFen)!;
  const detail = `Refunds of line ${line.lineNo} sum to ${refundedFen} fen, ${refundedFen - line.paidFen} more than the ${line.paidFen} paid`;
  return [
    {
      kind: 'orders/refund-exceeds-paid',
      subject: `${line.lineNo}`,
      lineNo: line.lineNo,
      detail,
      occurredAt: tipping.occurredAt,
    },
  ];
}

export interface ExceptionsChange {
  /** New ones, and known ones that read differently now. */
  readonly opened: readonly OrderException[];
  /** Those whose ground disappeared. */
  readonly cleared: readonly OrderException[];
}

/** What to write, so that the exceptions listed are those for which there is ground. */
export function differenceOfExceptions(
  before: readonly OrderException[],
  after: readonly OrderException[],
): ExceptionsChange {
  if (before.length === 0) return { opened: after, cleared: [] };
  const listed = new Map(before.map(exception => [nameOf(exception), exception]));
  const standing = new Set(after.map(nameOf));
  return {
    opened: after.filter(exception => !same(listed.get(nameOf(exception)), exception)),
    cleared: before.filter(exception => !standing.has(nameOf(exception))),
  };
}

const nameOf = ({ kind, subject }: OrderException): string => `${kind} ${subject}`;

const same = (a: OrderException | undefined, b: OrderException): boolean =>
  a !== undefined && a.detail === b.detail && a.occurredAt === b.occurredAt && a.lineNo === b.lineNo;
