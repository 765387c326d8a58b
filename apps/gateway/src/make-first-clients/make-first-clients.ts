import type { ClientStore, ClientAccount } from '../issue-token/client-store';
import type { ChannelSecrets } from '../register-channel/channel-secrets';
import { readCredentials, writeCredentials, type Credentials } from './credentials-file';

/** Two finance clients, since what one person proposes another has to approve. */
const firstClients = {
  operator: { role: 'operator', partyId: null, personId: 'person-operator' },
  'finance-1': { role: 'finance', partyId: null, personId: 'person-finance-1' },
  'finance-2': { role: 'finance', partyId: null, personId: 'person-finance-2' },
} as const satisfies Record<string, ClientAccount>;
type FirstClient = keyof typeof firstClients;
const names = Object.keys(firstClients) as FirstClient[];

const firstChannel = 'demo-shop';

/**
 * Makes the clients and the channel that a new installation is called with, and writes down their secrets.
 * A file whose secrets all hold is left as it is; one that lacks something, or does not hold any more, is made anew.
 *
 * @returns whether the file was written
 */
export async function makeFirstClients(
  file: string,
  baseUrl: string,
  clients: Pick<ClientStore, 'save' | 'verify'>,
  channels: Pick<ChannelSecrets, 'lookUp' | 'rotate'>,
): Promise<boolean> {
  const kept = readCredentials(file);
  if (kept && (await holds(kept, clients, channels))) {
    if (kept.baseUrl === baseUrl) return false;
    writeCredentials(file, { ...kept, baseUrl });
    return true;
  }
  // Secrets are kept as hashes, so those of a lost file are lost as well: the same clients get new ones.
  const made = async (name: FirstClient) => ({ clientId: name, ...(await clients.save(name, firstClients[name])) });
  const [secret = await channels.rotate(firstChannel)] = await channels.lookUp(firstChannel);
  writeCredentials(file, {
    baseUrl,
    clients: {
      operator: await made('operator'),
      'finance-1': await made('finance-1'),
      'finance-2': await made('finance-2'),
    },
    channel: { id: firstChannel, secret },
    consoleLogins: kept?.consoleLogins ?? {},
  });
  return true;
}

async function holds(
  kept: Credentials,
  clients: Pick<ClientStore, 'verify'>,
  channels: Pick<ChannelSecrets, 'lookUp'>,
): Promise<boolean> {
  for (const name of names) {
    const { clientId, clientSecret } = kept.clients[name];
    const caller = await clients.verify(clientId, clientSecret);
    if (caller?.role !== firstClients[name].role) return false;
  }
  return (await channels.lookUp(kept.channel.id)).includes(kept.channel.secret);
}
