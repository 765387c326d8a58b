import type { Migration } from '@chuanliu/database/migration';

/** What a batch did about one party: the payout that it made, or would have made, or the problem that kept it from it. */
export const addPayoutVerdict: Migration = {
  at: 1763800000037,
  name: 'add-payout-verdict',
  up: `CREATE TABLE IF NOT EXISTS payout_verdict (
    batch_id VARCHAR(64) NOT NULL,
    verdict_no INT NOT NULL,
    party_kind VARCHAR(16) NOT NULL,
    party_id VARCHAR(64) NOT NULL,
    available_fen BIGINT NOT NULL,
    payout_id VARCHAR(64) NULL,
    gross_fen BIGINT NULL,
    tax_fen BIGINT NULL,
    net_fen BIGINT NULL,
    problem VARCHAR(64) NULL,
    PRIMARY KEY (batch_id, verdict_no)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
