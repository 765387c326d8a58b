import { Type, type Static } from '@sinclair/typebox';
import { Closed } from '@chuanliu/contracts/shapes';

const Refused = Closed({
  row: Type.Integer({ minimum: 1, description: 'Which row, counted from 1, without the first one of the file' }),
  payoutId: Type.String(),
  type: Type.String(),
  title: Type.String(),
  errors: Type.Array(Closed({ pointer: Type.String(), problem: Type.String() })),
});
export type Refused = Static<typeof Refused>;

export const ResultsImported = Closed({
  applied: Type.Integer({ minimum: 0, description: 'Results that were not known before' }),
  repeated: Type.Integer({ minimum: 0, description: 'Results that were known already' }),
  refused: Type.Array(Refused),
});
export type ResultsImported = Static<typeof ResultsImported>;
