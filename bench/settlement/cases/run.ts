import type { Memory } from '../../measure/process-times';
import { meter, type Used } from '../../measure/used';
import { followRun, type FollowedRun } from '../run-watch';
import { outcomeOf, proveBooks, serverCounters, type Stage } from './stage';

export interface RunResult extends Used, Omit<FollowedRun, 'seconds'> {
  linesPerSecond: number;
  statementsAThousand: number;
  rowsWritten: number;
  memory: Memory;
  outcome: Record<string, number>;
}

/** The day's run by the service, from the request until it is done. @throws when a line, or a fen, is missing */
export async function runSettlement(stage: Stage): Promise<RunResult> {
  const { options, servers, settlement, day } = stage;
  await proveBooks(stage);
  const before = await serverCounters(settlement.connection);
  const end = meter([...servers.participants, settlement.participant()]);
  const followed = await followRun(settlement.connection, await settlement.beginRun(day));
  const used = end();
  const after = await serverCounters(settlement.connection);
  const memory = settlement.memory();
  await proveBooks(stage);
  const outcome = await outcomeOf(settlement.connection, `run-${day}`);
  if (followed.lines !== options.lines || outcome.settledLines !== options.lines)
    throw new Error(`${outcome.settledLines} of ${options.lines} lines were settled, the run says ${followed.lines}`);
  return {
    ...followed,
    ...used,
    linesPerSecond: options.lines / used.seconds,
    statementsAThousand: ((after.Questions - before.Questions) * 1_000) / options.lines,
    rowsWritten: after.Handler_write - before.Handler_write,
    memory,
    outcome,
  };
}
