import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { isPartyKind, type Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Closed, Id, Instant, Utc } from '@chuanliu/contracts/shapes';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { RefusalsInLanguage } from '@chuanliu/http/language';
import { controlOf, decodeCursor, listAnswer, listAnswerOf, listQuery, type ListAnswer } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import type { Appellant } from '../domain/appeal';
import { APPEAL_PROBLEMS_ZH, noSuchAppeal } from '../domain/appeal.problems';
import { isOf } from '../close-appeal/close-appeal.handler';
import { AppealShown, ReadState, shownAppeal } from '../file-appeal/appeal.dto';
import { partyOf } from '../file-appeal/file-appeal.controller';
import { adjustmentsOfAppeals, statesTold } from '../storage/appeal-adjustments';
import { appealById, type StoredAppeal } from '../storage/appeals';
import { readerOn } from '../storage/reader';
import { AppealsListed } from './list-appeals.query';

const ListAppeals = listQuery({
  state: Type.Optional(ReadState),
  orderId: Type.Optional(Id),
  adjusted: Type.Optional(
    Type.Boolean({
      description: 'Whether an adjustment makes it good: `state=upheld&adjusted=false` is still to be done',
    }),
  ),
  updatedFrom: Type.Optional({ ...Instant, description: 'Only what was said or done since; falling due is neither' }),
});

/** Where a page ends. The instant goes along, so that all pages show one list. */
const Keyset = Closed({ at: Utc, appealId: Id });

@Controller('v1/appeals')
@UseInterceptors(new RefusalsInLanguage(APPEAL_PROBLEMS_ZH))
export class ListAppealsController {
  constructor(
    private readonly appeals: AppealsListed,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Roles('promoter', 'brand', 'operator', 'finance')
  @Describes({
    summary: 'Appeals, in the order in which they were filed',
    description: 'A party sees its own.',
    query: ListAppeals,
    answer: listAnswerOf(AppealShown),
  })
  async list(
    @CurrentCaller() caller: Caller,
    @Query(validQuery(ListAppeals)) { limit, cursor, updatedFrom, ...asked }: Static<typeof ListAppeals>,
  ): Promise<ListAnswer<AppealShown>> {
    const after = decodeCursor(Keyset, cursor);
    const at = after?.at ?? this.clock.now();
    const since = updatedFrom === undefined ? undefined : toUtcInstant(updatedFrom);
    const party = onlyOf(caller);
    const filter = { ...asked, party, told: statesTold(party !== undefined), updatedFrom: since, at };
    const ids = await this.appeals.ids(filter);
    const rows = await this.appeals.page(filter, after?.appealId ?? '', limit + 1);
    const adjustments = await this.adjustmentsOf(rows, caller);
    return listAnswer(rows, {
      limit,
      keysetOf: ({ appealId }) => ({ at, appealId }),
      itemOf: appeal => shownAppeal(appeal, at, adjustments.get(appeal.appealId)),
      control: await controlOf(ids.map(id => ({ id, amountFen: 0 }))),
    });
  }

  @Get(':appealId')
  @Roles('promoter', 'brand', 'operator', 'finance')
  @Describes({
    summary: 'An appeal and what came of it',
    params: { appealId: Id },
    answer: AppealShown,
    problems: { absent: ['attribution/no-such-appeal'] },
  })
  async show(@CurrentCaller() caller: Caller, @Param('appealId', valid(Id)) appealId: string): Promise<AppealShown> {
    const appeal = await appealById(readerOn(this.database), appealId);
    const party = onlyOf(caller);
    if (!appeal || (party && !isOf(appeal, party))) throw noSuchAppeal(appealId);
    const adjustments = await this.adjustmentsOf([appeal], caller);
    return shownAppeal(appeal, this.clock.now(), adjustments.get(appealId));
  }

  private adjustmentsOf(appeals: readonly StoredAppeal[], caller: Caller) {
    const ids = appeals.map(({ appealId }) => appealId);
    return adjustmentsOfAppeals(readerOn(this.database), ids, statesTold(onlyOf(caller) !== undefined));
  }
}

/** Whose appeals a caller may see; undefined: everybody's. */
const onlyOf = (caller: Caller): Appellant | undefined => (isPartyKind(caller.role) ? partyOf(caller) : undefined);
