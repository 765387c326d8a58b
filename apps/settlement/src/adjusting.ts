import { DecideAdjustmentController } from './decide-adjustment/decide-adjustment.controller';
import { DecideAdjustmentHandler } from './decide-adjustment/decide-adjustment.handler';
import { OnAppealChanged } from './learn-appeals/on-appeal-changed.consumer';
import { ListAdjustmentsController } from './list-adjustments/list-adjustments.controller';
import { ListAdjustmentsQuery } from './list-adjustments/list-adjustments.query';
import { AuditLogController } from './list-audit-log/audit-log.controller';
import { AuditLogQuery } from './list-audit-log/audit-log.query';
import { ListSealsController } from './list-seals/list-seals.controller';
import { ListSealsQuery } from './list-seals/list-seals.query';
import { ProposeAdjustmentController } from './propose-adjustment/propose-adjustment.controller';
import { ProposeAdjustmentHandler } from './propose-adjustment/propose-adjustment.handler';

/** What people change in the books by hand, who did it, and the proof that nobody did more. */
export const adjusting = {
  controllers: [
    ProposeAdjustmentController,
    ListAdjustmentsController,
    DecideAdjustmentController,
    AuditLogController,
    ListSealsController,
  ],
  providers: [
    OnAppealChanged,
    ProposeAdjustmentHandler,
    ListAdjustmentsQuery,
    DecideAdjustmentHandler,
    AuditLogQuery,
    ListSealsQuery,
  ],
};
