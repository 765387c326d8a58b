import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { DueWork } from '@chuanliu/messaging/due-work';
import { hasWindow } from '../domain/windows';
import { touchKey, type TakenInTouch } from '../storage/touches';

/** A touch that was stored, as far as matching needs it. */
export interface DueTouch {
  /** Hex. */
  touchKey: string;
  buyerKey: string;
  productId: string;
  occurredAt: UtcInstant;
  /** False: it names nobody for any sale, and is here only for the contents that it may put out of force. */
  mayName: boolean;
}

type Written = [touchKey: string, buyerKey: string, productId: string, occurredAt: UtcInstant, mayName: 0 | 1];

/** The lists of touches that were stored and not yet matched: a row for each slice. */
@Injectable()
export class DueTouches {
  constructor(private readonly dueWork: DueWork) {}

  /** Touches that were stored. */
  note(tx: Tx, touches: readonly TakenInTouch[]): Promise<void> {
    return this.noteList(tx, touches.map(dueTouch));
  }

  /** A new list of touches, which nobody has chosen yet. */
  async noteList(tx: Tx, touches: readonly DueTouch[]): Promise<void> {
    if (touches.length === 0) return;
    const list = touches.map(({ touchKey, buyerKey, productId, occurredAt, mayName }): Written => {
      return [touchKey, buyerKey, productId, occurredAt, mayName ? 1 : 0];
    });
    await insertRows(tx, 'due_touches', ['touches'], [[JSON.stringify(list)]]);
    tx.afterCommit(() => this.dueWork.wake());
  }
}

const dueTouch = (touch: TakenInTouch): DueTouch => ({
  touchKey: touchKey(touch).toString('hex'),
  buyerKey: touch.buyerKey,
  productId: touch.productId,
  occurredAt: touch.occurredAt,
  mayName: touch.kind !== 'view' && hasWindow(touch.surface),
});

/** The touches of one list. */
export const touchesIn = (list: string): DueTouch[] =>
  (JSON.parse(list) as Written[]).map(([touchKey, buyerKey, productId, occurredAt, mayName]) => ({
    touchKey,
    buyerKey,
    productId,
    occurredAt,
    mayName: mayName === 1,
  }));
