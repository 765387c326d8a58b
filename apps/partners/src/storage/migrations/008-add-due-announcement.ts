import type { Migration } from '@chuanliu/database/migration';
import { ID, WORD } from './columns';

export const addDueAnnouncement: Migration = {
  at: 1763800000108,
  name: 'add-due-announcement',
  // Parties to be announced once more as they are: for a service that heard their announcements before it kept them.
  up: `CREATE TABLE IF NOT EXISTS due_announcement (
    kind ${WORD} NOT NULL,
    entry_id ${ID} NOT NULL,
    PRIMARY KEY (kind, entry_id))`,
};
