import * as fc from 'fast-check';
import { AttributionUnderTest } from './attribution-under-test';
import { anyArrivalOf, history, type Arrival } from './histories';
import type { Told } from './told-facts';

jest.setTimeout(480_000);

const RUNS = Number(process.env.CONVERGENCE_RUNS ?? 60);

const mustHappen = [
  ...['void', 'organic', 'distribution', 'self-broadcast', 'self-broadcast returned'],
  ...['distribution by touch', 'self-broadcast by touch', 'assisted'],
];

describe('the law of convergence', () => {
  let attribution: AttributionUnderTest;
  beforeAll(async () => void (attribution = await AttributionUnderTest.open()));
  afterAll(() => attribution.close());

  it('gives the same sales, river and announcements whatever the order of arrival', async () => {
    const histories = history.chain(facts => fc.record({ facts: fc.constant(facts), arrival: anyArrivalOf(facts) }));
    const seen = new Set<string>();
    const sameAnyhow = fc.asyncProperty(histories, async ({ facts, arrival }) => {
      const inOrder = await stateAfter(facts.map(fact => [fact]));
      const anyhow = await stateAfter(arrival.slices, arrival.pauses);
      expect(anyhow).toEqual(inOrder);
      for (const row of inOrder.lines) {
        const kind = `${String(row.outcome)}${row.held_out === null ? '' : ' returned'}${row.grant_refusal ? ' not eligible' : ''}`;
        const kinds = [kind];
        if (String(row.candidates).includes('"last-click"')) kinds.push(`${String(row.outcome)} by touch`);
        if (row.assistants) kinds.push('assisted');
        for (const each of kinds) seen.add(each);
      }
    });
    await fc.assert(sameAnyhow, { numRuns: RUNS });
    // Histories in which nothing happens would converge as well. What chance left out is waited for a while.
    const missing = () => mustHappen.filter(kind => !seen.has(kind));
    for (let more = 1; more <= 5 && missing().length > 0; more++)
      await fc.assert(sameAnyhow, { numRuns: Math.ceil(RUNS / 3) });
    expect(missing()).toEqual([]);
  });

  async function stateAfter(slices: Told[][], pauses: Arrival['pauses'] = []) {
    await attribution.forgetEverything();
    for (const [i, slice] of slices.entries()) {
      await attribution.hear(...slice);
      if (pauses[i]) await attribution.decideDueLines();
    }
    await attribution.decideDueLines();
    return { lines: await presentLines(), announced: await lastAnnounced() };
  }

  /**
   * Line rows without what counts arrivals. A line that the payment in force lacks is none of them: it keeps what it
   * was before, which another order of arrival may never have shown.
   */
  async function presentLines(): Promise<Array<Record<string, unknown>>> {
    const rows = await attribution.database.read('SELECT * FROM line WHERE present = 1 ORDER BY order_id, line_no');
    return rows.map(({ revision: _, order_revision: __, updated_at: ___, ...row }) => row);
  }

  async function lastAnnounced(): Promise<unknown[]> {
    const last = new Map((await attribution.announced()).map(line => [`${line.orderId}/${line.lineNo}`, line]));
    return [...last]
      .filter(([, line]) => line.present)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { revision: _, orderRevision: __, ...line }]) => line);
  }
});
