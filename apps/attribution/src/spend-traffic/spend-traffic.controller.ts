import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Id } from '@chuanliu/contracts/shapes';
import { Database } from '@chuanliu/database/database';
import { controlOf, decodeCursor, listAnswer, listAnswerOf, type ListAnswer } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import type { GrantKind } from '../domain/grants';
import { KnownParties } from '../storage/known-parties';
import { readerOn } from '../storage/reader';
import { spendsOf } from '../storage/traffic-spends';
import { SpendTraffic } from './spend-traffic.handler';
import { ListSpends, NewSpend, SpendMade, SpendRow, SpendsKeyset } from './spend.dto';

const spending = {
  summary: 'Spends traffic on a content of the party, oldest grant first',
  description: 'Never more than `balance` tells: while there is a debt, nothing.',
  params: { id: Id },
  body: NewSpend,
  answer: SpendMade,
  status: 201,
  problems: { absent: ['no-such-party'], invalid: ['attribution/not-enough-traffic'] },
};

const listing = {
  summary: "A wallet's spends, in the order in which they were made",
  params: { id: Id },
  query: ListSpends,
  answer: listAnswerOf(SpendRow),
  problems: { absent: ['no-such-party'] },
};

@Controller('v1')
export class SpendTrafficController {
  constructor(
    private readonly spends: SpendTraffic,
    private readonly parties: KnownParties,
    private readonly database: Database,
  ) {}

  @Post('brands/:id/traffic/spends')
  @HttpCode(201)
  @Roles('brand', 'operator')
  @Describes(spending)
  ofBrand(
    @CurrentCaller() caller: Caller,
    @Param('id', valid(Id)) id: string,
    @Body(valid(NewSpend)) spend: NewSpend,
  ): Promise<SpendMade> {
    return this.spend('brand', caller, id, spend);
  }

  @Post('promoters/:id/traffic/spends')
  @HttpCode(201)
  @Roles('promoter', 'operator')
  @Describes(spending)
  ofPromoter(
    @CurrentCaller() caller: Caller,
    @Param('id', valid(Id)) id: string,
    @Body(valid(NewSpend)) spend: NewSpend,
  ): Promise<SpendMade> {
    return this.spend('promoter', caller, id, spend);
  }

  @Get('brands/:id/traffic/spends')
  @Roles('brand', 'operator', 'finance')
  @Describes(listing)
  listOfBrand(
    @CurrentCaller() caller: Caller,
    @Param('id', valid(Id)) id: string,
    @Query(validQuery(ListSpends)) query: Static<typeof ListSpends>,
  ) {
    return this.list('brand', caller, id, query);
  }

  @Get('promoters/:id/traffic/spends')
  @Roles('promoter', 'operator', 'finance')
  @Describes(listing)
  listOfPromoter(
    @CurrentCaller() caller: Caller,
    @Param('id', valid(Id)) id: string,
    @Query(validQuery(ListSpends)) query: Static<typeof ListSpends>,
  ) {
    return this.list('promoter', caller, id, query);
  }

  private async spend(kind: GrantKind, caller: Caller, id: string, spend: NewSpend): Promise<SpendMade> {
    await this.parties.require(caller, kind, id);
    return this.spends.run(kind, id, spend);
  }

  private async list(
    kind: GrantKind,
    caller: Caller,
    id: string,
    query: Static<typeof ListSpends>,
  ): Promise<ListAnswer<Static<typeof SpendRow>>> {
    await this.parties.require(caller, kind, id);
    const after = decodeCursor(SpendsKeyset, query.cursor);
    const since = query.updatedFrom === undefined ? '' : toUtcInstant(query.updatedFrom);
    const spends = (await spendsOf(readerOn(this.database), kind, id)).filter(({ spentAt }) => spentAt >= since);
    return listAnswer(
      spends.filter(spend => spend.no > (after?.no ?? 0)),
      {
        limit: query.limit,
        keysetOf: ({ no }) => ({ no }),
        itemOf: ({ no: _, spendId, ...spend }) => ({ id: spendId, ...spend, updatedAt: spend.spentAt }),
        control: await controlOf(spends.map(spend => ({ id: spend.spendId, amountFen: 0 }))),
      },
    );
  }
}
