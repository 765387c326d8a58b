import {
  SignJWT,
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  importJWK,
  jwtVerify,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { Problem } from '@chuanliu/problems/problem';
import { clientRoles, isPartyKind, type Caller, type Role } from './caller';

/** Issuer and audience of the tokens that the gateway signs itself. */
export const ourIssuer = 'chuanliu';
const ourAlgorithm = 'ES256';

/** How many verified tokens are remembered, so that a busy client's signature is not checked 500 times a second. */
const rememberedTokens = 5_000;

export const unauthenticated = (detail: string) =>
  new Problem('unauthenticated', 'unauthenticated', 'A valid access token is needed', { detail });

/** Signs access tokens; only the gateway holds the private key. */
export class TokenSigner {
  private key?: Promise<Awaited<ReturnType<typeof importJWK>>>;

  /** @param privateJwk an EC P-256 private key with its `kid`. */
  constructor(private readonly privateJwk: JWK) {}

  /** @param lifetimeSeconds how long the token holds, from now. */
  async sign(caller: Caller, lifetimeSeconds: number): Promise<string> {
    this.key ??= importJWK(this.privateJwk, ourAlgorithm);
    const { role, partyId, personId } = caller;
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ role, ...(partyId === null ? {} : { partyId }), ...(personId === null ? {} : { personId }) })
      .setProtectedHeader({
        alg: ourAlgorithm,
        typ: 'at+jwt',
        ...(this.privateJwk.kid ? { kid: this.privateJwk.kid } : {}),
      })
      .setSubject(caller.clientId)
      .setIssuer(ourIssuer)
      .setAudience(ourIssuer)
      .setIssuedAt(now)
      .setExpirationTime(now + lifetimeSeconds)
      .sign(await this.key);
  }
}

/** Where valid signatures come from; at least one of the two. */
export interface TokenTrust {
  /** The gateway's public keys, as JSON text of a JWK set. */
  jwks?: string;
  /** An OpenID Connect issuer's URL, whose clients are trusted besides. */
  oidcIssuer?: string;
  /** What the issuer's tokens must name in `aud`. */
  oidcAudience?: string;
}

/** Tells from a token who is calling. */
export class TokenVerifier {
  private readonly ourKeys?: JWTVerifyGetKey;
  private oidcKeys?: Promise<JWTVerifyGetKey>;
  private readonly remembered = new Map<string, { caller: Caller; expiresAt: number }>();

  constructor(private readonly trust: TokenTrust) {
    if (trust.jwks) this.ourKeys = createLocalJWKSet(JSON.parse(trust.jwks) as JSONWebKeySet);
  }

  /**
   * @throws Problem `unauthenticated` (401) when the token is not ours, was tampered with or has expired;
   * `unavailable` (503) when the issuer's keys cannot be fetched.
   */
  async verify(token: string): Promise<Caller> {
    const known = this.remembered.get(token);
    if (known && known.expiresAt > Date.now()) return known.caller;
    this.remembered.delete(token);

    const payload = await this.verifiedPayload(token);
    const caller = callerOf(payload, payload.iss === ourIssuer);
    this.remember(token, caller, payload.exp ?? 0);
    return caller;
  }

  private async verifiedPayload(token: string): Promise<JWTPayload> {
    const { oidcIssuer, oidcAudience } = this.trust;
    const demands = { requiredClaims: ['sub', 'exp', 'role'] };
    try {
      if (this.ourKeys && issuerNamedBy(token) === ourIssuer) {
        const ours = { ...demands, issuer: ourIssuer, audience: ourIssuer, algorithms: [ourAlgorithm] };
        return (await jwtVerify(token, this.ourKeys, ours)).payload;
      }
      if (oidcIssuer) {
        const theirs = { ...demands, issuer: oidcIssuer, ...(oidcAudience ? { audience: oidcAudience } : {}) };
        return (await jwtVerify(token, await this.keysOfIssuer(oidcIssuer), theirs)).payload;
      }
    } catch (error) {
      throw refusalFor(error);
    }
    throw unauthenticated('The token was issued by somebody we do not trust');
  }

  private keysOfIssuer(issuer: string): Promise<JWTVerifyGetKey> {
    this.oidcKeys ??= discoverKeys(issuer).catch((error: unknown) => {
      this.oidcKeys = undefined; // The next request asks again.
      throw error;
    });
    return this.oidcKeys;
  }

  private remember(token: string, caller: Caller, expiresAtSeconds: number): void {
    if (this.remembered.size >= rememberedTokens) {
      const oldest = this.remembered.keys().next().value;
      if (oldest !== undefined) this.remembered.delete(oldest);
    }
    this.remembered.set(token, { caller, expiresAt: expiresAtSeconds * 1000 });
  }
}

/** Finds the issuer's keys as OpenID Connect Discovery tells to. */
async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const keysAddress = await keysAddressAt(address).catch(() => {
    throw issuerOutOfReach();
  });
  const keys = createRemoteJWKSet(keysAddress);
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      const isAboutTheToken = error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JOSENotSupported;
      throw isAboutTheToken ? error : issuerOutOfReach();
    }
  };
}

async function keysAddressAt(address: string): Promise<URL> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`The issuer's configuration answered ${answer.status}`);
  const { jwks_uri: keysAddress } = (await answer.json()) as { jwks_uri: string };
  return new URL(keysAddress);
}

const issuerOutOfReach = () =>
  new Problem('unavailable', 'unavailable', 'The token issuer cannot be reached', { retryAfterSeconds: 5 });

/** Reads `iss` without trusting it, only to choose the keys that must then verify it. */
function issuerNamedBy(token: string): string | undefined {
  try {
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as JWTPayload;
    return payload.iss;
  } catch {
    return undefined;
  }
}

function callerOf(payload: JWTPayload, isOurs: boolean): Caller {
  const role = payload.role as Role;
  const known = (clientRoles as readonly string[]).includes(role) || (isOurs && role === 'internal');
  if (!known) throw unauthenticated('The token names no role of ours');
  const partyId = typeof payload.partyId === 'string' ? payload.partyId : null;
  if (isPartyKind(role) && partyId === null) throw unauthenticated('The token names a party role without its party');
  const personId = typeof payload.personId === 'string' ? payload.personId : null;
  return { clientId: payload.sub ?? '', role, partyId, personId };
}

function refusalFor(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof errors.JWTExpired) return unauthenticated('The token has expired');
  return unauthenticated('The token is not valid');
}
