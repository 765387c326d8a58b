import { Problem } from '@chuanliu/problems/problem';

/** The rates of a pick would leave somebody with less than nothing. */
export const termsExceedSale = (pickId: string, commissionBps: number, serviceBps: number, secondServiceBps: number) =>
  new Problem('invalid', 'commissions/terms-exceed-sale', 'The terms promise more than a sale can bear', {
    pickId,
    commissionBps,
    serviceBps,
    secondServiceBps,
  });
