/** The amount on its side, the way books are read: `{ debitFen }` or `{ creditFen }`, always positive. */
export const debitOrCredit = (amountFen: number): { debitFen: number } | { creditFen: number } =>
  amountFen >= 0 ? { debitFen: amountFen } : { creditFen: -amountFen };
