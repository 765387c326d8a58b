/** A bucket that holds `capacity` tokens and gains `perSecond` of them each second. */
interface Bucket {
  tokens: number;
  at: number;
}

/** Clients that were seen lately; more are forgotten, oldest first. */
const mostBuckets = 20_000;

/** Limits how often something may happen, for each name on its own. */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  /**
   * @param perSecond how often, in the long run
   * @param capacity how often at once
   */
  constructor(
    private readonly perSecond: number,
    private readonly capacity: number = perSecond,
  ) {}

  /** Takes one token if there is one. @returns 0, or after how many seconds there will be one. */
  take(name: string, nowMs = Date.now()): number {
    const bucket = this.refilled(name, nowMs);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return (1 - bucket.tokens) / this.perSecond;
  }

  /** Whether a token could be taken now. */
  isEmpty(name: string, nowMs = Date.now()): boolean {
    return this.refilled(name, nowMs).tokens < 1;
  }

  private refilled(name: string, nowMs: number): Bucket {
    const bucket = this.buckets.get(name) ?? this.remember(name, nowMs);
    const elapsed = Math.max(0, nowMs - bucket.at);
    bucket.tokens = Math.min(this.capacity, bucket.tokens + (elapsed / 1_000) * this.perSecond);
    bucket.at = nowMs;
    return bucket;
  }

  private remember(name: string, nowMs: number): Bucket {
    if (this.buckets.size >= mostBuckets) {
      const oldest = this.buckets.keys().next().value;
      if (oldest !== undefined) this.buckets.delete(oldest);
    }
    const bucket = { tokens: this.capacity, at: nowMs };
    this.buckets.set(name, bucket);
    return bucket;
  }
}
