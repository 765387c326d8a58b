import type { AttributedLine, saleAttributed } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import type { Decision } from '../domain/sale';
import type { Line, LineAtWork } from '../storage/line';
import { orderName } from '../storage/stored-lines';

type Announcement = DataOf<typeof saleAttributed>;

/**
 * Counts up the revision of every line of which others must hear, and tells it, order by order.
 *
 * A row changes only together with its announcement, so what was last announced follows from the stored line: new
 * candidates or river marks alone are nobody else's business.
 */
export function announcementsOf(lines: readonly LineAtWork[]): { lines: LineAtWork[]; sales: Announcement[] } {
  const sales = new Map<string, Announcement>();
  const counted = lines.map(work => {
    const { stored } = work;
    if (stored && saysTheSame(stored.line, work.line)) return work;
    const line = { ...work.line, revision: work.line.revision + 1 };
    const name = orderName(line.facts.channelId, line.facts.orderId);
    const sale = sales.get(name) ?? headerOf(line);
    sale.lines.push(announcedLine(line));
    sales.set(name, sale);
    return { stored, line };
  });
  for (const sale of sales.values()) sale.lines.sort((a, b) => a.lineNo - b.lineNo);
  return { lines: counted, sales: [...sales.values()] };
}

function saysTheSame(before: Line, now: Line): boolean {
  const told = (line: Line) => JSON.stringify([headerOf(line), announcedLine(line)]);
  return told(before) === told(now);
}

const headerOf = ({ facts }: Line): Announcement => ({
  channelId: facts.channelId,
  orderId: facts.orderId,
  brandId: facts.brandId,
  orderedAt: facts.orderedAt,
  paidAt: facts.paidAt,
  paymentOccurredAt: facts.paymentOccurredAt,
  paymentChannel: facts.paymentChannel,
  transactionId: facts.transactionId,
  lines: [],
});

const announcedLine = ({ facts, refunds, decision, settled, orderRevision, revision }: Line): AttributedLine => ({
  lineNo: facts.lineNo,
  revision,
  orderRevision,
  present: facts.present,
  productId: facts.productId,
  paidFen: facts.paidFen,
  platformSubsidyFen: facts.platformSubsidyFen,
  freightFen: facts.freightFen,
  refunds: facts.present ? refunds.map(refund => ({ lineNo: facts.lineNo, ...refund })) : [],
  tag: facts.tag,
  ...deciding(decision),
  ...(settled?.late && { late: { revision: settled.late.revision, ...deciding(settled.late.decision) } }),
});

const deciding = ({ outcome, promoterId, pickId, assistantIds }: Decision) => ({
  outcome,
  promoterId,
  pickId,
  assistantIds,
});
