import type { appealChanged } from '@chuanliu/contracts/attribution/appeal-changed.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import type { StoredAppeal } from '../storage/appeals';

/** What others hear of an appeal. */
export const announcedAppeal = (appeal: StoredAppeal): { data: DataOf<typeof appealChanged> } => ({
  data: {
    appealId: appeal.appealId,
    channelId: appeal.channelId,
    orderId: appeal.orderId,
    lineNo: appeal.lineNo,
    party: `${appeal.party.kind}:${appeal.party.id}`,
    state: appeal.state,
    filedAt: appeal.filedAt,
    dueAt: appeal.dueAt,
    resolvedAt: appeal.resolvedAt,
    reason: appeal.reason,
    revision: appeal.revision,
  },
});
