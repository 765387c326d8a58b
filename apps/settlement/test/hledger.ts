import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const isInstalled = hasHledger();
if (!isInstalled)
  process.stderr.write('hledger is not installed (Debian: apt-get install hledger): not checking our books with it\n');

/** A test that needs hledger, a program that we did not write; skipped where it is not installed. */
export const itWithHledger = isInstalled ? it : it.skip;

/**
 * Balances of a journal by account, in fen, as hledger comes to them: accounts that came to nothing are there with 0.
 * @param journals texts that are read one after the other, as one journal
 * @param query more words for hledger: `-e 2026-11-07` ends before that day
 * @throws when hledger finds a transaction that does not balance, or a commodity that is not declared
 */
export function balancesByHledger(journals: readonly string[], ...query: string[]): Record<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'journal-'));
  try {
    const files = journals.flatMap((text, i) => {
      const file = join(folder, `${i}.journal`);
      writeFileSync(file, text);
      return ['-f', file];
    });
    execFileSync('hledger', [...files, 'check', 'commodities']);
    const words = [...files, 'balance', ...query, '--empty', '--flat', '-N', '-O', 'csv'];
    const rows = parse<Record<string, string>>(execFileSync('hledger', words, { encoding: 'utf8' }), { columns: true });
    return Object.fromEntries(rows.map(row => [row.account!, fenOf(row.balance!)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `"-19900 fen"`, or `"0"` of an account that came to nothing. */
function fenOf(amount: string): number {
  const [, number] = /^(-?\d+)(?: fen)?$/.exec(amount) ?? [];
  if (number === undefined) throw new Error(`not an amount in fen: ${amount}`);
  return Number(number);
}

function hasHledger(): boolean {
  try {
    execFileSync('hledger', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
