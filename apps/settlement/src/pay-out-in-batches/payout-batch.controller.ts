import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Id } from '@chuanliu/contracts/shapes';
import { Database } from '@chuanliu/database/database';
import { controlOf, decodeCursor, listAnswer, listAnswerOf } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { nameOf } from '../domain/party';
import { noSuchBatch } from '../domain/payout-file.problems';
import { batchBy, verdictsOf, type FoundVerdict, type PayoutBatch } from '../storage/payout-batches';
import type { Read } from '../storage/read';
import { BeginBatchHandler } from './begin-batch.handler';
import { AskBatch, BatchBegun, BatchShown, ListVerdicts, VerdictShown, VerdictsKeyset } from './payout-batch.dto';

/** Rows read at once to cover a whole list. */
const CHUNK = 5_000;

@Controller('v1/payouts/batches')
@Roles('finance')
export class PayoutBatchController {
  private readonly read: Read;

  constructor(
    private readonly batches: BeginBatchHandler,
    database: Database,
  ) {
    this.read = (sql, parameters) => database.read(sql, parameters);
  }

  @Post()
  @HttpCode(202)
  @Describes({
    summary: 'Pay out everything to all parties that have the smallest payout or more to withdraw',
    description: 'The answer comes at once; what was done about whom is told by the batch and its verdicts.',
    body: AskBatch,
    answer: BatchBegun,
    status: 202,
    problems: { invalid: ['settlement/in-the-future'] },
  })
  async begin(
    @CurrentCaller() caller: Caller,
    @Body(valid(AskBatch)) ask: AskBatch,
    @Headers('idempotency-key') key: string | undefined,
  ) {
    const { batchId } = await this.batches.run(caller, ask, key);
    return { batchId };
  }

  @Get(':batchId')
  @Describes({
    summary: 'How far a batch of payouts has come',
    params: { batchId: Id },
    answer: BatchShown,
    problems: { absent: ['settlement/no-such-batch'] },
  })
  async show(@Param('batchId', valid(Id)) batchId: string): Promise<Static<typeof BatchShown>> {
    const { isDry, state, sentAt, parties, paid, grossFen, taxFen, updatedAt } = await this.require(batchId);
    const amounts = { grossFen, taxFen, netFen: grossFen - taxFen };
    const counts = { parties, paid, refused: parties - paid };
    return { id: batchId, batchId, dryRun: isDry, state, sentAt, ...counts, ...amounts, updatedAt };
  }

  @Get(':batchId/verdicts')
  @Describes({
    summary: 'What a batch of payouts did about each party',
    description: 'The main amount is grossFen, 0 where nothing was paid.',
    params: { batchId: Id },
    query: ListVerdicts,
    answer: listAnswerOf(VerdictShown),
    problems: { absent: ['settlement/no-such-batch'] },
  })
  async verdicts(
    @Param('batchId', valid(Id)) batchId: string,
    @Query(validQuery(ListVerdicts)) { limit, cursor, updatedFrom }: Static<typeof ListVerdicts>,
  ) {
    const batch = await this.require(batchId);
    const after = decodeCursor(VerdictsKeyset, cursor)?.no ?? 0;
    const filter = { batchId, updatedFrom: updatedFrom === undefined ? undefined : toUtcInstant(updatedFrom) };
    return listAnswer(await verdictsOf(this.read, filter, after, limit + 1), {
      limit,
      keysetOf: ({ no }) => ({ no }),
      itemOf: verdict => shownVerdict(batch, verdict),
      control: await controlOf(this.whole(filter)),
    });
  }

  private async require(batchId: string): Promise<PayoutBatch> {
    const batch = await batchBy(this.read, batchId);
    if (!batch) throw noSuchBatch(batchId);
    return batch;
  }

  private async *whole(filter: Parameters<typeof verdictsOf>[1]): AsyncGenerator<{ id: string; amountFen: number }> {
    for (let after = 0; ;) {
      const verdicts = await verdictsOf(this.read, filter, after, CHUNK);
      for (const { party, paid } of verdicts) yield { id: nameOf(party), amountFen: paid?.grossFen ?? 0 };
      if (verdicts.length < CHUNK) return;
      after = verdicts.at(-1)!.no;
    }
  }
}

function shownVerdict({ isDry }: PayoutBatch, verdict: FoundVerdict): Static<typeof VerdictShown> {
  const { party, availableFen, paid, problem, updatedAt } = verdict;
  const none = { payoutId: null, grossFen: null, taxFen: null, netFen: null };
  return {
    id: nameOf(party),
    party: nameOf(party),
    verdict: paid ? (isDry ? 'would-be-paid' : 'paid') : 'refused',
    availableFen,
    ...(paid ?? none),
    problem,
    updatedAt,
  };
}
