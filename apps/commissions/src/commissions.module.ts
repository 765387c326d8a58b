import { Module, type DynamicModule } from '@nestjs/common';
import { orderPaid } from '@chuanliu/contracts/orders/order-paid.v1';
import { orderRefunded } from '@chuanliu/contracts/orders/order-refunded.v1';
import { accountOwned } from '@chuanliu/contracts/partners/account-owned.v1';
import { partySuspended } from '@chuanliu/contracts/partners/party-suspended.v1';
import { payeeKnown } from '@chuanliu/contracts/partners/payee-known.v1';
import { productKnown } from '@chuanliu/contracts/product-pool/product-known.v1';
import { appealAdjustmentChanged } from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { payoutChanged } from '@chuanliu/contracts/settlement/payout-changed.v1';
import { revisionRejected } from '@chuanliu/contracts/settlement/revision-rejected.v1';
import { topics } from '@chuanliu/contracts/topics';
import { MessagingModule } from '@chuanliu/messaging/messaging.module';
import type { MessagingSettings } from '@chuanliu/messaging/settings';
import { ConfirmSaleHandler } from './confirm-sale/confirm-sale.handler';
import { OnOrderReceived } from './confirm-sale/on-order-received.consumer';
import { ExplainSplitController } from './explain-split/explain-split.controller';
import { SplitExplanations } from './explain-split/explain-split.query';
import { HoldLineHandler } from './hold-line/hold-line.handler';
import { OnLineHoldChanged } from './hold-line/on-line-hold-changed.consumer';
import { LearnContractsHandler } from './learn-contracts/learn-contracts.handler';
import { OnAgencyContract } from './learn-contracts/on-agency-contract.consumer';
import { LearnFeesHandler } from './learn-fees/learn-fees.handler';
import { OnBrandVersion } from './learn-fees/on-brand-version.consumer';
import { OnPolicyVersion } from './learn-fees/on-policy-version.consumer';
import { OnPartyRegistered } from './learn-parties/on-party-registered.consumer';
import { OnPromoterVersion } from './learn-parties/on-promoter-version.consumer';
import { LearnTermsHandler } from './learn-terms/learn-terms.handler';
import { OnPickKnown } from './learn-terms/on-pick-known.consumer';
import { ListSalesController } from './list-sales/list-sales.controller';
import { ListSalesHandler } from './list-sales/list-sales.handler';
import { SalesOfParty } from './list-sales/sales-of-party.query';
import { MoveLines } from './move-lines/move-lines';
import { OnLinesSettled } from './settle-lines/on-lines-settled.consumer';
import { SettledLinesInProgress, SettleLines } from './settle-lines/settle-lines.worker';
import { OnSaleAttributed } from './split-commission/on-sale-attributed.consumer';
import { SplitCommissionHandler } from './split-commission/split-commission.handler';
import { DueLinesInProgress, SplitDueLines } from './split-commission/split-due-lines';
import { SplitLines } from './split-commission/split-lines';
import { allMigrations } from './storage/migrations/all';

/** The split of a sale, and what each party has earned. */
@Module({})
export class CommissionsModule {
  static forRoot(settings: MessagingSettings): DynamicModule {
    return {
      module: CommissionsModule,
      imports: [
        MessagingModule.forRoot({
          service: 'commissions',
          settings,
          migrations: allMigrations,
          topics: [
            topics.saleEvents.name,
            topics.orderEvents.name,
            topics.settlementEvents.name,
            topics.partnerEvents.name,
            topics.termsEvents.name,
          ],
          ignores: [
            // Payments and refunds come by way of attribution, with the decision that goes with them.
            orderPaid.type,
            orderRefunded.type,
            // lines-settled says what is in force of a settled line; what was rejected changes nothing here.
            revisionRejected.type,
            accountOwned.type,
            partySuspended.type,
            payeeKnown.type,
            payoutChanged.type,
            appealAdjustmentChanged.type,
            productKnown.type,
          ],
          produces: [topics.splitEvents.name],
        }),
      ],
      controllers: [ListSalesController, ExplainSplitController],
      providers: [
        OnSaleAttributed,
        SplitCommissionHandler,
        SplitLines,
        SplitDueLines,
        DueLinesInProgress,
        OnOrderReceived,
        ConfirmSaleHandler,
        MoveLines,
        OnLineHoldChanged,
        HoldLineHandler,
        OnLinesSettled,
        SettleLines,
        SettledLinesInProgress,
        OnPickKnown,
        LearnTermsHandler,
        OnBrandVersion,
        OnPolicyVersion,
        LearnFeesHandler,
        OnAgencyContract,
        LearnContractsHandler,
        OnPromoterVersion,
        OnPartyRegistered,
        ListSalesHandler,
        SalesOfParty,
        SplitExplanations,
      ],
    };
  }
}
