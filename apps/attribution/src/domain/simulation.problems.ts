import { Problem } from '@chuanliu/problems/problem';

export const noSuchSimulation = (simulationId: string) =>
  new Problem('absent', 'attribution/no-such-simulation', 'There is no simulation with this id', { simulationId });

/** @param mostDays the longest period that is simulated, in days of 24 hours */
export const periodTooLong = (from: string, to: string, mostDays: number) =>
  new Problem('invalid', 'attribution/period-too-long', 'The period is longer than a simulation may cover', {
    from,
    to,
    mostDays,
  });

export const simulationNotDone = (simulationId: string, state: string) =>
  new Problem('conflict', 'attribution/simulation-not-done', 'The simulation has no results yet', {
    simulationId,
    state,
  });

export const tooManyWatchers = () =>
  new Problem('too-many', 'attribution/too-many-watchers', 'Too many follow simulations just now', {
    retryAfterSeconds: 10,
  });
