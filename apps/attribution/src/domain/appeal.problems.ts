import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Problem } from '@chuanliu/problems/problem';
import type { ReadState } from './appeal';

/** The one answer for a line that does not exist and for one that is not the party's business. */
export const noSuchLine = (orderId: string, lineNo: number) =>
  new Problem('absent', 'attribution/no-such-line', 'There is no such order line', { orderId, lineNo });

/** The one answer for an appeal that does not exist and for somebody else's. */
export const noSuchAppeal = (appealId: string) =>
  new Problem('absent', 'attribution/no-such-appeal', 'There is no such appeal', { appealId });

export const orderInSeveralChannels = (orderId: string, channelIds: string[]) =>
  new Problem('conflict', 'orders/order-in-several-channels', 'Two channels share this order id: name the channel', {
    orderId,
    channelIds,
  });

/** @param until the first instant at which it was too late */
export const tooLateToAppeal = (until: UtcInstant) =>
  new Problem('invalid', 'attribution/too-late-to-appeal', 'The time to appeal against this sale has passed', {
    until,
  });

export const appealOpenAlready = (appealId: string) =>
  new Problem('conflict', 'attribution/appeal-open-already', 'There is an open appeal of the party for this line', {
    appealId,
  });

export const appealClosedAlready = (appealId: string, state: ReadState) =>
  new Problem('conflict', 'attribution/appeal-closed-already', 'The appeal is no longer open', { appealId, state });

/** The same refusals for who asks in Chinese. */
export const APPEAL_PROBLEMS_ZH: Readonly<Record<string, string>> = {
  'attribution/no-such-line': '没有这样的订单行',
  'attribution/no-such-appeal': '没有这样的申诉',
  'orders/order-in-several-channels': '该订单号在多个渠道中存在：请指明渠道',
  'attribution/too-late-to-appeal': '已超过对该笔销售提出申诉的期限',
  'attribution/appeal-open-already': '该方对此订单行已有一项处理中的申诉',
  'attribution/appeal-closed-already': '该申诉已不在处理中',
};
