import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { basisIn, type Basis } from '../domain/basis';
import { inLists, keyTuple, LINE_KEY, type LineKey } from './line-key';

/** Keeps what lines were divided by until now. @param earlier with the basis as basisText writes it */
export async function saveEarlierBases(
  tx: Tx,
  earlier: ReadonlyArray<{ line: LineKey; digest: string; basis: string }>,
): Promise<void> {
  const rows = earlier.map(({ line, digest, basis }) => [...keyTuple(line), digest, basis]);
  await insertRows(tx, 'earlier_basis', [...LINE_KEY, 'digest', 'basis'], rows, { ignore: true });
}

/** What lines were divided by before, by line and digest: see earlierName. */
export async function earlierBases(tx: Tx, lines: readonly LineKey[]): Promise<Map<string, Basis>> {
  const bases = new Map<string, Basis>();
  for (const some of inLists(lines)) {
    const rows = await tx.query<LineKey & { digest: string; basis: string }>(
      `SELECT order_id AS orderId, channel_id AS channelId, line_no AS lineNo, digest, basis FROM earlier_basis
       WHERE (${LINE_KEY.join(', ')}) IN (?)`,
      [some.map(keyTuple)],
    );
    for (const row of rows) bases.set(earlierName(row, row.digest), basisIn(row.basis));
  }
  return bases;
}

export const earlierName = ({ channelId, orderId, lineNo }: LineKey, digest: string): string =>
  `${channelId}/${orderId}/${lineNo}/${digest}`;
