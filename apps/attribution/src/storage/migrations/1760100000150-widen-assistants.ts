import type { Migration } from '@chuanliu/database/migration';

/** As many assistants as touches count for a sale, with ids of 64 characters, are twice what TEXT holds. */
export const widenAssistants: Migration = {
  at: 1760100000150,
  name: 'widen-assistants',
  up: 'ALTER TABLE line MODIFY COLUMN assistants MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NULL',
};
