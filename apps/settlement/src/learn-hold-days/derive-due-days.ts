import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { DueWork } from '@chuanliu/messaging/due-work';
import { lockBooksState } from '../storage/books-state';
import { countDueOrders, forgetDueOrders, takeDueOrders } from '../storage/due-orders';
import { deriveDueDays, lockOrders } from '../storage/order-life';

/** Orders a transaction derives again. */
const AT_ONCE = 500;

/** Derives again, some at a time, when orders are due whose brand's score or whose policy became known late. */
@Injectable()
export class DeriveDueDays {
  constructor(database: Database, dueWork: DueWork) {
    const count = () => countDueOrders({ query: (sql, parameters) => database.read(sql, parameters) });
    dueWork.register({ name: 'due-order', count, work: tx => this.run(tx) });
  }

  /**
   * Nothing while a run is under way: it settles by what was known at its cut.
   * @returns how many orders were due to be derived
   */
  async run(tx: Tx): Promise<number> {
    if ((await lockBooksState(tx)).openRun !== null) return 0;
    const orders = await takeDueOrders(tx, AT_ONCE);
    if (orders.length === 0) return 0;
    await deriveDueDays(tx, await lockOrders(tx, orders));
    await forgetDueOrders(tx, orders);
    return orders.length;
  }
}
