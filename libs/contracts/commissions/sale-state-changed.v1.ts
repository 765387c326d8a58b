import { Type } from '@sinclair/typebox';
import { Outcome } from '../attribution/sale-attributed.v1';
import { defineEvent } from '../define-event';
import { Closed, FenAmount, Id, LineNo } from '../shapes';
import { topics } from '../topics';
import { SaleState, Share } from './commission-split.v1';

/**
 * Sales moved on in their life while their split stayed as it was: the buyer received the goods, for one. A change of
 * the split itself is told by `commission-split`, which carries the state too.
 */
export const saleStateChanged = defineEvent({
  stream: topics.splitEvents.name,
  type: 'sale-state-changed.v1',
  key: sale => sale.orderId,
  keyName: 'orderId',
  title: 'Sales moved on in their life',
  data: Closed({
    channelId: Id,
    orderId: Id,
    brandId: Id,
    lines: Type.Array(
      Closed({
        lineNo: LineNo,
        productId: Id,
        outcome: Outcome,
        state: SaleState,
        baseFen: FenAmount,
        /** As last split; shares of 0 may be left out. */
        shares: Type.Array(Share),
      }),
      { minItems: 1 },
    ),
  }),
});
