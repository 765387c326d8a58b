import { Injectable } from '@nestjs/common';
import type { PartyKind } from '@chuanliu/auth/caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { basisIn } from '../domain/basis';
import { isKnownParty } from '../storage/party';
import type { ListedSale, ListSales, SalesKeyset } from './list-sales.dto';

export type SalesFilter = Pick<ListSales, 'from' | 'to' | 'state' | 'updatedFrom'>;

interface KeyRow {
  ordered_at: string;
  channel_id: string;
  order_id: string;
  line_no: number;
}

interface SaleRow extends KeyRow {
  product_id: string;
  state: ListedSale['state'];
  outcome: ListedSale['outcome'];
  settled_basis: string | null;
  share: ListedSale['share'];
  base_fen: number;
  estimated_fen: number;
  settled_fen: number;
  tag: string | null;
  updated_at: string;
}

/** Rows read at once to cover a whole list: its length never shows in memory. */
const CHUNK = 5_000;

/** A party's sales in list order: (orderedAt, channelId, orderId, lineNo). */
@Injectable()
export class SalesOfParty {
  constructor(private readonly database: Database) {}

  isKnown(kind: PartyKind, id: string): Promise<boolean> {
    return isKnownParty((sql, parameters) => this.database.read(sql, parameters), kind, id);
  }

  /** @param limit rows at most */
  async page(
    kind: PartyKind,
    id: string,
    filter: SalesFilter,
    after: SalesKeyset | undefined,
    limit: number,
  ): Promise<ListedSale[]> {
    const [where, parameters] = conditionsOf(kind, id, filter, after);
    const rows = await this.database.read<SaleRow>(
      `SELECT ${SHOWN} FROM (SELECT * FROM party_sale WHERE ${where} ORDER BY ${LIST_ORDER} LIMIT ?) AS row_of_party
       JOIN sale USING (order_id, channel_id, line_no) ORDER BY row_of_party.${KEY_COLUMNS}`,
      [...parameters, limit],
    );
    return rows.map(asListed);
  }

  /** Id and main amount of every row of the filtered list, in list order. */
  async *whole(kind: PartyKind, id: string, filter: SalesFilter): AsyncGenerator<{ id: string; amountFen: number }> {
    let after: SalesKeyset | undefined;
    for (;;) {
      const [where, parameters] = conditionsOf(kind, id, filter, after);
      const rows = await this.database.read<KeyRow & { estimated_fen: number }>(
        `SELECT estimated_fen, ${KEY_COLUMNS} FROM party_sale WHERE ${where} ORDER BY ${LIST_ORDER} LIMIT ?`,
        [...parameters, CHUNK],
      );
      for (const row of rows) yield { id: idOf(row), amountFen: row.estimated_fen };
      const last = rows.at(-1);
      if (!last || rows.length < CHUNK) return;
      after = keysetOf(last);
    }
  }
}

const KEY_COLUMNS = 'ordered_at, channel_id, order_id, line_no';
/** Of the party's row, and of the sale that it stands for. */
const SHOWN = `row_of_party.ordered_at, channel_id, order_id, line_no, share, state, estimated_fen, settled_fen, updated_at,
  sale.product_id, sale.outcome, sale.settled_basis, sale.base_fen, sale.tag`;
/** Begins with the party, so that rows come in the order of the primary key and are never sorted. */
const LIST_ORDER = `party_kind, party_id, ${KEY_COLUMNS}`;

function conditionsOf(
  kind: PartyKind,
  id: string,
  filter: SalesFilter,
  after: SalesKeyset | undefined,
): [string, unknown[]] {
  const conditions = ['party_kind = ? AND party_id = ?'];
  const parameters: unknown[] = [kind, id];
  const add = (condition: string, ...values: unknown[]) => {
    conditions.push(condition);
    parameters.push(...values);
  };
  if (filter.from !== undefined) add('ordered_at >= ?', toColumn(toUtcInstant(filter.from)));
  if (filter.to !== undefined) add('ordered_at < ?', toColumn(toUtcInstant(filter.to)));
  if (filter.state !== undefined) add('state = ?', filter.state);
  if (filter.updatedFrom !== undefined) add('updated_at >= ?', toColumn(toUtcInstant(filter.updatedFrom)));
  if (after) {
    const at = toColumn(after.orderedAt);
    const { channelId, orderId, lineNo } = after;
    // The first condition says nothing new, but it is the one by which a database finds the place in the key.
    add(
      `ordered_at >= ? AND (ordered_at > ? OR channel_id > ? OR
        (channel_id = ? AND (order_id > ? OR (order_id = ? AND line_no > ?))))`,
      ...[at, at, channelId, channelId, orderId, orderId, lineNo],
    );
  }
  return [conditions.join(' AND '), parameters];
}

const idOf = (row: KeyRow) => `${row.channel_id}/${row.order_id}/${row.line_no}`;

const keysetOf = (row: KeyRow): SalesKeyset => ({
  orderedAt: fromColumn(row.ordered_at),
  channelId: row.channel_id,
  orderId: row.order_id,
  lineNo: row.line_no,
});

const asListed = (row: SaleRow): ListedSale => ({
  id: idOf(row),
  ...keysetOf(row),
  productId: row.product_id,
  state: row.state,
  outcome: row.settled_basis === null ? row.outcome : basisIn(row.settled_basis).decision.outcome,
  share: row.share,
  baseFen: row.base_fen,
  estimatedFen: row.estimated_fen,
  settledFen: row.settled_fen,
  tag: row.tag,
  updatedAt: fromColumn(row.updated_at),
});
