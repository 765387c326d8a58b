import { setTimeout as sleep } from 'node:timers/promises';
import type { Incoming } from './incoming';
import type { PartitionPart } from './slice';

/** What a fetch brought of one partition, and how to tell the client how far it was applied. */
export interface FetchedBatch {
  topic: string;
  partition: number;
  fetchedOffset: number;
  /** Offset after the last message that the partition had. */
  end: number;
  messages: Incoming[];
  isStale: () => boolean;
  applied: (offset: number) => void;
  heartbeat: () => Promise<void>;
}

interface Held {
  batch: FetchedBatch;
  /** Index of the first message not yet applied. */
  from: number;
  done: () => void;
  failed: (fault: unknown) => void;
}

const MESSAGES_A_SLICE = 1_000;
const BYTES_A_SLICE = 24 * 1024 * 1024;
const FEW = 100;
const PACE_MS = 20;
/** At a few sales a second nobody waits for the next 40 ms, and each slice costs as much as one of hundreds. */
const VERY_FEW = 5;
const SLOW_PACE_MS = 60;

/**
 * Puts the batches of all partitions that a fetch brought into common slices: cost goes with the number of slices, so
 * many messages in one transaction is what makes the system cheap. After a small slice it waits a moment before it lets
 * the client fetch again, so that low load costs little.
 */
export class BatchCollector {
  private held: Held[] = [];
  private working = false;

  constructor(
    /** Applies a slice; it may take long (it waits out a database that is away) but heartbeats go on. @throws never for a transient fault */
    private readonly runSlice: (parts: PartitionPart[], isWanted: () => boolean) => Promise<void>,
  ) {}

  /** Resolves once all of the batch was applied, or it became stale. Rejects when the client must join its group again. */
  take(batch: FetchedBatch): Promise<void> {
    return new Promise((done, failed) => {
      this.held.push({ batch, from: 0, done, failed });
      if (!this.working) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.working = true;
    // The client hands over the partitions of one fetch one by one in the same turn: let all of them arrive.
    await new Promise(resolve => setImmediate(resolve));
    const beat = setInterval(() => void this.heartbeat(), 1_000);
    try {
      while (this.held.length > 0) {
        const slice = this.nextSlice();
        if (slice.length === 0) continue;
        const size = slice.reduce((sum, { part }) => sum + part.messages.length, 0);
        try {
          await this.runSlice(
            slice.map(({ part }) => part),
            () => slice.some(({ held }) => !held.batch.isStale()),
          );
        } catch (fault) {
          for (const { held } of slice) this.end(held, fault);
          continue;
        }
        if (size < FEW) await sleep(size < VERY_FEW ? SLOW_PACE_MS : PACE_MS);
        for (const { held, part } of slice) {
          held.from += part.messages.length;
          held.batch.applied(part.messages.at(-1)!.offset);
          if (held.from >= held.batch.messages.length) this.end(held);
        }
        await new Promise(resolve => setImmediate(resolve));
      }
    } finally {
      clearInterval(beat);
      this.working = false;
    }
  }

  /** Takes from all partitions in turn, so that none waits behind a long one. */
  private nextSlice(): Array<{ held: Held; part: PartitionPart }> {
    for (const held of [...this.held]) {
      if (held.batch.isStale() || held.from >= held.batch.messages.length) this.end(held);
    }
    const each = Math.max(1, Math.ceil(MESSAGES_A_SLICE / Math.max(1, this.held.length)));
    const slice: Array<{ held: Held; part: PartitionPart }> = [];
    let bytes = 0;
    let count = 0;
    for (const held of this.held) {
      const messages: Incoming[] = [];
      const { batch } = held;
      for (let i = held.from; i < batch.messages.length && messages.length < each && count < MESSAGES_A_SLICE; i++) {
        const message = batch.messages[i]!;
        if (count > 0 && bytes + message.payload.length > BYTES_A_SLICE) break;
        messages.push(message);
        bytes += message.payload.length;
        count++;
      }
      const { topic, partition, end } = batch;
      const fetchedOffset = held.from === 0 ? batch.fetchedOffset : batch.messages[held.from - 1]!.offset + 1;
      if (messages.length > 0) slice.push({ held, part: { topic, partition, fetchedOffset, end, messages } });
    }
    return slice;
  }

  private end(held: Held, fault?: unknown): void {
    this.held = this.held.filter(other => other !== held);
    if (fault === undefined) held.done();
    else held.failed(fault);
  }

  /** Any batch's heartbeat keeps the whole member alive; when the group is being divided anew, every batch must return. */
  private async heartbeat(): Promise<void> {
    const first = this.held[0];
    if (!first) return;
    try {
      await first.batch.heartbeat();
    } catch (fault) {
      for (const held of [...this.held]) this.end(held, fault);
    }
  }
}
