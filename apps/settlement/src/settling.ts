import { AwaitSettlementHandler } from './await-settlement/await-settlement.handler';
import { OnOrderReceived } from './await-settlement/on-order-received.consumer';
import { HoldLineController } from './hold-line/hold-line.controller';
import { HoldLineHandler } from './hold-line/hold-line.handler';
import { DeriveDueDays } from './learn-hold-days/derive-due-days';
import { LearnHoldDaysHandler } from './learn-hold-days/learn-hold-days.handler';
import { OnBrandVersion } from './learn-hold-days/on-brand-version.consumer';
import { OnPolicyVersion } from './learn-hold-days/on-policy-version.consumer';
import { ListExceptionsController } from './list-exceptions/list-exceptions.controller';
import { ListRunStatementsController } from './list-run-statements/list-run-statements.controller';
import { RunStatementsQuery } from './list-run-statements/run-statements.query';
import { StatementsController } from './read-statements/statements.controller';
import { StatementsForCaller } from './read-statements/statements-for-caller';
import { StatementsQuery } from './read-statements/statements.query';
import { AdvanceRuns } from './settle-business-day/advance-runs';
import { BeginRunHandler } from './settle-business-day/begin-run.handler';
import { PostRun } from './settle-business-day/post-run';
import { PreviewRun } from './settle-business-day/preview-run';
import { SealDays } from './settle-business-day/seal-days';
import { SettleDueOrders } from './settle-business-day/settle-due-orders';
import { SettlementRunsController } from './settle-business-day/settlement-runs.controller';
import { SettleOnTouch } from './settle-business-day/settle-on-touch';
import { SettleOrders } from './settle-business-day/settle-orders';
import { ReportOfStatements } from './statement-files/report-of-statements';
import { RolesOfStatement } from './statement-files/roles-of-statement.query';
import { StatementFilesController } from './statement-files/statement-files.controller';

/** When orders are due, and the runs that settle them. */
export const settling = {
  controllers: [
    SettlementRunsController,
    ListRunStatementsController,
    StatementFilesController,
    StatementsController,
    HoldLineController,
    ListExceptionsController,
  ],
  providers: [
    OnOrderReceived,
    AwaitSettlementHandler,
    OnBrandVersion,
    OnPolicyVersion,
    LearnHoldDaysHandler,
    DeriveDueDays,
    SettleOrders,
    SettleOnTouch,
    BeginRunHandler,
    AdvanceRuns,
    SettleDueOrders,
    PostRun,
    SealDays,
    PreviewRun,
    RunStatementsQuery,
    StatementsQuery,
    StatementsForCaller,
    RolesOfStatement,
    ReportOfStatements,
    HoldLineHandler,
  ],
};
