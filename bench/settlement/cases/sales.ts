import { runBacklog } from '../../cases/backlog';
import type { SalesResult } from '../report/results';
import { besideARun, checkRun, type WholeSystem } from './whole-system';

/** The whole path of a sale, from the intake topic to the ledger: without a run, beside one, and without one again. */
export async function runSales(stage: WholeSystem): Promise<SalesResult[]> {
  const { options, servers, subject, alliance } = stage;
  const sell = (n: number) => runBacklog(subject, servers, alliance, options.orders, `path${n}`);
  const before = await sell(0);
  const { answer: beside, run } = await besideARun(stage, () => sell(1));
  await checkRun(stage, run);
  const after = await sell(2);
  return [
    { ...before, meanwhile: null },
    { ...beside, meanwhile: run },
    { ...after, meanwhile: null },
  ];
}
