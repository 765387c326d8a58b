import { messagingSettings, type MessagingSettings } from '@chuanliu/messaging/settings';
import type { Namespace } from './unique-namespace';

/** How one service, started within a test, takes part in the conversation: on the test's servers, among its names. */
export const settingsIn = ({ name, servers }: Pick<Namespace, 'name' | 'servers'>): MessagingSettings =>
  messagingSettings({
    DATABASE_URL: servers.databaseUrl,
    KAFKA_BROKERS: servers.kafkaBrokers,
    NAMESPACE: name,
    INSTANCE: '1',
    KAFKA_SESSION_TIMEOUT_MS: 6_000,
    PLANTED_FAULT: '',
  });
