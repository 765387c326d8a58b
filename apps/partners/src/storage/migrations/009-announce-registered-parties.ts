import type { Migration } from '@chuanliu/database/migration';

export const announceRegisteredParties: Migration = {
  at: 1763800000109,
  name: 'announce-registered-parties',
  // The product pool passed recruiters and agencies by, and knows none of those who were registered until now.
  up: `INSERT IGNORE INTO due_announcement (kind, entry_id)
    SELECT kind, entry_id FROM entry WHERE kind IN ('recruiter', 'agency')`,
};
