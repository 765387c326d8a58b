import { setTimeout as sleep } from 'node:timers/promises';
import { KafkaJSError } from 'kafkajs';
import { PATIENCE_MS } from './eventually';

/**
 * Asks until the broker answers, where it says that it cannot yet: a topic was just made and has no leader, or the first
 * groups were just made and it still reads where it keeps them. kafkajs passes either on to whoever asks as an admin.
 * @throws what it refused with for good, or still after a minute
 */
export async function onceBrokerCan<T>(ask: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(50)) {
    try {
      return await ask();
    } catch (fault) {
      if (!(fault instanceof KafkaJSError && fault.retriable) || Date.now() > until) throw fault;
    }
  }
}
