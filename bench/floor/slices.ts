import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Part {
  partition: number;
  messages: KafkaMessage[];
}

interface Held extends Part {
  applied: (offset: string) => void;
  done: () => void;
}

const MESSAGES_A_SLICE = 1_000;
const FEW = 100;
const PACE_MS = 20;

/** Puts what a fetch brought of all partitions into common slices, and pauses after small ones. */
export class Slices {
  private held: Held[] = [];
  private working = false;
  count = { slices: 0, messages: 0 };

  constructor(private readonly apply: (parts: Part[]) => Promise<void>) {}

  take(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    return new Promise(done => {
      this.held.push({
        partition: batch.partition,
        messages: batch.messages,
        applied: offset => payload.resolveOffset(offset),
        done,
      });
      if (!this.working) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.working = true;
    await new Promise(resolve => setImmediate(resolve));
    while (this.held.length > 0) {
      const each = Math.ceil(MESSAGES_A_SLICE / this.held.length);
      const parts = this.held.map(held => ({
        held,
        partition: held.partition,
        messages: held.messages.splice(0, each),
      }));
      const size = parts.reduce((sum, { messages }) => sum + messages.length, 0);
      await this.apply(parts);
      this.count.slices += 1;
      this.count.messages += size;
      if (size < FEW) await sleep(PACE_MS);
      for (const { held, messages } of parts) held.applied(messages.at(-1)!.offset);
      const finished = this.held.filter(held => held.messages.length === 0);
      this.held = this.held.filter(held => held.messages.length > 0);
      for (const held of finished) held.done();
      await new Promise(resolve => setImmediate(resolve));
    }
    this.working = false;
  }
}
