import type { BacklogResult } from '../cases/backlog';
import type { SteadyResult } from '../cases/steady';
import type { Memory } from '../measure/process-times';
import type { BenchOptions } from '../options';
import type { SubjectName } from '../subject';
import type { MachineFacts } from './machine';

export interface SubjectResults {
  subject: SubjectName;
  backlogs: BacklogResult[];
  steady: SteadyResult[];
  /** CPU seconds a second of every process while no order came. */
  idle: Record<string, number>;
  /** Of every process after its last case. */
  memory: Record<string, Memory>;
  /** Sales that its processes had handled by then. */
  sales: number;
  /** Why its cases are incomplete, when they are. */
  failure?: string;
}

/** Everything that one run of the bench measured. */
export interface Results extends MachineFacts {
  options: BenchOptions;
  subjects: SubjectResults[];
}
