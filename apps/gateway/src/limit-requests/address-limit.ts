import { Inject, Injectable } from '@nestjs/common';
import type { Problem } from '@chuanliu/problems/problem';
import { GATEWAY_SETTINGS, type GatewaySettings } from '../gateway.config';
import { TokenBuckets } from './token-bucket';
import { tooManyRequests } from './too-many.problem';

/** Limits requests that prove nobody's identity, by the address that they come from. */
@Injectable()
export class AddressLimit {
  private readonly buckets: TokenBuckets;

  constructor(@Inject(GATEWAY_SETTINGS) settings: GatewaySettings) {
    const perSecond = settings.unauthenticatedRequestsPerSecond;
    this.buckets = new TokenBuckets(perSecond, 2 * perSecond);
  }

  /** Notes a request that was refused for want of identity, or that needed none. */
  count(address: string): void {
    this.buckets.take(address);
  }

  isExhausted(address: string): boolean {
    return this.buckets.isEmpty(address);
  }

  refusal(): Problem {
    return tooManyRequests(1);
  }
}
