import { Injectable } from '@nestjs/common';
import type { Caller, PartyKind } from '@chuanliu/auth/caller';
import { noSuchParty, requireParty } from '@chuanliu/auth/require-party';
import { controlOf, decodeCursor, listAnswer, type ListAnswer } from '@chuanliu/http/listing';
import { SalesKeyset, type ListedSale, type ListSales } from './list-sales.dto';
import { SalesOfParty } from './sales-of-party.query';

/** A page of a party's sales, with the control totals of the whole filtered list. */
@Injectable()
export class ListSalesHandler {
  constructor(private readonly sales: SalesOfParty) {}

  /** @throws Problem `no-such-party` (404) for a party that nobody knows, or that is not the caller's own */
  async run(caller: Caller, kind: PartyKind, id: string, query: ListSales): Promise<ListAnswer<ListedSale>> {
    requireParty(caller, kind, id);
    const { limit, cursor, ...filter } = query;
    const after = decodeCursor(SalesKeyset, cursor);
    const rows = await this.sales.page(kind, id, filter, after, limit + 1);
    if (rows.length === 0 && !(await this.sales.isKnown(kind, id))) throw noSuchParty(kind, id);
    // A list that ends on its first page is counted from that very page: the two then agree whatever happens meanwhile.
    const isWhole = after === undefined && rows.length <= limit;
    const counted = isWhole
      ? rows.map(row => ({ id: row.id, amountFen: row.estimatedFen }))
      : this.sales.whole(kind, id, filter);
    return listAnswer(rows, { limit, keysetOf, itemOf: row => row, control: await controlOf(counted) });
  }
}

const keysetOf = ({ orderedAt, channelId, orderId, lineNo }: ListedSale): SalesKeyset => ({
  orderedAt,
  channelId,
  orderId,
  lineNo,
});
