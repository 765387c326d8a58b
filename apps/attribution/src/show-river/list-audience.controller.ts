import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
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
import { audienceAsCsv, audienceAsJson, rowOf } from './audience-as-file';
import { wholeAudienceOnly } from '../domain/river.problems';
import { AudienceKeyset, AudienceMember, ListAudience } from './river.dto';

const FILES = {
  json: { write: audienceAsJson, type: 'application/json; charset=utf-8' },
  csv: {
    write: audienceAsCsv,
    type: 'text/csv; charset=utf-8',
    disposition: 'attachment; filename="river-audience.csv"',
  },
};

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
    description:
      'Rows are named by the buyer’s key; `…/river/members/{buyerId}` tells of a buyer whom the brand knows by id. With ' +
      '`format` the whole audience is streamed, the same rows in the same order: `json` as an array, `csv` with a first ' +
      'row of columns; it takes no `cursor` and no `updatedFrom`.',
    params: { brandId: Id },
    query: ListAudience,
    answer: listAnswerOf(AudienceMember),
    problems: { absent: ['no-such-party'], invalid: ['attribution/whole-audience-only'] },
  })
  async list(
    @CurrentCaller() caller: Caller,
    @Param('brandId', valid(Id)) brandId: string,
    @Query(validQuery(ListAudience)) query: Static<typeof ListAudience>,
  ): Promise<ListAnswer<Static<typeof AudienceMember>> | StreamableFile> {
    await this.parties.require(caller, 'brand', brandId);
    return query.format ? this.file(brandId, query.format, query) : this.page(brandId, query);
  }

  /** The response pulls: a reader that is slow, or gone, keeps the next page from being read. */
  private file(brandId: string, format: keyof typeof FILES, query: Static<typeof ListAudience>): StreamableFile {
    if (query.cursor !== undefined || query.updatedFrom !== undefined) throw wholeAudienceOnly();
    const at = query.at ? toUtcInstant(query.at) : this.clock.now();
    const { write, ...head } = FILES[format];
    return new StreamableFile(Readable.from(write(this.audience.pagesAt(brandId, at)), { objectMode: false }), head);
  }

  private async page(
    brandId: string,
    query: Static<typeof ListAudience>,
  ): Promise<ListAnswer<Static<typeof AudienceMember>>> {
    const after = decodeCursor(AudienceKeyset, query.cursor);
    const at = query.at ? toUtcInstant(query.at) : (after?.at ?? this.clock.now());
    const updatedFrom = query.updatedFrom ? toUtcInstant(query.updatedFrom) : '';
    const members = (await this.audience.recommendedAt(brandId, at)).filter(member => member.updatedAt >= updatedFrom);
    const rest = after ? members.filter(member => member.buyerKey > after.id) : members;
    return listAnswer(rest, {
      limit: query.limit,
      keysetOf: member => ({ at, id: member.buyerKey }),
      itemOf: rowOf,
      control: await controlOf(members.map(member => ({ id: member.buyerKey, amountFen: 0 }))),
    });
  }
}
