import { Controller, Delete, HttpCode, Param, Query } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Closed, Id, Instant } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { EndPickHandler } from './end-pick.handler';

const EndPick = Closed({ at: Type.Optional(Instant) });

@Controller('v1/promoters/:promoterId/picks/:pickId')
export class EndPickController {
  constructor(private readonly picks: EndPickHandler) {}

  @Delete()
  @HttpCode(204)
  @Roles('promoter', 'operator')
  @Describes({
    summary: 'End a pick, and its code with it',
    params: { promoterId: Id, pickId: Id },
    query: EndPick,
    status: 204,
    problems: {
      absent: ['no-such-party', 'product-pool/no-such-pick'],
      conflict: ['product-pool/pick-has-ended'],
      invalid: ['product-pool/ends-before-it-begins'],
    },
  })
  end(
    @CurrentCaller() caller: Caller,
    @Param('promoterId', valid(Id)) promoterId: string,
    @Param('pickId', valid(Id)) pickId: string,
    @Query(validQuery(EndPick)) { at }: Static<typeof EndPick>,
  ) {
    requireParty(caller, 'promoter', promoterId);
    return this.picks.run(caller, promoterId, pickId, at === undefined ? undefined : toUtcInstant(at));
  }
}
