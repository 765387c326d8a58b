/** Prints an access token: `node deploy/local/token.mjs [operator|finance-1|finance-2]`, for pasting into curl. */
import { readCredentials } from './credentials.mjs';
import { local } from './repository.mjs';

const name = process.argv[2] ?? 'operator';
const credentials = readCredentials(local('credentials.json'));
const client = credentials?.clients[name];
if (!client) {
  console.error(credentials ? `No client ${name}.` : 'There are no credentials yet: run `npm start` first.');
  process.exit(1);
}
const form = { grant_type: 'client_credentials', client_id: client.clientId, client_secret: client.clientSecret };
const answer = await fetch(`${credentials.baseUrl}/v1/token`, { method: 'POST', body: new URLSearchParams(form) });
if (!answer.ok) {
  console.error(`${name} got no token: ${answer.status} ${await answer.text()}`);
  process.exit(1);
}
console.log((await answer.json()).access_token);
