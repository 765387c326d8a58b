import { createHash } from 'node:crypto';
import type { AnswerOf, RowOf } from '@chuanliu/client';
import type { Alliance } from './alliance';

export type TrialBalance = AnswerOf<'get', '/v1/ledger/trial-balance'>;
export type SaleRow = RowOf<'/v1/promoters/{partyId}/sales'>;
export type OrderRead = AnswerOf<'get', '/v1/orders/{orderId}'>;
export type Explanation = AnswerOf<'get', '/v1/orders/{orderId}/explanation'>;

/** Balances by account, those at zero left out. @throws when the books do not sum to zero */
export async function books(alliance: Alliance, at = ''): Promise<Record<string, number>> {
  const trial = await alliance.get<TrialBalance>(`/v1/ledger/trial-balance${at && `?at=${at}`}`, 'finance-1');
  if (trial.totalDebitFen !== trial.totalCreditFen)
    throw new Error(`the books do not balance: ${JSON.stringify(trial)}`);
  const sum = trial.accounts.reduce((total, { balanceFen }) => total + balanceFen, 0);
  if (sum !== 0) throw new Error(`the books sum to ${sum}`);
  const open = trial.accounts.filter(({ balanceFen }) => balanceFen !== 0);
  return Object.fromEntries(open.map(({ account, balanceFen }) => [account, balanceFen]));
}

/** Every row of a party's sales; checks what the control total promises: nothing is missing, nothing is there twice. */
export async function salesOf(
  alliance: Alliance,
  party: string,
  query = '',
  client = 'finance-1',
  limit = 7,
): Promise<SaleRow[]> {
  const rows: SaleRow[] = [];
  let cursor: string | null = '';
  do {
    const page: {
      items: SaleRow[];
      nextCursor: string | null;
      control: { count: number; sumFen: number; digest: string };
    } = await alliance.get(`/v1/${party}/sales?limit=${limit}${query}${cursor ? `&cursor=${cursor}` : ''}`, client);
    rows.push(...page.items);
    cursor = page.nextCursor;
    if (cursor !== null) continue;
    const digest = createHash('sha256');
    for (const row of rows) digest.update(`${row.id}\n`);
    expect(page.control).toEqual({
      count: rows.length,
      sumFen: rows.reduce((sum, row) => sum + row.estimatedFen, 0),
      digest: digest.digest('hex'),
    });
  } while (cursor !== null);
  return rows;
}

/** The shares of an order's line as `share party: amount`, those at zero left out. */
export async function sharesOf(alliance: Alliance, orderId: string, lineNo = 1): Promise<Record<string, number>> {
  const order = await alliance.operator.get('/v1/orders/{orderId}', { params: { path: { orderId } } });
  const line = order.lines.find(one => one.lineNo === lineNo)!;
  const named = line.shares.filter(({ amountFen }) => amountFen !== 0);
  return Object.fromEntries(
    named.map(({ share, partyId, amountFen }) => [partyId ? `${share} ${partyId}` : share, amountFen]),
  );
}

/** The explanation of an order's line, which must be complete. */
export async function explainedLine(
  alliance: Alliance,
  orderId: string,
  client = 'operator',
): Promise<Explanation['lines'][number]> {
  const { complete, lines } = await alliance.get<Explanation>(`/v1/orders/${orderId}/explanation`, client);
  expect({ orderId, complete }).toEqual({ orderId, complete: true });
  return lines[0]!;
}

interface JournalOfOrder {
  postings: Array<{
    bookedOn: string;
    entries: Array<{ account: string; debitFen?: number; creditFen?: number }>;
  }>;
}

/**
 * What the journal holds of an order, added up by account: debit positive, accounts at zero left out.
 * @param until the last business day that counts; all days unless told
 * @throws when a posting does not balance
 */
export async function ledgerOf(
  alliance: Alliance,
  orderId: string,
  until = '9999-12-31',
): Promise<Record<string, number>> {
  const { postings } = await alliance.get<JournalOfOrder>(`/v1/ledger/journal?orderId=${orderId}`, 'finance-1');
  const sums = new Map<string, number>();
  for (const { bookedOn, entries } of postings) {
    let balanceFen = 0;
    for (const { account, debitFen = 0, creditFen = 0 } of entries) {
      balanceFen += debitFen - creditFen;
      if (bookedOn <= until) sums.set(account, (sums.get(account) ?? 0) + debitFen - creditFen);
    }
    if (balanceFen !== 0) throw new Error(`a posting of ${orderId} sums to ${balanceFen}`);
  }
  return Object.fromEntries([...sums].filter(([, sumFen]) => sumFen !== 0));
}
