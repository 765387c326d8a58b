import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

/** Signing secrets, sealed; one that was replaced signs along until valid_until. */
export const addWebhookSecret: Migration = {
  at: 1763800000702,
  name: 'add-webhook-secret',
  up: `CREATE TABLE IF NOT EXISTS webhook_secret (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    webhook_id ${ID} NOT NULL,
    sealed_secret VARCHAR(255) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    valid_until DATETIME(3) NULL,
    KEY by_webhook (webhook_id, id))`,
};
