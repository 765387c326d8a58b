import { Module, type DynamicModule } from '@nestjs/common';
import { saleStateChanged } from '@chuanliu/contracts/commissions/sale-state-changed.v1';
import { topics } from '@chuanliu/contracts/topics';
import { MessagingModule } from '@chuanliu/messaging/messaging.module';
import type { MessagingSettings } from '@chuanliu/messaging/settings';
import { adjusting } from './adjusting';
import { PostingsOfOrderController } from './explain-postings/postings-of-order.controller';
import { PostingsOfOrder } from './explain-postings/postings-of-order.query';
import { ExportJournalController } from './export-journal/export-journal.controller';
import { Journal } from './export-journal/journal.query';
import { OnCommissionSplit } from './post-to-ledger/on-commission-split.consumer';
import { PostToLedgerHandler } from './post-to-ledger/post-to-ledger.handler';
import { BalanceOfParty } from './read-balance/balance-of-party.query';
import { ReadBalanceController } from './read-balance/read-balance.controller';
import { AccountIds } from './storage/account-ids';
import { Books } from './storage/books';
import { allMigrations } from './storage/migrations/all';
import { PostingIds } from './storage/posting-ids';
import { TrialBalanceController } from './trial-balance/trial-balance.controller';
import { TrialBalanceQuery } from './trial-balance/trial-balance.query';

@Module({})
class SettlementModule {}

/** The ledger, wired: it hears how sales are divided, and answers what the books hold. */
export const settlementModule = (settings: MessagingSettings): DynamicModule => ({
  module: SettlementModule,
  imports: [
    MessagingModule.forRoot({
      service: 'settlement',
      settings,
      migrations: allMigrations,
      topics: [topics.splitEvents.name],
      // What a line's life means for balances is decided by settlement runs.
      ignores: [saleStateChanged.type],
    }),
  ],
  controllers: [
    ReadBalanceController,
    TrialBalanceController,
    ExportJournalController,
    PostingsOfOrderController,
    ...adjusting.controllers,
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
    ...adjusting.providers,
  ],
});
