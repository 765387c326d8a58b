import { createHash, type Hash } from 'node:crypto';

/**
 * The seal of one business day: SHA-256 over the seal of the day before, the day, and the digests of all postings booked
 * on it, in the order of their ids. Each seal covers all before it, so a change of any sealed posting shows in every seal
 * from its day on. The form is fixed for ever:
 *
 * `{previous seal in hex, or nothing}\n{day}\n`, then 32 bytes for each posting.
 */
export class SealOfDay {
  private readonly sha: Hash;

  /** @param previous the seal of the last sealed day before this one, in hex; null for the first that was ever sealed */
  constructor(previous: string | null, day: string) {
    this.sha = createHash('sha256').update(`${previous ?? ''}\n${day}\n`);
  }

  /** @param digest of the next posting: see digestOfPosting() */
  add(digest: Buffer): void {
    if (digest.length !== 32) throw new RangeError('a digest has 32 bytes');
    this.sha.update(digest);
  }

  /** Ends the day. @returns 64 hex digits */
  hash(): string {
    return this.sha.digest('hex');
  }
}
