import type { Spread } from '../../measure/percentile';
import { table, whole } from '../../report/table';
import type { RebuildResult } from '../cases/build';
import type { Cores } from '../cases/stage';
import { CONNECTIONS } from '../options';
import type { PoolResults } from './results';

/** What the pool promises: a tail of searches, in milliseconds, and a size, in MiB. */
const SEARCH_P99_MS = 50;
const MEMORY_MIB = 1_024;
/** Strangers who use less than this disturb nothing. */
const QUIET_CORES = 0.2;

/** The results as tables to read. */
export function asMarkdown(results: PoolResults): string {
  const { takenAt, cores, cpuModel, memoryGiB, node, options } = results;
  return [
    '# What the product pool does',
    `Taken ${takenAt} on ${cores} cores (${cpuModel}), ${memoryGiB} GiB, Node ${node}; everything, load included, on one machine.`,
    `${whole(options.products)} products, ${whole(options.promoters)} promoters who search and pick; one process, called directly. "Others" is what other programs used meanwhile, in cores.`,
    ...warnings(results),
    ...searches(results),
    ...againstSql(results),
    ...building(results),
    ...updating(results),
    ...picking(results),
    ...rateChanges(results),
    '## Memory',
    'Resident MiB of the process, and the most so far.',
    table(
      ['after', 'resident', 'most'],
      Object.entries(results.memory).map(([when, { residentMiB, peakMiB }]) => [
        when,
        whole(residentMiB),
        whole(peakMiB),
      ]),
    ),
    '',
  ].join('\n\n');
}

/** A figure that strangers have spoilt, that is missing or that breaks a promise is marked before anybody quotes it. */
function warnings(results: PoolResults): string[] {
  const { searches, memory, failures } = results;
  const measured: Cores[] = [
    ...(searches ? [...searches.each, searches.together] : []),
    ...[results.start, results.rebuild, results.updates].filter(one => one !== undefined),
    ...(results.picks ?? []),
    ...(results.rateChanges ?? []),
  ];
  const most = Math.max(0, ...measured.map(({ othersCores }) => othersCores));
  const peak = Math.max(0, ...Object.values(memory).map(({ peakMiB }) => peakMiB));
  const collections = measured.reduce((sum, one) => sum + one.ownCollections, 0);
  const slow = searches ? [...searches.each, searches.together].filter(one => one.delay.p99 > SEARCH_P99_MS) : [];
  return [
    ...(most > QUIET_CORES ? [`**Disturbed:** other programs used up to ${most.toFixed(1)} cores.`] : []),
    ...(collections > 0 ? [`**Disturbed:** the bench collected its own garbage ${collections} times in a case.`] : []),
    ...slow.map(one => `**Too slow:** ${one.query}: searches were to be answered within ${SEARCH_P99_MS} ms (p99).`),
    ...(peak > MEMORY_MIB ? [`**Too large:** the process was to stay below ${whole(MEMORY_MIB)} MiB.`] : []),
    ...failures.map(({ what, failure }) => `**Incomplete:** ${what}: ${failure.split('\n')[0]}`),
  ];
}

function searches({ searches: measured, options }: PoolResults): string[] {
  if (!measured) return [];
  const { each, together } = measured;
  return [
    '## Searches',
    `${options.rate} a second over ${CONNECTIONS} connections, 50 rows a page, every one with all facets; milliseconds from the instant at which a search was due. All answers were compared with brute force before.`,
    table(
      ['query', 'finds', 'searches', 'p50', 'p99', 'max', 'among the others: p50', 'p99', 'cores used', 'others'],
      [...each, together].map(one => {
        const among = one === together ? undefined : together.byQuery[one.query];
        return [
          ...[one.query, whole(one.hits), whole(one.searches), ...inFull(one.delay)],
          ...[among ? tenths(among.p50) : '', among ? tenths(among.p99) : ''],
          ...[(one.cores['product-pool'] ?? 0).toFixed(2), one.othersCores.toFixed(2)],
        ];
      }),
    ),
  ];
}

