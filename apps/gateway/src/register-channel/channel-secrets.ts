import { Injectable } from '@nestjs/common';
import { createWebhookSecret } from '@chuanliu/auth/webhook-signature';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';

/** How long a channel's old secret stays valid beside the new one. */
const oldSecretHoldsMs = 24 * 3_600_000;
/** How long this process goes without looking whether a channel's secrets have changed. */
const rememberedMs = 5_000;

interface SecretRow {
  secret: string;
  valid_until: string | null;
}

/** The secrets under which channels sign. */
@Injectable()
export class ChannelSecrets {
  private readonly remembered = new Map<string, { secrets: string[]; at: number }>();

  constructor(private readonly database: Database) {}

  /** Gives a channel a secret, its first or a new one; older ones hold for 24 hours more. */
  async rotate(channelId: string, now = new Date()): Promise<string> {
    const secret = createWebhookSecret();
    const at = toColumn(now.toISOString());
    const until = toColumn(new Date(now.getTime() + oldSecretHoldsMs).toISOString());
    await this.database.transaction(async tx => {
      await tx.execute('UPDATE channel_secret SET valid_until = ? WHERE channel_id = ? AND valid_until IS NULL', [
        until,
        channelId,
      ]);
      await tx.execute('INSERT INTO channel_secret (channel_id, secret, created_at) VALUES (?, ?, ?)', [
        channelId,
        secret,
        at,
      ]);
    });
    this.remembered.delete(channelId);
    return secret;
  }

  /** The secrets valid now; none for a channel that does not exist. May be up to five seconds old. */
  async of(channelId: string): Promise<string[]> {
    const known = this.remembered.get(channelId);
    if (known && known.at > Date.now() - rememberedMs) return known.secrets;
    return this.lookUp(channelId);
  }

  /** The same, looked up now. */
  async lookUp(channelId: string): Promise<string[]> {
    const rows = await this.database.read<SecretRow>(
      `SELECT secret, valid_until FROM channel_secret
       WHERE channel_id = ? AND (valid_until IS NULL OR valid_until > ?)
       ORDER BY valid_until IS NULL DESC, created_at DESC`,
      [channelId, toColumn(new Date().toISOString())],
    );
    const secrets = rows.map(row => row.secret);
    // Channels that do not exist are not remembered: their names come from anyone.
    if (secrets.length > 0) this.remembered.set(channelId, { secrets, at: Date.now() });
    return secrets;
  }
}
