import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { requireParty } from '@chuanliu/auth/require-party';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import { Database } from '@chuanliu/database/database';
import { controlOf, decodeCursor, listAnswer, listAnswerOf } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { requireOwnProduct } from '../list-plans/require-own-product';
import {
  applicationIds,
  applicationsPage,
  type ApplicationsOf,
  type PlanApplication,
} from '../storage/plan-applications';
import { readProduct } from '../storage/products';
import type { Read } from '../storage/version-row';
import { Application, ApplyForPlan, ListApplications, ResolveApplication } from './application.dto';
import { ApplyForPlanHandler } from './apply-for-plan.handler';

const Keyset = Closed({ id: Id });

@Controller('v1')
export class ApplyForPlanController {
  private readonly read: Read;

  constructor(
    private readonly applications: ApplyForPlanHandler,
    database: Database,
  ) {
    this.read = (sql, parameters) => database.read(sql, parameters);
  }

  @Post('products/:productId/plans/directed/applications')
  @Roles('promoter')
  @Describes({
    summary: 'Apply for a directed plan of a product',
    params: { productId: Id },
    body: ApplyForPlan,
    answer: Application,
    status: 201,
    problems: {
      absent: ['no-such-party', 'product-pool/no-such-product'],
      conflict: ['product-pool/application-is-open'],
      invalid: ['product-pool/not-on-shelf'],
    },
  })
  async apply(
    @CurrentCaller() caller: Caller,
    @Param('productId', valid(Id)) productId: string,
    @Body(valid(ApplyForPlan)) write: ApplyForPlan,
  ): Promise<Application> {
    return rowOf(await this.applications.apply(caller.partyId!, productId, write));
  }

  @Post('products/:productId/plans/directed/applications/:applicationId/resolution')
  @HttpCode(200)
  @Roles('brand', 'operator')
  @Describes({
    summary: 'Accept an application, which makes the promoter’s directed plan, or refuse it',
    params: { productId: Id, applicationId: Id },
    body: ResolveApplication,
    answer: Application,
    problems: {
      absent: ['product-pool/no-such-product', 'product-pool/no-such-application'],
      conflict: ['product-pool/application-is-resolved', 'product-pool/version-conflict'],
      invalid: ['product-pool/plan-cuts-frozen', 'product-pool/plan-changed-too-often'],
    },
  })
  async resolve(
    @CurrentCaller() caller: Caller,
    @Param('productId', valid(Id)) productId: string,
    @Param('applicationId', valid(Id)) applicationId: string,
    @Body(valid(ResolveApplication)) write: ResolveApplication,
  ): Promise<Application> {
    return rowOf(await this.applications.resolve(caller, productId, applicationId, write));
  }

  @Get('products/:productId/plans/directed/applications')
  @Roles('brand', 'operator')
  @Describes({
    summary: 'The applications for a product’s directed plan, in the order in which they came',
    params: { productId: Id },
    query: ListApplications,
    answer: listAnswerOf(Application),
    problems: { absent: ['product-pool/no-such-product'] },
  })
  async ofProduct(
    @CurrentCaller() caller: Caller,
    @Param('productId', valid(Id)) productId: string,
    @Query(validQuery(ListApplications)) query: ListApplications,
  ) {
    requireOwnProduct(caller, productId, await readProduct(this.read, productId));
    return this.page({ productId }, query);
  }

  @Get('brands/:brandId/applications')
  @Roles('brand', 'operator')
  @Describes({
    summary: 'The applications for directed plans of all a brand’s products',
    params: { brandId: Id },
    query: ListApplications,
    answer: listAnswerOf(Application),
    problems: { absent: ['no-such-party'] },
  })
  ofBrand(
    @CurrentCaller() caller: Caller,
    @Param('brandId', valid(Id)) brandId: string,
    @Query(validQuery(ListApplications)) query: ListApplications,
  ) {
    requireParty(caller, 'brand', brandId);
    return this.page({ brandId }, query);
  }

  @Get('promoters/:promoterId/applications')
  @Roles('promoter', 'operator')
  @Describes({
    summary: 'A promoter’s applications for directed plans, in the order in which they were made',
    params: { promoterId: Id },
    query: ListApplications,
    answer: listAnswerOf(Application),
    problems: { absent: ['no-such-party'] },
  })
  ofPromoter(
    @CurrentCaller() caller: Caller,
    @Param('promoterId', valid(Id)) promoterId: string,
    @Query(validQuery(ListApplications)) query: ListApplications,
  ) {
    requireParty(caller, 'promoter', promoterId);
    return this.page({ promoterId }, query);
  }

  private async page(of: ApplicationsOf, { limit, cursor, state, ...query }: ListApplications) {
    const after = decodeCursor(Keyset, cursor)?.id ?? '';
    const updatedFrom = query.updatedFrom === undefined ? undefined : toUtcInstant(query.updatedFrom);
    const filter = { ...of, state, updatedFrom };
    const rows = await applicationsPage(this.read, filter, after, limit + 1);
    const ids = await applicationIds(this.read, filter);
    return listAnswer(rows, {
      limit,
      keysetOf: row => ({ id: row.applicationId }),
      itemOf: rowOf,
      control: await controlOf(ids.map(id => ({ id, amountFen: 0 }))),
    });
  }
}

const rowOf = (application: PlanApplication): Application => ({ id: application.applicationId, ...application });
