import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger } from '../measure/ledger';
import type { Subject } from '../subject';

/** The usual way takes two minutes for 5,000 sales on a quiet machine; a busy one must not spoil the run. */
const PATIENCE_MS = 20 * 60_000;

/** Asks again and again. @throws after twenty minutes, or as soon as one of the subject's processes has ended */
export async function until(subject: Subject, isDone: () => Promise<boolean>, everyMs: number): Promise<void> {
  const limit = Date.now() + PATIENCE_MS;
  const atFirst = subject.processes();
  while (!(await isDone())) {
    const ended = atFirst.find(({ pid }) => !existsSync(`/proc/${pid}`));
    if (ended) throw new Error(`${ended.name} ended while it was measured`);
    if (Date.now() > limit) throw new Error(`the ledger was not complete after ${PATIENCE_MS / 60_000} minutes`);
    await sleep(everyMs);
  }
}

/** A figure of a system that loses sales, or books that do not balance, would be worth nothing. */
export async function check(ledger: Ledger, prefix: string, sales: number): Promise<void> {
  const posted = await ledger.ordersPosted(prefix);
  if (posted !== sales) throw new Error(`${posted} of ${sales} orders are in the ledger`);
  const imbalance = await ledger.imbalanceFen();
  if (imbalance !== 0) throw new Error(`the ledger is ${imbalance} fen out of balance`);
}
