import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { nameOf, type Party } from '../domain/party';
import { OnPayeeKnown } from '../learn-partners/on-payee-known.consumer';
import { StepSizes } from '../step-sizes';
import { aPayee, available, payable } from '../../test/a-paid-party';
import { aService } from '../../test/a-service';

const now = '2026-12-20T02:00:00.000Z';
let service: Awaited<ReturnType<typeof aService>>;
beforeAll(async () => (service = await aService({ clockAt: now })));
afterAll(() => service.close());
afterEach(async () => expect(await service.books.faults()).toEqual([]));

const promoter = (id: string): Party => ({ kind: 'promoter', id });
const recruiter = (id: string): Party => ({ kind: 'recruiter', id });
const problem = (name: string) => `/problems/settlement/${name}`;
const yuan = (amount: number) => Math.round(amount * 100);

/** A party of a person, with so many yuan to withdraw; without an id number nobody knows whose it is. */
async function aParty(party: Party, amountYuan: number, idNumber?: string): Promise<void> {
  await payable(service, party, idNumber === undefined ? {} : { idNumber });
  await available(service, party, yuan(amountYuan), '2025-12-31T15:59:59.999Z');
}

const identify = (party: Party, idNumber: string, revision: number) =>
  service.tell(OnPayeeKnown, aPayee(party, undefined, { idNumber, revision }));

let keys = 0;
const ask = (party: Party, amountYuan: number, sentAt?: string) => {
  const body = { party: nameOf(party), amountFen: yuan(amountYuan), ...(sentAt === undefined ? {} : { sentAt }) };
  return service.ask('POST', '/v1/payouts', body, undefined, { 'idempotency-key': `k-${++keys}` });
};
/** A payout's tax in yuan, and the months in a row that it counts. */
async function taxed(party: Party, amountYuan: number, sentAt: string): Promise<[tax: number, months: number]> {
  const { payoutId, taxFen } = (await ask(party, amountYuan, sentAt)).json();
  const { tax } = (await service.get(`/v1/payouts/${payoutId}`)).json();
  return [taxFen / 100, tax.months];
}
const fail = (payoutId: string) =>
  service.ask('POST', `/v1/payouts/${payoutId}/result`, { result: 'failed', occurredAt: now, reference: 'b-1' });
const report = async (quarter: string) => (await service.get(`/v1/tax-reports/${quarter}?limit=200`)).json();
const rowOf = async (quarter: string, party: Party) =>
  (await report(quarter)).items.filter((row: { parties: string[] }) => row.parties.includes(nameOf(party)));

