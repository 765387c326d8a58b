import type { Migration } from '@chuanliu/database/migration';

export const noteHowOpenPlansWereTold: Migration = {
  at: 1763800000210,
  name: 'note-how-open-plans-were-told',
  // Versions from before rates changed by rule are history: they lock no rate.
  up: `ALTER TABLE open_plan_version
    ADD COLUMN rate_lock_days SMALLINT NOT NULL DEFAULT 0,
    ADD COLUMN imported TINYINT NOT NULL DEFAULT 1,
    ADD KEY by_instant (effective_from)`,
};
