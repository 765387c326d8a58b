import type { Migration } from '@chuanliu/database/migration';
import { addAppeal } from './1760100000080-add-appeal';
import { addAppealAdjustment } from './1760100000160-add-appeal-adjustment';
import { addDueLine } from './1760100000003-add-due-line';
import { addLine } from './1760100000001-add-line';
import { addLineRefund } from './1760100000002-add-line-refund';
import { addPartnerFacts } from './1760100000006-add-partner-facts';
import { addPick } from './1760100000005-add-pick';
import { addRates } from './1760100000070-add-rates';
import { addSpansWithoutTerms } from './1760100000020-add-spans-without-terms';
import { addTouch } from './1760100000030-add-touch';
import { addTouchContent } from './1760100000110-add-touch-content';
import { addTrafficSpend } from './1760100000040-add-traffic-spend';
import { addSimulation } from './1760100000090-add-simulation';
import { letLinesSettle } from './1760100000130-let-lines-settle';
import { addRiverPair } from './1760100000004-add-river-pair';
import { widenAssistants } from './1760100000150-widen-assistants';

/** The service's own tables, in the order in which they came. */
export const attributionMigrations: Migration[] = [
  addLine,
  ...addLineRefund,
  addDueLine,
  addRiverPair,
  addPick,
  ...addPartnerFacts,
  addSpansWithoutTerms,
  ...addTouch,
  ...addTrafficSpend,
  ...addRates,
  ...addSimulation,
  addAppeal,
  ...addTouchContent,
  ...letLinesSettle,
  widenAssistants,
  addAppealAdjustment,
];
