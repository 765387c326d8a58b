import { Type, type Static } from '@sinclair/typebox';
import { Outcome } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import { ShareName } from '@chuanliu/contracts/commissions/commission-split.v1';
import {
  AnyFen,
  Bps,
  Closed,
  FenAmount,
  Id,
  Instant,
  LineNo,
  Nullable,
  SignedFen,
  Utc,
} from '@chuanliu/contracts/shapes';
import { listQuery } from '@chuanliu/http/listing';
import { CHANGES } from '../domain/effect-of-policy';

const Hours = (surface: string) =>
  Type.Optional(Type.Integer({ minimum: 0, maximum: 8_760, description: `How many hours a touch ${surface} counts` }));
const Count = Type.Integer({ minimum: 0 });

const TriedPolicyShape = Closed(
  {
    liveHours: Hours('on a live stream'),
    shortVideoHours: Hours('on a short video'),
    showcaseHours: Hours('in a showcase'),
    linkHours: Hours('by a link'),
    assistBps: Type.Optional({ ...Bps(5_000), description: 'One assist rate for all terms' }),
  },
  { description: 'What is left out stays as it is in force' },
);

export const NewSimulation = Closed({
  from: Type.String({ ...Instant, description: 'orderedAt of the first lines' }),
  to: Type.String({ ...Instant, description: 'The instant before which the last lines were ordered' }),
  policy: TriedPolicyShape,
});
export type NewSimulation = Static<typeof NewSimulation>;

export const SimulationAsked = Closed({ simulationId: Id });
export type SimulationAsked = Static<typeof SimulationAsked>;

const State = Type.Union(
  (['queued', 'running', 'done', 'failed'] as const).map(state => Type.Literal(state)),
  { description: 'failed: our code failed on a line; its log says how' },
);

export const ChangeName = Type.Union(CHANGES.map(change => Type.Literal(change)));

const progress = {
  state: State,
  linesDone: Count,
  linesTotal: Nullable({ ...Count, description: 'Counted when it starts; null before' }),
};
export const SimulationProgress = Closed(progress);
export type SimulationProgress = Static<typeof SimulationProgress>;

const Moved = { ...SignedFen, description: 'after − before' };

const ShareMoved = Closed({ share: ShareName, beforeFen: AnyFen, afterFen: AnyFen, movedFen: Moved });

const Report = Closed({
  baseFen: { ...AnyFen, description: 'What is divided before and after: the lines’ worth after all refunds known' },
  shares: Type.Array(ShareMoved, { description: 'Every kind of share; what moves sums to 0' }),
  movedFen: { ...AnyFen, description: 'What changes hands: added up line by line, what parties gain' },
  linesChanged: Count,
  changes: Type.Array(Closed({ change: ChangeName, lines: Count, movedFen: AnyFen }), {
    description: 'Every way in which a line may change, at 0 as well',
  }),
  linesWithoutTouches: {
    ...Count,
    description:
      'Lines that asked for touches in longer windows, of which some are no longer kept: they may change more',
  },
  linesWithoutTerms: {
    ...Count,
    description: 'Lines that are not in the amounts, since terms that they would be divided by are not known here',
  },
});

const simulation = { from: Utc, to: Utc, policy: TriedPolicyShape, ...progress, askedAt: Utc };

export const SimulationShown = Closed({
  simulationId: Id,
  ...simulation,
  startedAt: Nullable(Utc),
  finishedAt: Nullable(Utc),
  report: Nullable(Report),
});
export type SimulationShown = Static<typeof SimulationShown>;

/** The list's main amount is movedFen. */
export const SimulationRow = Closed({
  id: Id,
  ...simulation,
  movedFen: { ...AnyFen, description: 'What changes hands, so far' },
  updatedAt: Utc,
});
export type SimulationRow = Static<typeof SimulationRow>;

export const ListSimulations = listQuery({
  updatedFrom: Type.Optional({ ...Instant, description: 'Those that changed at or after this instant' }),
});
export const SimulationsKeyset = Closed({ id: Id });

/** What a party has of all lines of the period; the list's main amount is movedFen. */
export const PartyMoved = Closed({
  id: Id,
  beforeFen: AnyFen,
  afterFen: AnyFen,
  movedFen: Moved,
  shares: Type.Array(
    Closed({
      share: ShareName,
      linesBefore: Count,
      linesAfter: Count,
      beforeFen: AnyFen,
      afterFen: AnyFen,
      movedFen: Moved,
    }),
  ),
  updatedAt: Utc,
});
export type PartyMoved = Static<typeof PartyMoved>;

const sinceDone = {
  updatedFrom: Type.Optional({
    ...Instant,
    description: 'All results are of the instant at which the simulation was done',
  }),
};

export const ListParties = listQuery(sinceDone);
export const PartiesKeyset = Closed({ movedFen: AnyFen, id: Id });

const Side = Closed({
  outcome: Outcome,
  promoterId: Nullable(Id),
  pickId: Nullable(Id),
  assistantIds: Type.Array(Id),
  shares: Nullable(
    Type.Array(Closed({ share: ShareName, partyId: Nullable(Id), amountFen: FenAmount }), {
      description: 'null: terms that it would be divided by are not known here',
    }),
  ),
});
export type Side = Static<typeof Side>;

/** A line that changes. */
export const ChangedLineRow = Closed({
  id: Type.String({ description: '{channelId}/{orderId}/{lineNo}' }),
  channelId: Id,
  orderId: Id,
  lineNo: LineNo,
  orderedAt: Utc,
  brandId: Id,
  productId: Id,
  change: ChangeName,
  baseFen: AnyFen,
  movedFen: { ...SignedFen, description: 'What changes hands; with `party`, what that party gains or loses' },
  before: Side,
  after: Side,
  updatedAt: Utc,
});
export type ChangedLineRow = Static<typeof ChangedLineRow>;

export const ListChangedLines = listQuery({
  ...sinceDone,
  change: Type.Optional(ChangeName),
  party: Type.Optional(
    Type.String({
      pattern: '^((promoter|brand|agency|recruiter):[A-Za-z0-9._:-]{1,64}|platform)$',
      description: 'Only lines of which this party gets more or less: `promoter:pr-1`, `platform`',
    }),
  ),
});
export type ListChangedLines = Static<typeof ListChangedLines>;

export const ChangedLinesKeyset = Closed({ orderedAt: Utc, orderId: Id, channelId: Id, lineNo: LineNo });
