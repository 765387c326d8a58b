import type { Consumer } from 'kafkajs';
import { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import { quietKafka } from '../broker-topics';
import type { Namespace } from '@chuanliu/testing/unique-namespace';

export interface Sighting {
  pick: DataOf<typeof pickKnown>;
  /** When it came here, by performance.now(). */
  at: number;
}

/** Hears what the pool announces of picks, as the other services do; the latest of each is kept. */
export class TermsWatch {
  readonly latest = new Map<string, Sighting>();

  private constructor(private readonly consumer: Consumer) {}

  /** Hears everything from the topic's beginning on. */
  static async start(namespace: Namespace): Promise<TermsWatch> {
    const kafka = quietKafka(namespace.servers.kafkaBrokers);
    const consumer = kafka.consumer({ groupId: `${namespace.name}bench-terms`, maxWaitTimeInMs: 50 });
    const watch = new TermsWatch(consumer);
    await consumer.connect();
    await consumer.subscribe({ topic: namespace.brokerName(pickKnown.stream), fromBeginning: true });
    await consumer.run({
      eachBatch: async ({ batch }) => {
        const at = performance.now();
        for (const { headers, value } of batch.messages) {
          if (String(headers?.type) !== pickKnown.type || value === null) continue;
          const pick = JSON.parse(value.toString()) as DataOf<typeof pickKnown>;
          watch.latest.set(pick.pickId, { pick, at });
        }
      },
    });
    return watch;
  }

  async stop(): Promise<void> {
    await this.consumer.disconnect();
  }
}
