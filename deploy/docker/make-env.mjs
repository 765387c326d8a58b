/** Prints fresh secrets as lines of an .env file for docker-compose.yml. Keep them: the stored data depends on them. */
import { randomBytes } from 'node:crypto';
import { freshSecrets } from '../local/secrets.mjs';

const { jwtPrivateJwk, authJwks, buyerKeySecret, payeeKey, cartTokenSecret, pushKey } = freshSecrets();
const lines = {
  MARIADB_ROOT_PASSWORD: randomBytes(18).toString('base64url'),
  JWT_PRIVATE_JWK: jwtPrivateJwk,
  AUTH_JWKS: authJwks,
  BUYER_KEY_SECRET: buyerKeySecret,
  PAYEE_KEY: payeeKey,
  CART_TOKEN_SECRET: cartTokenSecret,
  PUSH_KEY: pushKey,
};
// Single quotes: compose takes what stands between them as it is.
for (const [name, value] of Object.entries(lines)) console.log(`${name}='${value}'`);
