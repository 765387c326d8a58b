import { Injectable } from '@nestjs/common';
import { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { LearnPicks } from './learn-picks';

/** A pick began, ended, or has its first terms. */
@Injectable()
export class OnPickKnown {
  constructor(private readonly picks: LearnPicks) {}

  @OnEvents(pickKnown, { fenced: true })
  async handle(events: EventOf<typeof pickKnown>[], tx: Tx): Promise<void> {
    await this.picks.learn(
      tx,
      events.map(event => event.data),
    );
  }
}
