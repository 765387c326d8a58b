import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { GATEWAY_SETTINGS, type GatewaySettings } from '../gateway.config';

/** Replaces buyers' ids by keys, so that nothing behind the gateway sees or stores a clear one. */
@Injectable()
export class BuyerKeys {
  constructor(@Inject(GATEWAY_SETTINGS) private readonly settings: Pick<GatewaySettings, 'buyerKeySecret'>) {}

  /** 64 lower-case hex digits, the same for a buyer on every channel and for ever. */
  of(buyerId: string): string {
    return createHmac('sha256', this.settings.buyerKeySecret).update(buyerId, 'utf8').digest('hex');
  }
}
