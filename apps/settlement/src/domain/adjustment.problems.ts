import { Problem } from '@chuanliu/problems/problem';
import type { Party } from './party';

export const noSuchAdjustment = (adjustmentId: string) =>
  new Problem('absent', 'settlement/no-such-adjustment', 'There is no such adjustment', { adjustmentId });

export const lineNotOfOneSide = (indexes: readonly number[]) =>
  new Problem('invalid', 'settlement/line-not-of-one-side', 'Each line has either a debit or a credit', {
    errors: indexes.map(index => ({ pointer: `/lines/${index}`, problem: 'needs either debitFen or creditFen' })),
  });

export const unknownAccount = (faults: ReadonlyArray<{ pointer: string; account: string }>) =>
  new Problem('invalid', 'settlement/unknown-account', 'The ledger has no account of that name', {
    errors: faults.map(({ pointer, account }) => ({ pointer, problem: `${account} is no account of the ledger` })),
  });

export const pendingByHand = (indexes: readonly number[]) =>
  new Problem('invalid', 'settlement/pending-by-hand', 'What is pending moves with its sale alone', {
    detail:
      'No run would settle such an amount, and no statement would show it. A party’s available is adjusted instead.',
    errors: indexes.map(index => ({ pointer: `/lines/${index}/account`, problem: 'is pending' })),
  });

export const adjustmentNotBalanced = (debitFen: number, creditFen: number) =>
  new Problem('invalid', 'settlement/adjustment-not-balanced', 'Debits and credits differ', { debitFen, creditFen });

export const adjustmentTooLarge = (amountFen: number, largestFen: number) =>
  new Problem('invalid', 'settlement/adjustment-too-large', 'One adjustment does not move that much', {
    detail: 'More than the largest amount is moved by several adjustments.',
    amountFen,
    largestFen,
  });

export const namedPartyUnknown = (pointer: string, { kind, id }: Party) =>
  new Problem('invalid', 'settlement/named-party-unknown', `The ${kind} that is named here does not exist`, {
    kind,
    id,
    errors: [{ pointer, problem: `is not a known ${kind}` }],
  });

/** @param state null: nobody here heard of the appeal */
export const appealNotUpheld = (appealId: string, state: string | null) =>
  new Problem('invalid', 'settlement/appeal-not-upheld', 'Only an appeal that was upheld is made good', {
    appealId,
    state,
    errors: [{ pointer: '/appealId', problem: 'names no appeal that was upheld' }],
  });

export const notForTheAppellant = (appealId: string, party: string) =>
  new Problem('invalid', 'settlement/not-for-the-appellant', 'It gives the party that appealed nothing', {
    appealId,
    party,
    errors: [{ pointer: '/lines', problem: `do not let ${party} withdraw more` }],
  });

/** @param adjustmentId the one that has the appeal, proposed or approved */
export const appealHasAdjustment = (appealId: string, adjustmentId: string) =>
  new Problem('conflict', 'settlement/appeal-has-adjustment', 'Another adjustment makes this appeal good', {
    appealId,
    adjustmentId,
  });

export const occursInTheFuture = (occurredAt: string) =>
  new Problem('invalid', 'settlement/occurs-in-the-future', 'What is still to come cannot be in the books', {
    occurredAt,
    errors: [{ pointer: '/occurredAt', problem: 'lies in the future' }],
  });

/** A client without a person behind it can neither propose nor approve: nobody could tell two people apart. */
export const personUnknown = () =>
  new Problem('forbidden', 'settlement/person-unknown', 'Only a client of a named person may do this');

export const secondPersonRequired = (personId: string) =>
  new Problem('forbidden', 'settlement/second-person-required', 'An adjustment is approved by a second person', {
    detail: 'It was proposed by this very person, be it through another client.',
    personId,
  });

export const adjustmentIsDecided = (adjustmentId: string, state: string) =>
  new Problem('conflict', 'settlement/adjustment-is-decided', 'The adjustment was decided before', {
    adjustmentId,
    state,
  });

export const moreThanTheDebt = (party: string, debtFen: number, amountFen: number) =>
  new Problem('conflict', 'settlement/more-than-the-debt', 'The party owes less than that', {
    party,
    debtFen,
    amountFen,
  });

export const moreThanInEscrow = (account: string, balanceFen: number, amountFen: number) =>
  new Problem('conflict', 'settlement/more-than-in-escrow', 'The payment channel holds less than that', {
    account,
    balanceFen,
    amountFen,
  });
