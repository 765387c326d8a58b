import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller, ClientRole } from '@chuanliu/auth/caller';
import { createClientSecret, fitsHash, hashOfSecret } from '@chuanliu/auth/client-secret';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';

export interface ClientAccount {
  role: ClientRole;
  partyId: string | null;
  personId: string | null;
}

interface ClientRow {
  client_id: string;
  secret_hash: string;
  role: ClientRole;
  party_id: string | null;
  person_id: string | null;
}

/** Who may ask for tokens. */
@Injectable()
export class ClientStore {
  /** Compared with when there is no such client, so that the time taken does not tell. */
  private readonly noClientsHash = hashOfSecret(randomBytes(32).toString('base64url'));

  constructor(private readonly database: Database) {}

  /**
   * Makes a client, or gives an existing one a new secret, which ends the old one at once.
   * @returns the secret, which is not kept and cannot be shown again
   */
  async save(clientId: string, { role, partyId, personId }: ClientAccount): Promise<{ clientSecret: string }> {
    const { secret, hash } = await createClientSecret();
    const now = toColumn(new Date().toISOString());
    await this.database.transaction(tx =>
      tx.execute(
        `INSERT INTO client (client_id, secret_hash, role, party_id, person_id, created_at) VALUES (?, ?, ?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE secret_hash = VALUES(secret_hash), role = VALUES(role),
           party_id = VALUES(party_id), person_id = VALUES(person_id)`,
        [clientId, hash, role, partyId, personId, now],
      ),
    );
    return { clientSecret: secret };
  }

  /** @returns who the client is; undefined when there is none, or the secret is not its own. */
  async verify(clientId: string, secret: string): Promise<Caller | undefined> {
    // The column holds ASCII ids: anything else names nobody, and must not meet the column's collation.
    const known = /^[A-Za-z0-9._:-]{1,64}$/.test(clientId);
    const [row] = known
      ? await this.database.read<ClientRow>('SELECT * FROM client WHERE client_id = ?', [clientId])
      : [];
    const fits = await fitsHash(secret, row?.secret_hash ?? (await this.noClientsHash));
    if (!row || !fits) return undefined;
    return { clientId: row.client_id, role: row.role, partyId: row.party_id, personId: row.person_id };
  }
}
