import type { Migration } from '@chuanliu/database/migration';

export const beginWebhookGeneration: Migration = {
  at: 1763800000704,
  name: 'begin-webhook-generation',
  up: 'INSERT IGNORE INTO webhook_generation (id, generation) VALUES (1, 1)',
};
