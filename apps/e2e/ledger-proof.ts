import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { schemaOf } from '@chuanliu/database/service-schema';
import { repositoryRoot } from '@chuanliu/testing/repository-root';
import type { SystemUnderTest } from '@chuanliu/testing/system-under-test';

const program = join(repositoryRoot(), 'dist', 'apps', 'settlement', 'src', 'verify-ledger', 'main.js');

/** `npm run verify:ledger` against a system under test, and a way to tamper with what it reads. */
export function ledgerProof({ namespace }: SystemUnderTest) {
  const { databaseUrl } = namespace.servers;
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl, NAMESPACE: namespace.name };
  return {
    schema: schemaOf(namespace.name, 'settlement'),
    /** How the program ended, and what it said. */
    async verdict(): Promise<{ status: number | null; text: string }> {
      const child = spawn(process.execPath, [program], { env });
      let text = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (said: Buffer) => (text += said.toString()));
      const status = await new Promise<number | null>(resolve => child.once('close', resolve));
      return { status, text };
    },
    /** Runs a statement behind the services' backs. */
    async run(sql: string): Promise<void> {
      const connection = await createConnection(databaseUrl);
      try {
        await connection.query(sql);
      } finally {
        await connection.end();
      }
    },
  };
}
