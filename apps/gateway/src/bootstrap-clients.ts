import { parseArgs } from 'node:util';
import { Type } from '@sinclair/typebox';
import { readConfig } from '@chuanliu/http/service-config';
import { Settings } from './gateway.config';
import { ClientStore } from './issue-token/client-store';
import { makeFirstClients } from './make-first-clients/make-first-clients';
import { ChannelSecrets } from './register-channel/channel-secrets';
import { openDatabase } from './storage/open-database';

const usage = 'Usage: bootstrap-clients --file PATH --base-url URL (with DATABASE_URL and NAMESPACE of the gateway)\n';

/** Makes an installation's first clients and writes their credentials to a file that only its owner can read. */
async function main(): Promise<void> {
  const { file, baseUrl } = readArguments();
  const { DATABASE_URL, NAMESPACE } = readConfig(
    Type.Object({
      DATABASE_URL: Settings.properties.DATABASE_URL,
      NAMESPACE: Settings.properties.NAMESPACE,
    }),
  );
  const database = await openDatabase({ databaseUrl: DATABASE_URL, namespace: NAMESPACE });
  try {
    const written = await makeFirstClients(file, baseUrl, new ClientStore(database), new ChannelSecrets(database));
    process.stdout.write(written ? `Credentials are in ${file}\n` : `The credentials in ${file} hold\n`);
  } finally {
    await database.close();
  }
}

function readArguments(): { file: string; baseUrl: string } {
  try {
    const options = { file: { type: 'string' }, 'base-url': { type: 'string' } } as const;
    const { file, 'base-url': baseUrl } = parseArgs({ options }).values;
    if (file && baseUrl && /^https?:\/\//.test(baseUrl)) return { file, baseUrl: baseUrl.replace(/\/+$/, '') };
  } catch {
    // An unknown option: the usage says what there is.
  }
  process.stderr.write(usage);
  process.exit(2);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
