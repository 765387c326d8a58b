import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaOf } from './schema-of';
import { describeWholeApi } from './whole-api';

/** Writes the client's types anew; the committed file is compared with a running system's by a test. */
async function main(): Promise<void> {
  const file = join(process.cwd(), 'clients/typescript/src/schema.ts');
  writeFileSync(file, await schemaOf(await describeWholeApi()));
  process.stdout.write(`${file}\n`);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
  process.exitCode = 1;
});
