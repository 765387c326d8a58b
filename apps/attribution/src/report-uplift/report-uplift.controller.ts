import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { KnownParties } from '../storage/known-parties';
import { ReportUplift } from './report-uplift';
import { UpliftReport, UpliftRequest } from './uplift.dto';

@Controller('v1/brands/:brandId/river/uplift')
export class ReportUpliftController {
  constructor(
    private readonly reports: ReportUplift,
    private readonly parties: KnownParties,
  ) {}

  @Get()
  @Roles('brand', 'finance')
  @Describes({
    summary: "What the river added to a brand's own streams in a period, against the buyers who were held out",
    description:
      'Members of the period are the buyers who were in the audience at any instant of it; the control group is counted ' +
      "alike. What a member bought is the net base of their orders of the period in the brand's own streams, made while " +
      'they were members (marked river-return), after every refund known by now. `uplift` is relative to the held-out ' +
      'mean; intervals are of 95 % (Welch, and Fieller for the ratio). `incrementalGmv` is the difference per member ' +
      'times the recommended members.',
    params: { brandId: Id },
    query: UpliftRequest,
    answer: UpliftReport,
    problems: { absent: ['no-such-party'], invalid: ['attribution/empty-period'] },
  })
  async report(
    @CurrentCaller() caller: Caller,
    @Param('brandId', valid(Id)) brandId: string,
    @Query(validQuery(UpliftRequest)) query: Static<typeof UpliftRequest>,
  ): Promise<UpliftReport> {
    await this.parties.require(caller, 'brand', brandId);
    return this.reports.of(brandId, { from: toUtcInstant(query.from), to: toUtcInstant(query.to) });
  }
}
