import { Problem } from '@chuanliu/problems/problem';

interface Line {
  channelId: string;
  orderId: string;
  lineNo: number;
}

export const noSuchLine = ({ orderId, lineNo }: Omit<Line, 'channelId'>) =>
  new Problem('absent', 'settlement/no-such-line', 'There is no such line', { orderId, lineNo });

/** The same refusal as where orders are read. */
export const orderInSeveralChannels = (orderId: string, channelIds: string[]) =>
  new Problem('conflict', 'orders/order-in-several-channels', 'Two channels share this order id: name the channel', {
    orderId,
    channelIds,
  });

/** What is settled stays settled; it can be corrected by an adjustment. */
export const lineIsSettled = ({ channelId, orderId, lineNo }: Line, runId: string) =>
  new Problem('conflict', 'settlement/line-is-settled', 'The line is settled: a hold comes too late', {
    channelId,
    orderId,
    lineNo,
    runId,
  });
