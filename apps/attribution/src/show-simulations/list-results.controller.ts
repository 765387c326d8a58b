import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Id } from '@chuanliu/contracts/shapes';
import { controlOf, decodeCursor, listAnswer, listAnswerOf, type ListAnswer } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import type { Party } from '../domain/effect-of-policy';
import { KnownSimulation } from './known-simulation';
import { ResultsOfSimulation } from './results-of-simulation.query';
import {
  ChangedLineRow,
  ChangedLinesKeyset,
  ListChangedLines,
  ListParties,
  PartiesKeyset,
  PartyMoved,
} from './simulation.dto';

const problems = { absent: ['attribution/no-such-simulation'], conflict: ['attribution/simulation-not-done'] };

const describesParties = (whose: string) =>
  Describes({
    summary: `What ${whose} would gain or lose, the most first`,
    description: 'Everybody who has a share of a line of the period before or after, at 0 as well.',
    params: { simulationId: Id },
    query: ListParties,
    answer: listAnswerOf(PartyMoved),
    problems,
  });

@Controller('v1/attribution/simulations/:simulationId')
@Roles('operator', 'finance')
export class ListResultsController {
  constructor(
    private readonly known: KnownSimulation,
    private readonly results: ResultsOfSimulation,
  ) {}

  @Get('promoters')
  @describesParties('promoters')
  promoters(
    @Param('simulationId', valid(Id)) simulationId: string,
    @Query(validQuery(ListParties)) query: Static<typeof ListParties>,
  ) {
    return this.parties(simulationId, 'promoter', query);
  }

  @Get('brands')
  @describesParties('brands')
  brands(
    @Param('simulationId', valid(Id)) simulationId: string,
    @Query(validQuery(ListParties)) query: Static<typeof ListParties>,
  ) {
    return this.parties(simulationId, 'brand', query);
  }

  @Get('agencies')
  @describesParties('agencies')
  agencies(
    @Param('simulationId', valid(Id)) simulationId: string,
    @Query(validQuery(ListParties)) query: Static<typeof ListParties>,
  ) {
    return this.parties(simulationId, 'agency', query);
  }

  @Get('recruiters')
  @describesParties('recruiters')
  recruiters(
    @Param('simulationId', valid(Id)) simulationId: string,
    @Query(validQuery(ListParties)) query: Static<typeof ListParties>,
  ) {
    return this.parties(simulationId, 'recruiter', query);
  }

  @Get('lines')
  @Describes({
    summary: 'The lines that are decided or divided otherwise, by orderedAt',
    description:
      'With `party`, the amounts are those of that party and sum to what the list of parties shows for it: so every fen ' +
      'that moves can be followed to a line.',
    params: { simulationId: Id },
    query: ListChangedLines,
    answer: listAnswerOf(ChangedLineRow),
    problems,
  })
  async lines(
    @Param('simulationId', valid(Id)) simulationId: string,
    @Query(validQuery(ListChangedLines)) { limit, cursor, updatedFrom, ...filter }: Static<typeof ListChangedLines>,
  ): Promise<ListAnswer<ChangedLineRow>> {
    const simulation = await this.known.requireDone(simulationId);
    const after = decodeCursor(ChangedLinesKeyset, cursor);
    const shown = isSince(updatedFrom, simulation.updatedAt);
    const rows = shown ? await this.results.lines(simulation, filter, after, limit + 1) : [];
    return listAnswer(rows, {
      limit,
      keysetOf: ({ orderedAt, orderId, channelId, lineNo }) => ({ orderedAt, orderId, channelId, lineNo }),
      itemOf: row => row,
      control: await controlOf(shown ? this.results.wholeOfLines(simulationId, filter) : []),
    });
  }

  private async parties(
    simulationId: string,
    kind: Party['kind'],
    { limit, cursor, updatedFrom }: Static<typeof ListParties>,
  ): Promise<ListAnswer<PartyMoved>> {
    const { updatedAt } = await this.known.requireDone(simulationId);
    const after = decodeCursor(PartiesKeyset, cursor);
    const all = isSince(updatedFrom, updatedAt) ? await this.results.parties(simulationId, kind, updatedAt) : [];
    const isBehind = ({ id, movedFen }: PartyMoved) =>
      !after || Math.abs(movedFen) < after.movedFen || (Math.abs(movedFen) === after.movedFen && id > after.id);
    return listAnswer(all.filter(isBehind), {
      limit,
      keysetOf: ({ id, movedFen }) => ({ id, movedFen: Math.abs(movedFen) }),
      itemOf: party => party,
      control: await controlOf(all.map(({ id, movedFen }) => ({ id, amountFen: movedFen }))),
    });
  }
}

/** A simulation that is done does not change: either all that it found is new to the reader, or nothing. */
const isSince = (updatedFrom: string | undefined, updatedAt: string) =>
  updatedFrom === undefined || updatedAt >= toUtcInstant(updatedFrom);
