import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@chuanliu/testing/repository-root';

/** What a case that failed leaves in the results. */
export interface Failure {
  what: string;
  failure: string;
}

/**
 * Writes what was measured so far for people and for programs, over what an earlier run left. Benches of several cases do
 * so after each: what was measured before one goes wrong is kept.
 * @param name `latest`, `pool-latest`: beginning of both files' names below bench/results
 */
export function keepResults(name: string, results: object, markdown: string): void {
  const where = join(repositoryRoot(), 'bench', 'results');
  mkdirSync(where, { recursive: true });
  writeFileSync(join(where, `${name}.json`), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(where, `${name}.md`), markdown);
}

/** Notes in the results that a case failed; the program ends with 1 then, and what comes after is still measured. */
export function noteFailure({ failures }: { failures: Failure[] }, what: string, fault: unknown): void {
  console.error(fault);
  failures.push({ what, failure: fault instanceof Error ? fault.message : String(fault) });
  process.exitCode = 1;
}
