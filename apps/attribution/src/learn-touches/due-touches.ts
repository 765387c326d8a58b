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

  async note(tx: Tx, touches: readonly TakenInTouch[]): Promise<void> {
    const list = touches.map((touch): Written => {
      const mayName = touch.kind !== 'view' && hasWindow(touch.surface);
      return [touchKey(touch).toString('hex'), touch.buyerKey, touch.productId, touch.occurredAt, mayName ? 1 : 0];
    });
    await insertRows(tx, 'due_touches', ['touches'], [[JSON.stringify(list)]]);
    tx.afterCommit(() => this.dueWork.wake());
  }
}

/** The touches of one list. */
export const touchesIn = (list: string): DueTouch[] =>
  (JSON.parse(list) as Written[]).map(([touchKey, buyerKey, productId, occurredAt, mayName]) => ({
    touchKey,
    buyerKey,
    productId,
    occurredAt,
    mayName: mayName === 1,
  }));
