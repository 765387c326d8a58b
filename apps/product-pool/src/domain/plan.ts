import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Terms } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { inOrder, type Version } from '@chuanliu/dated-facts/versions';

/** Whom a plan is for. Of those without an activity the first that is in force holds: its order is the precedence. */
export const precedence = ['exclusive', 'directed', 'shop-directed', 'open'] as const;
export const activityKinds = ['activity', 'exclusive-activity'] as const;
/** What a sale can bear of commission and service fee together, in basis points. */
export const MOST_BPS = 9_000;
export type PlanKind = (typeof precedence)[number] | (typeof activityKinds)[number];

/** Plans that are made with one promoter: of a product, or of a whole shop. */
export type PromoterPlanKind = 'exclusive' | 'directed' | 'shop-directed';

/** What a version may say; what it leaves out, the version before it says. */
export interface PlanFields {
  commissionBps?: number;
  assistBps?: number;
  /** The least reputation, in hundredths, of a promoter who may pick; 0 unless set. */
  minReputation?: number;
  /** The agency that the promoter must be with. */
  agencyId?: string;
  serviceBps?: number;
  secondServiceBps?: number;
  recruiterId?: string;
  secondRecruiterId?: string;
  /** Those named in an activity. */
  promoters?: string[];
  /** The planned end of an activity's plan. */
  endsAt?: UtcInstant;
}

/** How a version came to be: facts of its own, so that no later setting changes what it meant. */
export interface Told {
  /** When it was written. */
  told: UtcInstant;
  /** How long those who held a pick then keep a better rate. */
  rateLockDays: number;
  /** Written for the past: history, which nobody was told of and which locks no rate. */
  imported: boolean;
  /** A planned end, which takes nothing away: it was known since the plan opened, or comes later than was planned. */
  planned?: true;
}

/** A version of a plan; every version is sparse. */
export interface PlanVersion extends Version, PlanFields, Told {
  /** Counts the versions of its series in the order in which they were written. */
  no: number;
  /** The plan ends here, with everything that had been announced for afterwards. */
  ended?: true;
}

/** A plan from one instant to the next change: everything it says, nothing left out. */
export interface Plan {
  kind: PlanKind;
  commissionBps: number;
  assistBps: number;
  minReputation: number;
  agencyId: string | null;
  serviceBps: number;
  secondServiceBps: number;
  recruiterId: string | null;
  secondRecruiterId: string | null;
  promoters: readonly string[] | null;
}

/** A plan, or none, from an instant until the next span's, and the version that made it so. */
export interface PlanSpan {
  from: UtcInstant;
  plan: Plan | null;
  by: Told;
  /** The plan's own words, those of the versions before included; none where there is no plan. */
  said: PlanFields;
}

/**
 * A plan's series as spans, earliest first; before the first there is no plan. A version before any commission is known
 * promises nothing yet, so it makes no plan. After an end nothing is carried over.
 */
export function foldPlan(kind: PlanKind, versions: readonly PlanVersion[]): PlanSpan[] {
  const spans: PlanSpan[] = [];
  let said: PlanFields = {};
  let lastEnd = -1;
  let plannedBy: Told | undefined;
  const endAsPlanned = (before: UtcInstant | undefined) => {
    const last = spans.at(-1);
    if (!last?.plan || !said.endsAt || (before !== undefined && said.endsAt >= before)) return;
    spans.push({ from: said.endsAt > last.from ? said.endsAt : last.from, plan: null, by: plannedBy!, said: {} });
  };
  for (const version of inOrder(versions)) {
    if (version.no < lastEnd) continue; // Announced before the end was.
    endAsPlanned(version.effectiveFrom);
    if (version.ended) {
      [said, lastEnd, plannedBy] = [{}, version.no, undefined];
      spans.push({ from: version.effectiveFrom, plan: null, by: version, said: {} });
      continue;
    }
    if (version.endsAt !== undefined && version.endsAt !== said.endsAt) {
      const isSooner = spans.at(-1)?.plan && (said.endsAt === undefined || version.endsAt < said.endsAt);
      plannedBy = isSooner ? version : { ...version, planned: true };
    }
    said = Object.assign({}, said, given(version)); // Hundreds for each search: a spread that adds fields is slow.
    spans.push({ from: version.effectiveFrom, plan: planOf(kind, said), by: version, said });
  }
  endAsPlanned(undefined);
  return spans;
}

/** A plan as a promoter meets it: while it names others, there is none for them. */
export const spansFor = (promoterId: string, spans: readonly PlanSpan[]): PlanSpan[] =>
  spans.map(span => (span.plan?.promoters?.includes(promoterId) === false ? { ...span, plan: null, said: {} } : span));

/** What holds at an instant; undefined before the first span. */
export const spanAt = (spans: readonly PlanSpan[], at: UtcInstant): PlanSpan | undefined =>
  spans.findLast(span => span.from <= at);

/** The plan in force at an instant; null when there is none. */
export const planAt = (spans: readonly PlanSpan[], at: UtcInstant): Plan | null => spanAt(spans, at)?.plan ?? null;

/** The commission at an instant; −1 where no plan holds, since nothing is less than any rate. */
export const rateAt = (spans: readonly PlanSpan[], at: UtcInstant): number => planAt(spans, at)?.commissionBps ?? -1;

const FIELDS = [
  ...(['commissionBps', 'assistBps', 'minReputation', 'agencyId', 'serviceBps', 'secondServiceBps'] as const),
  ...(['recruiterId', 'secondRecruiterId', 'promoters', 'endsAt'] as const),
] satisfies ReadonlyArray<keyof PlanFields>;

/** What a version itself says, without what is left out. */
export function given(version: PlanFields): PlanFields {
  const said: Partial<Record<keyof PlanFields, unknown>> = {};
  for (const field of FIELDS) if (version[field] !== undefined) said[field] = version[field];
  return said as PlanFields;
}

function planOf(kind: PlanKind, said: PlanFields): Plan | null {
  const { commissionBps, assistBps = 0, minReputation = 0, agencyId = null, serviceBps = 0 } = said;
  const { secondServiceBps = 0, recruiterId = null, secondRecruiterId = null, promoters = null } = said;
  if (commissionBps === undefined) return null;
  return {
    kind,
    commissionBps,
    assistBps,
    minReputation,
    agencyId,
    serviceBps,
    secondServiceBps,
    recruiterId,
    secondRecruiterId,
    promoters,
  };
}

/** A plan's rates as a pick's terms from an instant on. */
export function termsFrom(effectiveFrom: UtcInstant, plan: Plan): Terms {
  const { commissionBps, assistBps, serviceBps, secondServiceBps, recruiterId, secondRecruiterId } = plan;
  return { effectiveFrom, commissionBps, assistBps, serviceBps, secondServiceBps, recruiterId, secondRecruiterId };
}
