import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { fromColumn } from '@chuanliu/database/instant';
import { fen, sumFen } from '@chuanliu/money/fen';
import type { Share } from '@chuanliu/split-rules/split-commission';
import { CHANGES, type Change, type Party } from '../domain/effect-of-policy';
import { appendTo } from '../storage/append-to';
import { placesAfter } from '../storage/lines-in-time';
import { compare } from '../storage/line';
import type { PlaceOfLine, Simulation } from '../storage/simulations';
import type { ChangedLineRow, ListChangedLines, PartyMoved, Side, SimulationShown } from './simulation.dto';

type Report = NonNullable<SimulationShown['report']>;

interface ShareRow {
  party_id: string;
  share: Share['share'];
  lines_before: number;
  lines_after: number;
  before_fen: number;
  after_fen: number;
}

interface LineRow {
  ordered_at: string;
  order_id: string;
  channel_id: string;
  line_no: number;
  moved_fen: number;
}

interface ShownLineRow extends LineRow {
  brand_id: string;
  product_id: string;
  change_name: Change;
  base_fen: number;
  divided_before: string;
  divided_after: string;
}

const SHARES: ReadonlyArray<Share['share']> = [
  'promoter',
  'assist',
  'agency',
  'recruiter',
  'second-recruiter',
  'tech-fee',
  'promotion-fee',
  'brand',
];

/** Rows read at once to cover a whole list. */
const CHUNK = 5_000;

/** What simulations that are done have found. */
@Injectable()
export class ResultsOfSimulation {
  constructor(private readonly database: Database) {}

  async report({ simulationId, baseFen, linesWithoutTouches, linesWithoutTerms }: Simulation): Promise<Report> {
    const sums = new Map((await this.sharesOf(simulationId)).map(row => [row.share, row]));
    const changes = await this.changesOf([simulationId]);
    const ofChange = new Map(changes.map(row => [row.change_name, row]));
    return {
      baseFen,
      shares: SHARES.map(share =>
        movedBy(share, fen(sums.get(share)?.before_fen ?? 0), fen(sums.get(share)?.after_fen ?? 0)),
      ),
      movedFen: sumFen(changes.map(row => row.moved_fen)),
      linesChanged: changes.reduce((sum, row) => sum + row.line_count, 0),
      changes: CHANGES.map(change => ({
        change,
        lines: ofChange.get(change)?.line_count ?? 0,
        movedFen: fen(ofChange.get(change)?.moved_fen ?? 0),
      })),
      linesWithoutTouches,
      linesWithoutTerms,
    };
  }

  /** What changes hands, by simulation. */
  async movedBySimulation(simulationIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const moved = new Map<string, number>();
    for (const { simulation_id: id, moved_fen } of await this.changesOf(simulationIds)) {
      moved.set(id, fen((moved.get(id) ?? 0) + moved_fen));
    }
    return moved;
  }

  /** Parties of one kind, whoever gains or loses most first, of several the lesser id. */
  async parties(simulationId: string, kind: Party['kind'], updatedAt: string): Promise<PartyMoved[]> {
    const rows = await this.database.read<ShareRow>(
      `SELECT party_id, share, lines_before, lines_after, before_fen, after_fen FROM simulation_share
       WHERE simulation_id = ? AND party_kind = ? ORDER BY party_id, share`,
      [simulationId, kind],
    );
    const ofParty = new Map<string, ShareRow[]>();
    for (const row of rows) appendTo(ofParty, row.party_id, row);
    return [...ofParty].map(([id, shares]) => partyMoved(id, shares, updatedAt)).sort(mostFirst);
  }

  /** Changed lines in list order. @param limit rows at most */
  async lines(
    simulation: Pick<Simulation, 'simulationId' | 'updatedAt'>,
    filter: Pick<ListChangedLines, 'change' | 'party'>,
    after: PlaceOfLine | undefined,
    limit: number,
  ): Promise<ChangedLineRow[]> {
    const [from, parameters] = changedLines(simulation.simulationId, filter, after);
    const rows = await this.database.read<ShownLineRow>(
      `SELECT ${KEY}, ${movedColumn(filter)}, brand_id, product_id, change_name, base_fen, divided_before, divided_after
       ${from} LIMIT ?`,
      [...parameters, limit],
    );
    return rows.map(row => shownLine(row, simulation.updatedAt));
  }

