import type { Door, DoorAnswer } from './door';

/** A request that must be refused: how it is sent, and the refusal that it earns. */
export interface BadRequest {
  what: string;
  send: (door: Door) => Promise<DoorAnswer>;
  /** `events`: taken in, every event or touch refused; `rows`: read, no row written. */
  refused: Refusal | 'events' | 'rows';
}

export interface Refusal {
  status: number;
  /** Each of which would do. */
  types: string[];
  /** Where the refusal must say that a fault is, or below it. */
  pointer?: string;
}

export const refusedAs = (status: number, ...types: string[]): Refusal => ({
  status,
  types: types.map(type => `/problems/${type}`),
});
