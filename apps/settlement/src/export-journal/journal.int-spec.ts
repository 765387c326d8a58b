import type { Database } from '@chuanliu/database/database';
import { aLedger } from '../../test/a-ledger';
import { aLine, aSplit, payment } from '../../test/a-sale';
import { journalAsJson } from './journal-as-json';
import { Journal } from './journal.query';

let ledger: Awaited<ReturnType<typeof aLedger>>;
beforeAll(async () => {
  ledger = await aLedger();
  const onDay = (day: number) => ({ ...payment, occurredAt: `2026-11-0${day}T04:00:00.000Z` });
  const sales = Array.from({ length: 1_500 }, (_, i) =>
    aSplit({ orderId: `o-${i}`, lines: [aLine({ steps: [onDay(i % 3 === 0 ? 8 : 3)] })] }),
  );
  await ledger.post(sales);
});
afterAll(() => ledger.close());

describe('a long journal', () => {
  it('comes page by page with every posting once, in the order of days', async () => {
    const ids: string[] = [];
    const days: string[] = [];
    for await (const page of new Journal(ledger.database).pages({})) {
      expect(page.length).toBeLessThanOrEqual(500);
      ids.push(...page.map(posting => posting.postingId));
      days.push(...page.map(posting => posting.bookedOn));
    }
    expect(new Set(ids).size).toBe(1_500);
    expect(ids).toHaveLength(1_500);
    expect(days).toEqual([...days].sort());
  });

  it('is read no further than its reader has come', async () => {
    let reads = 0;
    const counted = {
      read: (sql: string, parameters: unknown[]) => {
        reads += 1;
        return ledger.database.read(sql, parameters);
      },
    } as Database;
    const text = journalAsJson(new Journal(counted).pages({}));
    await text.next();
    expect(reads).toBe(3); // The first day, its first page, that page's entries.
    await text.return(undefined);
    expect(reads).toBe(3);
  });

  it('finds its pages by index, not by reading the table', async () => {
    const plan = await ledger.database.read<{ key: string; rows: number }>(
      `EXPLAIN SELECT posting_id FROM posting WHERE booked_on = '2026-11-08' AND posting_id > 0
       ORDER BY booked_on, posting_id LIMIT 500`,
    );
    expect(plan[0]!.key).toBe('by_day');
  });
});
