import type { Spread } from '../../measure/percentile';
import { table, whole } from '../../report/table';
import type { DecisionsResult } from '../cases/decisions';
import { touchCounts } from '../data/buyers';
import type { AttributionResults } from './results';

/** What is promised: growth of a decision's cost, a tail in milliseconds, the path's speed against itself. */
const COST_GROWTH = 1.2;
const EXPLANATION_P99_MS = 100;
const PATH_SPEED = 0.8;
/** The bench's own load and watching stay below this. */
const QUIET_CORES = 0.4;

/** The results as tables to read. */
export function asMarkdown(results: AttributionResults): string {
  const { takenAt, cores, cpuModel, memoryGiB, node, options, stores, memory } = results;
  const sizes = Object.values(stores ?? {})
    .map(store => `${whole(store.touches)} touches (stored in ${whole(store.loadSeconds)} s)`)
    .join(' and ');
  return [
    '# What deciding costs with many touches stored',
    `Taken ${takenAt} on ${cores} cores (${cpuModel}), ${memoryGiB} GiB, Node ${node}; everything, load included, on one machine. ${sizes}.`,
    '"Others" is what other programs of the machine used meanwhile, in cores: the bench itself, and whatever else ran.',
    ...warnings(results),
    ...decisions(results),
    ...againstTheUsualWay(results),
    ...lateAccount(results),
    ...salesPath(results),
    ...explanations(results),
    ...steady(results, options.rate),
    ...(memory ? [`Attribution alone, after its cases: ${memory.residentMiB} MiB, at most ${memory.peakMiB}.`] : []),
    '',
  ].join('\n\n');
}

/** A figure that strangers have spoilt, that is missing or that breaks a promise is marked before anybody quotes it. */
function warnings(results: AttributionResults): string[] {
  const { decisions: decided = [], usual = [], late, sales = [], explanations: explained, failures } = results;
  const used = [...decided, ...usual, ...(late ? [late] : []), ...(explained ? [explained] : [])];
  const most = Math.max(0, ...used.map(one => one.othersCores), ...sales.map(one => one.otherCpuPerSecond));
  const growth = touchCounts.map(touches => growthOf(decided, touches)).filter(one => one !== undefined);
  const speed = sales.length > 0 ? speedOf(results) : 1;
  return [
    ...(most > QUIET_CORES
      ? [`**Disturbed:** other programs used up to ${most.toFixed(1)} cores; rates and delays say little then.`]
      : []),
    ...(growth.some(({ cost }) => cost > COST_GROWTH)
      ? ['**Too dear:** a decision’s cost was to grow by 20 % at most.']
      : []),
    ...((explained?.delay.p99 ?? 0) > EXPLANATION_P99_MS
      ? [`**Too slow:** explanations were to be answered within ${EXPLANATION_P99_MS} ms (p99).`]
      : []),
    ...(speed < PATH_SPEED ? [`**Too slow:** the sale path was to keep ${PATH_SPEED} of its speed.`] : []),
    ...failures.map(({ what, failure }) => `**Incomplete:** ${what}: ${failure.split('\n')[0]}`),
  ];
}

function decisions({ decisions: measured }: AttributionResults): string[] {
  if (!measured) return [];
  return [
    '## Decisions',
    'Orders from the shelf, from a backlog on the topic, through the attribution process alone; touches are those that the buyer has of the product. Many against few stored, each once first:',
    table(
      ['touches of the buyer', 'speed', 'CPU per decision'],
      touchCounts.flatMap(touches => {
        const growth = growthOf(measured, touches);
        return growth ? [[whole(touches), `${growth.speed.toFixed(2)} ×`, `${growth.cost.toFixed(2)} ×`]] : [];
      }),
    ),
    table(
      ['touches', 'stored', 'orders', 'decisions/s', 'CPU s per 1,000', 'of it MariaDB', 'statements', 'others'],
      measured.map(one => [
        ...[whole(one.touches), one.store, whole(one.orders), whole(one.decisionsPerSecond)],
        ...[one.cpuPerThousand.toFixed(3), (((one.cpu.MariaDB ?? 0) * 1_000) / one.orders).toFixed(3)],
        ...[one.statements.toFixed(2), one.othersCores.toFixed(2)],
      ]),
    ),
  ];
}

function againstTheUsualWay({ usual, decisions: ours = [] }: AttributionResults): string[] {
  if (!usual) return [];
  return [
    '## Against the usual way',
    'A message a transaction, `repository.find()` and `save()`, with only these buyers’ touches stored; ours with few touches stored.',
    table(
      ['touches', 'orders', 'decisions/s', 'CPU s per 1,000', 'ours: speed', 'ours: CPU', 'others'],
      usual.map(one => {
        const mine = sumOf(ours.filter(({ touches, store }) => touches === one.touches && store === 'few'));
        return [
          ...[whole(one.touches), whole(one.orders), whole(one.decisionsPerSecond), one.cpuPerThousand.toFixed(2)],
          mine ? `${(mine.speed / one.decisionsPerSecond).toFixed(1)} ×` : '',
          mine ? `${(mine.cost / one.cpuPerThousand).toFixed(2)} ×` : '',
          one.othersCores.toFixed(2),
        ];
      }),
    ),
  ];
}

