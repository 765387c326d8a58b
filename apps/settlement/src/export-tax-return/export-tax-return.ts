import { hash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import type { SecretSeal } from '@chuanliu/auth/secret-seal';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Database } from '@chuanliu/database/database';
import { maskedNumber, taxReportAsCsv } from '../report-taxes/tax-report-as-csv';
import { TaxReportQuery } from '../report-taxes/tax-report.query';
import { writeAudit, type AuditedAct } from '../storage/audit-log';
import { openIdNumber } from '../storage/open-seal';

interface Export {
  /** `2026-Q4` */
  quarter: string;
  /** A file that is not there yet. */
  file: string;
  by: AuditedAct['by'];
  at: UtcInstant;
}

/**
 * Writes a quarter's tax return: the report with readable id numbers, the one place where they are, in a file that its
 * owner alone may read. The audit log tells of it before the first number is written.
 *
 * @returns how many persons it names, and how many of them by no document
 * @throws when the file is there already, or Problem `settlement/payee-key-differs` when the id numbers do not open;
 *   then no file is left
 */
export async function exportTaxReturn(
  database: Database,
  seal: SecretSeal,
  { quarter, file, by, at }: Export,
): Promise<{ people: number; withoutIdentity: number }> {
  const people = await new TaxReportQuery(database).read(quarter);
  const csv = taxReportAsCsv(people, ({ sealedNumber, sealedFor }) => openIdNumber(seal, sealedFor, sealedNumber));
  const counts = { people: people.length, withoutIdentity: people.filter(person => !person.identity).length };
  const handle = await open(file, 'wx', 0o600);
  try {
    await database.transaction(tx =>
      writeAudit(tx, {
        by,
        at,
        action: 'export-tax-return',
        subject: { kind: 'tax-report', id: quarter },
        reason: null,
        // Not of the file: whoever knows all but one id number would find it by trying.
        facts: { ...counts, sha256OfMasked: hash('sha256', taxReportAsCsv(people, maskedNumber)) },
      }),
    );
    await handle.writeFile(csv);
  } catch (fault) {
    await rm(file);
    throw fault;
  } finally {
    await handle.close();
  }
  return counts;
}
