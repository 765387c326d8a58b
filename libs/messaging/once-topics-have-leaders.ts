import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Admin } from 'kafkajs';
import { kafkaClient } from './kafka';
import type { MessagingSettings } from './settings';

const logger = new Logger('topics');

/** A broker that just started, or whose disk is busy, has been seen to take longer than ten seconds. */
const PATIENCE_MS = 40_000;
const LONGEST_PAUSE_MS = 2_000;
/** The first few refusals are what any start meets that makes topics. */
const SAID_AT = 7;

/**
 * Asks about topics that may have been made just now, by this service or by another that starts beside it, until the
 * broker can answer: their leaders are elected a while after it has agreed to make them. Each time it connects anew.
 * @throws what the broker still answers once forty seconds are over
 */
export async function onceTopicsHaveLeaders<T>(
  settings: Pick<MessagingSettings, 'kafkaBrokers'>,
  ask: (admin: Admin) => Promise<T>,
): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (let n = 1; ; n++) {
    const admin = kafkaClient(settings, 'topics').admin();
    try {
      await admin.connect();
      return await ask(admin);
    } catch (fault) {
      if (Date.now() >= until) throw fault;
      if (n === SAID_AT) logger.warn({ err: fault }, 'the broker cannot answer about topics yet, trying again');
      await sleep(Math.min(250 * n, LONGEST_PAUSE_MS));
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }
}
