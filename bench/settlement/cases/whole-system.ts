import type { Connection, RowDataPacket } from 'mysql2/promise';
import { runBacklog } from '../../cases/backlog';
import { allianceOf, type Alliance } from '../../load/orders';
import { Ours } from '../../ours/ours';
import type { Servers } from '../../subject';
import { addDueLines } from '../data/due-lines';
import { openAccounts, partiesOf } from '../data/parties';
import type { SettlementBenchOptions } from '../options';
import { followRun, type FollowedRun } from '../run-watch';
import { connectTo } from '../settlement-process';
import { dayOver } from './stage';

/** A run that was under way while something else was measured. */
export interface Meanwhile extends FollowedRun {
  /** Of the measured span, the part during which the run went on. */
  covered: number;
}

/** What the cases with all services work with. */
export interface WholeSystem {
  options: SettlementBenchOptions;
  servers: Servers;
  subject: Ours;
  alliance: Alliance;
  /** On settlement's schema. */
  connection: Connection;
  /** Days with due lines that no run has settled yet, the earliest first. */
  days: string[];
  stop: () => Promise<void>;
}

/** Starts all services, sells some orders, and enters lines that are due on as many days as there will be runs. */
export async function startWholeSystem(
  options: SettlementBenchOptions,
  servers: Servers,
  runs: number,
): Promise<WholeSystem> {
  const subject = new Ours(servers, options.profileFolder);
  await subject.start();
  const connection = await connectTo(servers, subject.schemaOf('settlement'));
  const stop = async () => {
    await connection.end();
    await subject.stop();
  };
  try {
    const alliance = await subject.learn(allianceOf('spread'));
    await runBacklog(subject, servers, alliance, options.orders, 'past');
    await subject.untilQuiet(120_000);
    const parties = partiesOf(options.parties);
    const feeAccount = await openAccounts(connection, parties);
    const days: string[] = [];
    for (let run = 0; run < runs; run++) {
      const dueOn = dayOver(runs - 1 - run);
      const first = Math.ceil((run * options.beside) / 4) * 4;
      await addDueLines(connection, { parties, feeAccount, dueOn, first, count: options.beside });
      days.push(dueOn);
    }
    return { options, servers, subject, alliance, connection, days, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** Does something while the next day is settled. @returns what came of it, and of the run */
export async function besideARun<T>(
  stage: WholeSystem,
  work: () => Promise<T>,
): Promise<{ answer: T; run: Meanwhile }> {
  const { subject, connection, days } = stage;
  const begun = performance.now();
  const { runId } = await subject.settle(days.shift()!);
  const following = followRun(connection, runId);
  following.catch(() => undefined); // Awaited below.
  const answer = await work();
  const seconds = (performance.now() - begun) / 1_000;
  const run = await following;
  await subject.untilQuiet(300_000);
  return { answer, run: { ...run, covered: Math.min(1, run.seconds / seconds) } };
}

/** The settled lines of the run that was done last. @throws when lines are missing, or the books do not balance */
export async function checkRun({ options, connection }: WholeSystem, run: FollowedRun): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT CAST(COALESCE(SUM(amount_fen), 0) AS SIGNED) AS fen FROM posting_entry',
  );
  const { fen } = rows[0] as { fen: number };
  if (fen !== 0) throw new Error(`the ledger is ${fen} fen out of balance`);
  if (run.lines !== options.beside) throw new Error(`${run.lines} of ${options.beside} lines were settled`);
}
