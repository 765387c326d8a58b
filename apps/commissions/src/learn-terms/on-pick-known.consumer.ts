import { Injectable } from '@nestjs/common';
import { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { LearnTermsHandler } from './learn-terms.handler';

@Injectable()
export class OnPickKnown {
  constructor(private readonly learnTerms: LearnTermsHandler) {}

  @OnEvents(pickKnown, { fenced: true })
  handle(events: EventOf<typeof pickKnown>[], tx: Tx): Promise<void> {
    return this.learnTerms.run(events, tx);
  }
}
