import type { Language } from '@chuanliu/http/language';
import { anAssistedOrder } from '../../test/assisted-order';
import { anOrderOfTwoLines } from '../../test/order-parts';
import type { OrderParts } from '../read-order/order-parts';
import { explainOrder } from './explain-order';
import { storyOfOrder } from './story-of-order';
import { asSeenBy, viewerOf } from './viewer';

function story(parts: OrderParts, party: string | null, language: Language): string {
  const viewer = party === null ? null : viewerOf(party);
  const whole = explainOrder(parts);
  const explanation = viewer ? asSeenBy(viewer, whole, parts.order.brandId)! : whole;
  return storyOfOrder(explanation, parts.order, viewer, language);
}

describe('the story of an order', () => {
  it('tells staff everything, in order, with every formula filled in', () => {
    const told = story(anAssistedOrder(), null, 'en');
    const parts = [
      '# Order `o-1` (`shop-1`)',
      'Brand `br-1`, ordered 2026-11-06 20:00:00, paid 2026-11-06 20:00:03.250 (times are those of Shanghai)',
      '## Line 1: product `p-1`',
      '**Outcome: brought by a promoter** (promoter `pr-1`, by last click before the order, pick `pick-1`). Decision 3, under policy `attribution/default`.',
      '1. promotion code carried by the order, code `pc-4`, promoter `pr-4` — **refused**: the promotion code no longer held when the order was made (`code-ended`)',
      '2. last click before the order, 2026-11-06 19:00:00, touch `t-1`, code `pc-1`, promoter `pr-1` — **won**',
      '- paid by the buyer: 199.00 yuan (19,900 fen)',
      '- refunded: 50.00 yuan (5,000 fen)',
      '  - 2026-11-07 10:00:00 `r-1`: 50.00 yuan (5,000 fen)',
      '- **Base of all shares: 154.00 yuan (15,400 fen)** (`19900 − 5000 + 500 = 15400`)',
      'Terms (in force since 2026-11-01 00:00:00): commission 20%, service fee 5%,',
      '| assist | `pr-2` | 1.54 yuan (154 fen) |',
      '`⌊(3080 − 0 − 308) × 3050 / 10000⌋ = 845`',
      '| technical fee | platform | 7.70 yuan (770 fen) |',
      '| **Sum** |  | **154.00 yuan (15,400 fen)** |',
      '- The buyer joined the brand’s river audience by this sale.',
      'State: **frozen by a hold**',
      'Statements: `st-1`, `st-2`',
      '2 changes became known after the line was settled',
      '- 2026-11-27 08:00:00: other rates, for the same decision',
      '- 2026-11-28 08:00:00: brought by a promoter (promoter `pr-7`, by promotion code carried by the order, pick `pick-7`, assist `pr-8`, assist `pr-1`)',
      '| 2026-11-07 10:00:00 | 2026-11-07 | `liability:promoter:pr-1:pending` | 6.24 yuan (624 fen) |  | refund r-1 |',
      '`promoter:pr-4`, 2026-11-08 08:00:00',
      '> \\# Mine!',
      '**open**, to be resolved until 2026-11-15 08:00:00',
      '**refused**, on 2026-11-09 08:00:00',
      '> 已核实',
    ];
    let at = -1;
    for (const part of parts) {
      expect(told.slice(at + 1)).toContain(part);
      at = told.indexOf(part, at + 1);
    }
  });

  it('is Chinese where it is asked for', () => {
    const told = story(anAssistedOrder(), null, 'zh');
    expect(told).toContain('**归因结果：推广者带来的成交**（推广者 `pr-1`，依据 下单前的末次点击，选品 `pick-1`）');
    expect(told).toContain('**不成立**：下单时推广码已失效（`code-ended`）');
    expect(told).toContain('154.00 元（15,400 分）');
    // What is left of English are ids, codes and what somebody wrote.
    const ours = told
      .split('\n')
      .filter(line => !line.startsWith('> '))
      .join('\n')
      .replace(/`[^`]*`/g, '');
    expect(ours.match(/[A-Za-z]{2,}/g)).toBeNull();
  });

  it.each(['en', 'zh'] as const)('says nothing of others to a promoter (%s)', language => {
    const told = (who: string) => story(anAssistedOrder(), `promoter:${who}`, language);
    const others = (who: string) =>
      ['pr-1', 'pr-2', 'pr-3', 'pr-4', 'ag-1', 're-1', 're-2', 'br-1'].filter(
        id => id !== who && told(who).includes(id),
      );
    for (const who of ['pr-1', 'pr-2', 'pr-3', 'pr-4']) expect([who, others(who)]).toEqual([who, []]);
    expect(told('pr-1')).toContain('`⌊15400 × 2000 / 10000⌋ = 3080; 3080 − 0 − 308 − 845 = 1927`');
    expect(told('pr-2')).toContain('`… = 154`');
    expect(told('pr-2')).not.toMatch(/3080|308\b|1927|845|770/);
    expect(told('pr-4')).not.toMatch(/15400|15,400|19,900/);
    expect(told('pr-4')).toContain('\\# Mine!');
    expect(told('pr-1')).not.toContain('Mine!');
  });

  it('names refused promoters to no brand', () => {
    const told = story(anAssistedOrder(), 'brand:br-1', 'en');
    expect(told).not.toMatch(/pr-4|pc-4|escrow|st-1/);
    expect(told).toContain('1. promotion code carried by the order — **refused**: the promotion code no longer held');
    expect(told).toContain('`brand:br-1`, 2026-11-08 08:00:00');
  });

  it('says what became of the brand’s own sale, and that figures may still change', () => {
    const parts = anOrderOfTwoLines();
    parts.order.orderRevision = 2;
    const told = story(parts, null, 'en');
    expect(told).toContain('> The books have not caught up with the order’s last event yet');
    expect(told).toContain(
      '**Outcome: made in the brand’s own stream** (by account on whose content it was bought, account `a-br-1`)',
    );
    expect(told).toContain('**the brand’s own: nobody further is examined**');
    expect(told).toContain('- The buyer returned through the river, brought by `pr-3`; not held out.');
  });

  it('is short for a line of which nothing is known yet', () => {
    const parts = { ...anOrderOfTwoLines(), decisions: [], splits: [], postings: [] };
    const told = story(parts, null, 'en');
    expect(told).toContain('**Outcome: not decided yet**\n\n### What counts');
    expect(told).toContain('Nothing is posted.');
  });
});
