import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';

/**
 * The wall clock, for commands that are dated by when they were given and for limits of time.
 * Rules never read it: they read the instants that facts carry.
 */
@Injectable()
export class Clock {
  /** Now, in UTC with three decimals: `2026-11-06T12:00:03.000Z`. */
  now(): UtcInstant {
    return new Date().toISOString();
  }
}

/** A clock that stands still until a test moves it. */
export class StoppedClock extends Clock {
  constructor(private instant: UtcInstant) {
    super();
  }

  override now(): UtcInstant {
    return this.instant;
  }

  set(instant: UtcInstant): void {
    this.instant = instant;
  }
}
