import { randomUUID } from 'node:crypto';
import { Type, type Static, type TObject } from '@sinclair/typebox';

/** What the environment tells about a service's database and broker. Spread these into the service's own settings. */
export const messagingEnvironment = {
  /** `mysql://user:password@host:port`, without a schema. */
  DATABASE_URL: Type.String({ minLength: 1 }),
  /** `host:port`, comma-separated. */
  KAFKA_BROKERS: Type.String({ minLength: 1 }),
  /** Prefix of schemas, topics and groups. */
  NAMESPACE: Type.String({ default: 'chuanliu_', pattern: '^[a-z0-9_]{1,30}$' }),
  /**
   * Tells two instances of one service apart. An instance with a name takes its own leases back at once when it restarts;
   * one without gets a new name at each start and waits until they run out.
   */
  INSTANCE: Type.String({ default: '', pattern: '^[A-Za-z0-9._-]{0,40}$' }),
  /** How long a broker waits for a dead consumer, in milliseconds. */
  KAFKA_SESSION_TIMEOUT_MS: Type.Integer({ default: 10_000, minimum: 6_000, maximum: 300_000 }),
  /** For tests of the tests: see planted-faults.ts. Empty in any real installation. */
  PLANTED_FAULT: Type.String({ default: '' }),
};

/** Those texts, as the service's configuration has read them. */
export type MessagingEnvironment = Static<TObject<typeof messagingEnvironment>>;

export interface MessagingSettings {
  databaseUrl: string;
  kafkaBrokers: string[];
  namespace: string;
  instance: string;
  sessionTimeoutMs: number;
  plantedFault: string;
}

/** The environment's texts as the messaging library takes them. */
export function messagingSettings(env: MessagingEnvironment): MessagingSettings {
  return {
    databaseUrl: env.DATABASE_URL,
    kafkaBrokers: env.KAFKA_BROKERS.split(',').map(broker => broker.trim()),
    namespace: env.NAMESPACE,
    instance: env.INSTANCE || randomUUID(),
    sessionTimeoutMs: env.KAFKA_SESSION_TIMEOUT_MS,
    plantedFault: env.PLANTED_FAULT,
  };
}

/** How one service takes part in the conversation. */
export interface MessagingOptions {
  service: string;
  settings: MessagingSettings;
  /** The service's own tables; those of messaging are added. */
  migrations: import('@chuanliu/database/migration').Migration[];
  /** Streams that the service hears; none for one that only speaks. */
  topics: string[];
  /** Event types on those streams that are deliberately not heard. Any other type without a handler is a fault. */
  ignores?: string[];
  /** Streams that the service speaks on. */
  produces?: string[];
  poolSize?: number;
}
