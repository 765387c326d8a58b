import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import { Message, said } from '../move-sample/sample.dto';

export const RequestSample = Closed({
  productId: Id,
  message: Type.Optional(Message),
  addressRef: Type.Optional({
    ...Id,
    description: 'Of the brand’s or the platform’s own address book: no address is kept here',
  }),
  ...said,
});
export type RequestSample = Static<typeof RequestSample>;
