import type { Migration } from '@chuanliu/database/migration';
import { addEntry } from './001-add-entry';
import { addDatedVersion } from './002-add-dated-version';
import { addAgencyContract } from './003-add-agency-contract';
import { addSuspension } from './004-add-suspension';
import { addPayee } from './005-add-payee';
import { identifyPayees } from './006-identify-payees';
import { tellPersonsApart } from './007-tell-persons-apart';
import { addDueAnnouncement } from './008-add-due-announcement';
import { announceRegisteredParties } from './009-announce-registered-parties';

export const allMigrations: Migration[] = [
  addEntry,
  addDatedVersion,
  addAgencyContract,
  addSuspension,
  addPayee,
  identifyPayees,
  tellPersonsApart,
  addDueAnnouncement,
  announceRegisteredParties,
];
