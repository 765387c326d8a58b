import { Injectable } from '@nestjs/common';
import type { AttributedLine, saleAttributed } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import type { Tx } from '@chuanliu/database/tx';
import type { EventMeta, EventOf } from '@chuanliu/messaging/on-events';
import { inKeyOrder, keyText } from '../storage/line-key';
import { lockLines, newLine, type SaleFacts } from '../storage/sale-line';
import { SplitLines, type LineToSplit } from './split-lines';

type SaleAttributed = EventOf<typeof saleAttributed>;

/** Learns what was decided of each line, and splits anew those of which something newer was told. */
@Injectable()
export class SplitCommissionHandler {
  constructor(private readonly splitLines: SplitLines) {}

  async run(events: readonly SaleAttributed[], tx: Tx): Promise<void> {
    const told = newestOf(events);
    const newest = inKeyOrder([...told.values()].map(({ facts }) => facts));
    const stored = new Map((await lockLines(tx, newest)).map(line => [keyText(line.facts), line]));
    const toSplit: LineToSplit[] = [];
    for (const facts of newest) {
      const name = keyText(facts);
      const before = stored.get(name);
      if (before && before.facts.decisionRevision >= facts.decisionRevision) continue;
      const line = before ? { ...before, facts } : newLine(facts);
      toSplit.push({ line, isChanged: true, cause: told.get(name)!.cause });
    }
    await this.splitLines.run(tx, toSplit);
  }
}

/** Of every line the newest that these events tell; a slice may hold several revisions of one. */
function newestOf(events: readonly SaleAttributed[]): Map<string, { facts: SaleFacts; cause: EventMeta }> {
  const newest = new Map<string, { facts: SaleFacts; cause: EventMeta }>();
  for (const { data: sale, meta: cause } of events) {
    for (const line of sale.lines) {
      const facts = factsOf(sale, line);
      const name = keyText(facts);
      const known = newest.get(name);
      if (!known || known.facts.decisionRevision < line.revision) newest.set(name, { facts, cause });
    }
  }
  return newest;
}

// Field by field: spreading two objects into a third costs more than the whole split.
const factsOf = (sale: SaleAttributed['data'], line: AttributedLine): SaleFacts => ({
  orderId: sale.orderId,
  channelId: sale.channelId,
  lineNo: line.lineNo,
  brandId: sale.brandId,
  orderedAt: sale.orderedAt,
  paymentOccurredAt: sale.paymentOccurredAt,
  paymentChannel: sale.paymentChannel,
  transactionId: sale.transactionId,
  orderRevision: line.orderRevision,
  decisionRevision: line.revision,
  present: line.present,
  productId: line.productId,
  paidFen: line.paidFen,
  platformSubsidyFen: line.platformSubsidyFen,
  freightFen: line.freightFen,
  refunds: line.refunds,
  tag: line.tag,
  outcome: line.outcome,
  promoterId: line.promoterId,
  pickId: line.pickId,
  assistantIds: line.assistantIds,
  late: line.late ?? null,
});
