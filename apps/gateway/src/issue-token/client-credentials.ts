import { Problem } from '@chuanliu/problems/problem';

export interface ClientCredentials {
  clientId: string;
  clientSecret: string;
}

/** Every refusal names its error as RFC 6749 does, beside what a problem always says. */
export const invalidTokenRequest = (detail: string) =>
  new Problem('malformed', 'gateway/invalid-token-request', 'The token request cannot be read', {
    error: 'invalid_request',
    detail,
  });

export const unsupportedGrantType = () =>
  new Problem('malformed', 'gateway/unsupported-grant-type', 'Tokens are given for client credentials only', {
    error: 'unsupported_grant_type',
  });

export const invalidClient = () =>
  new Problem('unauthenticated', 'gateway/invalid-client', 'There is no such client, or its secret is another', {
    error: 'invalid_client',
  });

/**
 * Reads a client credentials request (RFC 6749, 4.4): the credentials stand in the form or in a Basic header, not in both.
 *
 * @throws Problem 400 when the form cannot be read or asks for another grant, 401 when it names no client.
 */
export function readTokenRequest(form: string, authorization: string | undefined): ClientCredentials {
  const fields = readForm(form);
  const grantType = fields.get('grant_type');
  if (grantType === undefined) throw invalidTokenRequest('grant_type is required');
  if (grantType !== 'client_credentials') throw unsupportedGrantType();

  const basic = authorization === undefined ? undefined : readBasic(authorization);
  const clientId = fields.get('client_id');
  const clientSecret = fields.get('client_secret');
  if (basic) {
    if (clientSecret !== undefined) throw invalidTokenRequest('the client is named twice');
    if (clientId !== undefined && clientId !== basic.clientId) throw invalidTokenRequest('the client is named twice');
    return basic;
  }
  if (!clientId || !clientSecret) throw invalidClient();
  return { clientId, clientSecret };
}

function readForm(form: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(form)) {
    if (fields.has(name)) throw invalidTokenRequest(`a parameter is repeated`);
    fields.set(name, value);
  }
  return fields;
}

function readBasic(authorization: string): ClientCredentials {
  const encoded = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization)?.[1];
  const text = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1) throw invalidClient();
  return { clientId: formDecoded(text.slice(0, colon)), clientSecret: formDecoded(text.slice(colon + 1)) };
}

/** RFC 6749 encodes both parts as a form does before Basic joins them. */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw invalidClient();
  }
}
