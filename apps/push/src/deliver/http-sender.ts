import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent } from 'undici';
import { signWebhook } from '@chuanliu/auth/webhook-signature';
import { DELIVERY_SETTINGS } from '../delivery-settings-token';
import type { DeliverySettings } from '../push.config';
import { AddressRefused, faultOfUrl, lookupChecked } from './target-address';

/** To reach the receiver, and for everything from the first byte sent to the end of its answer. */
const CONNECT_WITHIN_MS = 5_000;
const WITHIN_MS = 15_000;
/** Of an answer's body nothing is kept; more than this is not even read. */
const MOST_READ_BYTES = 16 * 1024;

/** A message as it is sent. */
export interface Message {
  id: string;
  url: string;
  body: string;
  /** The secrets that sign it, the newest first. */
  secrets: readonly string[];
}

/** How one attempt ended: an answer's status, or why there was none. */
export type Outcome =
  | { status: number; retryAfter: string | undefined; fault: null }
  | { status: null; fault: 'timeout' | 'address-refused' | 'unknown-host' | 'no-connection' | 'unsigned' | 'stopped' };

/** Sends messages to addresses that others chose, and believes nothing that they answer but a number. */
@Injectable()
export class HttpSender implements OnApplicationShutdown {
  private readonly agent: Agent;

  constructor(@Inject(DELIVERY_SETTINGS) private readonly settings: DeliverySettings) {
    this.agent = new Agent({
      connect: {
        timeout: CONNECT_WITHIN_MS,
        lookup: lookupChecked(settings.targets.besidePublic) as never, // undici's types know one form of the answer.
      },
      keepAliveTimeout: 4_000,
      keepAliveMaxTimeout: 10_000,
      pipelining: 1,
    });
  }

  /** One attempt. Redirects are answers like any other: they are not followed. @param stop ends it early */
  async send({ id, url, body, secrets }: Message, nowMs: number, stop: AbortSignal): Promise<Outcome> {
    // An address in figures is connected to without being looked up, and rules may have become stricter.
    if (faultOfUrl(url, this.settings.targets)) return { status: null, fault: 'address-refused' };
    // Its secrets were sealed with a key that was replaced: an unsigned message would teach receivers to take such.
    if (secrets.length === 0) return { status: null, fault: 'unsigned' };
    const timestamp = String(Math.floor(nowMs / 1_000));
    const signature = secrets.map(secret => signWebhook(secret, { id, timestamp, body })).join(' ');
    const patience = AbortSignal.timeout(WITHIN_MS);
    try {
      const answer = await this.agent.request({
        origin: new URL(url).origin,
        path: pathOf(url),
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'chuanliu-push/1',
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          'webhook-signature': signature,
        },
        signal: AbortSignal.any([patience, stop]),
      });
      await answer.body.dump({ limit: MOST_READ_BYTES }).catch(() => undefined);
      return { status: answer.statusCode, retryAfter: textOf(answer.headers['retry-after']), fault: null };
    } catch (fault) {
      if (stop.aborted) return { status: null, fault: 'stopped' };
      return { status: null, fault: patience.aborted ? 'timeout' : nameOf(fault) };
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.agent.destroy();
  }
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

const textOf = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

function nameOf(fault: unknown): 'timeout' | 'address-refused' | 'unknown-host' | 'no-connection' {
  if (fault instanceof AddressRefused) return 'address-refused';
  const code = (fault as { code?: string }).code ?? '';
  if (/TIMEOUT/.test(code)) return 'timeout';
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'unknown-host' : 'no-connection';
}
