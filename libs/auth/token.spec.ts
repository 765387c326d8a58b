import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, importJWK, type JWK } from 'jose';
import type { Caller } from './caller';
import { createKeyPair } from './key-pair';
import { TokenSigner, TokenVerifier, ourIssuer } from './token';

const caller: Caller = { clientId: 'c-1', role: 'promoter', partyId: 'pr-1', personId: null };
let keys: { privateJwk: JWK; jwks: string };
let verifier: TokenVerifier;

beforeAll(async () => {
  keys = await createKeyPair();
  verifier = new TokenVerifier({ jwks: keys.jwks });
});

async function tokenWith(
  claims: Record<string, unknown>,
  options: { issuer?: string; audience?: string; key?: JWK; expiresIn?: number } = {},
) {
  const key = options.key ?? keys.privateJwk;
  return new SignJWT({ role: 'operator', sub: 'c-1', ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: key.kid! })
    .setIssuer(options.issuer ?? ourIssuer)
    .setAudience(options.audience ?? ourIssuer)
    .setExpirationTime(Math.floor(Date.now() / 1000) + (options.expiresIn ?? 60))
    .sign(await importJWK(key, 'ES256'));
}

const refused = (detail: RegExp) =>
  expect.objectContaining({ kind: 'unauthenticated', facts: { detail: expect.stringMatching(detail) } });

describe('a token', () => {
  afterEach(() => jest.useRealTimers());

  it('says who is calling, and says it again from memory', async () => {
    const token = await new TokenSigner(keys.privateJwk).sign(caller, 60);
    expect(await verifier.verify(token)).toEqual(caller);
    expect(await verifier.verify(token)).toEqual(caller);
    const finance: Caller = { clientId: 'c-2', role: 'finance', partyId: null, personId: 'zhang' };
    expect(await verifier.verify(await new TokenSigner(keys.privateJwk).sign(finance, 60))).toEqual(finance);
  });

  it('ends, remembered or not', async () => {
    await expect(verifier.verify(await tokenWith({}, { expiresIn: -1 }))).rejects.toEqual(refused(/expired/));
    const token = await tokenWith({}, { expiresIn: 600 });
    await verifier.verify(token);
    jest.useFakeTimers({ now: Date.now() + 600_000 });
    await expect(verifier.verify(token)).rejects.toEqual(refused(/expired/));
  });

  it('is refused when it was tampered with, or signed by another key', async () => {
    const token = await tokenWith({ role: 'brand', partyId: 'br-1' });
    const [head, , tail] = token.split('.');
    const forged = Buffer.from(
      JSON.stringify({ iss: ourIssuer, aud: ourIssuer, sub: 'c-1', role: 'operator', exp: 9e9 }),
    );
    await expect(verifier.verify(`${head}.${forged.toString('base64url')}.${tail}`)).rejects.toEqual(
      refused(/not valid/),
    );
    const other = await createKeyPair();
    await expect(verifier.verify(await tokenWith({}, { key: other.privateJwk }))).rejects.toEqual(refused(/not valid/));
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${forged.toString('base64url')}.`;
    await expect(verifier.verify(none)).rejects.toEqual(refused(/not valid/));
    await expect(verifier.verify('rubbish')).rejects.toEqual(refused(/do not trust/));
  });

  it('is refused for another audience or issuer, an unknown role, or a party role without its party', async () => {
    await expect(verifier.verify(await tokenWith({}, { audience: 'x' }))).rejects.toEqual(refused(/not valid/));
    await expect(verifier.verify(await tokenWith({}, { issuer: 'x' }))).rejects.toEqual(refused(/do not trust/));
    await expect(verifier.verify(await tokenWith({ role: 'root' }))).rejects.toEqual(refused(/no role/));
    await expect(verifier.verify(await tokenWith({ role: 'brand' }))).rejects.toEqual(refused(/without its party/));
  });
});

describe('an OpenID Connect issuer', () => {
  let server: Server;
  let issuer: string;
  let theirs: { privateJwk: JWK; jwks: string };

  beforeAll(async () => {
    theirs = await createKeyPair();
    server = createServer((request, response) => {
      const isKeys = request.url === '/keys';
      response.setHeader('content-type', 'application/json');
      response.end(isKeys ? theirs.jwks : JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }));
    }).listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('is trusted beside the gateway, but not to speak as the gateway', async () => {
    const both = new TokenVerifier({ jwks: keys.jwks, oidcIssuer: issuer, oidcAudience: 'chuanliu-api' });
    const from = { issuer, key: theirs.privateJwk, audience: 'chuanliu-api' };
    expect((await both.verify(await tokenWith({ role: 'finance', personId: 'li' }, from))).personId).toBe('li');
    expect((await both.verify(await tokenWith({ role: 'internal' }))).role).toBe('internal');
    await expect(both.verify(await tokenWith({ role: 'internal' }, from))).rejects.toEqual(refused(/no role/));
    await expect(both.verify(await tokenWith({}, { ...from, audience: 'x' }))).rejects.toEqual(refused(/not valid/));
    await expect(both.verify(await tokenWith({}, { key: theirs.privateJwk }))).rejects.toEqual(refused(/not valid/));
  });

  it('that cannot be reached is told from a token that is not valid', async () => {
    const lost = new TokenVerifier({ oidcIssuer: 'http://127.0.0.1:9' });
    await expect(lost.verify(await tokenWith({}, { issuer: 'http://127.0.0.1:9' }))).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });
});
