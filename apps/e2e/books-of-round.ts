import type { Alliance } from './alliance';
import { books, type Explanation, type SaleRow } from './books';

interface Journal {
  postings: Array<{
    orderId: string;
    lineNo: number;
    entries: Array<{ account: string; debitFen?: number; creditFen?: number }>;
  }>;
}

/** What is known of one round of orders, one amount or state a line, with the round's name taken out of every id. */
export type BooksOfRound = Map<string, string>;

/**
 * Everything that money has to agree on: balances as moved since `before`, the ledger by order, line and account, and
 * every party's sales row; and the traffic that the river has granted.
 *
 * @param round the prefix of all ids of the round
 * @param before balances when the round began
 */
export async function booksOfRound(
  alliance: Alliance,
  round: string,
  before: Record<string, number>,
): Promise<BooksOfRound> {
  const known: BooksOfRound = new Map();
  const note = (name: string, value: unknown) => known.set(name.replaceAll(round, ''), String(value));

  const now = await books(alliance);
  for (const account of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const moved = (now[account] ?? 0) - (before[account] ?? 0);
    if (moved !== 0) note(`balance ${account}`, moved);
  }
  for (const [name, sumFen] of await ledgerOf(alliance, round)) if (sumFen !== 0) note(`ledger ${name}`, sumFen);
  const parties = [0, 1].map(n => `brands/${round}br-${n}`);
  parties.push(...[0, 1, 2].map(n => `promoters/${round}pr-${n}`), `agencies/${round}ag`);
  for (const party of parties) {
    for (const { orderId, lineNo, share, outcome, state, baseFen, estimatedFen } of await salesRows(alliance, party)) {
      note(`sale ${party} ${orderId}/${lineNo} ${share}`, `${outcome}, ${state}, ${estimatedFen} of ${baseFen}`);
    }
  }
  for (const party of parties.filter(name => !name.startsWith('agencies/'))) {
    const { balance } = await alliance.get<{ balance: number }>(`/v1/${party}/traffic?at=2026-10-20T00:00:00Z`);
    note(`traffic ${party}`, balance);
  }
  return known;
}

/** How two rounds differ, a line each. */
export function differencesOf(one: BooksOfRound, other: BooksOfRound): string[] {
  const names = [...new Set([...one.keys(), ...other.keys()])].sort();
  return names
    .filter(name => one.get(name) !== other.get(name))
    .map(name => `${name}: ${one.get(name) ?? 'nothing'} / ${other.get(name) ?? 'nothing'}`);
}

/** Sums of the ledger by `order/line account`. @throws when a posting does not balance */
async function ledgerOf(alliance: Alliance, round: string): Promise<Map<string, number>> {
  const sums = new Map<string, number>();
  const { postings } = await alliance.get<Journal>('/v1/ledger/journal', 'finance-1');
  for (const { orderId, lineNo, entries } of postings) {
    if (!orderId.startsWith(round)) continue;
    let balanceFen = 0;
    for (const { account, debitFen = 0, creditFen = 0 } of entries) {
      const name = `${orderId}/${lineNo} ${account}`;
      sums.set(name, (sums.get(name) ?? 0) + debitFen - creditFen);
      balanceFen += debitFen - creditFen;
    }
    if (balanceFen !== 0) throw new Error(`a posting of ${orderId}/${lineNo} sums to ${balanceFen}`);
  }
  return sums;
}

async function salesRows(alliance: Alliance, party: string): Promise<SaleRow[]> {
  const rows: SaleRow[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const more: string = cursor && `&cursor=${cursor}`;
    const page: { items: SaleRow[]; nextCursor: string | null; control: { count: number; sumFen: number } } =
      await alliance.get(`/v1/${party}/sales?limit=200${more}`, 'finance-1');
    rows.push(...page.items);
    cursor = page.nextCursor;
    if (cursor !== null) continue;
    const sumFen = rows.reduce((sum, row) => sum + row.estimatedFen, 0);
    expect(page.control).toMatchObject({ count: rows.length, sumFen });
  }
  return rows;
}

/** The explanations of a few orders: whole, and every line's shares sum to its base. */
export async function checkExplanations(alliance: Alliance, orderIds: string[]): Promise<void> {
  for (const orderId of orderIds) {
    const { complete, lines } = await alliance.get<Explanation & { lines: Array<{ baseFen: number }> }>(
      `/v1/orders/${orderId}/explanation`,
    );
    expect({ orderId, complete }).toEqual({ orderId, complete: true });
    for (const { shares, baseFen } of lines) expect(shares.reduce((sum, one) => sum + one.amountFen, 0)).toBe(baseFen);
  }
}
