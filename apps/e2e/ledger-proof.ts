import { execFile } from 'node:child_process';
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
    verdict: () =>
      new Promise<{ status: number; text: string }>(resolve => {
        execFile(process.execPath, [program], { env }, (fault, said, failed) => {
          resolve({ status: fault ? Number(fault.code) : 0, text: said + failed });
        });
      }),
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
