import { createKeyPair } from '@chuanliu/auth/key-pair';
import { servicesFile } from '@chuanliu/testing/service-environment';

/** Keys that a test has itself, so that it can sign a token that no gateway would; and a gateway that takes any pace. */
export async function keysOfTheTest() {
  const { privateJwk, jwks } = await createKeyPair();
  const environment: Record<string, Record<string, string>> = Object.fromEntries(
    Object.keys(servicesFile().services).map(name => [name, { AUTH_JWKS: jwks }]),
  );
  Object.assign(environment.gateway!, {
    JWT_PRIVATE_JWK: JSON.stringify(privateJwk),
    REQUESTS_PER_SECOND: '100000',
    UNAUTHENTICATED_REQUESTS_PER_SECOND: '100000',
  });
  return { privateJwk, environment };
}
