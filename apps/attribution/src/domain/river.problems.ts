import { Problem } from '@chuanliu/problems/problem';

export const emptyPeriod = (from: string, to: string) =>
  new Problem('invalid', 'attribution/empty-period', 'The period must end after it begins', { from, to });
