import { Problem } from '@chuanliu/problems/problem';

/** A cut given in the last ten minutes of a day: nobody would have the time to see it before it holds. */
export const planCutsFrozen = (retryFrom: string) =>
  new Problem('invalid', 'product-pool/plan-cuts-frozen', 'No rate is cut between 23:50 and 24:00 in Shanghai', {
    retryFrom,
  });

export const exclusiveCutTooDeep = (fromBps: number, toBps: number, mostBps: number) =>
  new Problem('invalid', 'product-pool/exclusive-cut-too-deep', 'An exclusive rate falls by less than this', {
    fromBps,
    toBps,
    mostBps,
  });

export const exclusiveCutTooSoon = (lastCutAt: string, retryFrom: string) =>
  new Problem('invalid', 'product-pool/exclusive-cut-too-soon', 'An exclusive rate falls once in seven days', {
    lastCutAt,
    retryFrom,
  });

export const ratesExceedSale = (commissionBps: number, serviceBps: number, secondServiceBps: number) =>
  new Problem('invalid', 'product-pool/rates-exceed-sale', 'The plan promises more than a sale can bear', {
    commissionBps,
    serviceBps,
    secondServiceBps,
  });

/** @param missing the fields without which nobody gets a fee that is promised */
export const feeForNobody = (missing: readonly string[], serviceBps: number, secondServiceBps: number) =>
  new Problem('invalid', 'product-pool/fee-for-nobody', 'The plan promises a fee and does not say to whom', {
    serviceBps,
    secondServiceBps,
    errors: missing.map(field => ({ pointer: `/${field}`, problem: 'is required by the fees of the plan' })),
  });

/** Every pick carries its whole series of terms, to every service: a series without end would be too much for them. */
export const planChangedTooOften = (mostVersions: number) =>
  new Problem('invalid', 'product-pool/plan-changed-too-often', 'The plan has as many versions as a plan may have', {
    mostVersions,
  });

/** Somebody whom a plan names, and where it does. */
export interface NamedParty {
  kind: 'promoter' | 'recruiter' | 'agency';
  id: string;
  /** A JSON pointer into the body. */
  pointer: string;
}

/** @param strangers one at least; the refusal is named by the first one's kind, and tells of all */
export function namedPartyUnknown(strangers: readonly NamedParty[]): Problem {
  const { kind, id } = strangers[0]!;
  return new Problem('invalid', `product-pool/named-${kind}-unknown`, TITLE_OF_UNKNOWN[kind], {
    [`${kind}Id`]: id,
    errors: strangers.map(stranger => ({ pointer: stranger.pointer, problem: `is not a known ${stranger.kind}` })),
  });
}

const TITLE_OF_UNKNOWN = {
  promoter: 'A promoter that is named here does not exist',
  recruiter: 'A recruiter that is named here does not exist',
  agency: 'An agency that is named here does not exist',
};

export const promoterNamedTwice = (promoterId: string, pointer: string) =>
  new Problem('malformed', 'malformed-request', 'The request is not of the declared shape', {
    promoterId,
    errors: [{ pointer, problem: 'names a promoter for the second time' }],
  });

export const planOfOtherKind = (activityId: string, productId: string, kind: string) =>
  new Problem(
    'conflict',
    'product-pool/plan-of-other-kind',
    'The activity offers the product by another kind of plan',
    {
      activityId,
      productId,
      kind,
    },
  );

export const noPlanWithPromoter = (promoterId: string) =>
  new Problem('absent', 'product-pool/no-such-plan', 'There is no such plan with the promoter', { promoterId });

/** Why a promoter may not pick a product under its plans. */
export const exclusiveToOthers = (productId: string, at: string) =>
  new Problem('invalid', 'product-pool/exclusive-to-others', 'The product is exclusive to other promoters', {
    productId,
    at,
  });

export const notNamedInActivity = (activityId: string, productId: string) =>
  new Problem('invalid', 'product-pool/not-named-in-activity', 'The activity names other promoters', {
    activityId,
    productId,
  });

export const agencyInConflict = (productId: string, agencyId: string) =>
  new Problem('invalid', 'product-pool/agency-in-conflict', 'The plan is for promoters of another agency', {
    productId,
    agencyId,
  });

export const applicationIsOpen = (applicationId: string) =>
  new Problem('conflict', 'product-pool/application-is-open', 'An application for this product waits for its answer', {
    applicationId,
  });

export const applicationIsResolved = (applicationId: string, state: string) =>
  new Problem('conflict', 'product-pool/application-is-resolved', 'The application has been answered already', {
    applicationId,
    state,
  });

export const noSuchApplication = (applicationId: string) =>
  new Problem('absent', 'product-pool/no-such-application', 'There is no such application', { applicationId });
