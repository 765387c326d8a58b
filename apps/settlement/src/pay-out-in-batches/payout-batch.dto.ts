import { Type, type Static } from '@sinclair/typebox';
import { Closed, FenAmount, Id, Instant, Nullable, SignedFen, Utc } from '@chuanliu/contracts/shapes';
import { listQuery } from '@chuanliu/http/listing';
import { PartyName } from '../pay-out/payout.shapes';

export const AskBatch = Closed({
  dryRun: Type.Optional(Type.Boolean({ description: 'Says what would be paid, and pays nothing' })),
  sentAt: Type.Optional({
    ...Instant,
    description: 'Of every payout; now when left out, and for who was paid later than that meanwhile, then',
  }),
});
export type AskBatch = Static<typeof AskBatch>;

export const BatchBegun = Closed({ batchId: Id });

export const BatchShown = Closed({
  id: Id,
  batchId: Id,
  dryRun: Type.Boolean(),
  state: Type.Union([Type.Literal('running'), Type.Literal('done')]),
  sentAt: Utc,
  parties: Type.Integer({ minimum: 0, description: 'With the minimum or more to withdraw, looked at so far' }),
  paid: Type.Integer({ minimum: 0, description: 'Of them, or in a dry run those that would be' }),
  refused: Type.Integer({ minimum: 0 }),
  grossFen: FenAmount,
  taxFen: FenAmount,
  netFen: FenAmount,
  updatedAt: Utc,
});

export const ListVerdicts = listQuery({ updatedFrom: Type.Optional(Instant) });
export const VerdictsKeyset = Closed({ no: Type.Integer({ minimum: 1 }) });

export const VerdictShown = Closed({
  id: PartyName,
  party: PartyName,
  verdict: Type.Union([Type.Literal('paid'), Type.Literal('would-be-paid'), Type.Literal('refused')]),
  availableFen: SignedFen,
  payoutId: Nullable(Id),
  grossFen: Nullable(FenAmount),
  taxFen: Nullable(FenAmount),
  netFen: Nullable(FenAmount),
  problem: Nullable(Type.String({ description: 'The type of the problem that kept the party from being paid' })),
  updatedAt: Utc,
});