describe('a promoter who is a recruiter as well is one person', () => {
  const [zhang, zhangRecruits] = [promoter('pr-zhang'), recruiter('rc-zhang')];
  beforeAll(async () => {
    await aParty(zhang, 100_000, '110101199001011234');
    await aParty(zhangRecruits, 100_000, '110101199001011234');
  });

  /**
   * By hand, in yuan: taxable = 80 % of the year's income − 5,000 × months in a row.
   *
   * | month | paid to   | amount | income so far | months | taxable                  | tax on all of it            | before | now   |
   * | ----- | --------- | ------ | ------------- | ------ | ------------------------ | --------------------------- | ------ | ----- |
   * | Jan   | promoter  | 20,000 | 20,000        | 1      | 16,000 − 5,000 = 11,000  | 3 %: 330                    | 0      | 330   |
   * | Feb   | recruiter | 30,000 | 50,000        | 2      | 40,000 − 10,000 = 30,000 | 3 %: 900                    | 330    | 570   |
   * | Feb   | promoter  | 40,000 | 90,000        | 2      | 72,000 − 10,000 = 62,000 | 10 % − 2,520: 3,680         | 900    | 2,780 |
   * | Mar   | recruiter | 10,000 | 100,000       | 3      | 80,000 − 15,000 = 65,000 | 10 % − 2,520: 3,980         | 3,680  | 300   |
   */
  it('whose year of income is one, by whichever party they are paid', async () => {
    expect(await taxed(zhang, 20_000, '2026-01-15T02:00:00Z')).toEqual([330, 1]);
    expect(await taxed(zhangRecruits, 30_000, '2026-02-15T02:00:00Z')).toEqual([570, 2]);
    expect(await taxed(zhang, 40_000, '2026-02-16T02:00:00Z')).toEqual([2_780, 2]);
    expect(await taxed(zhangRecruits, 10_000, '2026-03-15T02:00:00Z')).toEqual([300, 3]);
  });

  it('who is paid in order, by both together', async () => {
    const early = await ask(zhang, 1_000, '2026-03-14T02:00:00Z');
    expect([early.status, early.json().type]).toEqual([409, problem('payout-out-of-order')]);
  });

  // Apr: income 140,000, 4 months, taxable 92,000, tax 6,680, less 3,980: 2,700. It fails: 3 months again. Then
  // the other party, 20,000 in May: income 120,000, 1 month (none in April), taxable 91,000, tax 6,580 − 3,980 = 2,600.
  it('for whom a payout that failed is none, whichever party it was to', async () => {
    const { payoutId, taxFen } = (await ask(zhang, 40_000, '2026-04-15T02:00:00Z')).json();
    expect(taxFen).toBe(yuan(2_700));
    await fail(payoutId);
    expect(await taxed(zhangRecruits, 20_000, '2026-05-15T02:00:00Z')).toEqual([2_600, 1]);
  });

  it('who has one row in the quarter’s report, which names the parties and no number', async () => {
    const [row, ...others] = await rowOf('2026-Q1', zhang);
    expect(others).toEqual([]);
    expect(row).toEqual({
      ...{ id: expect.stringMatching(/^[0-9a-f]{64}$/), parties: ['promoter:pr-zhang', 'recruiter:rc-zhang'] },
      ...{ payeeNames: ['户名 pr-zhang', '户名 rc-zhang'], identity: 'known' },
      ...{ idType: 'resident-id', idNumber: '****1234', payouts: 4, updatedAt: now },
      ...{ incomeFen: yuan(100_000), taxWithheldFen: yuan(3_980) },
    });
    const { text } = await service.get('/v1/tax-reports/2026-Q1?format=csv');
    const rows = parse<Record<string, string>>(text, { columns: true, bom: true });
    expect(rows[0]).toMatchObject({
      ...{ parties: 'promoter:pr-zhang / recruiter:rc-zhang', identity: 'known', idNumber: '****1234' },
      ...{ incomeYuan: '100000.00', taxWithheldYuan: '3980.00' },
    });
    expect(text).not.toContain('11010119');
  });

  // 20,000 each in one month: 330 for whoever comes first; then 32,000 − 5,000 = 27,000 at 3 % are 810, less 330.
  it('whose payouts wait for one another when both parties ask at once', async () => {
    for (const n of [1, 2, 3]) {
      const both = [promoter(`pr-race-${n}`), recruiter(`rc-race-${n}`)];
      for (const party of both) await aParty(party, 20_000, `11010119900101000${n}`);
      const answers = await Promise.all(both.map(party => ask(party, 20_000)));
      expect(answers.map(({ json }) => json().taxFen / 100).sort()).toEqual([330, 480]);
    }
  });
});

describe('a party of which nobody has said who it is', () => {
  const [wang, wangRecruits] = [promoter('pr-wang'), recruiter('rc-wang')];

  it('is paid, counts alone, and is named in the report, so that somebody asks', async () => {
    await aParty(wang, 200_000);
    await aParty(wangRecruits, 200_000, '110101198001015678');
    expect(await taxed(wang, 20_000, '2026-01-15T02:00:00Z')).toEqual([330, 1]);
    // 24,000 − 5,000 = 19,000 at 3 %.
    expect(await taxed(wangRecruits, 30_000, '2026-02-15T02:00:00Z')).toEqual([570, 1]);
    expect(await rowOf('2026-Q1', wang)).toMatchObject([
      { id: 'promoter:pr-wang', parties: ['promoter:pr-wang'], identity: 'missing', idType: null, idNumber: null },
    ]);
    const { text } = await service.get('/v1/tax-reports/2026-Q1?format=csv');
    const rows = parse<Record<string, string>>(text, { columns: true, bom: true });
    expect(rows.find(row => row.parties === 'promoter:pr-wang')).toMatchObject({ identity: 'missing', idNumber: '' });
  });

  // Mar: income 20,000 + 30,000 + 40,000 = 90,000, 3 months, taxable 57,000, tax 3,180, less 330 + 570: 2,280.
  it('once somebody says it, brings what it was paid before to the person that it is', async () => {
    await identify(wang, '110101198001015678', 2);
    expect(await taxed(wang, 40_000, '2026-03-15T02:00:00Z')).toEqual([2_280, 3]);
    expect(await rowOf('2026-Q1', wang)).toMatchObject([
      {
        parties: ['promoter:pr-wang', 'recruiter:rc-wang'],
        payouts: 3,
        incomeFen: yuan(90_000),
        taxWithheldFen: yuan(3_180),
      },
    ]);
  });

  // Apr, of whom the recruiter is: income 30,000 (Feb) + 40,000 (Mar) + 10,000 = 80,000, 3 months, taxable 49,000, tax
  // 2,380; 570 + 2,280 were withheld. Without the 40,000 it would be 0 as well, but of 2 months.
  it('that turns out to be somebody else leaves what was taxed with whom it was taxed as', async () => {
    await identify(wang, '110101198501019999', 3);
    const [, ...rest] = await rowOf('2026-Q1', wang);
    expect(rest).toHaveLength(1);
    const asOne = (await rowOf('2026-Q1', wangRecruits))[0];
    expect(asOne).toMatchObject({ idNumber: '****5678', payouts: 2, incomeFen: yuan(70_000) });
    expect(await taxed(wangRecruits, 10_000, '2026-04-15T02:00:00Z')).toEqual([0, 3]);
  });
});

