import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Type } from '@sinclair/typebox';
import { SecretSeal } from '@chuanliu/auth/secret-seal';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { schemaOf } from '@chuanliu/database/service-schema';
import { parseConfig } from '@chuanliu/http/service-config';
import { messagingEnvironment } from '@chuanliu/messaging/settings';
import { Settings } from '../settlement.config';
import { exportTaxReturn } from './export-tax-return';

const usage = `Usage: npm run export:tax-return -- YYYY-Qn [--out FILE]
Writes what each person was paid in the quarter and the income tax withheld, for the tax office: with
readable id numbers, in a file that you alone may read (tax-return-YYYY-Qn.csv unless told; never over
another). The audit log of the books tells that you did. The database and the key are the running
system's, or those of DATABASE_URL (NAMESPACE, if it is not chuanliu_) and PAYEE_KEY.
Ends with 0 when the file is written, with 2 when it could not be.
`;

async function main(): Promise<void> {
  const { quarter, file } = asked();
  const { DATABASE_URL, NAMESPACE, PAYEE_KEY } = whereToLook();
  const schema = schemaOf(NAMESPACE, 'settlement');
  const database = await Database.openExisting({ url: DATABASE_URL, schema, poolSize: 1 });
  try {
    const { people, withoutIdentity } = await exportTaxReturn(database, new SecretSeal(PAYEE_KEY, 'PAYEE_KEY'), {
      quarter,
      file,
      by: whoCalls(),
      at: toUtcInstant(new Date().toISOString()),
    });
    process.stdout.write(`persons: ${people}, of them without an identity: ${withoutIdentity}; ${file}\n`);
  } finally {
    await database.close();
  }
}

/** Nobody signs in on the machine: what is known is the account of the operating system. */
function whoCalls() {
  const account = userInfo().username.replace(/[^A-Za-z0-9._-]/g, '_');
  return { clientId: `os:${account}`.slice(0, 64), personId: null, role: 'operator' as const };
}

function whereToLook() {
  const { DATABASE_URL, NAMESPACE } = messagingEnvironment;
  const { PAYEE_KEY } = Settings.properties;
  const { config, faults } = parseConfig(Type.Object({ DATABASE_URL, NAMESPACE, PAYEE_KEY }), process.env);
  if (!config) throw new Error(`no system runs here, and the environment names no database: ${faults.join(', ')}`);
  return config;
}

function asked(): { quarter: string; file: string } {
  const { values, positionals } = argumentsGiven();
  if (values.help) leave(process.stdout, 0);
  const [quarter, ...others] = positionals;
  if (!quarter || !/^[0-9]{4}-Q[1-4]$/.test(quarter) || others.length > 0) leave(process.stderr, 2);
  // npm runs scripts at the root of the repository; a file is meant from where the person stands.
  const from = process.env.INIT_CWD ?? process.cwd();
  return { quarter, file: resolve(from, values.out ?? `tax-return-${quarter}.csv`) };
}

function argumentsGiven() {
  try {
    return parseArgs({ allowPositionals: true, options: { out: { type: 'string' }, help: { type: 'boolean' } } });
  } catch {
    leave(process.stderr, 2); // An unknown option.
  }
}

function leave(stream: NodeJS.WriteStream, code: number): never {
  stream.write(usage);
  process.exit(code);
}

main().catch((fault: unknown) => {
  process.stderr.write(`No tax return was written: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});
