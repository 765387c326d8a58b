import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import { schemaOf } from './schema-of';
import { describeWholeApi } from './whole-api';

const { values } = parseArgs({ options: { from: { type: 'string' }, print: { type: 'boolean', default: false } } });

/** Writes the client's types anew, or prints them; told by the sources, or with `--from` by a running system. */
async function main(): Promise<void> {
  const document = values.from === undefined ? await describeWholeApi() : await documentAt(values.from);
  const schema = await schemaOf(document);
  if (values.print) {
    process.stdout.write(schema);
    return;
  }
  const file = join(process.cwd(), 'clients/typescript/src/schema.ts');
  writeFileSync(file, schema);
  process.stdout.write(`${file}\n`);
}

async function documentAt(url: string): Promise<OpenAPIObject> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as OpenAPIObject;
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
  process.exitCode = 1;
});