function lateAccount({ late }: AttributionResults): string[] {
  if (!late) return [];
  const delays = (what: string, { p50, p99, max }: Spread) => [what, whole(p50), whole(p99), whole(max)];
  return [
    '## An account is registered late',
    `It concerns ${whole(late.lines)} past lines: ${whole(late.decidedPerSecond)} decided anew a second (their first decisions came at ${whole(late.firstPerSecond)} a second), ${((late.cpuTotal * 1_000) / late.lines).toFixed(2)} CPU s per 1,000 with the sales beside them; others ${late.othersCores.toFixed(2)}. Meanwhile ${late.rate} new sales a second were sent, ${whole(late.salesMeanwhile)} in all; milliseconds from the instant at which one was due until it was decided:`,
    table(
      ['new sales', 'p50', 'p99', 'max'],
      [delays('without', late.without), delays('beside the late account', late.meanwhile)],
    ),
  ];
}

function salesPath(results: AttributionResults): string[] {
  const { sales } = results;
  if (!sales) return [];
  return [
    '## The whole path of a sale',
    `From the intake topic to the ledger, every fifth sale with a touch that makes an assistant: with many touches stored ${speedOf(results).toFixed(2)} of the speed with none.`,
    table(
      ['stored', 'sales', 'sales/s', 'CPU s per 1,000', 'attribution', 'MariaDB', 'others'],
      sales.map(one => [
        ...[one.stored, whole(one.sales), whole(one.salesPerSecond), one.cpuPerThousandTotal.toFixed(2)],
        ...[(one.cpuPerThousand.attribution ?? 0).toFixed(2), (one.cpuPerThousand.MariaDB ?? 0).toFixed(2)],
        one.otherCpuPerSecond.toFixed(2),
      ]),
    ),
  ];
}

function explanations({ explanations: measured }: AttributionResults): string[] {
  if (!measured) return [];
  const { p50, p99, max } = measured.delay;
  return [
    '## Explanations',
    `${whole(measured.explanations)} through the gateway, ${measured.rate} a second, with many touches stored: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, at most ${max.toFixed(1)} ms; others ${measured.othersCores.toFixed(2)}.`,
  ];
}

function steady({ steady: measured }: AttributionResults, rate: number): string[] {
  if (!measured) return [];
  const { sales, lag, unmatched, accept } = measured;
  const short = ({ mean, most, atEnd }: typeof lag) => [mean.toFixed(1), whole(most), whole(atEnd)];
  return [
    `## ${whole(rate)} touches a second beside ${sales.rate} sales`,
    `${whole(measured.touches)} touches, a hundred a request, accepted after ${whole(accept.p50)} ms (p50) and ${whole(accept.p99)} ms (p99), all stored. ${measured.restSeconds.toFixed(1)} s after the last one all were matched and the lines that they concern were decided again, ${whole(measured.decidedAgain)} of them anew. Sales were in the ledger after ${whole(sales.ledger.p50)} ms (p50) and ${whole(sales.ledger.p99)} ms (p99).`,
    table(
      ['seen twice a second', 'mean', 'most', 'at the end'],
      [
        ['touches accepted, not stored', ...short(lag)],
        ['lists of touches not matched', ...short(unmatched)],
      ],
    ),
    table(
      ['cores', ''],
      [...Object.entries(measured.cpu), ['others', measured.othersCores * measured.seconds] as const].map(
        ([name, used]) => [name, (used / measured.seconds).toFixed(2)],
      ),
    ),
  ];
}

/** Of several backlogs together: decisions a second, and CPU seconds per 1,000. */
function sumOf(backlogs: readonly DecisionsResult[]): { speed: number; cost: number } | undefined {
  if (backlogs.length === 0) return undefined;
  const sum = (value: (one: DecisionsResult) => number) => backlogs.reduce((total, one) => total + value(one), 0);
  const orders = sum(one => one.orders);
  return { speed: orders / sum(one => one.seconds), cost: (sum(one => one.cpuTotal) * 1_000) / orders };
}

/** Many touches stored against few: the ratio of speeds, and of costs. */
export function growthOf(
  measured: readonly DecisionsResult[],
  touches: number,
): { speed: number; cost: number } | undefined {
  const of = (store: string) => sumOf(measured.filter(one => one.touches === touches && one.store === store));
  const [few, many] = [of('few'), of('many')];
  return few && many && { speed: many.speed / few.speed, cost: many.cost / few.cost };
}

/** The path's speed with many touches stored, by that with none. */
function speedOf({ sales = [] }: AttributionResults): number {
  const secondsOf = (stored: string) =>
    sales.filter(one => one.stored === stored).reduce((sum, one) => sum + one.seconds, 0);
  return secondsOf('none') / secondsOf('many');
}
