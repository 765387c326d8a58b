import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';

/**
 * Keeps short secrets unreadable at rest (AES-256-GCM): bank account numbers, signing secrets. The owner is bound into
 * the seal, so that a sealed text moved to another row does not open.
 */
export class SecretSeal {
  private readonly secret: Buffer | undefined;

  /**
   * @param key 32 bytes in base64; without one texts are stored as they are
   * @param keyName the setting that holds the key, for what is said when it is missing
   */
  constructor(
    key: string | undefined,
    private readonly keyName: string,
  ) {
    this.secret = key === undefined ? undefined : Buffer.from(key, 'base64');
  }

  get isOpen(): boolean {
    return this.secret === undefined;
  }

  seal(text: string, owner: string): string {
    if (!this.secret) return `open.${Buffer.from(text).toString('base64')}`;
    const nonce = randomBytes(12);
    const cipher = createCipheriv(CIPHER, this.secret, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return ['gcm', nonce, cipher.getAuthTag(), sealed].map(partText).join('.');
  }

  /** @throws when the seal was made with another key or for another owner */
  unseal(sealedText: string, owner: string): string {
    const [manner, ...parts] = sealedText.split('.');
    const [nonce, tag, sealed] = parts.map(part => Buffer.from(part, 'base64'));
    if (manner === 'open' && nonce) return nonce.toString('utf8');
    if (!this.secret || !nonce || !tag || !sealed) throw new Error(`a sealed text needs ${this.keyName} to be read`);
    const decipher = createDecipheriv(CIPHER, this.secret, nonce).setAAD(Buffer.from(owner)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  }

  /**
   * A name for the text that is always the same and tells nothing of it to whoever lacks the key: hex HMAC-SHA256. Without
   * a key anybody can work it out for a text that they guess; such texts are stored readable anyway.
   *
   * @param purpose gives every use a key of its own (HKDF), so that names of one are not names of another
   */
  nameFor(text: string, purpose: string): string {
    const key = hkdfSync('sha256', this.secret ?? '', '', purpose, 32);
    return createHmac('sha256', new Uint8Array(key)).update(text).digest('hex');
  }

  /** Whether the seal holds this text; false as well when it cannot be opened, since its key was replaced. */
  opensTo(sealedText: string, owner: string, text: string): boolean {
    try {
      return this.unseal(sealedText, owner) === text;
    } catch {
      return false;
    }
  }
}

const partText = (part: string | Buffer) => (typeof part === 'string' ? part : part.toString('base64'));
