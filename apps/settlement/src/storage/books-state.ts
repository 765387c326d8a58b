import type { BusinessDate } from '@chuanliu/contracts/instants';
import type { Tx } from '@chuanliu/database/tx';

/** How far the books are closed. */
export interface BooksState {
  /** The last sealed day; null while none is. */
  sealedThrough: BusinessDate | null;
  /** The settlement run under way. */
  openRun: string | null;
}

/**
 * For slices: they hold their positions, which a run locks before it begins, so what they read holds until they commit.
 */
export const readBooksState = (tx: Tx): Promise<BooksState> => stateBy(tx, '');

/** For commands: no run begins or ends, and no other command posts, until the transaction ends. */
export const lockBooksState = (tx: Tx): Promise<BooksState> => stateBy(tx, ' FOR UPDATE');

async function stateBy(tx: Tx, lock: '' | ' FOR UPDATE'): Promise<BooksState> {
  const [row] = await tx.query<{ sealed_through: BusinessDate | null; open_run: string | null }>(
    `SELECT sealed_through, open_run FROM settlement_state WHERE id = 1${lock}`,
  );
  return { sealedThrough: row!.sealed_through, openRun: row!.open_run };
}
