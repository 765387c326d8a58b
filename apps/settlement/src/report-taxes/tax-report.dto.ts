import { Type, type Static } from '@sinclair/typebox';
import { Closed, FenAmount, Nullable, Utc } from '@chuanliu/contracts/shapes';
import { listQuery } from '@chuanliu/http/listing';
import { PartyName } from '../pay-out/payout.shapes';

export const Quarter = Type.String({ pattern: '^[0-9]{4}-Q[1-4]$', description: '`2026-Q4`; by months in Shanghai' });

export const TaxReportRequest = listQuery({
  format: Type.Union([Type.Literal('json'), Type.Literal('csv')], { default: 'json' }),
});
export type TaxReportRequest = Static<typeof TaxReportRequest>;

export const TaxReportKeyset = Closed({ place: Type.String() });

export const TaxReportRow = Closed({
  id: Type.String({
    description:
      'The same for all parties of a person, and tells nothing of the document; the party, where nobody has said who it is',
  }),
  parties: Type.Array(PartyName, { minItems: 1, description: 'By which the person was paid' }),
  payeeNames: Type.Array(Type.String(), { minItems: 1, description: 'One, unless the parties’ differ' }),
  identity: Type.Union([Type.Literal('known'), Type.Literal('missing')], {
    description: 'missing: nobody has said who the party is, so it counts alone',
  }),
  idType: Nullable(Type.String()),
  idNumber: Nullable(Type.String({ description: '**** and the last four characters' })),
  payouts: Type.Integer({ minimum: 1, description: 'Sent in the quarter, without those that failed' }),
  incomeFen: FenAmount,
  taxWithheldFen: FenAmount,
  updatedAt: Utc,
});
export type TaxReportRow = Static<typeof TaxReportRow>;
