import { Module, type DynamicModule } from '@nestjs/common';
import { topics } from '@chuanliu/contracts/topics';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { MessagingModule } from '@chuanliu/messaging/messaging.module';
import type { MessagingSettings } from '@chuanliu/messaging/settings';
import { defaultTimes, type AttributionTimes } from './attribution.config';
import { DeriveLines } from './attribute-sale/derive-lines';
import { OnOrderPaid } from './attribute-sale/on-order-paid.consumer';
import { OnOrderRefunded } from './attribute-sale/on-order-refunded.consumer';
import { CloseAppealController } from './close-appeal/close-appeal.controller';
import { CloseAppeal } from './close-appeal/close-appeal.handler';
import { DecideAgain } from './decide-again/decide-again.worker';
import { DueLines } from './decide-again/due-lines';
import { FileAppealController } from './file-appeal/file-appeal.controller';
import { APPEAL_TIMES, FileAppeal } from './file-appeal/file-appeal.handler';
import { ForgetTouches, TOUCH_LATENESS_DAYS } from './forget-touches/forget-touches';
import { OnAccountOwned } from './learn-accounts/on-account-owned.consumer';
import { OnAgencyContract } from './learn-partners/on-agency-contract.consumer';
import { OnBrandVersion } from './learn-partners/on-brand-version.consumer';
import { OnPartySuspended } from './learn-partners/on-party-suspended.consumer';
import { OnPromoterVersion } from './learn-partners/on-promoter-version.consumer';
import { OnAppealAdjustmentChanged } from './learn-appeal-adjustments/on-appeal-adjustment-changed.consumer';
import { LearnPicks } from './learn-picks/learn-picks';
import { OnPickKnown } from './learn-picks/on-pick-known.consumer';
import { OnPolicyVersion } from './learn-policies/on-policy-version.consumer';
import { DueTouches } from './learn-touches/due-touches';
import { MatchTouches } from './learn-touches/match-touches.worker';
import { OnTouchTakenIn } from './learn-touches/on-touch-taken-in.consumer';
import { ListAppealsController } from './list-appeals/list-appeals.controller';
import { AppealsListed } from './list-appeals/list-appeals.query';
import { ListExceptionsController } from './list-exceptions/list-exceptions.controller';
import { GroupsOfPeriod } from './report-uplift/groups-of-period.query';
import { ReportUplift } from './report-uplift/report-uplift';
import { ReportUpliftController } from './report-uplift/report-uplift.controller';
import { OnLinesSettled } from './settle-lines/on-lines-settled.consumer';
import { OnRevisionRejected } from './settle-lines/on-revision-rejected.consumer';
import { SettleLines } from './settle-lines/settle-lines.worker';
import { ShowDecisionsController } from './show-decisions/show-decisions.controller';
import { FollowProgressController } from './show-simulations/follow-progress.controller';
import { KnownSimulation } from './show-simulations/known-simulation';
import { ListResultsController } from './show-simulations/list-results.controller';
import { ResultsOfSimulation } from './show-simulations/results-of-simulation.query';
import { ShowSimulationsController } from './show-simulations/show-simulations.controller';
import { AskSimulationController } from './simulate-policy/ask-simulation.controller';
import { AskSimulation, SIMULATION_MAX_DAYS } from './simulate-policy/ask-simulation.handler';
import { ForgetSimulations } from './simulate-policy/forget-simulations';
import { SimulatePolicies } from './simulate-policy/simulate-policies.worker';
import { ListAudienceController } from './show-river/list-audience.controller';
import { ShowMemberController } from './show-river/show-member.controller';
import { ShowTrafficController } from './show-river/show-traffic.controller';
import { SpendTrafficController } from './spend-traffic/spend-traffic.controller';
import { SpendTraffic } from './spend-traffic/spend-traffic.handler';
import { KnownParties } from './storage/known-parties';
import { attributionMigrations } from './storage/migrations/all';
import { RiverAudience } from './storage/river-audience';

@Module({})
class AttributionModule {}

/** The one place where the service is wired. */
export const attributionModule = (
  settings: MessagingSettings,
  { touchLatenessDays, simulationDays, appeals }: AttributionTimes = defaultTimes,
): DynamicModule => ({
  module: AttributionModule,
  imports: [
    MessagingModule.forRoot({
      service: 'attribution',
      settings,
      migrations: attributionMigrations,
      topics: [
        topics.touches.name,
        topics.orderEvents.name,
        topics.settlementEvents.name,
        topics.partnerEvents.name,
        topics.termsEvents.name,
      ],
      // Holds freeze money and payouts move it; neither decides anything.
      ignores: [
        'line-hold-changed.v1',
        'order-received.v1',
        'party-registered.v1',
        'payee-known.v1',
        'payout-changed.v1',
        'product-known.v1',
      ],
      produces: [topics.saleEvents.name, topics.appealEvents.name],
    }),
  ],
  controllers: [
    ListExceptionsController,
    ShowDecisionsController,
    ListAudienceController,
    ShowMemberController,
    ShowTrafficController,
    ReportUpliftController,
    SpendTrafficController,
    FileAppealController,
    ListAppealsController,
    CloseAppealController,
    AskSimulationController,
    ShowSimulationsController,
    ListResultsController,
    FollowProgressController,
  ],
  providers: [
    DeriveLines,
    DueLines,
    DueTouches,
    // Before what they make due: progress counts in this order.
    MatchTouches,
    DecideAgain,
    SettleLines,
    OnLinesSettled,
    OnRevisionRejected,
    OnTouchTakenIn,
    { provide: TOUCH_LATENESS_DAYS, useValue: touchLatenessDays },
    ForgetTouches,
    OnOrderPaid,
    OnOrderRefunded,
    OnPickKnown,
    LearnPicks,
    OnAccountOwned,
    OnAgencyContract,
    OnBrandVersion,
    OnPromoterVersion,
    OnPartySuspended,
    OnPolicyVersion,
    RiverAudience,
    GroupsOfPeriod,
    ReportUplift,
    SpendTraffic,
    KnownParties,
    { provide: APPEAL_TIMES, useValue: appeals },
    FileAppeal,
    CloseAppeal,
    OnAppealAdjustmentChanged,
    AppealsListed,
    {
      provide: SimulatePolicies,
      useFactory: (database: Database, clock: Clock) =>
        new SimulatePolicies(database, clock, `attribution:${settings.instance}`),
      inject: [Database, Clock],
    },
    { provide: SIMULATION_MAX_DAYS, useValue: simulationDays },
    AskSimulation,
    ForgetSimulations,
    KnownSimulation,
    ResultsOfSimulation,
  ],
});
