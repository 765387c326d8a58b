import { Type, type Static } from '@sinclair/typebox';
import { CalendarDate, Closed, Id, Instant, Nullable, SignedFen, Utc } from '@chuanliu/contracts/shapes';
import { listQuery } from '@chuanliu/http/listing';

/**
 * From 1970 on, as instants are. A run seals every day since the one before it, so a year with a slip of the pen would
 * keep the run after it busy with centuries.
 */
const SettledDay = Type.String({
  format: 'date',
  pattern: '^(19[7-9]|[2-9])',
  description: 'The business day (Asia/Shanghai) to settle; it must be over',
});

export const NewSettlementRun = Closed({
  businessDate: SettledDay,
  dryRun: Type.Optional(
    Type.Boolean({ default: false, description: 'Shows what would be settled, and posts nothing' }),
  ),
});
export type NewSettlementRun = Static<typeof NewSettlementRun>;

export const RunBegun = Closed({ runId: Id });

const Count = (description: string) => Type.Integer({ minimum: 0, description });

export const ShownRun = Closed({
  id: Id,
  runId: Id,
  businessDate: CalendarDate,
  dryRun: Type.Boolean(),
  state: Type.Union([Type.Literal('running'), Type.Literal('done')]),
  phase: Type.Union(
    (['settling', 'posting', 'sealing', 'previewing', 'done'] as const).map(phase => Type.Literal(phase)),
    { description: 'What a run that is under way does just now' },
  ),
  ordersDue: Nullable(Count('Orders that were due at the cut; null until they are counted')),
  ordersDone: Count('How many of them the run has looked at'),
  lines: Count('Lines settled (so far)'),
  settledFen: { ...SignedFen, description: 'Σ base of these lines' },
  statements: Count('Statements made; 0 until the run posts'),
  begunAt: Utc,
  doneAt: Nullable(Utc),
  fault: {
    ...Nullable(Closed({ at: Utc, detail: Type.String({ maxLength: 300 }) })),
    description: 'Why a run that is under way stands still, and since when; it is tried again all the time',
  },
  updatedAt: Utc,
});
export type ShownRun = Static<typeof ShownRun>;

const Cut = Type.Array(
  Closed({
    topic: Type.String(),
    partition: Type.Integer({ minimum: 0 }),
    nextOffset: Type.Integer({
      minimum: 0,
      description: 'Everything before it was applied at the cut, but for what was parked then',
    }),
  }),
);

export const ShownRunWithCut = Closed({
  ...ShownRun.properties,
  cut: {
    ...Nullable(Cut),
    description:
      'Where each partition that settlement hears stood at the cut; null while a dry run has not looked yet, and of runs ' +
      'from before cuts were kept',
  },
});
export type ShownRunWithCut = Static<typeof ShownRunWithCut>;

export const ListRuns = listQuery({ updatedFrom: Type.Optional(Instant) });
export const RunsKeyset = Closed({ begunAt: Utc, runId: Id });
