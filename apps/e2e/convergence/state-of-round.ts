import { books, type Explanation, type OrderRead } from '../books';
import { at, type Round } from './round';
import { sureFates } from './sure-facts';

interface Audience {
  items: Array<{ id: string; broughtBy: string; since: string; until: string }>;
  nextCursor: string | null;
}

/** Everything that the law of convergence compares, for one round: lines, balances, river and traffic. */
export interface StateOfRound {
  lines: Array<Omit<LineState, 'tooLate'>>;
  /** Of every account, by business day and as of now. */
  balances: Array<Record<string, number>>;
  members: object;
  audiences: object;
  traffic: object;
}

interface LineState {
  line: string;
  outcome: string | null;
  promoterId: string | null;
  rule: string | null;
  candidates: Explanation['lines'][number]['candidates'];
  shares: Array<{ share: string; partyId: string | null; amountFen: number }>;
  river: Explanation['lines'][number]['river'];
  baseFen: number;
  state: string;
  /** How many decisions came after it was settled. */
  tooLate: number;
  refundedFen: number;
  policyVersion: string | null;
}

const LATER = at(5_000);
const MUCH_LATER = at(12_000);

/** @param orders how many orders were drawn */
export async function stateOf(round: Round, orders: number): Promise<StateOfRound> {
  const { alliance, name } = round;
  const get = <T>(path: string, instant?: string) =>
    alliance.get<T>(instant === undefined ? path : `${path}?at=${encodeURIComponent(instant)}`);
  const buyers = [1, 2, 3, 4].map(n => `${name}-buyer-${n}`).concat(`${name}-sure`);
  const brands = [0, 1].map(n => `brands/${name}-br-${n}`);
  const parties = [...brands, ...[0, 1, 2].map(n => `promoters/${name}-pr-${n}`)];

  const state: StateOfRound = {
    // How often something came too late depends on the order in which it came.
    lines: (await linesIn(round, orders)).map(({ tooLate: _, ...line }) => line),
    balances: await Promise.all(['', '2026-10-02', '2026-10-04'].map(day => books(alliance, day))),
    members: await byName(
      brands.flatMap(brand => buyers.map(buyer => `${brand}/river/members/${buyer}`)),
      path => get(`/v1/${path}`, LATER),
    ),
    audiences: await byName(
      brands.flatMap(brand => [LATER, MUCH_LATER].map(instant => `${brand} ${instant}`)),
      async of => {
        const [brand, instant] = of.split(' ');
        const { items, nextCursor } = await get<Audience>(`/v1/${brand}/river/audience`, instant);
        expect(nextCursor).toBeNull();
        return items.map(({ id, broughtBy, since, until }) => ({ id, broughtBy, since, until }));
      },
    ),
    traffic: await byName(parties, party => get(`/v1/${party}/traffic`, LATER)),
  };
  return JSON.parse(round.withoutDrawnNames(JSON.stringify(state))) as StateOfRound;
}

/** Every line of the round, drawn or sure. */
export async function linesIn(round: Round, orders: number): Promise<LineState[]> {
  const drawn = Array.from({ length: orders }, (_, n) => `${round.name}-o-${n}`);
  const orderIds = [...drawn, ...sureFates.map((_, n) => `${round.name}-sure-${n}`)];
  return (await Promise.all(orderIds.map(orderId => linesOf(round, orderId)))).flat();
}

async function linesOf({ alliance }: Round, orderId: string): Promise<LineState[]> {
  const [order, explained] = await Promise.all([
    alliance.get<OrderRead>(`/v1/orders/${orderId}`),
    alliance.get<Explanation>(`/v1/orders/${orderId}/explanation`),
  ]);
  expect(explained.complete).toBe(true);
  return order.lines.map((line, i) => {
    const { lineNo, baseFen, refundedFen, outcome, promoterId, state, shares } = line;
    const { rule, candidates, river, policyVersion, tooLate } = explained.lines[i]!;
    const named = shares.filter(({ amountFen }) => amountFen !== 0);
    return {
      line: `${orderId}/${lineNo}`,
      ...{
        baseFen,
        refundedFen,
        outcome,
        promoterId,
        state,
        rule,
        candidates,
        river,
        policyVersion,
        tooLate: tooLate.length,
        shares: named,
      },
    };
  });
}

async function byName<T>(names: string[], read: (name: string) => Promise<T>): Promise<Record<string, T>> {
  return Object.fromEntries(await Promise.all(names.map(async name => [name, await read(name)] as const)));
}

/** What became of the orders that every history has, a few words each. */
export const sureFatesIn = ({ lines }: StateOfRound): string[] =>
  lines.filter(({ line }) => line.includes('-sure-')).map(fateOf);

function fateOf({ outcome, promoterId, rule, shares, river, candidates }: Omit<LineState, 'tooLate'>): string {
  const assistants = shares.filter(({ share }) => share === 'assist').map(({ partyId }) => partyId);
  return [
    `${promoterId ?? outcome}${rule ? ` by ${rule}` : ''}`,
    ...(assistants.length > 0 ? [`, assisted by ${assistants.join(' and ')}`] : []),
    ...(river?.return ? [`, brought back by ${river.return.broughtBy}`] : []),
    ...candidates.map(({ verdict, reason = verdict }) => `; ${reason}`),
  ]
    .join('')
    .replace(/h\d+-/g, '');
}
