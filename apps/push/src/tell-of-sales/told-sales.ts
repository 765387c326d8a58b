import { toColumn } from '@chuanliu/database/instant';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { ToldStanding } from '../domain/news-of-sale';

export interface LineKey {
  channelId: string;
  orderId: string;
  lineNo: number;
}

export const lineText = ({ channelId, orderId, lineNo }: LineKey) => `${channelId}/${orderId}/${lineNo}`;

/** What one party was told of one line, and the revision of the split that it was told of last. */
export interface ToldSale extends LineKey, ToldStanding {
  /** `promoter:pr-1` */
  party: string;
  revision: number;
}

interface ToldRow {
  orderId: string;
  channelId: string;
  lineNo: number;
  party: string;
  revision: number;
  named: number;
  state: ToldStanding['state'];
  outcome: ToldStanding['outcome'];
  share: ToldStanding['share'];
  amountFen: number;
}

const KEY = ['order_id', 'channel_id', 'line_no', 'party_kind', 'party_id'];
const TOLD = ['revision', 'named', 'state', 'outcome', 'share', 'amount_fen', 'updated_at'];
const MOST_IN_LIST = 500;

/** What parties were told of these lines, by line. */
export async function readToldSales(tx: Tx, lines: readonly LineKey[]): Promise<Map<string, ToldSale[]>> {
  const told = new Map<string, ToldSale[]>();
  for (let start = 0; start < lines.length; start += MOST_IN_LIST) {
    const some = lines.slice(start, start + MOST_IN_LIST);
    const rows = await tx.query<ToldRow>(
      `SELECT order_id AS orderId, channel_id AS channelId, line_no AS lineNo, CONCAT(party_kind, ':', party_id) AS party,
         revision, named, state, outcome, share, amount_fen AS amountFen
       FROM told_sale WHERE (order_id, channel_id, line_no) IN (?)`,
      [some.map(({ orderId, channelId, lineNo }) => [orderId, channelId, lineNo])],
    );
    for (const row of rows) {
      const name = lineText(row);
      told.set(name, [...(told.get(name) ?? []), { ...row, named: row.named === 1 }]);
    }
  }
  return told;
}

export async function saveToldSales(tx: Tx, told: readonly ToldSale[], now: string): Promise<void> {
  const rows = told.map(one => {
    const at = one.party.indexOf(':');
    const key = [one.orderId, one.channelId, one.lineNo, one.party.slice(0, at), one.party.slice(at + 1)];
    return [...key, one.revision, one.named ? 1 : 0, one.state, one.outcome, one.share, one.amountFen, toColumn(now)];
  });
  await insertRows(tx, 'told_sale', [...KEY, ...TOLD], rows, { onDuplicate: takeNew(...TOLD) });
}
