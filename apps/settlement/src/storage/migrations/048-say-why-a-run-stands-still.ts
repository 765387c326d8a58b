import type { Migration } from '@chuanliu/database/migration';

/** The fault on which a run's last step failed, and when it first did; null while the run moves on. */
export const sayWhyARunStandsStill: Migration = {
  at: 1763800000048,
  name: 'say-why-a-run-stands-still',
  up: `ALTER TABLE settlement_run
    ADD COLUMN fault_at DATETIME(3) NULL,
    ADD COLUMN fault_detail VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL`,
};
