import { Injectable } from '@nestjs/common';
import { touchTakenIn } from '@chuanliu/contracts/gateway/touch-taken-in.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { saveTouches } from '../storage/touches';
import { DueTouches } from './due-touches';

/**
 * Buyers met products. Touches are many, so their slices are not fenced: which sales they concern, and which of several
 * contents is in force, is looked up later, when no sale is under way that may not have seen them (`match-touches`).
 */
@Injectable()
export class OnTouchTakenIn {
  constructor(private readonly dueTouches: DueTouches) {}

  @OnEvents(touchTakenIn)
  async handle(events: EventOf<typeof touchTakenIn>[], tx: Tx): Promise<void> {
    const touches = events.map(event => event.data);
    await saveTouches(tx, touches);
    await this.dueTouches.note(tx, touches);
  }
}
