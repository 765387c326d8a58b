import { createRequire } from 'node:module';
import { join } from 'node:path';
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
  await declareTopics({ kafkaBrokers: kafkaBrokers.split(','), namespace }, names);
}
