import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';

/** How long content may take, and when overdue samples keep a promoter from asking for more. */
export class SamplePolicy {
  constructor(
    readonly contentDays = 14,
    /** So many overdue samples … */
    readonly suspendAfter = 2,
    /** … that came due within so many days of 24 hours … */
    readonly suspendWindowDays = 90,
    /** … suspend for so many, from the last of them on. */
    readonly suspendDays = 30,
  ) {}
}

/** A sample whose content was not there when it was due. */
export interface OverdueSample {
  sampleId: string;
  dueAt: UtcInstant;
  fulfilledAt: UtcInstant | null;
}

/** The samples that are overdue at an instant. */
export const overdueAt = (samples: readonly OverdueSample[], at: UtcInstant): string[] =>
  samples
    .filter(({ dueAt, fulfilledAt }) => dueAt <= at && (fulfilledAt === null || at < fulfilledAt))
    .map(({ sampleId }) => sampleId);

/**
 * Until when overdue samples keep a promoter from asking at an instant; null when they do not. Late content does not
 * undo that a sample was overdue. A lift ends what is running then; the next overdue sample counts with those before.
 *
 * @param lifts the instants at which an operator ended suspensions
 */
export function suspendedUntil(
  samples: readonly OverdueSample[],
  lifts: readonly UtcInstant[],
  { suspendAfter, suspendWindowDays, suspendDays }: SamplePolicy,
  at: UtcInstant,
): UtcInstant | null {
  const dues = samples.map(sample => sample.dueAt).sort();
  let until: UtcInstant | null = null;
  for (const [n, from] of dues.entries()) {
    const first = dues[n - suspendAfter + 1];
    if (first === undefined || from >= plusDays(first, suspendWindowDays)) continue;
    const to = plusDays(from, suspendDays);
    const isLifted = lifts.some(lift => from <= lift && lift <= at);
    if (from <= at && at < to && !isLifted && (until === null || until < to)) until = to;
  }
  return until;
}
