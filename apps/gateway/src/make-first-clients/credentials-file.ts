import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import { compileShape } from '@chuanliu/http/validate';

const Client = Closed({ clientId: Id, clientSecret: Type.String({ minLength: 1 }) });

/** What an installation's first users read to call the API. */
export const Credentials = Closed({
  baseUrl: Type.String({ pattern: '^https?://' }),
  clients: Closed({ operator: Client, 'finance-1': Client, 'finance-2': Client }),
  channel: Closed({ id: Id, secret: Type.String({ pattern: '^whsec_' }) }),
  consoleLogins: Type.Object({}),
});
export type Credentials = Static<typeof Credentials>;

const shape = compileShape(Credentials);

/** @returns undefined when there is no such file, or it is not one of ours. */
export function readCredentials(file: string): Credentials | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return shape.fits(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Written beside and moved into place, readable by its owner only from its first byte on. */
export function writeCredentials(file: string, credentials: Credentials): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  renameSync(beside, file);
}
