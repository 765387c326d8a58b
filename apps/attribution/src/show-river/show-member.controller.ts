import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Id, Sha256 } from '@chuanliu/contracts/shapes';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { KnownParties } from '../storage/known-parties';
import { RiverAudience } from '../storage/river-audience';
import { AsOf, MemberShown } from './river.dto';

@Controller('v1/brands/:brandId/river/members/:buyerKey')
export class ShowMemberController {
  constructor(
    private readonly audience: RiverAudience,
    private readonly parties: KnownParties,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Roles('brand', 'operator', 'finance')
  @Describes({
    summary: "Whether a buyer is in a brand's river audience, and who brought them",
    params: { brandId: Id, buyerKey: Sha256 },
    query: AsOf,
    answer: MemberShown,
    problems: { absent: ['no-such-party'] },
  })
  async show(
    @CurrentCaller() caller: Caller,
    @Param('brandId', valid(Id)) brandId: string,
    @Param('buyerKey', valid(Sha256)) buyerKey: string,
    @Query(validQuery(AsOf)) query: Static<typeof AsOf>,
  ): Promise<Static<typeof MemberShown>> {
    await this.parties.require(caller, 'brand', brandId);
    const at = query.at ? toUtcInstant(query.at) : this.clock.now();
    const { membership, heldOut } = await this.audience.memberAt(brandId, buyerKey, at);
    return {
      member: membership !== null,
      broughtBy: membership?.broughtBy ?? null,
      since: membership?.since ?? null,
      until: membership?.until ?? null,
      heldOut,
    };
  }
}
