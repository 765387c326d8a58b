import { setTimeout as sleep } from 'node:timers/promises';
import type { Alliance } from '../alliance';

export interface Run {
  runId: string;
  businessDate: string;
  state: 'running' | 'done';
  ordersDue: number | null;
  ordersDone: number;
  lines: number;
  settledFen: number;
  statements: number;
  begunAt: string;
  doneAt: string | null;
  cut: Array<{ topic: string; partition: number; nextOffset: number }> | null;
  updatedAt: string;
}

export interface Payout {
  payoutId: string;
  party: string;
  grossFen: number;
  taxFen: number;
  netFen: number;
  state: string;
}

interface Batch {
  state: 'running' | 'done';
}

export interface Verdict {
  party: string;
  verdict: string;
  payoutId: string | null;
  problem: string | null;
}

/** Begins something, and returns what was answered once it was interrupted. */
export type Interruption = <T>(begin: () => Promise<T>) => Promise<T>;

const uninterrupted: Interruption = begin => begin();
const PATIENCE_MS = 90_000;

/** What finance asks of the books, a line each. */
export class Finance {
  constructor(readonly alliance: Alliance) {}

  /** Settles a business day; when this answers, its cut is made. Asks again while days are still being derived. */
  async begin(businessDate: string): Promise<string> {
    const { runId } = await this.alliance.finance.post('/v1/settlement-runs', { body: { businessDate } });
    return runId;
  }

  /** @param meanwhile told after the cut, while the run is under way */
  async settle(businessDate: string, meanwhile?: () => Promise<unknown>, interrupt = uninterrupted): Promise<Run> {
    let told: Promise<unknown> | undefined;
    const runId = await interrupt(async () => {
      const begun = await this.begin(businessDate);
      told = meanwhile?.();
      return begun;
    });
    await told;
    return untilDone(() => this.alliance.get<Run>(`/v1/settlement-runs/${runId}`, 'finance-1'));
  }

  /** Pays everybody who has the minimum to withdraw. @returns what became of each party */
  async payEverybody(sentAt: string, interrupt = uninterrupted): Promise<Verdict[]> {
    const { batchId } = await interrupt(() =>
      this.alliance.post<{ batchId: string }>('/v1/payouts/batches', { sentAt }, 'finance-1'),
    );
    const path = `/v1/payouts/batches/${batchId}`;
    await untilDone(() => this.alliance.get<Batch>(path, 'finance-1'));
    const { items } = await this.alliance.get<{ items: Verdict[] }>(`${path}/verdicts?limit=200`, 'finance-1');
    return items;
  }

  /** Every payout so far, by party. */
  async payouts(): Promise<Payout[]> {
    const { items } = await this.alliance.get<{ items: Payout[] }>('/v1/payouts?limit=200', 'finance-1');
    return items.sort((a, b) => (a.party < b.party ? -1 : a.party > b.party ? 1 : 0));
  }

  /** The bank answers. */
  async result(payoutId: string, result: 'confirmed' | 'failed', occurredAt: string): Promise<void> {
    const answer = {
      result,
      occurredAt,
      reference: `bank-${payoutId}`,
      ...(result === 'failed' && { reason: '账号不符' }),
    };
    await this.alliance.post(`/v1/payouts/${payoutId}/result`, answer, 'finance-1');
  }
}

/** Asks until it is done; a service that was killed is away for a while. */
async function untilDone<T extends { state: string }>(read: () => Promise<T>): Promise<T> {
  let last: unknown;
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(20)) {
    const seen = await read().catch((fault: unknown) => {
      last = fault;
      return null;
    });
    if (seen?.state === 'done') return seen;
    last = seen ?? last;
  }
  throw new Error(`not done after ${PATIENCE_MS} ms: ${last instanceof Error ? last.message : JSON.stringify(last)}`);
}
