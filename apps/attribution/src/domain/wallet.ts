import type { UtcInstant } from '@chuanliu/contracts/instants';

/** Impressions that a sale earned, and what refunds left of them. */
export interface WalletGrant {
  id: string;
  /** It is held at t when paidAt ≤ t < expiresAt. */
  paidAt: UtcInstant;
  expiresAt: UtcInstant;
  /** Its size from each instant on, in impressions: the first from paidAt, every later one no greater than that before it. */
  sizes: ReadonlyArray<{ from: UtcInstant; impressions: number }>;
}

/** An accepted command. */
export interface Spend {
  spentAt: UtcInstant;
  /** 1 or more. */
  impressions: number;
}

/** A grant as the wallet holds it. */
export interface HeldGrant {
  id: string;
  impressions: number;
  /** Taken by spends, the part included that a refund took back later. */
  spent: number;
  /** Taken by debts, likewise. */
  toDebt: number;
  /** What may still be spent: max(0, impressions − spent − toDebt). */
  left: number;
}

export interface WalletAt {
  /** Σ left − debt. Only a debt takes it below 0; while there is one, nothing is left. */
  balance: number;
  /** Impressions spent that no grant covers; the next grants pay them. */
  debt: number;
  /** Held at the instant, by (paidAt, id). */
  grants: HeldGrant[];
}

/**
 * What a wallet holds at an instant, worked out from all its grants and spends from the first spend on.
 *
 * At each instant in turn: grants expire, sales grant, refunds shrink grants, debts are paid, spends are made. Debts and
 * spends take from the oldest held grant first, by (paidAt, id).
 *
 * A refund takes back what is unspent first; what it takes back beyond that had been spent and becomes a debt, though the
 * grant be expired by then. The other grants held pay a debt at once (all of them are later ones: older ones were used up
 * before this one was begun), and grants to come pay what is left of it.
 *
 * Which grants a spend took from is derived, never stored. A fact that becomes known after a spend, of an instant before
 * it, counts as if it had been known: an older grant pays in place of a newer one, and where the grants of that instant
 * prove too small for the spend, the lack is a debt from that instant on. So the wallet is a function of the set of facts
 * and the sequence of spends, in whatever order they came.
 * @param grants in any order
 * @param spends in the order in which they were given; spentAt never falls
 * @param at facts and spends of this very instant count
 */
export function walletAt(grants: readonly WalletGrant[], spends: readonly Spend[], at: UtcInstant): WalletAt {
  const run = new Run();
  let now = '';
  for (const step of stepsUntil(at, grants, spends)) {
    if (step.at > now) run.payDebt();
    now = step.at;
    step.work(run);
  }
  run.payDebt();
  return run.shown();
}

interface Step {
  at: UtcInstant;
  /** The order of what happens at one instant. */
  rank: 0 | 1 | 2;
  work: (run: Run) => void;
}

function stepsUntil(at: UtcInstant, grants: readonly WalletGrant[], spends: readonly Spend[]): Step[] {
  const steps: Step[] = [];
  for (const grant of [...grants].sort((a, b) => order(a.paidAt, b.paidAt) || order(a.id, b.id))) {
    const opened = { grant, impressions: 0, spent: 0, toDebt: 0, held: true };
    const [first, ...later] = grant.sizes;
    steps.push({ at: grant.paidAt, rank: 1, work: run => run.open(opened, first?.impressions ?? 0) });
    for (const { from, impressions } of later)
      steps.push({ at: from, rank: 1, work: run => run.shrink(opened, impressions) });
    steps.push({ at: grant.expiresAt, rank: 0, work: run => run.expire(opened) });
  }
  for (const { spentAt, impressions } of spends) {
    steps.push({ at: spentAt, rank: 2, work: run => run.spend(impressions) });
  }
  // The sort is stable: grants of one instant keep the order of ids, spends of one instant the order of commands.
  return steps.filter(step => step.at <= at).sort((a, b) => order(a.at, b.at) || a.rank - b.rank);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Opened {
  readonly grant: WalletGrant;
  impressions: number;
  spent: number;
  toDebt: number;
  held: boolean;
}

const leftOf = ({ impressions, spent, toDebt, held }: Opened): number =>
  held ? Math.max(0, impressions - spent - toDebt) : 0;

/** What was taken of a grant beyond its present size. */
const uncovered = ({ impressions, spent, toDebt }: Opened): number => Math.max(0, spent + toDebt - impressions);

/** A wallet while its history passes by. */
class Run {
  private readonly opened: Opened[] = [];
  /** No grant before this one has anything left: grants only ever lose. */
  private oldest = 0;
  private debt = 0;

  open(grant: Opened, impressions: number): void {
    grant.impressions = impressions;
    this.opened.push(grant);
  }

  shrink(grant: Opened, impressions: number): void {
    const before = uncovered(grant);
    grant.impressions = impressions;
    this.debt += uncovered(grant) - before;
  }

  expire(grant: Opened): void {
    grant.held = false;
  }

  payDebt(): void {
    if (this.debt > 0) this.debt = this.take(this.debt, 'toDebt');
  }

  spend(impressions: number): void {
    this.payDebt();
    this.debt += this.take(impressions, 'spent');
  }

  shown(): WalletAt {
    const grants = this.opened
      .filter(({ held }) => held)
      .map(each => ({
        id: each.grant.id,
        impressions: each.impressions,
        spent: each.spent,
        toDebt: each.toDebt,
        left: leftOf(each),
      }));
    return { balance: grants.reduce((sum, { left }) => sum + left, 0) - this.debt, debt: this.debt, grants };
  }

  /** Takes from the oldest grants. @returns what they lack */
  private take(impressions: number, purpose: 'spent' | 'toDebt'): number {
    let lack = impressions;
    for (; lack > 0 && this.oldest < this.opened.length; this.oldest++) {
      const grant = this.opened[this.oldest]!;
      const taken = Math.min(lack, leftOf(grant));
      grant[purpose] += taken;
      lack -= taken;
      if (leftOf(grant) > 0) break;
    }
    return lack;
  }
}
