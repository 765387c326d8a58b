import { Inject, Injectable } from '@nestjs/common';
import { GATEWAY_SETTINGS, type GatewaySettings } from '../gateway.config';
import { TokenBuckets } from './token-bucket';
import { tooManyRequests } from './too-many.problem';

/** Limits what one client, or one channel, asks in a second. */
@Injectable()
export class ClientLimit {
  private readonly buckets: TokenBuckets;

  constructor(@Inject(GATEWAY_SETTINGS) settings: GatewaySettings) {
    this.buckets = new TokenBuckets(settings.requestsPerSecond);
  }

  /**
   * @param name `client:…` or `channel:…`
   * @throws Problem `too-many-requests` (429)
   */
  admit(name: string): void {
    const seconds = this.buckets.take(name);
    if (seconds > 0) throw tooManyRequests(seconds);
  }
}
