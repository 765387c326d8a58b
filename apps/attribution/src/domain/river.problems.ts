import { Problem } from '@chuanliu/problems/problem';

export const emptyPeriod = (from: string, to: string) =>
  new Problem('invalid', 'attribution/empty-period', 'The period must end after it begins', { from, to });

/** @param balance impressions that are there; below 0 while there is a debt */
export const notEnoughTraffic = (balance: number, asked: number) =>
  new Problem('invalid', 'attribution/not-enough-traffic', 'The wallet holds fewer impressions than that', {
    balance,
    asked,
  });

export const wholeAudienceOnly = () =>
  new Problem(
    'invalid',
    'attribution/whole-audience-only',
    'A file holds the whole audience: it takes neither cursor nor updatedFrom',
  );
