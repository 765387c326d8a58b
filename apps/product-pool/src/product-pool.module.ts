import { Module, type DynamicModule } from '@nestjs/common';
import { topics } from '@chuanliu/contracts/topics';
import { schemaOf } from '@chuanliu/database/service-schema';
import { MessagingModule } from '@chuanliu/messaging/messaging.module';
import type { MessagingSettings } from '@chuanliu/messaging/settings';
import { AnnounceDuePicks } from './announce-new-terms/announce-due-picks';
import { AnnounceNewTerms } from './announce-new-terms/announce-new-terms';
import { AnnounceOverdueSamples } from './announce-overdue-samples/announce-overdue-samples';
import { CancelSampleController } from './cancel-sample/cancel-sample.controller';
import { OnSaleAttributed } from './count-sales/on-sale-attributed.consumer';
import { DecideSampleController } from './decide-sample/decide-sample.controller';
import { DeliverSampleController } from './deliver-sample/deliver-sample.controller';
import { PoolFloor } from './domain/gates-of-picking';
import { SamplePolicy } from './domain/sample-standing';
import { EndPickController } from './end-pick/end-pick.controller';
import { EndPickHandler } from './end-pick/end-pick.handler';
import { ExportProductsController } from './export-products/export-products.controller';
import { ExportProductsQuery } from './export-products/export-products.query';
import { ClickCounter } from './follow-link/click-counter';
import { FollowLinkController } from './follow-link/follow-link.controller';
import { LinkedPicks } from './follow-link/linked-picks.query';
import { FulfilSampleController } from './fulfil-sample/fulfil-sample.controller';
import { OnCommissionSplit } from './learn-orders/on-commission-split.consumer';
import { OnSaleStateChanged } from './learn-orders/on-sale-state-changed.consumer';
import { ChangesByTime } from './follow-products/changes-by-time';
import { CheckIndex } from './follow-products/check-index';
import { FollowProducts } from './follow-products/follow-products';
import { ProductFeed } from './follow-products/product-feed';
import { ReadPooledProducts } from './follow-products/read-pooled-products';
import { RebuildIndexController } from './follow-products/rebuild-index.controller';
import { RebuildRequests } from './follow-products/rebuild-requests';
import { OnAgencyContract } from './learn-partners/on-agency-contract.consumer';
import { OnBrandVersion } from './learn-partners/on-brand-version.consumer';
import { OnPartyRegistered } from './learn-partners/on-party-registered.consumer';
import { OnPartySuspended } from './learn-partners/on-party-suspended.consumer';
import { OnPolicyVersion } from './learn-partners/on-policy-version.consumer';
import { OnPromoterVersion } from './learn-partners/on-promoter-version.consumer';
import { LiftSampleSuspensionController } from './lift-sample-suspension/lift-sample-suspension.controller';
import { LiftSampleSuspensionHandler } from './lift-sample-suspension/lift-sample-suspension.handler';
import { LimitSourceController } from './limit-source/limit-source.controller';
import { LimitSourceHandler } from './limit-source/limit-source.handler';
import { ListCategoriesController } from './list-categories/list-categories.controller';
import { ListPicksController } from './list-picks/list-picks.controller';
import { ListPicksQuery } from './list-picks/list-picks.query';
import { ListSamplesController } from './list-samples/list-samples.controller';
import { ListSamplesQuery } from './list-samples/list-samples.query';
import { ShowSampleController } from './list-samples/show-sample.controller';
import { MoveSampleHandler } from './move-sample/move-sample.handler';
import { ListProductsController } from './list-products/list-products.controller';
import { ListProductsQuery } from './list-products/list-products.query';
import { ImportCsvController } from './offer-in-bulk/import-csv.controller';
import { OfferInBulkController } from './offer-in-bulk/offer-in-bulk.controller';
import { OfferInBulkHandler } from './offer-in-bulk/offer-in-bulk.handler';
import { OfferProductController } from './offer-product/offer-product.controller';
import { OfferProductHandler } from './offer-product/offer-product.handler';
import { OffersTo } from './offers/offers-to';
import { RatesTo } from './offers/rates-to';
import { ExtrasOfPicks } from './pick-product/pick-extras';
import { PickProductController } from './pick-product/pick-product.controller';
import { PickProductHandler } from './pick-product/pick-product.handler';
import { PublicUrl } from './pick-product/pick.dto';
import { PlanOpenlyController } from './plan-openly/plan-openly.controller';
import { PlanOpenlyHandler } from './plan-openly/plan-openly.handler';
import { CartTokens } from './read-cart-token/cart-tokens';
import { ReadCartTokenController } from './read-cart-token/read-cart-token.controller';
import { RequestSampleController } from './request-sample/request-sample.controller';
import { RequestSampleHandler } from './request-sample/request-sample.handler';
import { EmbeddedIndex } from './search-pool/embedded/embedded-index';
import { OpensearchIndex } from './search-pool/opensearch/opensearch-index';
import { PoolIndex } from './search-pool/pool-index';
import { SearchPoolController } from './search-pool/search-pool.controller';
import { SearchPoolHandler } from './search-pool/search-pool.handler';
import { Categories } from './storage/categories';
import { RateLock } from './plan-openly/rate-lock';
import { ApplyForPlanController } from './apply-for-plan/apply-for-plan.controller';
import { ApplyForPlanHandler } from './apply-for-plan/apply-for-plan.handler';
import { ListPlansController } from './list-plans/list-plans.controller';
import { ListPlansQuery } from './list-plans/list-plans.query';
import { PlanThroughActivityController } from './plan-through-activity/plan-through-activity.controller';
import { PlanThroughActivityHandler } from './plan-through-activity/plan-through-activity.handler';
import { PlanWithPromotersHandler } from './plan-with-promoters/plan-with-promoters.handler';
import { ProductPlansController } from './plan-with-promoters/product-plans.controller';
import { ShopPlansController } from './plan-with-promoters/shop-plans.controller';
import { ShowTermsController } from './show-terms/show-terms.controller';
import { ShowTermsQuery } from './show-terms/show-terms.query';
import { KnownParties } from './storage/known-parties';
import { allMigrations } from './storage/migrations/all';
import { WriteCategoriesController } from './write-categories/write-categories.controller';
import { WriteCategoriesHandler } from './write-categories/write-categories.handler';

