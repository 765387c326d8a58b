import { runBacklog, type BacklogResult } from '../../cases/backlog';
import type { WholeSystem } from './whole-system';

export type SalesResult = BacklogResult & { stored: 'none' | 'many' };

/** Each comes first once. */
const ROUNDS = ['none', 'many', 'many', 'none'] as const;

/** The whole path of a sale, once with no touch stored and once with many. */
export async function runSales({
  options,
  servers,
  subject,
  alliance,
  table,
  many,
}: WholeSystem): Promise<SalesResult[]> {
  const results: SalesResult[] = [];
  for (const [n, stored] of ROUNDS.entries()) {
    await subject.untilQuiet();
    await (stored === 'many' ? table.show(many.home) : table.restore());
    results.push({ stored, ...(await runBacklog(subject, servers, alliance, 2 * options.orders, `path${n}`)) });
  }
  return results;
}
