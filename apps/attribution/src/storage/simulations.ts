import type { UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { fen } from '@chuanliu/money/fen';
import type { TriedPolicy } from '../domain/tried-policy';
import type { Reader } from './reader';

export type SimulationState = 'queued' | 'running' | 'done' | 'failed';

/** A line's place in the order in which a simulation passes lines: by orderedAt, then by key. */
export interface PlaceOfLine {
  orderedAt: UtcInstant;
  orderId: string;
  channelId: string;
  lineNo: number;
}

/** A period that is decided again under another policy, and how far that has come. */
export interface Simulation {
  simulationId: string;
  /** By orderedAt, the first instant inside, the last one outside. */
  from: UtcInstant;
  to: UtcInstant;
  policy: TriedPolicy;
  state: SimulationState;
  askedAt: UtcInstant;
  startedAt: UtcInstant | null;
  finishedAt: UtcInstant | null;
  /** Counted when it starts; null before. */
  linesTotal: number | null;
  linesDone: number;
  /** The last line that was passed. */
  passed: PlaceOfLine | null;
  /** What the lines were worth after their refunds whose terms are known, in fen. */
  baseFen: number;
  linesWithoutTouches: number;
  linesWithoutTerms: number;
  updatedAt: UtcInstant;
}

interface SimulationRow {
  simulation_id: string;
  from_at: string;
  to_at: string;
  policy: string;
  state: SimulationState;
  asked_at: string;
  started_at: string | null;
  finished_at: string | null;
  lines_total: number | null;
  lines_done: number;
  passed: string | null;
  base_fen: number;
  lines_without_touches: number;
  lines_without_terms: number;
  updated_at: string;
}

const SIMULATIONS = `SELECT simulation_id, from_at, to_at, policy, state, asked_at, started_at, finished_at, lines_total,
  lines_done, passed, base_fen, lines_without_touches, lines_without_terms, updated_at FROM simulation`;

/** @returns undefined when there is none with this id */
export async function simulationWith(reader: Reader, simulationId: string): Promise<Simulation | undefined> {
  const [row] = await reader.query<SimulationRow>(`${SIMULATIONS} WHERE simulation_id = ?`, [simulationId]);
  return row && simulationOf(row);
}

/** The same, its row locked: nobody else works on it meanwhile. */
export async function lockSimulation(tx: Tx, simulationId: string): Promise<Simulation | undefined> {
  const [row] = await tx.query<SimulationRow>(`${SIMULATIONS} WHERE simulation_id = ? FOR UPDATE`, [simulationId]);
  return row && simulationOf(row);
}

/** The one to work on: the first that was asked for of those not yet over. */
export async function firstUnfinished(reader: Reader): Promise<Simulation | undefined> {
  const [row] = await reader.query<SimulationRow>(
    `${SIMULATIONS} WHERE state IN ('queued', 'running') ORDER BY simulation_id LIMIT 1`,
  );
  return row && simulationOf(row);
}

/** All of them, the newest first. */
export async function simulationsNewestFirst(
  reader: Reader,
  updatedFrom: UtcInstant | undefined,
): Promise<Simulation[]> {
  const rows = await reader.query<SimulationRow>(
    `${SIMULATIONS} ${updatedFrom ? 'WHERE updated_at >= ?' : ''} ORDER BY simulation_id DESC`,
    updatedFrom ? [toColumn(updatedFrom)] : [],
  );
  return rows.map(simulationOf);
}

export async function addSimulation(
  tx: Pick<Tx, 'execute'>,
  { simulationId, from, to, policy, askedAt }: Pick<Simulation, 'simulationId' | 'from' | 'to' | 'policy' | 'askedAt'>,
): Promise<void> {
  await tx.execute(
    `INSERT INTO simulation (simulation_id, from_at, to_at, policy, state, asked_at, lines_done, base_fen,
       lines_without_touches, lines_without_terms, updated_at) VALUES (?, ?, ?, ?, 'queued', ?, 0, 0, 0, 0, ?)`,
    [simulationId, toColumn(from), toColumn(to), JSON.stringify(policy), toColumn(askedAt), toColumn(askedAt)],
  );
}

/** Writes how far a simulation has come; what it was asked stays. */
export async function saveSimulation(tx: Tx, simulation: Simulation): Promise<void> {
  await tx.execute(
    `UPDATE simulation SET state = ?, started_at = ?, finished_at = ?, lines_total = ?, lines_done = ?, passed = ?,
       base_fen = ?, lines_without_touches = ?, lines_without_terms = ?, updated_at = ? WHERE simulation_id = ?`,
    [
      simulation.state,
      toColumn(simulation.startedAt),
      toColumn(simulation.finishedAt),
      simulation.linesTotal,
      simulation.linesDone,
      simulation.passed && JSON.stringify(simulation.passed),
      simulation.baseFen,
      simulation.linesWithoutTouches,
      simulation.linesWithoutTerms,
      toColumn(simulation.updatedAt),
      simulation.simulationId,
    ],
  );
}

const simulationOf = (row: SimulationRow): Simulation => ({
  simulationId: row.simulation_id,
  from: fromColumn(row.from_at),
  to: fromColumn(row.to_at),
  policy: JSON.parse(row.policy) as TriedPolicy,
  state: row.state,
  askedAt: fromColumn(row.asked_at),
  startedAt: fromColumn(row.started_at),
  finishedAt: fromColumn(row.finished_at),
  linesTotal: row.lines_total,
  linesDone: row.lines_done,
  passed: row.passed === null ? null : (JSON.parse(row.passed) as PlaceOfLine),
  baseFen: fen(row.base_fen),
  linesWithoutTouches: row.lines_without_touches,
  linesWithoutTerms: row.lines_without_terms,
  updatedAt: fromColumn(row.updated_at),
});