  /** Id and main amount of every row of the filtered list, in list order. */
  async *wholeOfLines(
    simulationId: string,
    filter: Pick<ListChangedLines, 'change' | 'party'>,
  ): AsyncGenerator<{ id: string; amountFen: number }> {
    let after: PlaceOfLine | undefined;
    for (;;) {
      const [from, parameters] = changedLines(simulationId, filter, after);
      const rows = await this.database.read<LineRow>(`SELECT ${KEY}, ${movedColumn(filter)} ${from} LIMIT ?`, [
        ...parameters,
        CHUNK,
      ]);
      for (const row of rows) yield { id: idOf(row), amountFen: row.moved_fen };
      if (rows.length < CHUNK) return;
      after = placeOf(rows.at(-1)!);
    }
  }

  private sharesOf(simulationId: string) {
    return this.database.read<{ share: Share['share']; before_fen: number; after_fen: number }>(
      `SELECT share, CAST(SUM(before_fen) AS SIGNED) AS before_fen, CAST(SUM(after_fen) AS SIGNED) AS after_fen
       FROM simulation_share WHERE simulation_id = ? GROUP BY share`,
      [simulationId],
    );
  }

  private changesOf(simulationIds: readonly string[]) {
    if (simulationIds.length === 0) return [];
    return this.database.read<{ simulation_id: string; change_name: Change; line_count: number; moved_fen: number }>(
      'SELECT simulation_id, change_name, line_count, moved_fen FROM simulation_change WHERE simulation_id IN (?)',
      [simulationIds],
    );
  }
}

const movedBy = (share: Share['share'], beforeFen: number, afterFen: number) => ({
  share,
  beforeFen,
  afterFen,
  movedFen: afterFen - beforeFen,
});

function partyMoved(id: string, rows: readonly ShareRow[], updatedAt: string): PartyMoved {
  const beforeFen = sumFen(rows.map(row => row.before_fen));
  const afterFen = sumFen(rows.map(row => row.after_fen));
  const shares = rows.map(row => ({
    ...movedBy(row.share, row.before_fen, row.after_fen),
    linesBefore: row.lines_before,
    linesAfter: row.lines_after,
  }));
  return { id, beforeFen, afterFen, movedFen: afterFen - beforeFen, shares, updatedAt };
}

const mostFirst = (a: PartyMoved, b: PartyMoved): number =>
  Math.abs(b.movedFen) - Math.abs(a.movedFen) || compare(a.id, b.id);

const KEY = 'ordered_at, order_id, channel_id, line_no';

const movedColumn = ({ party }: Pick<ListChangedLines, 'party'>) => (party ? 'm.moved_fen' : 'l.moved_fen');

/** Everything behind the columns and before the limit. */
function changedLines(
  simulationId: string,
  { change, party }: Pick<ListChangedLines, 'change' | 'party'>,
  after: PlaceOfLine | undefined,
): [string, unknown[]] {
  const [behind, place] = placesAfter(after);
  const ofChange: [string, unknown[]] = change ? ['AND change_name = ?', [change]] : ['', []];
  if (!party) {
    const from = `FROM simulation_line l WHERE simulation_id = ? ${ofChange[0]} ${behind} ORDER BY ${KEY}`;
    return [from, [simulationId, ...ofChange[1], ...place]];
  }
  const [kind, id = ''] = party.split(/:(.*)/s);
  const from = `FROM simulation_move m JOIN simulation_line l USING (simulation_id, ${KEY})
    WHERE simulation_id = ? AND party_kind = ? AND party_id = ? ${ofChange[0]} ${behind} ORDER BY ${KEY}`;
  return [from, [simulationId, kind, id, ...ofChange[1], ...place]];
}

const idOf = (row: LineRow) => `${row.channel_id}/${row.order_id}/${row.line_no}`;

const placeOf = (row: LineRow): PlaceOfLine => ({
  orderedAt: fromColumn(row.ordered_at),
  orderId: row.order_id,
  channelId: row.channel_id,
  lineNo: row.line_no,
});

const shownLine = (row: ShownLineRow, updatedAt: string): ChangedLineRow => ({
  id: idOf(row),
  ...placeOf(row),
  brandId: row.brand_id,
  productId: row.product_id,
  change: row.change_name,
  baseFen: row.base_fen,
  movedFen: row.moved_fen,
  before: JSON.parse(row.divided_before) as Side,
  after: JSON.parse(row.divided_after) as Side,
  updatedAt,
});
