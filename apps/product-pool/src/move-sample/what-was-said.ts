import type { Caller } from '@chuanliu/auth/caller';
import { toUtcInstant, type UtcInstant } from '@chuanliu/contracts/instants';
import { malformedRequest } from '@chuanliu/http/validate';
import { pastIsTheOperators } from '../domain/product-pool.problems';
import { stepLiesAhead } from '../domain/sample.problems';
import type { Actor } from '../storage/sample-history';

/** Who takes a step, why, and when where they say so. */
export interface Said {
  by: Actor;
  reason: string | null;
  at: UtcInstant | null;
}

/**
 * Reads what stands beside every step: an operator says why they act in a party's place and may say when it happened.
 *
 * @throws Problem `malformed-request` (400), `past-is-the-operators` (403), `sample-step-lies-ahead` (422)
 */
export function whatWasSaid(caller: Caller, body: { reason?: string; at?: string }, now: UtcInstant): Said {
  const by = caller.role as Actor;
  if (by === 'operator' && body.reason === undefined) {
    throw malformedRequest([{ pointer: '/reason', problem: 'is required of an operator' }]);
  }
  const at = body.at === undefined ? null : toUtcInstant(body.at);
  if (at !== null && by !== 'operator') throw pastIsTheOperators('at');
  if (at !== null && at > now) throw stepLiesAhead(at);
  return { by, reason: body.reason ?? null, at };
}
