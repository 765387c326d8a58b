import { Controller, Get, Param, Query } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { isPartyKind, type Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { Id } from '@chuanliu/contracts/shapes';
import { controlOf, decodeCursor, listAnswer, listAnswerOf } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import type { Creditor } from '../domain/accounts';
import { partyOf, type Party } from '../domain/party';
import { noSuchPayout } from '../domain/payout.problems';
import { PayoutShown } from '../pay-out/payout.shapes';
import { shownPayout } from '../pay-out/shown-payout';
import { ListPayouts, PayoutsKeyset } from './list-payouts.dto';
import { PayoutsQuery } from './payouts.query';

@Controller('v1/payouts')
@Roles('finance', 'brand', 'promoter', 'recruiter', 'agency')
export class ListPayoutsController {
  constructor(private readonly payouts: PayoutsQuery) {}

  @Get()
  @Describes({
    summary: 'Payouts, in the order in which they were asked for',
    description: 'A party’s list holds its own. The main amount is grossFen.',
    query: ListPayouts,
    answer: listAnswerOf(PayoutShown),
    problems: { absent: ['no-such-party'] },
  })
  async list(@CurrentCaller() caller: Caller, @Query(validQuery(ListPayouts)) query: ListPayouts) {
    const { limit, cursor, party: name, ...others } = query;
    const party = name === undefined ? own(caller) : partyOf(name);
    if (party) requireParty(caller, party.kind, party.id);
    const filter = { ...others, party };
    const after = decodeCursor(PayoutsKeyset, cursor)?.payoutId ?? '';
    return listAnswer(await this.payouts.page(filter, after, limit + 1), {
      limit,
      keysetOf: ({ payoutId }) => ({ payoutId }),
      itemOf: shownPayout,
      control: await controlOf(this.payouts.whole(filter)),
    });
  }

  @Get(':payoutId')
  @Describes({
    summary: 'A payout, with the worksheet of its tax',
    params: { payoutId: Id },
    answer: PayoutShown,
    problems: { absent: ['settlement/no-such-payout'] },
  })
  async show(@CurrentCaller() caller: Caller, @Param('payoutId', valid(Id)) payoutId: string) {
    const payout = await this.payouts.one(payoutId);
    const party = own(caller);
    const isForeign = party !== null && (payout?.party.kind !== party.kind || payout.party.id !== party.id);
    if (!payout || isForeign) throw noSuchPayout(payoutId);
    return shownPayout(payout);
  }
}

/** The party behind the caller; null for staff. */
const own = ({ role, partyId }: Caller): Party | null =>
  isPartyKind(role) ? { kind: role satisfies Creditor, id: partyId! } : null;
