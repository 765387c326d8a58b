import { parseArgs } from 'node:util';
import { Type } from '@sinclair/typebox';
import { isDate } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { schemaOf } from '@chuanliu/database/service-schema';
import { parseConfig } from '@chuanliu/http/service-config';
import { messagingEnvironment } from '@chuanliu/messaging/settings';
import { reportInWords } from './report-in-words';
import type { NotedSeals } from './seals-to-check';
import { verifyLedger } from './verify-ledger';

const usage = `Usage: npm run verify:ledger [-- --seal YYYY-MM-DD=HASH …]
Proves the ledger anew from its postings, and writes nothing. The database is the running system's,
or DATABASE_URL's (NAMESPACE, if it is not chuanliu_). A seal that was noted elsewhere must still hold.
Ends with 0 when everything agrees, with 1 when a row disagrees, with 2 when it could not look.
`;

async function main(): Promise<void> {
  const noted = notedSeals();
  const { DATABASE_URL, NAMESPACE } = whereToLook();
  const schema = schemaOf(NAMESPACE, 'settlement');
  const database = await Database.openExisting({ url: DATABASE_URL, schema, poolSize: 1 });
  try {
    const begun = performance.now();
    process.stdout.write(`The ledger in ${schema}, as it is at ${new Date().toISOString()}\n`);
    const results = await verifyLedger(database, noted);
    process.stdout.write(reportInWords(results));
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const wrong = results.filter(result => result.difference !== null).length;
    const verdict =
      wrong === 0 ? 'Everything agrees' : `${wrong} of ${results.length} checks found a row that disagrees`;
    process.stdout.write(`${verdict} (${seconds} s)\n`);
    process.exitCode = wrong === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

function whereToLook() {
  const { DATABASE_URL, NAMESPACE } = messagingEnvironment;
  const { config, faults } = parseConfig(Type.Object({ DATABASE_URL, NAMESPACE }), process.env);
  if (!config) throw new Error(`no system runs here, and the environment names no database: ${faults.join(', ')}`);
  return config;
}

function notedSeals(): NotedSeals {
  try {
    const { seal = [], help } = parseArgs({
      options: { seal: { type: 'string', multiple: true }, help: { type: 'boolean' } },
    }).values;
    if (help) leave(process.stdout, 0);
    return new Map(seal.map(partsOf));
  } catch {
    leave(process.stderr, 2); // An unknown option, or a seal that is none.
  }
}

function partsOf(noted: string): [string, string] {
  const [, day, hash] = /^([^=]+)=([0-9a-f]{64})$/.exec(noted) ?? [];
  if (!day || !hash || !isDate(day)) throw new Error(`not a seal: ${noted}`);
  return [day, hash];
}

function leave(stream: NodeJS.WriteStream, code: number): never {
  stream.write(usage);
  process.exit(code);
}

main().catch((fault: unknown) => {
  process.stderr.write(
    `The ledger could not be looked at: ${fault instanceof Error ? fault.message : String(fault)}\n`,
  );
  process.exitCode = 2;
});
