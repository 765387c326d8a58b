import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/**
 * Our secrets are 256 random bits, which no dictionary holds: a light cost keeps the token endpoint fast, and a
 * stolen table is of no use all the same.
 */
const cost = { N: 1024, r: 8, p: 1 } as const;
const hashBytes = 32;

/** A new client secret, shown once, and what is kept of it. */
export async function createClientSecret(): Promise<{ secret: string; hash: string }> {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: await hashOfSecret(secret) };
}

/** What is stored: `scrypt$N$r$p$salt$hash`, so that the cost can change without breaking old rows. */
export async function hashOfSecret(secret: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(secret, salt, hashBytes, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), hash.toString('base64')].join('$');
}

/** Compares in constant time. A hash that cannot be read fits no secret. */
export async function fitsHash(secret: string, stored: string): Promise<boolean> {
  const [scheme, N, r, p, salt, hash] = stored.split('$');
  if (scheme !== 'scrypt' || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64');
  const options = { N: Number(N), r: Number(r), p: Number(p) };
  try {
    return timingSafeEqual(await derive(secret, Buffer.from(salt, 'base64'), expected.length, options), expected);
  } catch {
    return false;
  }
}

function derive(secret: string, salt: Buffer, length: number, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, length, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
