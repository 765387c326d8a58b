import type { Tx } from '@chuanliu/database/tx';

/**
 * Keeps a slice of facts and the deriving of due lines apart: a fact finds the lines that it concerns by what was derived
 * of them, and must not miss one that is just being derived with the knowledge from before it.
 */
export async function standAlone(tx: Tx): Promise<void> {
  await tx.query(`SELECT name FROM fence WHERE name = 'late-knowledge' FOR UPDATE`);
}
