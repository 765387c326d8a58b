import type { Finance } from '../five-days/finance';
import type { Round } from './round';

/** What finance commands after a run besides further ones, the same in every system; of promoters by their numbers. */
export interface Commands {
  /** On what day they are dated. */
  day: string;
  /** Credited (or, below 0, taken back) by one person and approved by another. */
  adjusted: Array<{ promoter: number; amountFen: number }>;
  /** Asked to be paid out, each everything that is available, or so much of it. */
  paid: Array<{ party: 'promoter' | 'brand'; number: number; amountFen?: number }>;
  /** What the bank says of payouts that are on their way, in the order of their sending. */
  results: Array<'confirmed' | 'failed'>;
}

/** @param random gives the same commands for the same seed */
export function drawnCommands(day: string, random: () => number): Commands {
  const upTo = (n: number) => Math.floor(random() * (n + 1));
  const some = <T>(n: number, one: (i: number) => T) => Array.from({ length: n }, (_, i) => one(i));
  return {
    day,
    // Mostly so much that income tax is due.
    adjusted: some(2, () => ({ promoter: upTo(2), amountFen: [900_000, 650_000, -4_000][upTo(2)]! })),
    paid: [
      ...some(3, number => ({ party: 'promoter' as const, number, ...(random() < 0.3 && { amountFen: 1_500 }) })),
      { party: 'brand', number: upTo(1) },
    ],
    results: some(3, () => (random() < 0.6 ? 'confirmed' : 'failed')),
  };
}

/** The parties of a round can be paid. */
export async function knowPayees({ alliance, name }: Round): Promise<void> {
  const parties = [...[0, 1].map(n => `brands/${name}-br-${n}`), ...[0, 1, 2].map(n => `promoters/${name}-pr-${n}`)];
  await Promise.all(
    parties.map(path =>
      alliance.put(`/v1/${path}/payee`, { payeeName: path, bankAccount: '6222000011112222', verified: true }),
    ),
  );
}

/** Gives the commands one after the other. @returns what was answered, without ids: refusals are answers too */
export async function give(finance: Finance, round: Round, commands: Commands): Promise<string[]> {
  const { alliance, name } = round;
  const at = (time: string) => `${commands.day}T${time}+08:00`;
  const answers: string[] = [];
  for (const { promoter, amountFen } of commands.adjusted) {
    const account = `liability:promoter:${name}-pr-${promoter}:available`;
    const sides = amountFen > 0 ? (['debitFen', 'creditFen'] as const) : (['creditFen', 'debitFen'] as const);
    const lines = [
      { account: 'expense:co-marketing', [sides[0]]: Math.abs(amountFen) },
      { account, [sides[1]]: Math.abs(amountFen) },
    ];
    const proposal = { lines, reason: '补偿', occurredAt: at('12:00:00') };
    const { adjustmentId } = await alliance.post<{ adjustmentId: string }>('/v1/adjustments', proposal, 'finance-1');
    await alliance.post(`/v1/adjustments/${adjustmentId}/approval`, {}, 'finance-2');
  }
  const sent: string[] = [];
  for (const { party, number, amountFen } of commands.paid) {
    const of = `${party}:${name}-${party === 'brand' ? 'br' : 'pr'}-${number}`;
    const ask = { party: of, sentAt: at('20:00:00'), ...(amountFen === undefined ? {} : { amountFen }) };
    const { body } = await alliance.calls.post<{
      payoutId?: string;
      type?: string;
      grossFen: number;
      taxFen: number;
      netFen: number;
    }>('finance-1', '/v1/payouts', ask);
    if (body.payoutId) sent.push(body.payoutId);
    answers.push(`${of} ${body.type ?? `${body.grossFen} - ${body.taxFen} = ${body.netFen}`}`);
  }
  for (const [i, result] of commands.results.entries())
    if (sent[i]) await finance.result(sent[i], result, at('21:00:00'));
  return answers;
}
