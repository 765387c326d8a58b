import { Problem } from '@chuanliu/problems/problem';

/** Only a day that has ended can be settled: until then something of it may still happen. */
export const dayNotOver = (businessDate: string) =>
  new Problem('invalid', 'settlement/day-not-over', 'The business day is not over', { businessDate });

/** Days are settled in their order, each sealing all before it. */
export const periodClosed = (businessDate: string, settledThrough: string) =>
  new Problem('conflict', 'settlement/period-closed', 'A later day was settled already', {
    businessDate,
    settledThrough,
  });

/** Runs are serial. */
export const runInProgress = (runId: string, businessDate: string) =>
  new Problem('conflict', 'settlement/run-in-progress', 'Another day is being settled', { runId, businessDate });

/** The days on which orders are due are being derived again, after a score or policy that became known late. */
export const stillDeriving = (orders: number) =>
  new Problem('unavailable', 'settlement/still-deriving', 'It is still being derived when orders are due', {
    orders,
    retryAfterSeconds: 5,
  });

export const noSuchRun = (runId: string) =>
  new Problem('absent', 'settlement/no-such-run', 'There is no such settlement run', { runId });

export const noSuchStatement = (id: string) =>
  new Problem('absent', 'settlement/no-such-statement', 'There is no such statement', { id });

/** A month is a party's: finance, which sees all of them, must say whose. */
export const partyRequired = () =>
  new Problem('invalid', 'settlement/party-required', 'Name the party, as in party=promoter:pr-1');
