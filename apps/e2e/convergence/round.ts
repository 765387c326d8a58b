import type { Alliance } from '../alliance';

/** One thing that becomes known: an order event, or a write of the operator. Telling it twice tells nothing new. */
export interface Fact {
  name: string;
  /** Picks that are made first: before that nobody can carry their codes. */
  picks?: PickFact[];
  /** Order events and touches travel by webhooks, several at a time; the rest are calls. */
  event?: () => object;
  touch?: () => ToldTouch;
  tell?: (alliance: Alliance) => Promise<unknown>;
}

export type ToldTouch = Parameters<Alliance['touch']>[0];

/** A promoter and a product of the round, by number. */
export interface PickFact {
  promoter: number;
  product: number;
  from: string;
}

/** 2026-10-01 in Shanghai, so many minutes later. */
export const at = (minute: number): string =>
  new Date(Date.parse('2026-10-01T00:00:00+08:00') + minute * 60_000).toISOString();

export const BEFORE = '2026-01-01T00:00:00+08:00';
/** Picks that are there from the start. */
export const FIRST_PICKS: readonly PickFact[] = [
  { promoter: 0, product: 0, from: BEFORE },
  { promoter: 1, product: 3, from: BEFORE },
  { promoter: 2, product: 0, from: at(-9_500) },
];
export const nameOfPick = ({ promoter, product }: Omit<PickFact, 'from'>): string => `${promoter}/${product}`;

/** One of the first picks, and its code with it, comes to an end. */
export function endOfPick(round: Round, pick: PickFact, minute: number): Fact {
  return {
    name: `end of pick ${nameOfPick(pick)} at ${at(minute)}`,
    tell: async ({ calls }) => {
      const path = `/v1/promoters/${round.name}-pr-${pick.promoter}/picks/${round.picked(pick).pickId}`;
      expect((await calls.delete('operator', `${path}?at=${at(minute)}`)).status).toBe(204);
    },
  };
}

/** One history's cast on one system; every id carries the round's name. */
export class Round {
  readonly name: string;
  /** What the system drew, by `promoter/product`. */
  private readonly picks = new Map<string, { pickId: string; promotionCode: string }>();

  constructor(
    readonly number: number,
    readonly alliance: Alliance,
  ) {
    this.name = `h${number}`;
  }

  /** Known to the system before the history is told, in any order: two brands with three products each, three promoters, an agency. */
  async cast(): Promise<void> {
    const { alliance, name } = this;
    await Promise.all([
      alliance.put(`/v1/agencies/${name}-ag`, { name: 'agency' }),
      ...[0, 1].map(n => alliance.brand(`${name}-br-${n}`, { effectiveFrom: BEFORE })),
      ...[0, 1, 2].map(n => alliance.promoter(`${name}-pr-${n}`, { effectiveFrom: BEFORE })),
    ]);
    await Promise.all([0, 1, 2, 3, 4, 5].map(n => this.product(n)));
    await Promise.all(FIRST_PICKS.map(pick => this.pick(pick)));
  }

  private async product(n: number): Promise<void> {
    const [id, commissionBps] = [`${this.name}-p-${n}`, 1_333 + 517 * n];
    await this.alliance.product(id, `${this.name}-br-${Math.floor(n / 3)}`, commissionBps);
    // Half of the products promise assistants a part.
    const assistBps = n % 2 === 0 ? 700 : 0;
    await this.alliance.put(`/v1/products/${id}/plans/open`, { commissionBps, assistBps, effectiveFrom: BEFORE });
  }

  /** Asked for twice it is the same pick, for as long as that is open. */
  async pick(pick: PickFact): Promise<void> {
    const { promoter, product, from } = pick;
    this.picks.set(
      nameOfPick(pick),
      await this.alliance.pick(`${this.name}-pr-${promoter}`, `${this.name}-p-${product}`, from),
    );
  }

  /** @throws before the pick was made */
  picked(pick: Omit<PickFact, 'from'>): { pickId: string; promotionCode: string } {
    const made = this.picks.get(nameOfPick(pick));
    if (!made) throw new Error(`${this.name}: ${nameOfPick(pick)} was not picked yet`);
    return made;
  }

  /** A text with the names of picks in place of what the system drew for them. */
  withoutDrawnNames(text: string): string {
    let named = text;
    for (const [name, { pickId, promotionCode }] of this.picks)
      named = named.replaceAll(pickId, `pick ${name}`).replaceAll(promotionCode, `code ${name}`);
    return named;
  }
}
