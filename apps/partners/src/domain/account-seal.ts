import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';

/**
 * Keeps bank account numbers unreadable at rest (AES-256-GCM). The owner is bound into the seal, so that a stored
 * account moved to another party's row does not open.
 */
export class AccountSeal {
  private readonly secret: Buffer | undefined;

  /** @param key 32 bytes in base64; without one accounts are stored as they are */
  constructor(key: string | undefined) {
    this.secret = key === undefined ? undefined : Buffer.from(key, 'base64');
  }

  get isOpen(): boolean {
    return this.secret === undefined;
  }

  seal(account: string, owner: string): string {
    if (!this.secret) return `open.${Buffer.from(account).toString('base64')}`;
    const nonce = randomBytes(12);
    const cipher = createCipheriv(CIPHER, this.secret, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(account, 'utf8'), cipher.final()]);
    return ['gcm', nonce, cipher.getAuthTag(), sealed].map(partText).join('.');
  }

  /** @throws when the seal was made with another key or for another owner */
  unseal(text: string, owner: string): string {
    const [manner, ...parts] = text.split('.');
    const [nonce, tag, sealed] = parts.map(part => Buffer.from(part, 'base64'));
    if (manner === 'open' && nonce) return nonce.toString('utf8');
    if (!this.secret || !nonce || !tag || !sealed) throw new Error('a sealed account needs PAYEE_KEY to be read');
    const decipher = createDecipheriv(CIPHER, this.secret, nonce).setAAD(Buffer.from(owner)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  }

  /** Whether the seal holds this account; false as well when it cannot be opened, since its key was replaced. */
  opensTo(text: string, owner: string, account: string): boolean {
    try {
      return this.unseal(text, owner) === account;
    } catch {
      return false;
    }
  }
}

const partText = (part: string | Buffer) => (typeof part === 'string' ? part : part.toString('base64'));

/** What may be shown of an account: its last four characters, and of a short one nothing. */
export const endingOf = (account: string): string => (account.length > 4 ? account.slice(-4) : '');
