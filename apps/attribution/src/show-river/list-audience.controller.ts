import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Id } from '@chuanliu/contracts/shapes';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { controlOf, decodeCursor, listAnswer, listAnswerOf, type ListAnswer } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { KnownParties } from '../storage/known-parties';
import { RiverAudience } from '../storage/river-audience';
import { AudienceKeyset, AudienceMember, ListAudience } from './river.dto';

@Controller('v1/brands/:brandId/river/audience')
export class ListAudienceController {
  constructor(
    private readonly audience: RiverAudience,
    private readonly parties: KnownParties,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Roles('brand', 'operator', 'finance')
  @Describes({
    summary: "A brand's river audience: buyers whom promoters brought, without the control group",
    params: { brandId: Id },
    query: ListAudience,
    answer: listAnswerOf(AudienceMember),
    problems: { absent: ['no-such-party'] },
  })
  async list(
    @CurrentCaller() caller: Caller,
    @Param('brandId', valid(Id)) brandId: string,
    @Query(validQuery(ListAudience)) query: Static<typeof ListAudience>,
  ): Promise<ListAnswer<Static<typeof AudienceMember>>> {
    await this.parties.require(caller, 'brand', brandId);
    const after = decodeCursor(AudienceKeyset, query.cursor);
    const at = query.at ? toUtcInstant(query.at) : (after?.at ?? this.clock.now());
    const updatedFrom = query.updatedFrom ? toUtcInstant(query.updatedFrom) : '';
    const members = (await this.audience.recommendedAt(brandId, at)).filter(member => member.updatedAt >= updatedFrom);
    const rest = after ? members.filter(member => member.buyerKey > after.id) : members;
    return listAnswer(rest, {
      limit: query.limit,
      keysetOf: member => ({ at, id: member.buyerKey }),
      itemOf: ({ buyerKey, ...member }) => ({ id: buyerKey, ...member }),
      control: await controlOf(members.map(member => ({ id: member.buyerKey, amountFen: 0 }))),
    });
  }
}
