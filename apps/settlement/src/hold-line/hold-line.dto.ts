import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, LineNo } from '@chuanliu/contracts/shapes';

const Why = Type.String({ minLength: 1, maxLength: 1_000, pattern: '\\S', description: 'For the audit log' });

export const NewHold = Closed({ reason: Why });
export type NewHold = Static<typeof NewHold>;

export const LiftedHold = Closed({ reason: Type.Optional(Why) });
export type LiftedHold = Static<typeof LiftedHold>;

export const HoldQuery = Closed({
  channelId: Type.Optional({ ...Id, description: 'Needed only when two channels share the order’s id' }),
});
export type HoldQuery = Static<typeof HoldQuery>;

export const Hold = Closed({ channelId: Id, orderId: Id, lineNo: LineNo, isHeld: Type.Boolean() });
