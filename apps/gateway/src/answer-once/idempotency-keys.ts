import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import type { Answer } from './answer';
import { keyReused } from './idempotency.problems';
import { hashOfKey, openAnswer, sealAnswer } from './seal-answer';

/** After this long without an answer, whoever claimed the key has died. Longer than any request may take. */
const claimHoldsMs = 120_000;

/** A request that carries a key. */
export interface KeyedRequest {
  clientId: string;
  key: string;
  /** Covers method, address and body. */
  requestHash: string;
  method: string;
  path: string;
}

/** Mine: carry the request out, then keep or release. Answered: the first answer. Busy: somebody is at it. */
export type Claim = { kind: 'mine'; claim: string } | { kind: 'answered'; answer: Answer } | { kind: 'busy' };

interface KeyRow {
  request_hash: string;
  state: string;
  sealed_answer: Buffer | null;
  claim: string;
  claimed_at: string;
}

/** Which requests were carried out already, and how they were answered. */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly database: Database) {}

  /** @throws Problem `idempotency-key-reused` (422) when the key came with another request before. */
  async claim(request: KeyedRequest, now = new Date()): Promise<Claim> {
    const claim = randomUUID();
    const at = toColumn(now.toISOString());
    const keyHash = hashOfKey(request.key);
    const { affectedRows } = await this.database.transaction(tx =>
      tx.execute(
        `INSERT IGNORE INTO idempotency_key
         (client_id, key_hash, request_hash, method, path, state, claim, claimed_at) VALUES (?, ?, ?, ?, ?, 'claimed', ?, ?)`,
        [request.clientId, keyHash, request.requestHash, request.method, printable(request.path), claim, at],
      ),
    );
    if (affectedRows === 1) return { kind: 'mine', claim };

    const [row] = await this.database.read<KeyRow>(
      `SELECT request_hash, state, sealed_answer, claim, claimed_at FROM idempotency_key
       WHERE client_id = ? AND key_hash = ?`,
      [request.clientId, keyHash],
    );
    if (!row) return { kind: 'busy' }; // Released between the two statements: the next look will claim it.
    if (row.request_hash !== request.requestHash) throw keyReused();
    if (row.state === 'answered' && row.sealed_answer) {
      return { kind: 'answered', answer: openAnswer(row.sealed_answer, request.key, request.requestHash) };
    }
    const deadBefore = toColumn(new Date(now.getTime() - claimHoldsMs).toISOString());
    if (row.claimed_at >= deadBefore) return { kind: 'busy' };
    const taken = await this.database.transaction(tx =>
      tx.execute(
        'UPDATE idempotency_key SET claim = ?, claimed_at = ? WHERE client_id = ? AND key_hash = ? AND claim = ?',
        [claim, at, request.clientId, keyHash, row.claim],
      ),
    );
    return taken.affectedRows === 1 ? { kind: 'mine', claim } : { kind: 'busy' };
  }

  /** Remembers the answer; does nothing when the claim has meanwhile gone to somebody else. */
  async keep(request: KeyedRequest, claim: string, answer: Answer): Promise<void> {
    const sealed = sealAnswer(answer, request.key, request.requestHash);
    await this.database.transaction(tx =>
      tx.execute(
        `UPDATE idempotency_key SET state = 'answered', status = ?, sealed_answer = ?
         WHERE client_id = ? AND key_hash = ? AND claim = ?`,
        [answer.status, sealed, request.clientId, hashOfKey(request.key), claim],
      ),
    );
  }

  /** Forgets the claim, so that the request can be tried again. */
  async release(request: KeyedRequest, claim: string): Promise<void> {
    await this.database.transaction(tx =>
      tx.execute(
        `DELETE FROM idempotency_key WHERE client_id = ? AND key_hash = ? AND claim = ? AND state = 'claimed'`,
        [request.clientId, hashOfKey(request.key), claim],
      ),
    );
  }
}

/** The column holds ASCII; the hash covers the address as it came. */
function printable(path: string): string {
  return path.replace(/[^\x20-\x7e]/g, '?').slice(0, 300);
}
