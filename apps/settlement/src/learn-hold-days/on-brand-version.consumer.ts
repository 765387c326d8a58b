import { Injectable } from '@nestjs/common';
import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { LearnHoldDaysHandler } from './learn-hold-days.handler';

@Injectable()
export class OnBrandVersion {
  constructor(private readonly learnHoldDays: LearnHoldDaysHandler) {}

  @OnEvents(brandVersion, { fenced: true })
  handle(events: EventOf<typeof brandVersion>[], tx: Tx): Promise<void> {
    return this.learnHoldDays.ofBrands(
      tx,
      events.map(event => event.data),
    );
  }
}
