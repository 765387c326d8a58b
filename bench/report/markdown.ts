import type { BacklogResult } from '../cases/backlog';
import type { Costs } from '../cases/measured-case';
import type { Results, SubjectResults } from './results';
import { ratiosOf } from './ratios';
import { table, whole } from './table';

const ORDER = [
  'gateway',
  'orders',
  'attribution',
  'commissions',
  'settlement',
  'partners',
  'product-pool',
  'push',
  'Kafka',
  'MariaDB',
];

/** The bench's own load and watching stay below this. */
const QUIET_CORES = 0.4;

/** The results as tables to read. */
export function asMarkdown(results: Results): string {
  const { takenAt, cores, cpuModel, memoryGiB, node, subjects } = results;
  return [
    '# What a sale costs',
    `Taken ${takenAt} on ${cores} cores (${cpuModel}), ${memoryGiB} GiB, Node ${node}; everything, load included, on one machine.`,
    '"Others" is what other programs of the machine used meanwhile, in cores: the bench itself, and whatever else ran.',
    ...warnings(subjects),
    '## Ratios',
    table(
      ['at the same load', 'sales/s', 'CPU per sale'],
      ratiosOf(subjects).map(({ what, speed, cpu }) => [what, `${speed.toFixed(2)} ×`, `${cpu.toFixed(2)} ×`]),
    ),
    '## From a backlog',
    table(
      ['subject', 'case', 'sales', 'sales/s', 'CPU s per 1,000', 'rows a sale', 'statements a sale', 'others'],
      subjects.flatMap(({ subject, backlogs }) =>
        backlogs.map(one => [
          subject,
          one.alliance,
          whole(one.sales),
          whole(one.salesPerSecond),
          one.cpuPerThousandTotal.toFixed(2),
          one.rowsPerSale.toFixed(1),
          one.statementsPerSale.toFixed(2),
          one.otherCpuPerSecond.toFixed(2),
        ]),
      ),
    ),
    '## At a steady rate',
    'Milliseconds from the instant at which an order was due to be sent. Ours through the signed webhook, one order a request; the floor at the intake topic.',
    table(
      [
        'subject',
        'sent/s',
        'accepted/s',
        'finished/s',
        'accept p50',
        'p99',
        'ledger p50',
        'p99',
        'max',
        'CPU s per 1,000',
        'others',
      ],
      subjects.flatMap(({ subject, steady }) =>
        steady.map(one => [
          subject,
          whole(one.rate),
          one.acceptedPerSecond.toFixed(1),
          one.finishedPerSecond.toFixed(1),
          whole(one.accept.p50),
          whole(one.accept.p99),
          whole(one.ledger.p50),
          whole(one.ledger.p99),
          whole(one.ledger.max),
          one.cpuPerThousandTotal.toFixed(2),
          one.otherCpuPerSecond.toFixed(2),
        ]),
      ),
    ),
    '## Doing nothing',
    'CPU seconds a second without any order.',
    table(
      ['subject', 'all', ...ORDER],
      subjects.map(({ subject, idle }) => [
        subject,
        Object.values(idle)
          .reduce((sum, value) => sum + value, 0)
          .toFixed(3),
        ...ORDER.map(name => idle[name]?.toFixed(3) ?? ''),
      ]),
    ),
    '## CPU seconds per 1,000 sales, by process',
    byProcess(subjects, costs => costs.cpuPerThousand, 3),
    '## Messages a slice',
    byProcess(subjects, costs => costs.messagesPerSlice, 1),
    '## Memory',
    'Resident MiB after the last case, and the most so far.',
    table(
      ['subject', 'after sales', ...ORDER],
      subjects.map(({ subject, sales, memory }) => [
        subject,
        whole(sales),
        ...ORDER.map(name => (memory[name] ? `${memory[name].residentMiB} (${memory[name].peakMiB})` : '')),
      ]),
    ),
    '',
  ].join('\n\n');
}

/** A figure that strangers have spoilt, or that is missing, is marked before anybody quotes it. */
function warnings(subjects: SubjectResults[]): string[] {
  const most = Math.max(
    0,
    ...subjects.flatMap(({ backlogs, steady }) => [...backlogs, ...steady].map(one => one.otherCpuPerSecond)),
  );
  const disturbed =
    most > QUIET_CORES
      ? [
          `**Disturbed:** other programs used up to ${most.toFixed(1)} cores. CPU seconds are then a little too high, ` +
            'and sales a second and delays say little.',
        ]
      : [];
  const failed = subjects.flatMap(({ subject, failure }) =>
    failure === undefined ? [] : [`**Incomplete:** ${subject} failed: ${failure.split('\n')[0]}`],
  );
  return [...disturbed, ...failed];
}

function byProcess(
  subjects: SubjectResults[],
  values: (costs: Costs) => Record<string, number>,
  digits: number,
): string {
  const rows = subjects.flatMap(({ subject, backlogs, steady }) =>
    [...backlogs.map(one => ({ what: nameOf(one), one })), ...steady.map(one => ({ what: `${one.rate}/s`, one }))].map(
      ({ what, one }) => [subject, what, ...ORDER.map(name => values(one)[name]?.toFixed(digits) ?? '')],
    ),
  );
  return table(['subject', 'case', ...ORDER], rows);
}

const nameOf = ({ alliance, sales }: BacklogResult): string => `${whole(sales)} ${alliance}`;
