import { sendAtRate } from '../../load/at-rate';
import { spreadOf, type Spread } from '../../measure/percentile';
import { meter, type Used } from '../../measure/used';
import { PAST, type WholeSystem } from './whole-system';

export interface ExplanationsResult extends Used {
  explanations: number;
  rate: number;
  /** Milliseconds from when one was due until it was answered. */
  delay: Spread;
}

const RATE = 20;
const SECONDS = 25;
/** Neighbours lie far apart, so that no page is read twice in a row. */
const STRIDE = 7_919;

/** Explanations of past orders through the gateway, while many touches are stored. */
export async function runExplanations(stage: WholeSystem): Promise<ExplanationsResult> {
  const { options, servers, subject, table, many, pastOrders } = stage;
  await subject.untilQuiet();
  await table.show(many.home);
  const explanations = RATE * Math.min(SECONDS, options.seconds);
  const explain = async (n: number) => {
    const orderId = `${PAST}-${(n * STRIDE) % pastOrders}`;
    const told = await subject.get<{ complete: boolean; lines: unknown[] }>(`/v1/orders/${orderId}/explanation`);
    if (!told.complete || told.lines.length !== 1) throw new Error(`the explanation of ${orderId} is not complete`);
  };
  for (let n = 0; n < 20; n++) await explain(n);
  const end = meter([...servers.participants, ...subject.processes()]);
  const { dueAt, answeredAt } = await sendAtRate(RATE, sent => sent === explanations, explain);
  return { explanations, rate: RATE, delay: spreadOf(answeredAt.map((at, n) => at - dueAt(n))), ...end() };
}
