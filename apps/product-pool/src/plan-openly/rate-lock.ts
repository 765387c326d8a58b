import type { Caller } from '@chuanliu/auth/caller';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { PlanCommand } from '../domain/change-plan';

/** How many days the holders of a pick keep a better rate after they are told of a cut. */
export class RateLock {
  constructor(private readonly days: number) {}

  /** A change of plans by this caller, now. */
  commandOf(caller: Caller, now: UtcInstant): PlanCommand {
    return { now, mayImport: caller.role === 'operator', rateLockDays: this.days };
  }
}
