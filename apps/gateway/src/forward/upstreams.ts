import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, type Dispatcher } from 'undici';
import { TokenSigner } from '@chuanliu/auth/token';
import { currentContext } from '@chuanliu/http/request-context';
import { Problem } from '@chuanliu/problems/problem';
import { GATEWAY_SETTINGS, type GatewaySettings, type UpstreamName } from '../gateway.config';

/** How long a service may take until its answer begins, in milliseconds. Shorter than a claim on a key holds. */
const headersWithinMs = 60_000;
/** How long a stream may stay silent. */
const silentMs = 120_000;
const ownTokenSeconds = 300;

export interface UpstreamRequest {
  method: Dispatcher.HttpMethod;
  /** Path and query, as they are to be sent. */
  path: string;
  headers?: Record<string, string>;
  body?: Buffer;
}

/** Connections to the services behind the gateway. */
@Injectable()
export class Upstreams implements OnApplicationShutdown {
  private readonly agent = new Agent({
    connections: 64,
    connectTimeout: 2_000,
    headersTimeout: headersWithinMs,
    bodyTimeout: silentMs,
    keepAliveTimeout: 4_000, // Below the services' own five seconds, so that no request meets a closing connection.
  });
  private ownToken?: { text: Promise<string>; until: number };

  constructor(
    @Inject(GATEWAY_SETTINGS) private readonly settings: GatewaySettings,
    private readonly signer: TokenSigner,
  ) {}

  /** @throws Problem `service-unavailable` (503) when the service cannot be reached or does not answer in time. */
  async request(service: UpstreamName, request: UpstreamRequest): Promise<Dispatcher.ResponseData> {
    const context = currentContext();
    const trace = context ? { 'x-request-id': context.requestId, traceparent: context.traceparent } : {};
    try {
      return await this.agent.request({
        origin: this.settings.upstreams[service],
        method: request.method,
        path: request.path,
        headers: { ...request.headers, ...trace },
        body: request.body ?? null,
      });
    } catch (fault) {
      throw serviceUnavailable(service, fault);
    }
  }

  /** Asks on the gateway's own behalf. @returns the status and the parsed answer. */
  async ask(
    service: UpstreamName,
    path: string,
    method: 'GET' | 'POST' = 'GET',
  ): Promise<{ status: number; body: unknown }> {
    const headers = { authorization: `Bearer ${await this.token()}`, accept: 'application/json' };
    const answer = await this.request(service, { method, path, headers });
    const text = await answer.body.text().catch((fault: unknown) => {
      throw serviceUnavailable(service, fault);
    });
    if (answer.statusCode >= 500) throw serviceUnavailable(service, `it answered ${answer.statusCode}`);
    return { status: answer.statusCode, body: text === '' ? undefined : JSON.parse(text) };
  }

  /** An answer that must be there. @throws Error when the service refuses its own gateway. */
  async read<T>(service: UpstreamName, path: string): Promise<T> {
    const { status, body } = await this.ask(service, path);
    if (status !== 200) throw new Error(`${service} answered ${status} to ${path.split('?')[0]}`);
    return body as T;
  }

  /** As `read`; undefined where the service knows nothing under this address. */
  async find<T>(service: UpstreamName, path: string): Promise<T | undefined> {
    const { status, body } = await this.ask(service, path);
    if (status === 404) return undefined;
    if (status !== 200) throw new Error(`${service} answered ${status} to ${path.split('?')[0]}`);
    return body as T;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.agent.close();
  }

  private token(): Promise<string> {
    if (!this.ownToken || this.ownToken.until < Date.now()) {
      const self = { clientId: 'gateway', role: 'internal', partyId: null, personId: null } as const;
      this.ownToken = {
        text: this.signer.sign(self, ownTokenSeconds),
        until: Date.now() + (ownTokenSeconds - 60) * 1_000,
      };
    }
    return this.ownToken.text;
  }
}

/** Only the name goes out; what failed belongs into the log. */
function serviceUnavailable(service: UpstreamName, cause: unknown): Problem {
  const problem = new Problem('unavailable', 'gateway/service-unavailable', 'A service behind cannot be reached now', {
    service,
    retryAfterSeconds: 2,
  });
  problem.cause = cause;
  return problem;
}
