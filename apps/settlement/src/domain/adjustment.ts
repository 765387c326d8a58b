import { hash } from 'node:crypto';
import type { AdjustmentState } from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { fen, LARGEST_FEN, type Fen } from '@chuanliu/money/fen';
import { accountNamed } from './account-names';
import { accounts, isPending } from './accounts';
import {
  adjustmentIsDecided,
  adjustmentNotBalanced,
  adjustmentTooLarge,
  lineNotOfOneSide,
  pendingByHand,
  personUnknown,
  secondPersonRequired,
  unknownAccount,
} from './adjustment.problems';
import type { Party } from './party';
import type { Posting } from './posting';

/** A line as a person writes it: one of the two amounts, above 0. */
export interface WrittenLine {
  account: string;
  debitFen?: number;
  creditFen?: number;
}

/** One side of an adjustment; debit positive. */
export interface AdjustmentLine {
  account: string;
  amountFen: Fen;
}

/** `write-off` and `sweep` are adjustments like any other, whose amount is checked once more when they are approved. */
export type Purpose = 'manual' | 'write-off' | 'sweep';

/** Whoever acts on an adjustment, by the client that they used. */
export interface Actor {
  clientId: string;
  personId: string;
}

/**
 * The lines as the ledger will have them.
 * @throws Problem `line-not-of-one-side`, `unknown-account`, `pending-by-hand`, `adjustment-not-balanced` or
 *   `adjustment-too-large` (422)
 */
export function checkedLines(lines: readonly WrittenLine[]): AdjustmentLine[] {
  const twoSided = [...lines.keys()].filter(
    i => (lines[i]!.debitFen === undefined) === (lines[i]!.creditFen === undefined),
  );
  if (twoSided.length > 0) throw lineNotOfOneSide(twoSided);
  const nameless = lines.flatMap(({ account }, i) =>
    accountNamed(account) ? [] : [{ pointer: `/lines/${i}/account`, account }],
  );
  if (nameless.length > 0) throw unknownAccount(nameless);
  const pending = [...lines.keys()].filter(i => isPending(lines[i]!.account));
  if (pending.length > 0) throw pendingByHand(pending);
  const checked = lines.map(({ account, debitFen = 0, creditFen = 0 }) => ({
    account,
    amountFen: fen(debitFen - creditFen),
  }));
  const [debitFen, creditFen] = [debitsOf(checked), debitsOf(checked) - totalOf(checked)];
  if (debitFen !== creditFen) throw adjustmentNotBalanced(debitFen, creditFen);
  // Many lines of an amount that is allowed may come to one that no number holds exactly, with those of other adjustments.
  if (debitFen > LARGEST_FEN) throw adjustmentTooLarge(debitFen, LARGEST_FEN);
  return checked;
}

/** How much an adjustment moves: its debits, which are its credits. */
export const debitsOf = (lines: readonly AdjustmentLine[]): Fen =>
  fen(lines.reduce((sum, { amountFen }) => sum + Math.max(0, amountFen), 0));

/** What a party may withdraw more by these lines; below 0: less. */
export const amountFor = ({ kind, id }: Party, lines: readonly AdjustmentLine[]): Fen => {
  const own = accounts.available(kind, id);
  return fen(lines.reduce((sum, { account, amountFen }) => (account === own ? sum - amountFen : sum), 0));
};

/** SHA-256 of the lines, each as `{account} {amountFen}\n` with debits positive: what a person approved, in one word. */
export const digestOfLines = (lines: readonly AdjustmentLine[]): string =>
  hash('sha256', lines.map(({ account, amountFen }) => `${account} ${amountFen}\n`).join(''), 'hex');

const totalOf = (lines: readonly AdjustmentLine[]) => lines.reduce((sum, { amountFen }) => sum + amountFen, 0);

/** @throws Problem `person-unknown` (403) for a client that no person stands behind */
export function actorOf({ clientId, personId }: { clientId: string; personId: string | null }): Actor {
  if (personId === null) throw personUnknown();
  return { clientId, personId };
}

interface Decidable {
  adjustmentId: string;
  state: AdjustmentState;
  proposedBy: Actor;
  decidedBy: Actor | null;
}

/**
 * Whether this decision is still to be taken; false when the same person took the same one before.
 *
 * Two clients of one person are one person: it is people who approve. Who proposed may take it back, which is a rejection.
 * @throws Problem `second-person-required` (403) or `adjustment-is-decided` (409)
 */
export function isStillToDecide(adjustment: Decidable, decision: 'approved' | 'rejected', by: Actor): boolean {
  const { adjustmentId, state, proposedBy, decidedBy } = adjustment;
  if (decision === 'approved' && by.personId === proposedBy.personId) throw secondPersonRequired(by.personId);
  if (state === 'proposed') return true;
  if (state === decision && decidedBy?.personId === by.personId) return false;
  throw adjustmentIsDecided(adjustmentId, state);
}

/** What an approved adjustment puts into the books. */
export const postingOf = (lines: readonly AdjustmentLine[], occurredAt: string): Posting => ({
  cause: { kind: 'manual', refundId: null, transactionId: null, occurredAt },
  entries: lines.map(line => ({ ...line, share: null })),
});
