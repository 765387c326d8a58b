import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The keys of one installation, made once. The buyer key must outlive every restart: with another one, no stored
 * buyer would be recognised again.
 *
 * @param {string} file readable by its owner only
 * @returns {{jwtPrivateJwk: string, authJwks: string, buyerKeySecret: string, payeeKey: string, cartTokenSecret: string, pushKey: string}}
 */
export function secretsKeptIn(file) {
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const fresh = freshSecrets();
  // A newer version may need a key more; those that exist stay.
  if (Object.keys(fresh).every(name => name in kept)) return kept;
  const secrets = { ...fresh, ...kept };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

export function freshSecrets() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicJwk = publicKey.export({ format: 'jwk' });
  const kid = thumbprintOf(publicJwk);
  return {
    jwtPrivateJwk: JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid, alg: 'ES256' }),
    authJwks: JSON.stringify({ keys: [{ ...publicJwk, kid, alg: 'ES256', use: 'sig' }] }),
    buyerKeySecret: randomBytes(32).toString('base64'),
    payeeKey: randomBytes(32).toString('base64'),
    cartTokenSecret: randomBytes(32).toString('base64'),
    pushKey: randomBytes(32).toString('base64'),
  };
}

/** RFC 7638: the hash of the required members in lexical order. */
function thumbprintOf({ crv, kty, x, y }) {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}
