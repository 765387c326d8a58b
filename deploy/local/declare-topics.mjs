import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './repository.mjs';

/**
 * Makes every topic before the services start: seven of them declaring the same topics at once on a broker that has
 * just started trip over each other's half-made ones.
 */
export async function declareAllTopics({ kafkaBrokers, namespace }) {
  const built = path => createRequire(import.meta.url)(join(root, 'dist', 'libs', path));
  const { declareTopics } = built('messaging/declare-topics.js');
  const { topics } = built('contracts/topics.js');
  const names = Object.values(topics).map(topic => topic.name);
  for (let attempt = 1; ; attempt++) {
    try {
      return await declareTopics({ kafkaBrokers: kafkaBrokers.split(','), namespace }, names);
    } catch (error) {
      // A fresh broker may not know yet, for some milliseconds, what it has just made.
      if (attempt === 10) throw error;
      await sleep(300);
    }
  }
}
