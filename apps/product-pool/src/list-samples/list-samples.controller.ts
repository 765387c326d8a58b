import { Controller, Get, Param, Query } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { SampleState } from '@chuanliu/contracts/product-pool/sample-changed.v1';
import { Closed, Id, Instant } from '@chuanliu/contracts/shapes';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { controlOf, decodeCursor, listAnswer, listAnswerOf, listQuery } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { SampleAnswer, shownSample } from '../move-sample/sample.dto';
import { ListSamplesQuery } from './list-samples.query';

const filters = {
  state: Type.Optional({ ...SampleState, description: 'As it is now' }),
  productId: Type.Optional(Id),
  updatedFrom: Type.Optional(Instant),
};
const ListOfPromoter = listQuery(filters);
const ListOfBrand = listQuery({ ...filters, promoterId: Type.Optional(Id) });
const Keyset = Closed({ sampleId: Id });
const SampleRow = Closed({ id: Id, ...SampleAnswer.properties });

@Controller('v1')
export class ListSamplesController {
  constructor(
    private readonly samples: ListSamplesQuery,
    private readonly clock: Clock,
  ) {}

  @Get('promoters/:promoterId/samples')
  @Roles('promoter', 'operator')
  @Describes({
    summary: 'A promoter’s samples, in the order in which they were asked for',
    params: { promoterId: Id },
    query: ListOfPromoter,
    answer: listAnswerOf(SampleRow),
    problems: { absent: ['no-such-party'] },
  })
  listOfPromoter(
    @CurrentCaller() caller: Caller,
    @Param('promoterId', valid(Id)) promoterId: string,
    @Query(validQuery(ListOfPromoter)) query: Static<typeof ListOfPromoter>,
  ) {
    requireParty(caller, 'promoter', promoterId);
    return this.list({ ...query, promoterId });
  }

  @Get('brands/:brandId/samples')
  @Roles('brand', 'operator')
  @Describes({
    summary: 'The samples asked of a brand, in the order in which they were asked for',
    params: { brandId: Id },
    query: ListOfBrand,
    answer: listAnswerOf(SampleRow),
    problems: { absent: ['no-such-party'] },
  })
  listOfBrand(
    @CurrentCaller() caller: Caller,
    @Param('brandId', valid(Id)) brandId: string,
    @Query(validQuery(ListOfBrand)) query: Static<typeof ListOfBrand>,
  ) {
    requireParty(caller, 'brand', brandId);
    return this.list({ ...query, brandId });
  }

  private async list({ limit, cursor, ...query }: Static<typeof ListOfBrand> & { brandId?: string }) {
    const now = this.clock.now();
    const updatedFrom = query.updatedFrom === undefined ? undefined : toUtcInstant(query.updatedFrom);
    const filter = { ...query, updatedFrom, now };
    const after = decodeCursor(Keyset, cursor)?.sampleId ?? '';
    const rows = await this.samples.page(filter, after, limit + 1);
    const ids = await this.samples.ids(filter);
    return listAnswer(rows, {
      limit,
      keysetOf: sample => ({ sampleId: sample.sampleId }),
      itemOf: sample => ({ id: sample.sampleId, ...shownSample(sample, now) }),
      control: await controlOf(ids.map(id => ({ id, amountFen: 0 }))),
    });
  }
}
