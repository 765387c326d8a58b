import type { Migration } from '@chuanliu/database/migration';
import { addAccount } from './001-add-account';
import { addLedgerLine } from './002-add-ledger-line';
import { addPosting } from './003-add-posting';
import { addPostingEntry } from './004-add-posting-entry';
import { addAccountDay } from './005-add-account-day';
import { addPostingSeries } from './006-add-posting-series';
import { letPostingsStandWithoutAnOrder } from './007-let-postings-stand-without-an-order';
import { addSettlementState } from './008-add-settlement-state';
import { beginWithNothingSealed } from './009-begin-with-nothing-sealed';
import { addAvailableMovement } from './010-add-available-movement';
import { addAuditEntry } from './040-add-audit-entry';
import { addAuditHead } from './041-add-audit-head';
import { beginWithAnEmptyAuditLog } from './042-begin-with-an-empty-audit-log';

export const allMigrations: Migration[] = [
  addAccount,
  addLedgerLine,
  addPosting,
  addPostingEntry,
  addAccountDay,
  addPostingSeries,
  letPostingsStandWithoutAnOrder,
  addSettlementState,
  beginWithNothingSealed,
  addAvailableMovement,
  addAuditEntry,
  addAuditHead,
  beginWithAnEmptyAuditLog,
];
