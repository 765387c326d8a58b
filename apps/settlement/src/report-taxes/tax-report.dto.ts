import { Type, type Static } from '@sinclair/typebox';
import { Closed, FenAmount, Nullable, Utc } from '@chuanliu/contracts/shapes';
import { listQuery } from '@chuanliu/http/listing';
import { PartyName } from '../pay-out/payout.shapes';

export const Quarter = Type.String({ pattern: '^[0-9]{4}-Q[1-4]$', description: '`2026-Q4`; by months in Shanghai' });

export const TaxReportRequest = listQuery({
  format: Type.Union([Type.Literal('json'), Type.Literal('csv')], { default: 'json' }),
});
export type TaxReportRequest = Static<typeof TaxReportRequest>;

export const TaxReportKeyset = Closed({ party: PartyName });

export const TaxReportRow = Closed({
  id: PartyName,
  party: PartyName,
  payeeName: Type.String(),
  idType: Nullable(Type.String()),
  idNumber: Nullable(Type.String({ description: '**** and the last four characters' })),
  payouts: Type.Integer({ minimum: 1, description: 'Sent in the quarter, without those that failed' }),
  incomeFen: FenAmount,
  taxWithheldFen: FenAmount,
  updatedAt: Utc,
});
export type TaxReportRow = Static<typeof TaxReportRow>;
