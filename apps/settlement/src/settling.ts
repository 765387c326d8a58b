import { AwaitSettlementHandler } from './await-settlement/await-settlement.handler';
import { OnOrderReceived } from './await-settlement/on-order-received.consumer';
import { DeriveDueDays } from './learn-hold-days/derive-due-days';
import { LearnHoldDaysHandler } from './learn-hold-days/learn-hold-days.handler';
import { OnBrandVersion } from './learn-hold-days/on-brand-version.consumer';
import { OnPolicyVersion } from './learn-hold-days/on-policy-version.consumer';
import { SettleOnTouch } from './settle-business-day/settle-on-touch';
import { SettleOrders } from './settle-business-day/settle-orders';

/** When orders are due, and the runs that settle them. */
export const settling = {
  controllers: [],
  providers: [
    OnOrderReceived,
    AwaitSettlementHandler,
    OnBrandVersion,
    OnPolicyVersion,
    LearnHoldDaysHandler,
    DeriveDueDays,
    SettleOrders,
    SettleOnTouch,
  ],
};
