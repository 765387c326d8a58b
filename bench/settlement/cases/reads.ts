import { sendAtRate } from '../../load/at-rate';
import { spreadOf, type Spread } from '../../measure/percentile';
import { meter, type Used } from '../../measure/used';
import { besideARun, checkRun, type Meanwhile, type WholeSystem } from './whole-system';

export interface ReadsResult extends Used {
  meanwhile: Meanwhile | null;
  rate: number;
  /** Milliseconds from when one was due until it was answered. */
  sales: Spread;
  balances: Spread;
}

/** Of both kinds together, by turns: in fifty seconds a thousand of each, so that ten lie above the p99. */
const RATE = 40;

/** Promoters' sales lists and balances through the gateway, without a run and beside one. */
export async function runReads(stage: WholeSystem): Promise<ReadsResult[]> {
  await read(stage, RATE); // Unmeasured: caches and compiled code.
  const without = await read(stage, RATE * stage.options.seconds);
  const { answer: beside, run } = await besideARun(stage, () => read(stage, RATE * stage.options.seconds));
  await checkRun(stage, run);
  return [
    { ...without, meanwhile: null },
    { ...beside, meanwhile: run },
  ];
}

async function read({ servers, subject, alliance }: WholeSystem, count: number) {
  const end = meter([...servers.participants, ...subject.processes()]);
  const { dueAt, answeredAt } = await sendAtRate(
    RATE,
    sent => sent === count,
    async n => {
      const promoterId = alliance.promoters[(n * 7) % alliance.promoters.length]!;
      await subject.get(`/v1/promoters/${promoterId}/${n % 2 === 0 ? 'sales' : 'balance'}`, 'finance-1');
    },
  );
  const delays = answeredAt.map((at, n) => at - dueAt(n));
  const of = (parity: number) => spreadOf(delays.filter((_, n) => n % 2 === parity));
  return { ...end(), rate: RATE, sales: of(0), balances: of(1) };
}
