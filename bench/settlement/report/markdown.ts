import { table, whole } from '../../report/table';
import type { Meanwhile } from '../cases/whole-system';
import type { SalesResult, SettlementResults } from './results';

/** What is promised: the run's time against the floor's, its memory, and the sale path's speed against itself. */
const TIME_AGAINST_FLOOR = 2;
const PEAK_MIB = 600;
const PATH_SPEED = 0.6;
/** The bench's own load and watching stay below this. */
const QUIET_CORES = 0.4;
/** Less of it beside a run says little about a run. */
const COVERED = 0.9;

/** The results as tables to read. */
export function asMarkdown(results: SettlementResults): string {
  const { takenAt, cores, cpuModel, memoryGiB, node } = results;
  return [
    '# What a settlement run costs',
    `Taken ${takenAt} on ${cores} cores (${cpuModel}), ${memoryGiB} GiB, Node ${node}; everything, load included, on one machine.`,
    '"Others" is what other programs of the machine used meanwhile, in cores: the bench itself, and whatever else ran.',
    ...warnings(results),
    ...alone(results),
    ...payouts(results),
    ...reads(results),
    ...sales(results),
    '',
  ].join('\n\n');
}

/** A figure that strangers have spoilt, that is missing or that breaks a promise is marked before anybody quotes it. */
function warnings(results: SettlementResults): string[] {
  const { run, floor, payouts: paid, reads: read = [], sales: sold = [], failures } = results;
  const used = [run, floor, paid?.dry, paid?.paid, paid?.floor, ...read].flatMap(one => (one ? [one.othersCores] : []));
  const most = Math.max(0, ...used, ...sold.map(one => one.otherCpuPerSecond));
  const covered = Math.min(1, ...[...read, ...sold].map(one => one.meanwhile?.covered ?? 1));
  return [
    ...(most > QUIET_CORES
      ? [`**Disturbed:** other programs used up to ${most.toFixed(1)} cores; times and delays say little then.`]
      : []),
    ...(run && floor && run.seconds / floor.seconds > TIME_AGAINST_FLOOR
      ? [`**Too slow:** a run was to take ${TIME_AGAINST_FLOOR} times the floor at most.`]
      : []),
    ...((run?.memory.peakMiB ?? 0) > PEAK_MIB ? [`**Too large:** the service was to stay below ${PEAK_MIB} MiB.`] : []),
    ...(speedOf(sold) < PATH_SPEED ? [`**Too slow:** the sale path was to keep ${PATH_SPEED} of its speed.`] : []),
    ...(covered < COVERED
      ? [
          `**Too short:** a run was over after ${(100 * covered).toFixed(0)} % of what was measured beside it; give it more lines.`,
        ]
      : []),
    ...failures.map(({ what, failure }) => `**Incomplete:** ${what}: ${failure.split('\n')[0]}`),
  ];
}

function alone({ run, floor, options, loadSeconds = 0 }: SettlementResults): string[] {
  if (!run) return [];
  const ratio = floor ? `${(run.seconds / floor.seconds).toFixed(2)} times the floor’s` : 'an unknown';
  const cpu = (name: string, of: Record<string, number>) => (of[name] ?? 0).toFixed(1);
  const { settling = 0, posting = 0, sealing = 0 } = run.phases;
  return [
    `## ${whole(options.lines)} lines of ${whole(run.statements)} parties`,
    `The run took ${ratio} time${floor ? ` and ${(run.cpuTotal / floor.cpuTotal).toFixed(2)} times its CPU` : ''}; ${run.memory.peakMiB} MiB at most. ${settling.toFixed(1)} s went into settling, ${posting.toFixed(1)} s into postings and statements, ${sealing.toFixed(1)} s into seals. ${run.statementsAThousand.toFixed(1)} statements for a thousand lines. The books were filled in ${whole(loadSeconds)} s.`,
    table(
      ['', 'seconds', 'lines/s', 'CPU s settlement', 'CPU s MariaDB', 'rows', 'others'],
      [['the service', run] as const, ...(floor ? [['the floor', floor] as const] : [])].map(([name, one]) => [
        ...[name, one.seconds.toFixed(1), whole(one.linesPerSecond), cpu('settlement', one.cpu)],
        ...[cpu('MariaDB', one.cpu), whole(one.rowsWritten), one.othersCores.toFixed(2)],
      ]),
    ),
  ];
}

function payouts({ payouts: measured }: SettlementResults): string[] {
  if (!measured) return [];
  const { dry, paid, floor } = measured;
  return [
    `## ${whole(paid.payouts)} payouts at once`,
    `They took ${(paid.seconds / floor.seconds).toFixed(2)} times the floor’s time.`,
    table(
      ['', 'seconds', 'payouts/s', 'statements a payout', 'CPU s settlement', 'CPU s MariaDB', 'others'],
      (
        [
          ['dry', dry],
          ['paid', paid],
          ['the floor', floor],
        ] as const
      ).map(([name, one]) => [
        ...[name, one.seconds.toFixed(1), whole(one.payoutsPerSecond), one.statementsAPayout.toFixed(2)],
        ...[one.cpu.settlement, one.cpu.MariaDB].map(seconds => (seconds ?? 0).toFixed(1)),
        one.othersCores.toFixed(2),
      ]),
    ),
  ];
}

function reads({ reads: measured }: SettlementResults): string[] {
  if (!measured) return [];
  return [
    '## Reads beside a run',
    `Sales lists and balances of promoters through the gateway, ${measured[0]!.rate} a second, in milliseconds from when one was due:`,
    table(
      ['', 'sales p50', 'p99', 'max', 'balance p50', 'p99', 'max', 'others'],
      measured.map(({ meanwhile, sales: list, balances, othersCores }) => [
        nameOf(meanwhile),
        ...[list, balances].flatMap(({ p50, p99, max }) => [p50, p99, max].map(ms => ms.toFixed(1))),
        othersCores.toFixed(2),
      ]),
    ),
  ];
}

function sales({ sales: measured }: SettlementResults): string[] {
  if (!measured) return [];
  return [
    '## Sales beside a run',
    `From the intake topic to the ledger: ${speedOf(measured).toFixed(2)} of the speed without a run.`,
    table(
      ['', 'sales', 'sales/s', 'CPU s per 1,000', 'others'],
      measured.map(({ meanwhile, sales: sold, salesPerSecond, cpuPerThousandTotal, otherCpuPerSecond }) => [
        nameOf(meanwhile),
        ...[whole(sold), whole(salesPerSecond), cpuPerThousandTotal.toFixed(2), otherCpuPerSecond.toFixed(2)],
      ]),
    ),
  ];
}

function nameOf(meanwhile: Meanwhile | null): string {
  if (!meanwhile) return 'without';
  const { lines, seconds, markedAfter } = meanwhile;
  const marked = Math.max(markedAfter.attribution, markedAfter.commissions);
  return `beside a run of ${whole(lines)} lines (${seconds.toFixed(1)} s; marked everywhere after ${marked.toFixed(1)} s)`;
}

/** The path's speed beside a run, by that without one; 1 when nothing was sold. */
export function speedOf(measured: readonly SalesResult[]): number {
  if (measured.length === 0) return 1;
  const speed = (some: readonly SalesResult[]) =>
    some.reduce((sum, one) => sum + one.sales, 0) / some.reduce((sum, one) => sum + one.seconds, 0);
  return speed(measured.filter(one => one.meanwhile)) / speed(measured.filter(one => !one.meanwhile));
}
