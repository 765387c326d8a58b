import type { AttributedLine } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import { businessDayOf, type BusinessDate, type UtcInstant } from '@chuanliu/contracts/instants';

/** How many sales of a product one business day saw, and how many of them promoters brought. */
export interface SalesOfDay {
  productId: string;
  day: BusinessDate;
  sales: number;
  distributionSales: number;
}

/** A sale as it was announced: its lines, and when it was paid. */
interface Announced {
  paidAt: UtcInstant;
  lines: readonly AttributedLine[];
}

/**
 * The sales that these announcements add, summed by product and day of payment.
 *
 * A line counts once, with its first announcement (revision 1), as that tells it; a void one (its base is 0
 * from the start: a gift) is no sale. What is learnt later (a refund, another outcome) changes nothing: this figure says how often
 * a product was bought, it is no account of money.
 */
export function salesIn(announcements: readonly Announced[]): SalesOfDay[] {
  const days = new Map<string, SalesOfDay>();
  for (const { paidAt, lines } of announcements) {
    const day = businessDayOf(paidAt);
    for (const { productId, revision, present, outcome } of lines) {
      if (revision > 1 || !present || outcome === 'void') continue;
      const key = `${day} ${productId}`;
      const sum = days.get(key) ?? { productId, day, sales: 0, distributionSales: 0 };
      sum.sales += 1;
      if (outcome === 'distribution') sum.distributionSales += 1;
      days.set(key, sum);
    }
  }
  return [...days.values()];
}
