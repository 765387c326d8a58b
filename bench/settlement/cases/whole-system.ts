import type { Connection, RowDataPacket } from 'mysql2/promise';
import { runBacklog } from '../../cases/backlog';
import { allianceOf, type Alliance } from '../../load/orders';
import { Ours } from '../../ours/ours';
import type { Servers } from '../../subject';
import { addDueLines, ordersOf } from '../data/due-lines';
import type { Elsewhere } from '../data/known-elsewhere';
import { openAccounts, partiesOf } from '../data/parties';
import type { SettlementBenchOptions } from '../options';
import { followMarks, followRun, type FollowedRun } from '../run-watch';
import { connectTo } from '../settlement-process';
import { dayOver } from './stage';

/** A run that was under way while something else was measured, with what came of it in other services. */
export interface Meanwhile extends FollowedRun {
  /** Seconds until all its lines were settled in attribution's table, and in commissions'. */
  markedAfter: { attribution: number; commissions: number };
  /** Of the measured span, the part during which the run went on, or lines were still to be marked. */
  covered: number;
}

/** A day that a run will settle, and the orders whose lines are due on it. */
interface DueDay {
  day: string;
  orders: [first: string, last: string];
}

/** What the cases with all services work with. */
export interface WholeSystem {
  options: SettlementBenchOptions;
  servers: Servers;
  subject: Ours;
  alliance: Alliance;
  /** On settlement's schema. */
  connection: Connection;
  /** Where the other services keep what they know of the lines. */
  elsewhere: Elsewhere;
  /** Days with due lines that no run has settled yet, the earliest first. */
  days: DueDay[];
  stop: () => Promise<void>;
}

/**
 * Starts all services, sells some orders, and enters lines that are due on as many days as there will be runs: into the
 * books, and into what attribution and commissions know.
 */
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
    const elsewhere = { attribution: subject.schemaOf('attribution'), commissions: subject.schemaOf('commissions') };
    const days: DueDay[] = [];
    for (let run = 0; run < runs; run++) {
      const dueOn = dayOver(runs - 1 - run);
      const first = Math.ceil((run * options.beside) / 4) * 4;
      await addDueLines(connection, { parties, feeAccount, dueOn, first, count: options.beside, elsewhere });
      days.push({ day: dueOn, orders: ordersOf(first, options.beside) });
    }
    return { options, servers, subject, alliance, connection, elsewhere, days, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** Does something while the next day is settled, and its lines are marked. @returns what came of it, and of the run */
export async function besideARun<T>(
  stage: WholeSystem,
  work: () => Promise<T>,
): Promise<{ answer: T; run: Meanwhile }> {
  const { servers, subject, connection, elsewhere, days } = stage;
  const { day, orders } = days.shift()!;
  const begun = performance.now();
  const { runId } = await subject.settle(day);
  // One connection answers one question at a time, and the run is looked at every 50 ms.
  const watch = await connectTo(servers, subject.schemaOf('settlement'));
  const following = Promise.all([
    followRun(connection, runId),
    followMarks(watch, { table: `${elsewhere.attribution}.line`, column: 'settled' }, orders),
    followMarks(watch, { table: `${elsewhere.commissions}.sale`, column: 'settled_basis' }, orders),
  ]).finally(() => watch.end());
  following.catch(() => undefined); // Awaited below.
  const answer = await work();
  const seconds = (performance.now() - begun) / 1_000;
  const [run, attribution, commissions] = await following;
  await subject.untilQuiet(300_000);
  await checkShown(stage, orders);
  const until = Math.max(run.seconds, attribution, commissions);
  return { answer, run: { ...run, markedAfter: { attribution, commissions }, covered: Math.min(1, until / seconds) } };
}

/** @throws unless each party's list shows its part of each of these orders' lines as settled, by what it was divided by */
async function checkShown({ options, connection, elsewhere }: WholeSystem, orders: [string, string]): Promise<void> {
  const of = `order_id BETWEEN ? AND ?`;
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT (SELECT COUNT(*) FROM ${elsewhere.commissions}.sale WHERE ${of} AND revision = 1 AND settled_basis IS NOT NULL)
         AS settledLines,
       (SELECT COUNT(*) FROM ${elsewhere.commissions}.party_sale
        WHERE ${of} AND (state <> 'settled' OR settled_fen <> estimated_fen)) AS wrongRows,
       (SELECT COUNT(*) FROM ${elsewhere.attribution}.line WHERE ${of} AND revision = 1 AND settled IS NOT NULL)
         AS settledDecisions`,
    [...orders, ...orders, ...orders],
  );
  const { settledLines, wrongRows, settledDecisions } = rows[0] as Record<string, number>;
  if (settledLines !== options.beside || settledDecisions !== options.beside || wrongRows !== 0)
    throw new Error(
      `of ${options.beside} lines attribution shows ${settledDecisions} as settled and commissions ${settledLines}; ` +
        `${wrongRows} rows of parties' lists are not`,
    );
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