function againstSql({ searches: measured, sql }: PoolResults): string[] {
  if (!sql) return [];
  const ours = new Map(measured?.each.map(({ query, delay }) => [query, delay.p50]));
  return [
    '## The same questions as plain SQL',
    'One caller and nobody else, on one table with everything in it and an index for each filter and order; milliseconds, p50. Ours is under load and reads what is shown from the database.',
    table(
      ['query', 'SQL: the page', 'with facets', 'times', 'ours', 'SQL / ours', 'SQL is right'],
      sql.map(({ query, pageP50, allP50, times, isRight }) => {
        const mine = ours.get(query);
        return [
          ...[query, tenths(pageP50), tenths(allP50), whole(times), mine === undefined ? '' : tenths(mine)],
          ...[mine === undefined ? '' : `${tenths(allP50 / mine)} ×`, isRight ? 'yes' : 'no'],
        ];
      }),
    ),
  ];
}

function building({ start, rebuild, options }: PoolResults): string[] {
  const rows = [
    ...(start
      ? [
          ...[['process started until ready', seconds(start.readySeconds)]],
          ...[['process started until a search is answered', seconds(start.findsSeconds)]],
          ...[['the first build itself', seconds(start.buildSeconds)]],
          ...[
            [
              'event loop held up meanwhile, p99 and most',
              `${tenths(start.loop.p99)} ms, ${tenths(start.loop.max)} ms`,
            ],
          ],
        ]
      : []),
    ...(rebuild
      ? [
          ...[[`a build under ${options.rate} searches a second`, seconds(rebuild.seconds)]],
          ...[[`CPU of the process meanwhile, with ${whole(rebuild.searches)} searches`, seconds(cpuOf(rebuild))]],
          ...[
            [
              'event loop held up meanwhile, p99 and most',
              `${tenths(rebuild.loop.p99)} ms, ${tenths(rebuild.loop.max)} ms`,
            ],
          ],
          ...[['searches meanwhile, p50 and p99', `${tenths(rebuild.delay.p50)} ms, ${tenths(rebuild.delay.p99)} ms`]],
        ]
      : []),
  ];
  return rows.length === 0 ? [] : ['## Building the index', table(['what', ''], rows)];
}

/** A busy machine makes a build wait for its turn of a processor: this says how much of the time it had one. */
const cpuOf = ({ cores, orderedSeconds }: RebuildResult): number => (cores['product-pool'] ?? 0) * orderedSeconds;

function updating({ updates, options }: PoolResults): string[] {
  if (!updates) return [];
  const { write, found, delay, loop } = updates;
  const times = ({ p50, p99, max }: Spread) => [tenths(p50), tenths(p99), tenths(max)];
  return [
    '## While products change',
    `${whole(updates.updates)} changes, ${updates.updatesPerSecond.toFixed(1)} a second, and ${options.rate} searches a second; milliseconds. Afterwards all answers were compared with brute force again. Event loop held up: p99 ${tenths(loop.p99)} ms, most ${tenths(loop.max)} ms; others ${updates.othersCores.toFixed(2)}.`,
    table(
      ['what', 'p50', 'p99', 'max'],
      [
        ['a write, until answered', ...times(write)],
        ['from a write’s answer until it is found', ...times(found)],
        ['searches meanwhile', ...times(delay)],
      ],
    ),
  ];
}

function picking({ picks }: PoolResults): string[] {
  if (!picks) return [];
  return [
    '## Picks',
    'As fast as they are answered; milliseconds a request. Every pick was announced.',
    table(
      ['how', 'at once', 'picks', 'picks/s', 'p50', 'p99', 'max', 'others'],
      picks.map(one => [
        ...[one.how, whole(one.atOnce), whole(one.picks), whole(one.picksPerSecond), ...inFull(one.took)],
        one.othersCores.toFixed(2),
      ]),
    ),
  ];
}

function rateChanges({ rateChanges: measured }: PoolResults): string[] {
  if (!measured) return [];
  return [
    '## A rate changes',
    'Of one product with very many holders, while 20 picks a second of other products are made; their milliseconds count from the instant at which one was due.',
    table(
      ['what', 'holders', 'answered, ms', 'announced to all, s', 'picks meanwhile', 'p50', 'p99', 'max', 'others'],
      measured.map(one => [
        ...[one.what, whole(one.holders), one.answeredMs === null ? '' : tenths(one.answeredMs)],
        ...[one.announcedSeconds === null ? '' : one.announcedSeconds.toFixed(2), whole(one.picks)],
        ...[...inFull(one.pick), one.othersCores.toFixed(2)],
      ]),
    ),
  ];
}

const inFull = ({ p50, p99, max }: Spread): string[] => [tenths(p50), tenths(p99), tenths(max)];
const tenths = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 1 });
const seconds = (value: number): string => `${value.toFixed(1)} s`;
