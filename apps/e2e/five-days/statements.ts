import type { Alliance } from '../alliance';

interface Movement {
  kind: string;
  amountFen: number;
  orderId: string | null;
  lineNo: number | null;
  share: string | null;
}

export interface Statement {
  id: string;
  party: string;
  businessDate: string;
  openingFen: number;
  lines: Array<{ orderId: string; lineNo: number | null; share: string; baseFen: number; amountFen: number }>;
  linesFen: number;
  adjustmentsFen: number;
  rebatesFen: number;
  bonusesFen: number;
  manualFen: number;
  payoutsFen: number;
  failedPayoutsFen: number;
  closingFen: number;
  movements: Movement[];
}

/** Every statement, party by party, oldest first. */
export async function statementsOf(alliance: Alliance): Promise<Map<string, Statement[]>> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const more: string = cursor && `&cursor=${cursor}`;
    const page: { items: Array<{ id: string }>; nextCursor: string | null } = await alliance.get(
      `/v1/statements?limit=200${more}`,
      'finance-1',
    );
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  const byParty = new Map<string, Statement[]>();
  for (const id of ids.reverse()) {
    const statement = await alliance.get<Statement>(`/v1/statements/${id}`, 'finance-1');
    byParty.set(statement.party, [...(byParty.get(statement.party) ?? []), statement]);
  }
  return byParty;
}

/** Throws unless each statement opens where the one before closed, adds up, and the last one is the balance of now. */
export async function checkChain(alliance: Alliance, statements: Map<string, Statement[]>): Promise<void> {
  for (const [party, chain] of statements) {
    let openingFen = 0;
    for (const one of chain) {
      const moved = (...kinds: string[]) => sumOf(one.movements.filter(({ kind }) => kinds.includes(kind)));
      const { linesFen, adjustmentsFen, rebatesFen, bonusesFen, manualFen, payoutsFen, failedPayoutsFen } = one;
      expect(one).toMatchObject({
        openingFen,
        linesFen: sumOf(one.lines),
        adjustmentsFen: moved('adjustment'),
        rebatesFen: moved('rebate'),
        bonusesFen: moved('bonus'),
        manualFen: moved('manual'),
        payoutsFen: 0 - moved('payout'),
        failedPayoutsFen: moved('failed-payout'),
        closingFen:
          openingFen +
          (linesFen + adjustmentsFen + rebatesFen + bonusesFen + manualFen) +
          (failedPayoutsFen - payoutsFen),
      });
      openingFen = one.closingFen;
    }
    const [kind, id] = party.split(':') as [string, string];
    const path = `/v1/${kind === 'agency' ? 'agencies' : `${kind}s`}/${id}/balance`;
    const { availableFen } = await alliance.get<{ availableFen: number }>(path, 'finance-1');
    expect({ party, availableFen }).toEqual({ party, availableFen: openingFen });
  }
}

/** What statements say of each line to a party: settled and, ever since, adjusted, by `order/line share`. */
export function settledByLine(chain: readonly Statement[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { lines, movements } of chain) {
    const entries = [...lines, ...movements.filter(({ kind }) => kind === 'adjustment')];
    for (const { orderId, lineNo, share, amountFen } of entries) {
      const name = `${orderId}/${lineNo} ${share}`;
      sums[name] = (sums[name] ?? 0) + amountFen;
    }
  }
  return sums;
}

/** Everything that statements promise, without ids and without the number of entries behind a movement. */
export function contentsOf(statements: Map<string, Statement[]>): object {
  const named = [...statements].flatMap(([party, chain]) =>
    chain.map(({ id: _, movements, lines, ...sums }) => {
      const moved: Record<string, number> = {};
      for (const { kind, orderId, lineNo, share, amountFen } of movements) {
        const name = `${kind} ${orderId}/${lineNo} ${share}`;
        moved[name] = (moved[name] ?? 0) + amountFen;
      }
      const amounts = Object.entries(sums).filter(([name]) => name.endsWith('Fen'));
      const ofLines = lines.map(one => `${one.orderId}/${one.lineNo} ${one.share} ${one.amountFen} of ${one.baseFen}`);
      const contents = { ...Object.fromEntries(amounts), lines: ofLines.sort(), movements: withoutZeros(moved) };
      return [`${party} ${sums.businessDate}`, contents] as const;
    }),
  );
  return Object.fromEntries(named);
}

const withoutZeros = (sums: Record<string, number>) =>
  Object.fromEntries(Object.entries(sums).filter(([, fen]) => fen !== 0));

const sumOf = (rows: ReadonlyArray<{ amountFen: number }>): number =>
  rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
