import { Module, type DynamicModule } from '@nestjs/common';
import { SecretSeal } from '@chuanliu/auth/secret-seal';
import { saleStateChanged } from '@chuanliu/contracts/commissions/sale-state-changed.v1';
import { orderPaid } from '@chuanliu/contracts/orders/order-paid.v1';
import { orderRefunded } from '@chuanliu/contracts/orders/order-refunded.v1';
import { accountOwned } from '@chuanliu/contracts/partners/account-owned.v1';
import { agencyContract } from '@chuanliu/contracts/partners/agency-contract.v1';
import { topics } from '@chuanliu/contracts/topics';
import { MessagingModule } from '@chuanliu/messaging/messaging.module';
import type { MessagingSettings } from '@chuanliu/messaging/settings';
import { adjusting } from './adjusting';
import { PostingsOfOrderController } from './explain-postings/postings-of-order.controller';
import { PostingsOfOrder } from './explain-postings/postings-of-order.query';
import { ExportJournalController } from './export-journal/export-journal.controller';
import { Journal } from './export-journal/journal.query';
import { OnCommissionSplit } from './post-to-ledger/on-commission-split.consumer';
import { payingOut } from './paying-out';
import { PostToLedgerHandler } from './post-to-ledger/post-to-ledger.handler';
import { BalanceOfParty } from './read-balance/balance-of-party.query';
import { ReadBalanceController } from './read-balance/read-balance.controller';
import { settling } from './settling';
import { StepSizes } from './step-sizes';
import { AccountIds } from './storage/account-ids';
import { Books } from './storage/books';
import { allMigrations } from './storage/migrations/all';
import { PostingIds } from './storage/posting-ids';
import { TrialBalanceController } from './trial-balance/trial-balance.controller';
import { TrialBalanceQuery } from './trial-balance/trial-balance.query';

@Module({})
class SettlementModule {}

/**
 * The ledger, wired: it hears how sales are divided, and answers what the books hold.
 * @param payeeKey the key under which partners seals bank accounts and id numbers, if there is one
 * @param steps how much of a run or batch is done in one transaction
 */
export const settlementModule = (
  settings: MessagingSettings,
  payeeKey?: string,
  steps = new StepSizes(),
): DynamicModule => ({
  module: SettlementModule,
  imports: [
    MessagingModule.forRoot({
      service: 'settlement',
      settings,
      migrations: allMigrations,
      topics: [topics.splitEvents.name, topics.orderEvents.name, topics.partnerEvents.name, topics.appealEvents.name],
      ignores: [
        // What a line's life means for balances is decided by settlement runs.
        saleStateChanged.type,
        // Payments and refunds come divided, by way of commissions.
        orderPaid.type,
        orderRefunded.type,
        accountOwned.type,
        agencyContract.type,
      ],
      produces: [topics.settlementEvents.name],
    }),
  ],
  controllers: [
    ReadBalanceController,
    TrialBalanceController,
    ExportJournalController,
    PostingsOfOrderController,
    ...settling.controllers,
    ...adjusting.controllers,
    ...payingOut.controllers,
  ],
  providers: [
    OnCommissionSplit,
    PostToLedgerHandler,
    AccountIds,
    PostingIds,
    Books,
    BalanceOfParty,
    TrialBalanceQuery,
    Journal,
    PostingsOfOrder,
    ...settling.providers,
    ...adjusting.providers,
    ...payingOut.consumers,
    ...payingOut.providers,
    { provide: StepSizes, useValue: steps },
    { provide: SecretSeal, useFactory: () => new SecretSeal(payeeKey, 'PAYEE_KEY') },
  ],
});
