import { sendPatiently, type Patience } from './patience';
import { problemOf } from './problem';
import type { paths } from './schema';

export interface ClientOptions extends Patience {
  /** Where the API is, such as `http://localhost:8080`. */
  baseUrl: string;
  clientId: string;
  clientSecret: string;
  /** Node's own unless told. */
  fetch?: typeof globalThis.fetch;
}

/** A client's access token, fetched when first needed and renewed before it runs out. */
export interface Tokens {
  /** A token that still holds. @throws ChuanliuProblem when the client is refused */
  get(): Promise<string>;
  /** Says that the API no longer believes `token`; the next `get` fetches another. */
  drop(token: string): void;
}

type Token = paths['/v1/token']['post']['responses'][200]['content']['application/json'];

/** A token of which less is left than this is not used any more. */
const reserveMs = 30_000;

/** However many calls want a token at once, one request fetches it. */
export function createTokens(options: ClientOptions): Tokens {
  let current: Renewal | undefined;
  return {
    get() {
      if (!current || current.until <= Date.now()) {
        const renewal = renew(options);
        current = renewal;
        renewal.token.catch(() => {
          if (current === renewal) current = undefined; // The next call tries anew.
        });
      }
      return current.token;
    },
    drop(token) {
      // Others may have been refused with the same token, and one of them may be fetching the next already.
      if (current?.text === token) current = undefined;
    },
  };
}

interface Renewal {
  token: Promise<string>;
  /** Once it has come: the token, and how long it is used. */
  text?: string;
  until: number;
}

function renew(options: ClientOptions): Renewal {
  const asked = Date.now();
  const token = requestToken(options).then(({ access_token, expires_in }) => {
    const lifetimeMs = expires_in * 1_000;
    renewal.until = asked + Math.max(lifetimeMs - reserveMs, lifetimeMs / 2);
    renewal.text = access_token;
    return access_token;
  });
  const renewal: Renewal = { token, until: Infinity };
  return renewal;
}

async function requestToken(options: ClientOptions): Promise<Token> {
  const { baseUrl, clientId, clientSecret, fetch = globalThis.fetch } = options;
  const url = `${baseUrl.replace(/\/$/, '')}/v1/token`;
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const attempt = () => fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  const answer = await sendPatiently(attempt, options, true);
  if (!answer.ok) throw await problemOf(answer, 'POST /v1/token');
  return (await answer.json()) as Token;
}
