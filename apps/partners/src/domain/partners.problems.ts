import { Problem } from '@chuanliu/problems/problem';

/** Dated facts are written once: an instant that has a version already keeps it. */
export const versionConflict = (kind: string, id: string, effectiveFrom: string) =>
  new Problem('conflict', 'partners/version-conflict', 'Another version holds from this very instant', {
    kind,
    id,
    effectiveFrom,
  });

export const contractDiffers = (promoterId: string, from: string) =>
  new Problem(
    'conflict',
    'partners/contract-differs',
    'The contract that begins at this instant may only change its end',
    {
      promoterId,
      from,
    },
  );

export const contractsOverlap = (promoterId: string, other: { agencyId: string; from: string; to: string | null }) =>
  new Problem('conflict', 'partners/contracts-overlap', 'The promoter is under another contract during this span', {
    promoterId,
    other,
  });

export const suspensionDiffers = (suspensionId: string) =>
  new Problem('conflict', 'partners/suspension-differs', 'A suspension that is known may only change its end', {
    suspensionId,
  });

export const endsBeforeItBegins = (from: string, to: string) =>
  new Problem('invalid', 'partners/ends-before-it-begins', 'The end lies before the beginning', { from, to });

/** A party that a body names; one in the path is answered by no-such-party. */
export const namedPartyUnknown = (pointer: string, kind: string, id: string) =>
  new Problem('invalid', 'partners/named-party-unknown', `The ${kind} that is named here does not exist`, {
    kind,
    id,
    errors: [{ pointer, problem: `is not a known ${kind}` }],
  });

export const noSuchAccount = (accountId: string) =>
  new Problem('absent', 'partners/no-such-account', 'There is no such account', { accountId });

export const tiersRepeat = (minShopScore: number) =>
  new Problem('invalid', 'partners/tiers-repeat', 'Two tiers begin at one shop score', { minShopScore });

export const newcomersLeaveBeforeTheyJoin = (joinedFrom: string, joinedTo: string) =>
  new Problem('invalid', 'partners/programme-ends-before-it-begins', 'The programme would end before it begins', {
    joinedFrom,
    joinedTo,
  });