describe('everybody paid at once', () => {
  const li = [promoter('pr-li'), recruiter('rc-li-1'), recruiter('rc-li-2')];
  const begin = async (dryRun: boolean): Promise<string> => {
    const answer = await service.ask('POST', '/v1/payouts/batches', { dryRun }, undefined, {
      'idempotency-key': `b-${++keys}`,
    });
    return answer.json().batchId as string;
  };
  async function taxesIn(batchId: string): Promise<number[]> {
    while ((await service.get(`/v1/payouts/batches/${batchId}`)).json().state !== 'done') await sleep(50);
    const { items } = (await service.get(`/v1/payouts/batches/${batchId}/verdicts?limit=200`)).json();
    return items
      .filter(({ party }: { party: string }) => party.includes('-li'))
      .map(({ taxFen }: { taxFen: number }) => taxFen / 100);
  }

  // 20,000: 330. 40,000: 27,000 at 3 % are 810, less 330. 60,000: 43,000 at 10 % less 2,520 are 1,780, less 810.
  it('is taxed by person: a dry run of any portions says what is then withheld', async () => {
    for (const party of li) await aParty(party, 20_000, '110101197001014321');
    const expected = [330, 480, 970];
    const sizes = service.part(StepSizes);
    for (const parties of [50, 1]) {
      sizes.parties = parties;
      expect(await taxesIn(await begin(true))).toEqual(expected);
    }
    expect(await taxesIn(await begin(false))).toEqual(expected);
    expect((await rowOf('2026-Q4', li[0]!))[0]).toMatchObject({
      ...{ parties: li.map(nameOf), payouts: 3, incomeFen: yuan(60_000), taxWithheldFen: yuan(1_780) },
    });
  });

  it('and is paid in order: what was paid since the batch began, or by a clock that is ahead, stands in nobody’s way', async () => {
    const [zhao, zhaoRecruits] = [promoter('pr-zhao'), recruiter('rc-zhao')];
    for (const party of [zhao, zhaoRecruits]) await aParty(party, 20_000, '110101196001018765');
    const { payoutId } = (await ask(zhao, 1_000)).json();
    const { sentAt } = (await service.get(`/v1/payouts/${payoutId}`)).json();
    service.clock.set('2026-12-20T01:59:59.000Z');
    try {
      const verdictsOfZhao = async (body: object) => {
        const answer = await service.ask('POST', '/v1/payouts/batches', body, undefined, {
          'idempotency-key': `b-${++keys}`,
        });
        const { batchId } = answer.json();
        await taxesIn(batchId);
        const { items } = (await service.get(`/v1/payouts/batches/${batchId}/verdicts?limit=200`)).json();
        return items.filter(({ party }: { party: string }) => party.endsWith('-zhao'));
      };
      const dated = await verdictsOfZhao({ sentAt: '2026-12-20T01:59:58Z' });
      const refused = problem('payout-out-of-order');
      expect(dated.map(({ problem: why }: { problem: string }) => why)).toEqual([refused, refused]);
      const paid = await verdictsOfZhao({});
      expect(paid.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['paid', 'paid']);
      for (const one of paid) expect((await service.get(`/v1/payouts/${one.payoutId}`)).json().sentAt).toBe(sentAt);
    } finally {
      service.clock.set(now);
    }
  });
});
