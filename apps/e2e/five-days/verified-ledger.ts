import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '@chuanliu/testing/repository-root';
import type { Namespace } from '@chuanliu/testing/unique-namespace';

/** What `npm run verify:ledger` says of a system's books, and the code with which it ends. */
export async function verifiedLedger({ name, servers }: Namespace): Promise<{ code: number | null; said: string }> {
  const program = join(repositoryRoot(), 'dist/apps/settlement/src/verify-ledger/main.js');
  const env = { PATH: process.env.PATH, DATABASE_URL: servers.databaseUrl, NAMESPACE: name };
  const child = spawn(process.execPath, [program], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>(resolve => child.once('close', resolve));
  return { code, said };
}
