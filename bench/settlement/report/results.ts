import type { BacklogResult } from '../../cases/backlog';
import type { Failure } from '../../report/keep-results';
import type { MachineFacts } from '../../report/machine';
import type { FloorResult } from '../cases/floor';
import type { PayoutsResult } from '../cases/payouts';
import type { ReadsResult } from '../cases/reads';
import type { RunResult } from '../cases/run';
import type { Meanwhile } from '../cases/whole-system';
import type { SettlementBenchOptions } from '../options';

/** Everything that one run of the bench measured. A case that failed left nothing but its failure. */
export interface SettlementResults extends MachineFacts {
  options: SettlementBenchOptions;
  loadSeconds?: number;
  run?: RunResult;
  floor?: FloorResult;
  payouts?: PayoutsResult;
  reads?: ReadsResult[];
  sales?: SalesResult[];
  failures: Failure[];
}

/** A backlog sold, with a run under way or without. */
export type SalesResult = BacklogResult & { meanwhile: Meanwhile | null };
