import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '@chuanliu/auth/caller';
import { Problem } from '@chuanliu/problems/problem';
import { problemAnswer, type Answer } from './answer';
import { keyMalformed, keyRequired, stillWorking } from './idempotency.problems';
import { IdempotencyKeys, type KeyedRequest } from './idempotency-keys';

/** How long a repeat waits for the first request's answer before it is told to come back, in milliseconds. */
const waitsMs = 5_000;
const looksEveryMs = 100;

/** Carries a request out once per Idempotency-Key, and gives every repeat the first answer, byte for byte. */
@Injectable()
export class AnswerOnce {
  private readonly logger = new Logger(AnswerOnce.name);

  constructor(private readonly keys: IdempotencyKeys) {}

  /**
   * @param required refuse a request without a key
   * @param work carries the request out; a Problem that it throws is an answer like any other
   * @returns the answer; 409 with Retry-After while the first request is still at work
   * @throws Problem 400 for a key that is missing or malformed, 422 for one that was used before
   */
  async answer(
    request: FastifyRequest,
    caller: Caller,
    { required }: { required: boolean },
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    const key = keyOf(request);
    if (key === undefined) {
      if (required) throw keyRequired();
      return work();
    }
    const keyed = keyedRequest(request, caller.clientId, key);
    for (const until = Date.now() + waitsMs; ; await sleep(looksEveryMs)) {
      const claim = await this.keys.claim(keyed);
      if (claim.kind === 'answered') return claim.answer;
      if (claim.kind === 'mine') return this.carryOut(keyed, claim.claim, String(request.id), work);
      if (Date.now() >= until) return comeBackLater(String(request.id));
    }
  }

  private async carryOut(
    keyed: KeyedRequest,
    claim: string,
    requestId: string,
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    try {
      const answer = await answered(work, requestId);
      if (isFinal(answer.status)) await this.keys.keep(keyed, claim, answer);
      else await this.keys.release(keyed, claim);
      return answer;
    } catch (fault) {
      // A claim that cannot be released now runs out by itself.
      await this.keys.release(keyed, claim).catch((error: unknown) => this.logger.warn(String(error)));
      throw fault;
    }
  }
}

async function answered(work: () => Promise<Answer>, requestId: string): Promise<Answer> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Problem && isFinal(fault.status)) return problemAnswer(fault, requestId);
    throw fault;
  }
}

function comeBackLater(requestId: string): Answer {
  const answer = problemAnswer(stillWorking(), requestId);
  return { ...answer, headers: { ...answer.headers, 'retry-after': '2' } };
}

/** Failures of ours, limits and tokens that ran out say nothing about the request itself. */
function isFinal(status: number): boolean {
  return status < 500 && status !== 401 && status !== 429;
}

function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]([\x20-\x7e]{0,253}[\x21-\x7e])?$/.test(key)) throw keyMalformed();
  return key;
}

function keyedRequest(request: FastifyRequest, clientId: string, key: string): KeyedRequest {
  const address = request.raw.url ?? '';
  const hash = createHash('sha256').update(`${request.method} ${address}\n`);
  if (Buffer.isBuffer(request.body)) hash.update(request.body);
  const path = address.split('?')[0] ?? '';
  return { clientId, key, requestHash: hash.digest('hex'), method: request.method, path };
}
