import { Problem } from '@chuanliu/problems/problem';

/** A split whose shares are not what was moved: posting it would unbalance the books, so its event is set aside. */
export const splitDoesNotBalance = (cause: string, differenceFen: number) =>
  new Problem('invalid', 'settlement/split-does-not-balance', 'The split does not sum to what was moved', {
    cause,
    differenceFen,
  });

/** Steps are the payment and then refunds; anything else cannot be told apart from a lost step. */
export const stepsOutOfOrder = (index: number) =>
  new Problem('invalid', 'settlement/steps-out-of-order', 'The steps are not one payment followed by refunds', {
    index,
  });
