import { setTimeout as sleep } from 'node:timers/promises';
import type { Calls } from './calls';

/** What `GET /v1/progress` says of the whole system. */
export interface Progress {
  quiescent: boolean;
  outboxRows: number;
  lag: number;
  parked: number;
  waiting: number;
}

/**
 * Waits until everything that was sent has arrived everywhere: no lag, no outbox row, no line due.
 *
 * @throws after `timeoutMs`, with the last progress seen
 */
export async function untilQuiet(calls: Calls, timeoutMs = 60_000): Promise<Progress> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const { status, body } = await calls.get<Progress>('operator', '/v1/progress');
    if (status === 200 && body.quiescent) return body;
    if (Date.now() > until) {
      throw new Error(`Not quiet after ${timeoutMs} ms; progress answered ${status}: ${JSON.stringify(body)}`);
    }
    await sleep(100);
  }
}
