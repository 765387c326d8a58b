import type { PartyKind } from '@chuanliu/auth/caller';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { Share, ShareName } from '@chuanliu/split-rules/split-commission';
import type { LineState } from '../domain/line-state';
import { inLists, keyText, type LineKey } from './line-key';

/** What one party has of a sale, all its parts together. */
export interface PartyShare {
  partyKind: PartyKind;
  partyId: string;
  /** What the party is to this sale; of two parts, the first one's name. */
  share: ShareName;
  amountFen: number;
}

/** Which rows of party_sale stand for a line: the instant under which they are filed, and whom they belong to. */
export interface Listing {
  orderedAt: string;
  parties: Array<[kind: PartyKind, partyId: string, share: ShareName]>;
}

/** A line whose rows are to be as its shares are now. */
export interface ListedLine {
  line: LineKey & { orderedAt: string };
  partyShares: readonly PartyShare[];
  state: LineState;
}

const kindOfShare: Record<ShareName, PartyKind | null> = {
  promoter: 'promoter',
  assist: 'promoter',
  agency: 'agency',
  recruiter: 'recruiter',
  'second-recruiter': 'recruiter',
  'tech-fee': null,
  'promotion-fee': null,
  brand: 'brand',
};

/** The parties' shares, at 0 as well. Whoever has two of them (a recruiter on both levels) has them in one row. */
export function partySharesOf(shares: readonly Share[]): PartyShare[] {
  const parties: PartyShare[] = [];
  for (const { share, partyId, amountFen } of shares) {
    const partyKind = kindOfShare[share];
    if (partyKind === null || partyId === null) continue;
    const known = parties.find(party => party.partyId === partyId && party.partyKind === partyKind);
    if (known) known.amountFen += amountFen;
    else parties.push({ partyKind, partyId, share, amountFen });
  }
  return parties;
}

const KEY = ['party_kind', 'party_id', 'ordered_at', 'channel_id', 'order_id', 'line_no'];
const SHOWN = ['share', 'state', 'estimated_fen', 'settled_fen', 'updated_at'];

/** Files the rows of these lines, or brings them up to date. */
export async function savePartySales(tx: Tx, lines: readonly ListedLine[], now: string): Promise<void> {
  const updatedAt = toColumn(now);
  const rows: unknown[][] = [];
  for (const { line, partyShares, state } of lines) {
    const { channelId, orderId, lineNo } = line;
    const orderedAt = toColumn(line.orderedAt);
    for (const { partyKind, partyId, share, amountFen } of partyShares) {
      const amounts = [amountFen, settledOf(state, amountFen)];
      rows.push([partyKind, partyId, orderedAt, channelId, orderId, lineNo, share, state, ...amounts, updatedAt]);
    }
  }
  await insertRows(tx, 'party_sale', [...KEY, ...SHOWN], rows, { onDuplicate: takeNew(...SHOWN) });
}

/** Of a settled line all that a party has of it is settled, later refunds included; of another nothing. */
const settledOf = (state: LineState, amountFen: number) => (state === 'settled' ? amountFen : 0);

/** The key of one row of party_sale. */
export type RowKey = [PartyKind, string, string, string, string, number];

/** The keys of the rows that stand for a line. */
export const rowKeysOf = ({ channelId, orderId, lineNo }: LineKey, { orderedAt, parties }: Listing): RowKey[] =>
  parties.map(([kind, partyId]) => [kind, partyId, toColumn(orderedAt), channelId, orderId, lineNo]);

/** Takes away the rows of parties that a line no longer names. */
export async function deletePartySales(tx: Tx, rows: readonly RowKey[]): Promise<void> {
  for (const some of inLists(rows)) {
    await tx.execute(`DELETE FROM party_sale WHERE (${KEY.join(', ')}) IN (?)`, [some]);
  }
}

/** What a party has of a line, as it is filed. */
export interface FiledShare {
  share: ShareName;
  partyId: string;
  amountFen: number;
  state: LineState;
}

/** The filed rows among these, by line (see keyText). */
export async function readPartySales(tx: Tx, rows: readonly RowKey[]): Promise<Map<string, FiledShare[]>> {
  const filed = new Map<string, FiledShare[]>();
  for (const some of inLists(rows)) {
    const found = await tx.query<FiledShare & LineKey>(
      `SELECT order_id AS orderId, channel_id AS channelId, line_no AS lineNo, share, party_id AS partyId,
         estimated_fen AS amountFen, state
       FROM party_sale WHERE (${KEY.join(', ')}) IN (?) ORDER BY ${KEY.join(', ')}`,
      [some],
    );
    for (const row of found) {
      const ofLine = filed.get(keyText(row));
      if (ofLine) ofLine.push(row);
      else filed.set(keyText(row), [row]);
    }
  }
  return filed;
}

/** Files these rows under another state; their shares stay. */
export async function setPartySaleState(tx: Tx, rows: readonly RowKey[], state: LineState, now: string): Promise<void> {
  const settledFen = state === 'settled' ? 'estimated_fen' : '0';
  for (const some of inLists(rows)) {
    await tx.execute(
      `UPDATE party_sale SET state = ?, settled_fen = ${settledFen}, updated_at = ?
       WHERE (${KEY.join(', ')}) IN (?) AND state <> ?`,
      [state, toColumn(now), some, state],
    );
  }
}
