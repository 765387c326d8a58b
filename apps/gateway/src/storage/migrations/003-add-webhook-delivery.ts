import type { Migration } from '@chuanliu/database/migration';

/** The first answer to each webhook, for when it is delivered again. */
export const migration: Migration = {
  at: 1_763_800_000_003,
  name: 'add-webhook-delivery',
  up: `CREATE TABLE IF NOT EXISTS webhook_delivery (
    channel_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    webhook_id VARCHAR(256) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    body_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status SMALLINT NOT NULL,
    content_type VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    answer MEDIUMBLOB NOT NULL,
    answered_at DATETIME(3) NOT NULL,
    PRIMARY KEY (channel_id, webhook_id),
    KEY by_age (answered_at)
  )`,
};
