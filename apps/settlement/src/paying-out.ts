import { OnPartyRegistered } from './learn-partners/on-party-registered.consumer';
import { OnPartySuspended } from './learn-partners/on-party-suspended.consumer';
import { OnPayeeKnown } from './learn-partners/on-payee-known.consumer';
import { OnPromoterVersion } from './learn-partners/on-promoter-version.consumer';
import { ListPayoutsController } from './list-payouts/list-payouts.controller';
import { PayoutsQuery } from './list-payouts/payouts.query';
import { AwaitedPayees } from './pay-out/awaited-payees';
import { PayOutController } from './pay-out/pay-out.controller';
import { PayOutHandler } from './pay-out/pay-out.handler';
import { SendPayouts } from './pay-out/send-payouts';
import { PayoutResultController } from './record-payout-result/payout-result.controller';
import { RecordPayoutResultHandler } from './record-payout-result/record-payout-result.handler';

/** How parties are paid: what must be known of them, payouts with their tax, and what became of them at the bank. */
export const payingOut = {
  consumers: [OnPayeeKnown, OnPromoterVersion, OnPartyRegistered, OnPartySuspended],
  controllers: [PayOutController, PayoutResultController, ListPayoutsController],
  providers: [AwaitedPayees, SendPayouts, PayOutHandler, RecordPayoutResultHandler, PayoutsQuery],
};
