import type { Migration } from '@chuanliu/database/migration';

/** Counts the changes of webhooks, so that a slice sees by one small row whether what it remembers of them still holds. */
export const addWebhookGeneration: Migration = {
  at: 1763800000703,
  name: 'add-webhook-generation',
  up: 'CREATE TABLE IF NOT EXISTS webhook_generation (id TINYINT NOT NULL PRIMARY KEY, generation BIGINT NOT NULL)',
};
