import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { programOf } from './services.mjs';

const run = promisify(execFile);

/**
 * The first clients' credentials. A file whose operator still gets a token is kept; one left from forgotten data is
 * made anew by the gateway's own program.
 *
 * @returns the file's content: `{baseUrl, clients, channel, …}`
 */
export async function credentialsThatWork({ file, baseUrl, environment }) {
  const kept = readCredentials(file);
  if (kept && (await getsToken(baseUrl, kept))) {
    if (kept.baseUrl !== baseUrl) {
      writeFileSync(file, `${JSON.stringify({ ...kept, baseUrl }, null, 2)}\n`, { mode: 0o600 });
    }
    return { ...kept, baseUrl };
  }
  rmSync(file, { force: true });
  const program = programOf('gateway', 'bootstrap-clients');
  await run(process.execPath, [program, '--file', file, '--base-url', baseUrl], {
    env: { PATH: process.env.PATH, ...environment },
  });
  return readCredentials(file);
}

export function readCredentials(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

async function getsToken(baseUrl, { clients }) {
  const { clientId, clientSecret } = clients.operator;
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const answer = await fetch(`${baseUrl}/v1/token`, { method: 'POST', body: new URLSearchParams(form) });
  await answer.arrayBuffer();
  return answer.ok;
}
