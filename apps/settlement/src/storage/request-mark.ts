import { hash } from 'node:crypto';
import type { Caller } from '@chuanliu/auth/caller';
import { Problem } from '@chuanliu/problems/problem';

/**
 * What tells a request that is sent again. The gateway answers repeats by itself; but when a process dies between the
 * commit here and the answer there, the gateway cannot know, and the money must not go out twice.
 */
export interface RequestMark {
  /** SHA-256 of who sent it and of its Idempotency-Key. */
  key: Buffer;
  /** SHA-256 of what it says. */
  digest: Buffer;
}

/** Null for a request without an Idempotency-Key: it is never told from a second one. */
export function markOf({ clientId }: Caller, key: string | undefined, body: unknown): RequestMark | null {
  if (key === undefined) return null;
  return {
    key: hash('sha256', `${clientId}\n${key}`, 'buffer'),
    digest: hash('sha256', JSON.stringify(body), 'buffer'),
  };
}

/** @throws Problem `idempotency-key-reused` (422) when the key came with another body before */
export function requireSameRequest(mark: RequestMark, knownDigest: Buffer): void {
  if (mark.digest.equals(knownDigest)) return;
  throw new Problem('invalid', 'idempotency-key-reused', 'This key has already been used for another request');
}
