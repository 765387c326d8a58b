import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { PolicyFieldsOf } from '@chuanliu/contracts/partners/policy-version.v1';
import { valueInForce } from '@chuanliu/dated-facts/versions';

type WindowField = keyof PolicyFieldsOf<'attribution'>;
export type AttributionPolicyVersion = PolicyFieldsOf<'attribution'> & { effectiveFrom: UtcInstant };

/** How many hours a touch counts, where no version of the policy says otherwise. */
const DEFAULT_HOURS: Record<WindowField, number> = {
  liveHours: 24,
  shortVideoHours: 72,
  showcaseHours: 72,
  linkHours: 360,
};

/** Surfaces on which a touch may name somebody. Whoever looks at a shelf or searches was brought by nobody. */
const WINDOW_OF: Readonly<Record<string, WindowField>> = {
  live: 'liveHours',
  short_video: 'shortVideoHours',
  showcase: 'showcaseHours',
  link: 'linkHours',
};

export const SURFACES_WITH_WINDOW = Object.keys(WINDOW_OF);

export const hasWindow = (surface: string): boolean => Object.hasOwn(WINDOW_OF, surface);

/** The earliest instant at which a touch on this surface counts for an order; null: on this surface none ever does. */
export function windowStart(
  surface: string,
  orderedAt: UtcInstant,
  policy: readonly AttributionPolicyVersion[],
): UtcInstant | null {
  if (!hasWindow(surface)) return null;
  const field = WINDOW_OF[surface]!;
  return hoursBefore(orderedAt, valueInForce(policy, field, orderedAt, DEFAULT_HOURS[field]));
}

/** The longest that any touch counts under any version, in hours. */
export function longestWindowHours(policy: readonly AttributionPolicyVersion[]): number {
  const hours = policy.flatMap(version => Object.values(WINDOW_OF).map(field => version[field] ?? 0));
  return Math.max(...Object.values(DEFAULT_HOURS), ...hours);
}

export const hoursBefore = (instant: UtcInstant, hours: number): UtcInstant =>
  new Date(Date.parse(instant) - hours * 3_600_000).toISOString();
