import type { Memory } from '../../measure/process-times';
import type { Failure } from '../../report/keep-results';
import type { MachineFacts } from '../../report/machine';
import type { DecisionsResult } from '../cases/decisions';
import type { ExplanationsResult } from '../cases/explanations';
import type { LateAccountResult } from '../cases/late-account';
import type { SalesResult } from '../cases/sales';
import type { SteadyTouchesResult } from '../cases/steady-touches';
import type { UsualResult } from '../cases/usual';
import type { AttributionBenchOptions } from '../options';

/** Everything that one run measured. A case that failed left nothing but its failure. */
export interface AttributionResults extends MachineFacts {
  options: AttributionBenchOptions;
  stores?: Record<string, { touches: number; loadSeconds: number }>;
  decisions?: DecisionsResult[];
  usual?: UsualResult[];
  late?: LateAccountResult;
  sales?: SalesResult[];
  explanations?: ExplanationsResult;
  steady?: SteadyTouchesResult;
  /** Of the attribution process after the cases that it had alone. */
  memory?: Memory;
  failures: Failure[];
}
