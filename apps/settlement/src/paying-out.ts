import { ExportBankFileController } from './export-bank-file/export-bank-file.controller';
import { ExportBankFileHandler } from './export-bank-file/export-bank-file.handler';
import { ImportResultsController } from './import-bank-results/import-results.controller';
import { ImportResultsHandler } from './import-bank-results/import-results.handler';
import { OnPartyRegistered } from './learn-partners/on-party-registered.consumer';
import { OnPartySuspended } from './learn-partners/on-party-suspended.consumer';
import { OnPayeeKnown } from './learn-partners/on-payee-known.consumer';
import { OnPromoterVersion } from './learn-partners/on-promoter-version.consumer';
import { ListPayoutsController } from './list-payouts/list-payouts.controller';
import { PayoutsQuery } from './list-payouts/payouts.query';
import { AwaitedPayees } from './pay-out/awaited-payees';
import { PayOutController } from './pay-out/pay-out.controller';
import { PayOutHandler } from './pay-out/pay-out.handler';
import { SendPayouts } from './pay-out/send-payouts';
import { AdvanceBatches } from './pay-out-in-batches/advance-batches';
import { BeginBatchHandler } from './pay-out-in-batches/begin-batch.handler';
import { PayoutBatchController } from './pay-out-in-batches/payout-batch.controller';
import { PayoutResultController } from './record-payout-result/payout-result.controller';
import { RecordPayoutResultHandler } from './record-payout-result/record-payout-result.handler';
import { TaxReportController } from './report-taxes/tax-report.controller';
import { TaxReportQuery } from './report-taxes/tax-report.query';

/** How parties are paid: what must be known of them, payouts with their tax, and what became of them at the bank. */
export const payingOut = {
  consumers: [OnPayeeKnown, OnPromoterVersion, OnPartyRegistered, OnPartySuspended],
  controllers: [
    PayOutController,
    PayoutResultController,
    ExportBankFileController,
    ImportResultsController,
    PayoutBatchController,
    ListPayoutsController,
    TaxReportController,
  ],
  providers: [
    AwaitedPayees,
    SendPayouts,
    PayOutHandler,
    RecordPayoutResultHandler,
    ExportBankFileHandler,
    ImportResultsHandler,
    BeginBatchHandler,
    AdvanceBatches,
    PayoutsQuery,
    TaxReportQuery,
  ],
};
