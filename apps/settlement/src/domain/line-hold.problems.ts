import { Problem } from '@chuanliu/problems/problem';

interface Line {
  channelId: string;
  orderId: string;
  lineNo: number;
}

export const noSuchLine = ({ channelId, orderId, lineNo }: Line) =>
  new Problem('absent', 'settlement/no-such-line', 'There is no such line', { channelId, orderId, lineNo });

/** What is settled stays settled; it can be corrected by an adjustment. */
export const lineIsSettled = ({ channelId, orderId, lineNo }: Line, runId: string) =>
  new Problem('conflict', 'settlement/line-is-settled', 'The line is settled: a hold comes too late', {
    channelId,
    orderId,
    lineNo,
    runId,
  });
