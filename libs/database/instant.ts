import type { UtcInstant } from '@chuanliu/contracts/instants';

/** `2026-11-06T12:00:03.000Z` → the text of a DATETIME(3) column, in UTC. */
export function toColumn(instant: UtcInstant): string;
export function toColumn(instant: UtcInstant | null): string | null;
export function toColumn(instant: UtcInstant | null): string | null {
  return instant === null ? null : `${instant.slice(0, 10)} ${instant.slice(11, 23)}`;
}

/** The text of a DATETIME(3) column, in UTC → `2026-11-06T12:00:03.000Z`. */
export function fromColumn(text: string): UtcInstant;
export function fromColumn(text: string | null): UtcInstant | null;
export function fromColumn(text: string | null): UtcInstant | null {
  return text === null ? null : `${text.slice(0, 10)}T${text.slice(11, 23)}Z`;
}
