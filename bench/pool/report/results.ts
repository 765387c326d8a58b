import type { Memory } from '../../measure/process-times';
import type { Failure } from '../../report/keep-results';
import type { MachineFacts } from '../../report/machine';
import type { RebuildResult, StartResult } from '../cases/build';
import type { PicksResult } from '../cases/picks';
import type { RateChangeResult } from '../cases/rate-change';
import type { SearchResult, TogetherResult } from '../cases/search';
import type { SqlResult } from '../cases/sql';
import type { UpdatesResult } from '../cases/updates';
import type { PoolBenchOptions } from '../options';

/** Everything that one run measured. A case that failed, or whose answers were wrong, left nothing but its failure. */
export interface PoolResults extends MachineFacts {
  options: PoolBenchOptions;
  start?: StartResult;
  searches?: { each: SearchResult[]; together: TogetherResult };
  sql?: SqlResult[];
  rebuild?: RebuildResult;
  updates?: UpdatesResult;
  picks?: PicksResult[];
  rateChanges?: RateChangeResult[];
  /** Of the process after the cases, by the case's name. */
  memory: Record<string, Memory>;
  failures: Failure[];
}