@Module({})
export class ProductPoolModule {}

/** What an installation may set. */
export interface PoolRules {
  /** How long content may take, and what overdue samples bring. */
  samples?: SamplePolicy;
  /** How long holders keep a better rate after a cut is told. */
  rateLockDays?: number;
  /** The product score, in hundredths, below which nothing can be picked. */
  poolFloor?: number;
  /** The OpenSearch that finds products; without it each process does by itself. */
  opensearchUrl?: string | undefined;
}

/**
 * The one place where the service is wired.
 * @param publicUrl where promotion links begin, without a slash at the end
 * @param cartTokenSecret 32 bytes in base64 that sign cart tokens
 * @param rules what the pool goes by; left out, the defaults hold
 */
export function productPoolModule(
  settings: MessagingSettings,
  publicUrl: string,
  cartTokenSecret: string,
  { samples = new SamplePolicy(), rateLockDays = 30, poolFloor, opensearchUrl }: PoolRules = {},
): DynamicModule {
  return {
    module: ProductPoolModule,
    imports: [
      MessagingModule.forRoot({
        service: 'product-pool',
        settings,
        migrations: allMigrations,
        topics: [topics.partnerEvents.name, topics.saleEvents.name, topics.splitEvents.name],
        // Accounts bear on sales, not on what is offered.
        ignores: ['account-owned.v1', 'payee-known.v1'],
        produces: [topics.termsEvents.name, topics.sampleEvents.name],
      }),
    ],
    controllers: [
      ListCategoriesController,
      WriteCategoriesController,
      LimitSourceController,
      ReadCartTokenController,
      FollowLinkController,
      OfferInBulkController,
      ImportCsvController,
      ExportProductsController,
      ListProductsController,
      OfferProductController,
      PlanOpenlyController,
      PlanThroughActivityController,
      ProductPlansController,
      ShopPlansController,
      ListPlansController,
      ShowTermsController,
      ApplyForPlanController,
      PickProductController,
      EndPickController,
      ListPicksController,
      RequestSampleController,
      DecideSampleController,
      DeliverSampleController,
      FulfilSampleController,
      CancelSampleController,
      ListSamplesController,
      ShowSampleController,
      LiftSampleSuspensionController,
      SearchPoolController,
      RebuildIndexController,
    ],
    providers: [
      KnownParties,
      Categories,
      WriteCategoriesHandler,
      LimitSourceHandler,
      { provide: CartTokens, useValue: new CartTokens(cartTokenSecret) },
      ExtrasOfPicks,
      LinkedPicks,
      ListProductsQuery,
      ExportProductsQuery,
      ClickCounter,
      { provide: PublicUrl, useValue: new PublicUrl(publicUrl) },
      OnBrandVersion,
      OnPromoterVersion,
      OnPartyRegistered,
      OnPartySuspended,
      OfferProductHandler,
      OfferInBulkHandler,
      PlanOpenlyHandler,
      PlanWithPromotersHandler,
      PlanThroughActivityHandler,
      ListPlansQuery,
      ShowTermsQuery,
      ApplyForPlanHandler,
      AnnounceNewTerms,
      AnnounceDuePicks,
      OnAgencyContract,
      OnPolicyVersion,
      OffersTo,
      RatesTo,
      { provide: PoolFloor, useValue: new PoolFloor(poolFloor) },
      { provide: RateLock, useValue: new RateLock(rateLockDays) },
      PickProductHandler,
      EndPickHandler,
      ListPicksQuery,
      OnSaleAttributed,
      {
        provide: PoolIndex,
        useFactory: () => {
          if (opensearchUrl === undefined) return new EmbeddedIndex();
          return new OpensearchIndex(opensearchUrl, `${schemaOf(settings.namespace, 'product-pool')}_search`);
        },
      },
      SearchPoolHandler,
      ReadPooledProducts,
      ProductFeed,
      ChangesByTime,
      RebuildRequests,
      CheckIndex,
      FollowProducts,
      { provide: SamplePolicy, useValue: samples },
      OnCommissionSplit,
      OnSaleStateChanged,
      RequestSampleHandler,
      MoveSampleHandler,
      AnnounceOverdueSamples,
      LiftSampleSuspensionHandler,
      ListSamplesQuery,
    ],
  };
}
