import type { Words } from './words';

/** Columns of a statement's lines, the same in every file. */
export const lineColumns = [
  { key: 'businessDate', zh: '结算日', en: 'Business date' },
  { key: 'kind', zh: '类型', en: 'Kind' },
  { key: 'channelId', zh: '渠道', en: 'Channel' },
  { key: 'orderId', zh: '订单号', en: 'Order' },
  { key: 'lineNo', zh: '行号', en: 'Line' },
  { key: 'share', zh: '项目', en: 'Share' },
  { key: 'baseFen', zh: '计佣基数（分）', en: 'Base (fen)' },
  { key: 'amountFen', zh: '金额（分）', en: 'Amount (fen)' },
  { key: 'amountYuan', zh: '金额（元）', en: 'Amount (CNY)' },
  { key: 'occurredAt', zh: '发生时间', en: 'Occurred at' },
  { key: 'reference', zh: '凭证', en: 'Reference' },
] as const satisfies ReadonlyArray<Words & { key: string }>;

/** One row of a file: a settled line, or another movement. */
export type FileRow = Record<(typeof lineColumns)[number]['key'], string | number | null>;
