import { Controller, Get, Param, Query } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { AdjustmentState } from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { Closed, Id, Instant } from '@chuanliu/contracts/shapes';
import { controlOf, decodeCursor, listAnswer, listAnswerOf, listQuery } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { noSuchAdjustment } from '../domain/adjustment.problems';
import { AdjustmentRow, shownAdjustment } from './adjustment-row';
import { ListAdjustmentsQuery } from './list-adjustments.query';

const ListAdjustments = listQuery({
  state: Type.Optional(AdjustmentState),
  personId: Type.Optional({ ...Id, description: 'Who proposed or decided it' }),
  appealId: Type.Optional({ ...Id, description: 'The appeal that it makes good' }),
  updatedFrom: Type.Optional(Instant),
});
const Keyset = Closed({ id: Id });

@Controller('v1/adjustments')
export class ListAdjustmentsController {
  constructor(private readonly adjustments: ListAdjustmentsQuery) {}

  @Get()
  @Roles('finance')
  @Describes({
    summary: 'Adjustments in the order in which they were proposed; the control’s sum is that of their debits',
    query: ListAdjustments,
    answer: listAnswerOf(AdjustmentRow),
  })
  async list(@Query(validQuery(ListAdjustments)) { limit, cursor, ...filter }: Static<typeof ListAdjustments>) {
    const rows = await this.adjustments.page(filter, decodeCursor(Keyset, cursor)?.id ?? '', limit + 1);
    return listAnswer(rows, {
      limit,
      keysetOf: ({ adjustmentId }) => ({ id: adjustmentId }),
      itemOf: shownAdjustment,
      control: await controlOf(this.adjustments.whole(filter)),
    });
  }

  @Get(':adjustmentId')
  @Roles('finance')
  @Describes({
    summary: 'One adjustment',
    params: { adjustmentId: Id },
    answer: AdjustmentRow,
    problems: { absent: ['settlement/no-such-adjustment'] },
  })
  async read(@Param('adjustmentId', valid(Id)) adjustmentId: string): Promise<AdjustmentRow> {
    const adjustment = await this.adjustments.one(adjustmentId);
    if (!adjustment) throw noSuchAdjustment(adjustmentId);
    return shownAdjustment(adjustment);
  }
}
