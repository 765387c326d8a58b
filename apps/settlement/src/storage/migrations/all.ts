import type { Migration } from '@chuanliu/database/migration';
import { addAccount } from './001-add-account';
import { addLedgerLine } from './002-add-ledger-line';
import { addPosting } from './003-add-posting';
import { addPostingEntry } from './004-add-posting-entry';
import { addAccountDay } from './005-add-account-day';
import { addPostingSeries } from './006-add-posting-series';
import { letPostingsStandWithoutAnOrder } from './007-let-postings-stand-without-an-order';
import { addSettlementState } from './008-add-settlement-state';
import { beginWithNothingSealed } from './009-begin-with-nothing-sealed';
import { addAvailableMovement } from './010-add-available-movement';
import { rememberWhatLinesWereDividedBy } from './011-remember-what-lines-were-divided-by';
import { addOrderLife } from './012-add-order-life';
import { addBrandFact } from './013-add-brand-fact';
import { addPolicyVersion } from './014-add-policy-version';
import { addDueOrder } from './015-add-due-order';
import { addDaySeal } from './016-add-day-seal';
import { addSettlementRun } from './017-add-settlement-run';
import { addStatementLine } from './018-add-statement-line';
import { addStatement } from './019-add-statement';
import { addSettledOnTouch } from './020-add-settled-on-touch';
import { addTooLate } from './021-add-too-late';
import { addRunNewcomer } from './022-add-run-newcomer';
import { addNewcomerRebate } from './024-add-newcomer-rebate';
import { addNewcomerQuota } from './025-add-newcomer-quota';
import { addStatementPreview } from './026-add-statement-preview';
import { addPayee } from './030-add-payee';
import { addLegalKind } from './031-add-legal-kind';
import { addSuspension } from './032-add-suspension';
import { addPayout } from './034-add-payout';
import { addPayoutParty } from './035-add-payout-party';
import { addPayoutBatch } from './036-add-payout-batch';
import { addPayoutVerdict } from './037-add-payout-verdict';
import { addAuditEntry } from './040-add-audit-entry';
import { addAuditHead } from './041-add-audit-head';
import { beginWithAnEmptyAuditLog } from './042-begin-with-an-empty-audit-log';
import { addAdjustment } from './043-add-adjustment';
import { addAdjustmentLine } from './044-add-adjustment-line';
import { addKnownParty } from './045-add-known-party';
import { addAppeal } from './046-add-appeal';
import { rememberTheCutsOfRuns } from './047-remember-the-cuts-of-runs';
import { sayWhyARunStandsStill } from './048-say-why-a-run-stands-still';
import { sayWhomPayoutsWereTaxedAs } from './060-say-whom-payouts-were-taxed-as';
import { payoutsSoFarAreOfTheirParty } from './061-payouts-so-far-are-of-their-party';
import { tellPersonsApart } from './062-tell-persons-apart';
import { addTaxedPerson } from './063-add-taxed-person';
import { sayWhomVerdictsAreOf } from './064-say-whom-verdicts-are-of';
import { sayWhenRunsMovedOn } from './065-say-when-runs-moved-on';
import { sayWhenVerdictsWereGiven } from './066-say-when-verdicts-were-given';
import { sayWhichBatchesAreDated } from './067-say-which-batches-are-dated';
import { findActsByWhoWhatAndWhen } from './068-find-acts-by-who-what-and-when';
import { findPayoutsByInstant } from './069-find-payouts-by-instant';
import { addAdjustmentRequest } from './070-add-adjustment-request';
import { addAppealAdjustment } from './071-add-appeal-adjustment';
import { keepAdjustmentsOfAppeals } from './072-keep-adjustments-of-appeals';
import { leaveAppealsToWhatWasApproved } from './073-leave-appeals-to-what-was-approved';
import { listStatementsByDay } from './080-list-statements-by-day';
import { findStatementsByInstant } from './081-find-statements-by-instant';
import { findTheStatementOfALine } from './082-find-the-statement-of-a-line';

export const allMigrations: Migration[] = [
  addAccount,
  addLedgerLine,
  addPosting,
  addPostingEntry,
  addAccountDay,
  addPostingSeries,
  letPostingsStandWithoutAnOrder,
  addSettlementState,
  beginWithNothingSealed,
  addAvailableMovement,
  rememberWhatLinesWereDividedBy,
  addOrderLife,
  addBrandFact,
  addPolicyVersion,
  addDueOrder,
  addDaySeal,
  addSettlementRun,
  addStatementLine,
  addStatement,
  addSettledOnTouch,
  addTooLate,
  addRunNewcomer,
  addNewcomerRebate,
  addNewcomerQuota,
  addStatementPreview,
  addPayee,
  addLegalKind,
  addSuspension,
  addPayout,
  addPayoutParty,
  addPayoutBatch,
  addPayoutVerdict,
  addAuditEntry,
  addAuditHead,
  beginWithAnEmptyAuditLog,
  addAdjustment,
  addAdjustmentLine,
  addKnownParty,
  addAppeal,
  rememberTheCutsOfRuns,
  sayWhyARunStandsStill,
  sayWhomPayoutsWereTaxedAs,
  payoutsSoFarAreOfTheirParty,
  tellPersonsApart,
  addTaxedPerson,
  sayWhomVerdictsAreOf,
  sayWhenRunsMovedOn,
  sayWhenVerdictsWereGiven,
  sayWhichBatchesAreDated,
  findActsByWhoWhatAndWhen,
  findPayoutsByInstant,
  addAdjustmentRequest,
  addAppealAdjustment,
  keepAdjustmentsOfAppeals,
  leaveAppealsToWhatWasApproved,
  listStatementsByDay,
  findStatementsByInstant,
  findTheStatementOfALine,
];
