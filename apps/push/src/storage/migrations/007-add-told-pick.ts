import type { Migration } from '@chuanliu/database/migration';
import { ascii, ID } from './columns';

/** What is known of a pick of which a party with webhooks was told: picks are announced whole each time. */
export const addToldPick: Migration = {
  at: 1763800000707,
  name: 'add-told-pick',
  up: `CREATE TABLE IF NOT EXISTS told_pick (
    pick_id ${ID} NOT NULL,
    party_kind ${ascii(9)} NOT NULL,
    party_id ${ID} NOT NULL,
    revision INT NOT NULL,
    ends_at DATETIME(3) NULL,
    rate_changes MEDIUMTEXT NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (pick_id, party_kind, party_id),
    KEY by_age (updated_at))`,
};
