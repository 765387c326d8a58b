import { applyDecorators, Controller, Get, Param } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { isPartyKind, type Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid } from '@chuanliu/http/validate';
import type { Creditor } from '../domain/accounts';
import { BalanceOfParty } from './balance-of-party.query';
import { Balance } from './read-balance.dto';

/** `GET /v1/promoters/{partyId}/balance` and its likes, for that party and for finance. */
const ReadsBalanceOf = (party: Creditor, path: string) =>
  applyDecorators(
    Get(`${path}/:partyId/balance`),
    Roles(party, 'finance'),
    Describes({
      summary: `What a ${party} is owed`,
      params: { partyId: Id },
      answer: Balance,
      problems: { absent: ['no-such-party'] },
    }),
  );

@Controller('v1')
export class ReadBalanceController {
  constructor(private readonly balance: BalanceOfParty) {}

  @ReadsBalanceOf('promoter', 'promoters')
  ofPromoter(@CurrentCaller() caller: Caller, @Param('partyId', valid(Id)) id: string) {
    return this.read(caller, 'promoter', id);
  }

  @ReadsBalanceOf('brand', 'brands')
  ofBrand(@CurrentCaller() caller: Caller, @Param('partyId', valid(Id)) id: string) {
    return this.read(caller, 'brand', id);
  }

  @ReadsBalanceOf('recruiter', 'recruiters')
  ofRecruiter(@CurrentCaller() caller: Caller, @Param('partyId', valid(Id)) id: string) {
    return this.read(caller, 'recruiter', id);
  }

  @ReadsBalanceOf('agency', 'agencies')
  ofAgency(@CurrentCaller() caller: Caller, @Param('partyId', valid(Id)) id: string) {
    return this.read(caller, 'agency', id);
  }

  private read(caller: Caller, party: Creditor, id: string) {
    requireParty(caller, party, id);
    // To a party its own balance, even before anything was heard of it here.
    return isPartyKind(caller.role) ? this.balance.read(party, id) : this.balance.readKnown(party, id);
  }
}
