import type { UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { fen } from '@chuanliu/money/fen';
import type { BringingSale } from '../domain/membership';
import { appendTo } from './append-to';
import type { Reader } from './reader';
import { refundsOfLine } from './refund-row';
import type { BuyerRange } from './slices-of-buyers';
import { orderName, refundsOf } from './stored-lines';

interface Row {
  order_id: string;
  channel_id: string;
  line_no: number;
  buyer_key: string;
  river_promoter_id: string;
  paid_at: string;
  paid_fen: number;
  subsidy_fen: number;
  updated_at: string;
}

export type StoredBringingSale = BringingSale & { updatedAt: UtcInstant };

/** Which sales of a brand are asked for: paid at `paidFrom` or later and before `paidBefore`. */
export interface BringingSpan {
  brandId: string;
  paidFrom: UtcInstant;
  paidBefore: UtcInstant;
}

const BRINGING = `FROM line WHERE brand_id = ? AND paid_at >= ? AND paid_at < ?
  AND outcome = 'distribution' AND present = 1 AND buyer_key IS NOT NULL`;

const spanOf = ({ brandId, paidFrom, paidBefore }: BringingSpan) => [brandId, toColumn(paidFrom), toColumn(paidBefore)];

/** A brand's distribution sales to known buyers, by buyer. @param buyers one buyer's key, a range of keys, or all */
export async function storedBringingSales(
  reader: Reader,
  span: BringingSpan,
  buyers?: string | BuyerRange,
): Promise<Map<string, StoredBringingSale[]>> {
  const [among, keys] = amongBuyers(buyers);
  const rows = await reader.query<Row>(
    `SELECT order_id, channel_id, line_no, buyer_key, river_promoter_id, paid_at, paid_fen, subsidy_fen, updated_at
     ${BRINGING}${among}`,
    [...spanOf(span), ...keys],
  );
  const refunds = await refundsOf(reader, rows);
  const sales = new Map<string, StoredBringingSale[]>();
  for (const row of rows) {
    appendTo(sales, row.buyer_key, {
      channelId: row.channel_id,
      orderId: row.order_id,
      lineNo: row.line_no,
      promoterId: row.river_promoter_id,
      paidAt: fromColumn(row.paid_at),
      paidFen: fen(row.paid_fen),
      platformSubsidyFen: fen(row.subsidy_fen),
      refunds: refundsOfLine(refunds.get(orderName(row.channel_id, row.order_id)), row.line_no),
      updatedAt: fromColumn(row.updated_at),
    });
  }
  return sales;
}

function amongBuyers(buyers: string | BuyerRange | undefined): [sql: string, parameters: string[]] {
  if (buyers === undefined) return ['', []];
  if (typeof buyers === 'string') return [' AND buyer_key = ?', [buyers]];
  return [' AND buyer_key >= ? AND buyer_key < ?', [buyers.from, buyers.to]];
}

/** How many such sales there are. */
export async function countBringingSales(reader: Reader, span: BringingSpan): Promise<number> {
  const [row] = await reader.query<{ n: number }>(`SELECT COUNT(*) AS n ${BRINGING}`, spanOf(span));
  return row!.n;
}
