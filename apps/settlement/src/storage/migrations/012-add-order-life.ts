import type { Migration } from '@chuanliu/database/migration';

/**
 * An order on its way to settlement. It may be known by its receipt before its payment (`brand_id` null), and by its
 * payment before its receipt. `due_on` is the business day whose run settles it; `is_open` says that a run has not found
 * everything of it settled; `freight_run` settled its freight; `late_run` is the run after whose cut it changed.
 */
export const addOrderLife: Migration = {
  at: 1763800000012,
  name: 'add-order-life',
  up: `CREATE TABLE IF NOT EXISTS order_life (
    order_id VARCHAR(64) NOT NULL,
    channel_id VARCHAR(64) NOT NULL,
    brand_id VARCHAR(64) NULL,
    received_at DATETIME(3) NULL,
    receipt_revision INT NOT NULL DEFAULT 0,
    due_on DATE NULL,
    is_open TINYINT NOT NULL,
    freight_run VARCHAR(64) NULL,
    late_run VARCHAR(64) NULL,
    PRIMARY KEY (order_id, channel_id),
    KEY by_due_day (is_open, due_on, order_id, channel_id),
    KEY of_brand (brand_id, received_at)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
