import type { Migration } from '@chuanliu/database/migration';

const ascii = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** The tables of messaging, in every service's schema. */
export const messagingMigrations: Migration[] = [
  {
    at: 1760000000001,
    name: 'add-outbox',
    // Insert and delete only; the columns are those that Debezium's outbox event router expects.
    up: `CREATE TABLE IF NOT EXISTS outbox (
      id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
      event_id BINARY(16) NOT NULL,
      shard SMALLINT NOT NULL,
      aggregate_type ${ascii(100)} NOT NULL,
      aggregate_id ${ascii(140)} NOT NULL,
      type ${ascii(100)} NOT NULL,
      payload LONGTEXT NOT NULL,
      headers TEXT NOT NULL,
      occurred_at DATETIME(3) NOT NULL)`,
  },
  {
    at: 1760000000002,
    name: 'add-outbox-lease',
    up: `CREATE TABLE IF NOT EXISTS outbox_lease (
      shard SMALLINT NOT NULL PRIMARY KEY,
      epoch BIGINT NOT NULL,
      holder ${ascii(80)} NOT NULL,
      held_until DATETIME(3) NOT NULL)`,
  },
  {
    at: 1760000000003,
    name: 'add-inbox',
    // event_id is time-ordered (UUID 7), so rows are appended, and old ones are dropped by a range.
    up: `CREATE TABLE IF NOT EXISTS inbox (
      event_id BINARY(16) NOT NULL,
      consumer ${ascii(60)} NOT NULL,
      slice BIGINT NOT NULL,
      PRIMARY KEY (event_id, consumer))`,
  },
  {
    at: 1760000000004,
    name: 'add-consumer-position',
    up: `CREATE TABLE IF NOT EXISTS consumer_position (
      consumer ${ascii(60)} NOT NULL,
      topic ${ascii(100)} NOT NULL,
      partition_no SMALLINT NOT NULL,
      next_offset BIGINT NOT NULL,
      PRIMARY KEY (consumer, topic, partition_no))`,
  },
  {
    at: 1760000000005,
    name: 'add-parked-event',
    up: `CREATE TABLE IF NOT EXISTS parked_event (
      id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
      consumer ${ascii(60)} NOT NULL,
      topic ${ascii(100)} NOT NULL,
      partition_no SMALLINT NOT NULL,
      message_offset BIGINT NOT NULL,
      message_key VARCHAR(200) NOT NULL,
      event_id BINARY(16) NULL,
      type VARCHAR(100) NOT NULL,
      payload LONGBLOB NOT NULL,
      headers TEXT NOT NULL,
      reason TEXT NOT NULL,
      state ${ascii(10)} NOT NULL,
      parked_at DATETIME(3) NOT NULL,
      updated_at DATETIME(3) NOT NULL,
      UNIQUE KEY by_message (consumer, topic, partition_no, message_offset),
      KEY by_state (consumer, state, topic, message_key))`,
  },
  {
    at: 1760000000006,
    name: 'add-fence',
    up: `CREATE TABLE IF NOT EXISTS fence (name ${ascii(40)} NOT NULL PRIMARY KEY)`,
  },
  {
    at: 1760000000007,
    name: 'add-fence-of-late-knowledge',
    up: `INSERT IGNORE INTO fence (name) VALUES ('late-knowledge')`,
  },
  {
    at: 1760000000008,
    name: 'say-which-positions-are-stranded',
    // The position at which the broker had not what comes next; moving the position releases it.
    up: 'ALTER TABLE consumer_position ADD COLUMN stranded_offset BIGINT NULL',
  },
];
