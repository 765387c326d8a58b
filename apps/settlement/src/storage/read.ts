import type { Tx } from '@chuanliu/database/tx';

/** A way to run a SELECT: inside a transaction, or outside of any. */
export type Read = Tx['query'];
