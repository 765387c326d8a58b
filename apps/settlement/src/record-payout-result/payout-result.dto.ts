import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Instant } from '@chuanliu/contracts/shapes';

export const PayoutResult = Closed({
  result: Type.Union([Type.Literal('confirmed'), Type.Literal('failed')]),
  occurredAt: { ...Instant, description: 'When the bank paid it, or gave it back' },
  reference: { ...Id, description: 'The bank’s number for it, by which its statement is matched' },
  reason: Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: 'For the party to read' })),
});
export type PayoutResult = Static<typeof PayoutResult>;
