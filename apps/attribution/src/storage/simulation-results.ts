import { insertRows } from '@chuanliu/database/insert-rows';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import type { Fen } from '@chuanliu/money/fen';
import type { Share } from '@chuanliu/split-rules/split-commission';
import type { Change, Division, Party } from '../domain/effect-of-policy';
import { compare } from './line';
import type { PlaceOfLine } from './simulations';

/** What one party has of all lines by one share, under both policies. */
export interface ShareTotal {
  party: Party;
  share: Share['share'];
  linesBefore: number;
  linesAfter: number;
  beforeFen: number;
  afterFen: number;
}

/** A line that is decided or divided otherwise. */
export interface ChangedLine {
  place: PlaceOfLine;
  change: Change;
  brandId: string;
  productId: string;
  baseFen: Fen;
  /** What changes hands. */
  movedFen: Fen;
  before: Division;
  after: Division;
  moves: ReadonlyArray<{ party: Party; movedFen: Fen }>;
}

const adding = (...columns: string[]) => columns.map(column => `${column} = ${column} + VALUES(${column})`).join(', ');

/** Adds a slice's results to those that are there. */
export async function addResults(
  tx: Tx,
  simulationId: string,
  totals: readonly ShareTotal[],
  lines: readonly ChangedLine[],
): Promise<void> {
  await addShareTotals(tx, simulationId, totals);
  await addChanges(tx, simulationId, lines);
  await addLines(tx, simulationId, lines);
}

async function addShareTotals(tx: Tx, simulationId: string, totals: readonly ShareTotal[]): Promise<void> {
  const sums = ['lines_before', 'lines_after', 'before_fen', 'after_fen'];
  const rows = totals.map(({ party, share, linesBefore, linesAfter, beforeFen, afterFen }) => [
    ...[simulationId, party.kind, party.id ?? '', share],
    ...[linesBefore, linesAfter, beforeFen, afterFen],
  ]);
  await insertRows(tx, 'simulation_share', ['simulation_id', 'party_kind', 'party_id', 'share', ...sums], rows, {
    onDuplicate: adding(...sums),
  });
}

async function addChanges(tx: Tx, simulationId: string, lines: readonly ChangedLine[]): Promise<void> {
  const changes = new Map<Change, { lines: number; movedFen: number }>();
  for (const { change, movedFen } of lines) {
    const sum = changes.get(change) ?? { lines: 0, movedFen: 0 };
    changes.set(change, { lines: sum.lines + 1, movedFen: sum.movedFen + movedFen });
  }
  const rows = [...changes]
    .sort(([a], [b]) => compare(a, b))
    .map(([change, sum]) => [simulationId, change, sum.lines, sum.movedFen]);
  await insertRows(tx, 'simulation_change', ['simulation_id', 'change_name', 'line_count', 'moved_fen'], rows, {
    onDuplicate: adding('line_count', 'moved_fen'),
  });
}

const PLACE = ['ordered_at', 'order_id', 'channel_id', 'line_no'];

async function addLines(tx: Tx, simulationId: string, lines: readonly ChangedLine[]): Promise<void> {
  const placeOf = ({ place }: ChangedLine) => [toColumn(place.orderedAt), place.orderId, place.channelId, place.lineNo];
  await insertRows(
    tx,
    'simulation_line',
    [
      ...['simulation_id', ...PLACE, 'change_name', 'brand_id', 'product_id'],
      ...['base_fen', 'moved_fen', 'divided_before', 'divided_after'],
    ],
    lines.map(line => [
      ...[simulationId, ...placeOf(line), line.change, line.brandId, line.productId],
      ...[line.baseFen, line.movedFen, shown(line.before), shown(line.after)],
    ]),
  );
  await insertRows(
    tx,
    'simulation_move',
    ['simulation_id', 'party_kind', 'party_id', ...PLACE, 'moved_fen'],
    lines.flatMap(line =>
      line.moves.map(({ party, movedFen }) => [simulationId, party.kind, party.id ?? '', ...placeOf(line), movedFen]),
    ),
  );
}

/** As the list of lines shows it. */
const shown = ({ decision: { outcome, promoterId, pickId, assistantIds }, shares }: Division): string =>
  JSON.stringify({ outcome, promoterId, pickId, assistantIds, shares });
