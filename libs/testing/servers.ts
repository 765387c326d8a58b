import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repository-root';

/** The Kafka and the database that tests of this run may use, each suite in a namespace of its own. */
export interface TestServers {
  /** `host:port`, several joined by commas. */
  kafkaBrokers: string;
  /** `mysql://user:password@host:port`, without a schema. */
  databaseUrl: string;
}

/**
 * The servers that `npm test` started (or was given), else the pair that `node deploy/local/servers/dev.mjs` runs.
 *
 * @throws when there is neither
 */
export function testServers(): TestServers {
  const { TEST_KAFKA_BROKERS: kafkaBrokers, TEST_DATABASE_URL: databaseUrl } = process.env;
  if (kafkaBrokers && databaseUrl) return { kafkaBrokers, databaseUrl };
  const pair = developmentPair();
  if (pair) return pair;
  throw new Error(
    'This test needs Kafka and a database. Run it by `npm test -- PATH`, or keep a pair running with ' +
      '`node deploy/local/servers/dev.mjs`, or name them by TEST_KAFKA_BROKERS and TEST_DATABASE_URL.',
  );
}

function developmentPair(): TestServers | undefined {
  try {
    const { pid, ...pair } = JSON.parse(
      readFileSync(join(repositoryRoot(), '.local', 'dev', 'address.json'), 'utf8'),
    ) as TestServers & { pid: number };
    process.kill(pid, 0); // Signal 0 only asks whether the process is there: a killed one leaves its file behind.
    return pair;
  } catch {
    return undefined;
  }
}
