import { hash } from 'node:crypto';
import { appealAdjustmentChanged } from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { LARGEST_FEN } from '@chuanliu/money/fen';
import { withEndlessPatience } from '@chuanliu/testing/with-endless-patience';
import { aLine, aSplit, payment } from '../../test/a-sale';
import { aService } from '../../test/a-service';
import { aPosting, post } from '../../test/postings-of-all-kinds';
import { accounts } from '../domain/accounts';
import { saveAppeals } from '../storage/appeals';
import { leaveAppealsToWhatWasApproved } from '../storage/migrations/073-leave-appeals-to-what-was-approved';

const NOW = '2026-11-20T02:00:00.000Z';
const zhang = { role: 'finance', clientId: 'finance-1', personId: 'zhang' } as const;
const zhangsOther = { role: 'finance', clientId: 'finance-9', personId: 'zhang' } as const;
const li = { role: 'finance', clientId: 'finance-2', personId: 'li' } as const;
const wang = { role: 'finance', clientId: 'finance-3', personId: 'wang' } as const;

const [bank, escrow] = [accounts.bank, accounts.escrow('wechat')];
const owedTo = accounts.available('promoter', 'pr-1');
const goodwill = (creditFen: number, more: object = {}) => ({
  lines: [
    { account: accounts.coMarketing, debitFen: creditFen },
    { account: owedTo, creditFen },
  ],
  reason: '补偿：直播间故障',
  ...more,
});

let service: Awaited<ReturnType<typeof aService>>;
beforeAll(async () => {
  service = await aService({ clockAt: NOW });
});
afterAll(() => service.close());
beforeEach(async () => {
  await service.books.empty();
  await service.post([aSplit({ lines: [aLine({ steps: [payment] })] })]);
});
afterEach(async () => expect(await service.books.faults()).toEqual([]));

const keyed = (key?: string): Record<string, string> => (key === undefined ? {} : { 'idempotency-key': key });
const propose = (body: object, by: object = zhang, key?: string) =>
  service.ask('POST', '/v1/adjustments', body, by, keyed(key));
const proposed = async (body: object) => (await propose(body)).json().adjustmentId as string;
const approve = (id: string, by: object = li, body?: object) =>
  service.ask('POST', `/v1/adjustments/${id}/approval`, body, by);
const reject = (id: string, by: object = li, reason = 'no') =>
  service.ask('POST', `/v1/adjustments/${id}/rejection`, { reason }, by);
const read = async (id: string) => (await service.get(`/v1/adjustments/${id}`, wang)).json();
const typeOf = (answer: { status: number; json: () => { type: string } }) => [answer.status, answer.json().type];
const problem = (name: string) => `/problems/settlement/${name}`;

/** What a party owes, as a payout that took too much would leave it. */
const owes = (debtFen: number) =>
  post(service.database, [aPosting('payout', 'po-1', NOW, { [owedTo]: debtFen, [bank]: -debtFen })]);

describe('an adjustment', () => {
  it('posts nothing before another person approves it, and all of it then', async () => {
    const { status, json } = await propose(goodwill(5_000));
    expect([status, json()]).toEqual([201, { adjustmentId: expect.stringMatching(/^adj-/), state: 'proposed' }]);
    const id = json().adjustmentId as string;
    expect(await service.books.count('posting')).toBe(1);
    expect(await read(id)).toMatchObject({ state: 'proposed', decidedBy: null, postingId: null, occurredAt: null });

    const answer = await approve(id);
    expect([answer.status, answer.json()]).toEqual([
      200,
      {
        id,
        adjustmentId: id,
        state: 'approved',
        purpose: 'manual',
        lines: goodwill(5_000).lines,
        amountFen: 5_000,
        reason: '补偿：直播间故障',
        appealId: null,
        occurredAt: NOW,
        proposedBy: { clientId: 'finance-1', personId: 'zhang' },
        proposedAt: NOW,
        decidedBy: { clientId: 'finance-2', personId: 'li' },
        decidedAt: NOW,
        decisionReason: null,
        postingId: expect.stringMatching(/^\d+$/),
        bookedOn: '2026-11-20',
        updatedAt: NOW,
      },
    ]);
    expect(await read(id)).toEqual(answer.json());
    expect(await service.books.balances()).toMatchObject({ [owedTo]: -5_000, [accounts.coMarketing]: 5_000 });
    const journal = (await service.get('/v1/ledger/journal?from=2026-11-20')).json().postings;
    expect(journal).toMatchObject([{ cause: `manual ${id}`, reference: id, orderId: null }]);
    expect(await service.database.read('SELECT kind, amount_fen, run_id FROM available_movement')).toEqual([
      { kind: 'manual', amount_fen: 5_000, run_id: '' },
    ]);
  });

  it.each([
    ['the same client', zhang],
    ['another client of the same person', zhangsOther],
  ])('is never approved by who proposed it, through %s', async (_, by) => {
    const id = await proposed(goodwill(5_000));
    expect(typeOf(await approve(id, by))).toEqual([403, problem('second-person-required')]);
    expect(await service.books.count('posting')).toBe(1);
    await approve(id);
    expect(typeOf(await approve(id, by))).toEqual([403, problem('second-person-required')]);
  });

  it('takes a person: a client without one neither proposes nor decides', async () => {
    const nobody = { role: 'finance', clientId: 'finance-4', personId: null };
    expect(typeOf(await propose(goodwill(5_000), nobody))).toEqual([403, problem('person-unknown')]);
    const id = await proposed(goodwill(5_000));
    expect(typeOf(await approve(id, nobody))).toEqual([403, problem('person-unknown')]);
    expect((await approve(id, { role: 'operator', personId: 'li' })).status).toBe(403);
  });

  it('is decided once, whoever asks at the same time', async () => {
    const id = await proposed(goodwill(5_000));
    const answers = await Promise.all([approve(id, li), approve(id, wang), approve(id, li), reject(id, wang)]);
    const statuses = answers.map(answer => answer.status);
    expect(statuses.filter(status => status === 200).length).toBeGreaterThan(0);
    expect(statuses.every(status => status === 200 || status === 409)).toBe(true);
    const { state } = await read(id);
    expect(await service.books.count('posting')).toBe(state === 'approved' ? 2 : 1);

    const again = await proposed(goodwill(5_000));
    const first = await approve(again);
    expect((await approve(again)).text).toBe(first.text);
    expect(typeOf(await approve(again, wang))).toEqual([409, problem('adjustment-is-decided')]);
    expect(typeOf(await reject(again))).toEqual([409, problem('adjustment-is-decided')]);
  });

  it('is rejected with a reason, by its own proposer as well, and then posts nothing', async () => {
    const id = await proposed(goodwill(5_000));
    expect((await service.ask('POST', `/v1/adjustments/${id}/rejection`, {}, li)).status).toBe(400);
    const answer = await reject(id, zhang, '写错了金额');
    expect([answer.status, answer.json().state, answer.json().decisionReason]).toEqual([200, 'rejected', '写错了金额']);
    expect(typeOf(await approve(id))).toEqual([409, problem('adjustment-is-decided')]);
    expect(await service.books.count('posting')).toBe(1);
  });

  it.each([
    [422, 'adjustment-not-balanced', { lines: [{ account: bank, debitFen: 7 }] }],
    [422, 'unknown-account', { lines: [{ account: 'asset:cash', debitFen: 7 }] }],
    [422, 'pending-by-hand', { lines: [{ account: accounts.pending('promoter', 'pr-1'), debitFen: 7 }, { account: bank, creditFen: 7 }] }], // prettier-ignore
    [422, 'line-not-of-one-side', { lines: [{ account: bank }] }],
    [422, 'adjustment-too-large', { lines: [...goodwill(LARGEST_FEN).lines, ...goodwill(1).lines] }],
    [422, 'adjustment-too-large', { lines: Array.from({ length: 100 }, () => goodwill(LARGEST_FEN).lines).flat() }],
    [422, 'occurs-in-the-future', { occurredAt: '2026-11-20T10:00:00.001+08:00' }],
    [422, 'named-party-unknown', goodwill(1, { lines: [{ account: accounts.available('brand', 'br-x'), debitFen: 7 }, { account: bank, creditFen: 7 }] })], // prettier-ignore
  ])('is refused with %i %s', async (status, name, body) => {
    expect(typeOf(await propose({ ...goodwill(5_000), ...body }))).toEqual([status, problem(name)]);
    expect(await service.books.count('adjustment')).toBe(0);
    expect(await service.books.count('audit_entry')).toBe(0);
  });

  it.each([
    ['no lines', { lines: [] }],
    ['an amount of 0', { lines: [{ account: bank, debitFen: 0 }] }],
    ['an amount of half a fen', { lines: [{ account: bank, debitFen: 0.5 }] }],
    ['no reason', { reason: undefined }],
    ['a reason of blanks', { reason: '  ' }],
    ['a field that nobody knows', { approvedBy: 'li' }],
  ])('is not read with %s', async (_, body) => {
    expect((await propose({ ...goodwill(5_000), ...body })).status).toBe(400);
  });

  it('may be dated back: it is booked on that day, or on the first one after it that is not sealed', async () => {
    const occurredAt = '2026-11-11T15:59:59.999Z'; // The last millisecond of the 11th in Shanghai.
    const open = await proposed(goodwill(5_000, { occurredAt }));
    expect((await approve(open)).json()).toMatchObject({ occurredAt, bookedOn: '2026-11-11' });
    await service.database.write('UPDATE settlement_state SET sealed_through = ?', ['2026-11-18']);
    const sealed = await proposed(goodwill(5_000, { occurredAt }));
    expect((await approve(sealed)).json()).toMatchObject({ occurredAt, bookedOn: '2026-11-19' });
  });

  it('is listed with all others, in the order in which they were proposed', async () => {
    const ids = [await proposed(goodwill(1)), await proposed(goodwill(20)), await proposed(goodwill(300))];
    await approve(ids[1]!, wang);
    const list = async (query = '') => (await service.get(`/v1/adjustments?${query}`, li)).json();
    const shown = async (query?: string) => (await list(query)).items.map((item: { id: string }) => item.id);
    expect(await shown()).toEqual(ids);
    expect(await shown('state=proposed')).toEqual([ids[0], ids[2]]);
    expect(await shown('personId=wang')).toEqual([ids[1]]);
    const first = await list('limit=2');
    expect(first.control).toMatchObject({ count: 3, sumFen: 321 });
    expect(await shown(`limit=2&cursor=${first.nextCursor}`)).toEqual([ids[2]]);
    expect((await service.get('/v1/adjustments', { role: 'operator' })).status).toBe(403);
    expect(typeOf(await service.get('/v1/adjustments/adj-9', li))).toEqual([404, problem('no-such-adjustment')]);
  });

  it('is listed with its sum however many there are; those from before they had a largest amount, only by parts', async () => {
    expect(900 * LARGEST_FEN).toBeLessThan(Number.MAX_SAFE_INTEGER);
    await proposed(goodwill(LARGEST_FEN));
    await approve(await proposed(goodwill(LARGEST_FEN)));
    const list = (query = '') => service.get(`/v1/adjustments?${query}`, li);
    expect((await list()).json().control).toMatchObject({ count: 2, sumFen: 2 * LARGEST_FEN });
    await service.database.write(`UPDATE adjustment SET amount_fen = ? WHERE state = 'proposed'`, [
      Number.MAX_SAFE_INTEGER,
    ]);
    expect(typeOf(await list())).toEqual([422, '/problems/list-sum-too-large']);
    expect((await list('state=approved')).json().control).toMatchObject({ count: 1, sumFen: LARGEST_FEN });
  });

  it('leaves who did what, when and why in the audit log', async () => {
    const id = await proposed(goodwill(5_000));
    await approve(id, li, { reason: '看过截图' });
    const other = await proposed(goodwill(70));
    await reject(other, wang, '重复');
    const { items } = (await service.get('/v1/audit-log', li)).json();
    const told = items.map((item: { personId: string; action: string; subject: { id: string }; reason: string }) => [
      item.personId,
      item.action,
      item.subject.id,
      item.reason,
    ]);
    expect(told).toEqual([
      ['zhang', 'propose-adjustment', id, '补偿：直播间故障'],
      ['li', 'approve-adjustment', id, '看过截图'],
      ['zhang', 'propose-adjustment', other, '补偿：直播间故障'],
      ['wang', 'reject-adjustment', other, '重复'],
    ]);
    const lines = `${accounts.coMarketing} 5000\n${owedTo} -5000\n`;
    const what = { purpose: 'manual', amountFen: 5_000, appealId: null, linesDigest: hash('sha256', lines) };
    expect(items[0].facts).toEqual(what);
    expect(items[1].facts).toEqual({ ...what, proposedBy: 'zhang', proposedBecause: '补偿：直播间故障' });
    expect(items[3].facts).toMatchObject({ amountFen: 70, proposedBecause: '补偿：直播间故障' });
  });
});

describe('a request that is sent again', () => {
  const writeOff = { party: 'promoter:pr-1', reason: '失联' };
  const sweep = { paymentChannel: 'wechat', amountFen: 100, reason: '提现到账' };

  it.each([
    ['', goodwill(5_000)],
    ['/write-off', writeOff],
    ['/sweep', sweep],
  ])('to /v1/adjustments%s finds the adjustment that it proposed, whatever became of it', async (path, body) => {
    await owes(5_000);
    const ask = () => service.ask('POST', `/v1/adjustments${path}`, body, zhang, keyed('k-1'));
    const first = await ask();
    expect(first.status).toBe(201);
    await approve(first.json().adjustmentId); // Nothing is owed any more, and a first request would be refused.
    const again = await ask();
    expect([again.status, again.json()]).toEqual([201, first.json()]);
    expect(await service.books.count('adjustment')).toBe(1);
  });

  it('makes one adjustment when both are under way at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => propose(goodwill(5_000), zhang, 'k-1')));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await service.books.count('adjustment')).toBe(1);
    expect(await service.books.count('audit_entry')).toBe(1);
  });

  it('is refused with another body, or to another address; another client’s key is another key', async () => {
    const { json } = await propose(goodwill(5_000), zhang, 'k-1');
    const other = await propose(goodwill(5_001), zhang, 'k-1');
    const elsewhere = await service.ask('POST', '/v1/adjustments/sweep', sweep, zhang, keyed('k-1'));
    for (const answer of [other, elsewhere]) expect(typeOf(answer)).toEqual([422, '/problems/idempotency-key-reused']);
    expect((await propose(goodwill(5_000), li, 'k-1')).json().adjustmentId).not.toBe(json().adjustmentId);
  });
});

describe('an adjustment that makes an appeal good', () => {
  const appeal = (revision: number, state: 'open' | 'upheld' | 'refused', appealId = 'ap-1') => ({
    ...{ appealId, channelId: 'shop-1', orderId: 'o-1', lineNo: 1, party: 'promoter:pr-1', state, revision },
    ...{ filedAt: NOW, dueAt: NOW, resolvedAt: state === 'open' ? null : NOW, reason: null },
  });
  const hears = (...appeals: Array<ReturnType<typeof appeal>>) =>
    service.database.transaction(tx => saveAppeals(tx, appeals));

  it('names it, once it was upheld, in whatever order that is heard', async () => {
    await hears(appeal(2, 'upheld'), appeal(1, 'open'));
    const id = await proposed(goodwill(5_000, { appealId: 'ap-1' }));
    expect((await approve(id)).json()).toMatchObject({ state: 'approved', appealId: 'ap-1' });
    const { items } = (await service.get('/v1/adjustments?appealId=ap-1', li)).json();
    expect(items.map((item: { id: string }) => item.id)).toEqual([id]);
  });

  it('is told with its line, whatever becomes of it', async () => {
    await hears(appeal(2, 'upheld'));
    const id = await proposed(goodwill(70, { appealId: 'ap-1' }));
    await reject(id);
    const other = await proposed(goodwill(5_000, { appealId: 'ap-1' }));
    await approve(other);
    await approve(await proposed(goodwill(3))); // Of no appeal: nobody is told.
    const rows = await service.database.read<{ aggregate_id: string; payload: string }>(
      `SELECT aggregate_id, payload FROM outbox WHERE type = '${appealAdjustmentChanged.type}' ORDER BY id`,
    );
    const of = { appealId: 'ap-1', channelId: 'shop-1', orderId: 'o-1', lineNo: 1, changedAt: NOW };
    expect(rows.map(row => [row.aggregate_id, JSON.parse(row.payload) as unknown])).toEqual([
      ['o-1', { ...of, adjustmentId: id, state: 'proposed', amountFen: 70 }],
      ['o-1', { ...of, adjustmentId: id, state: 'rejected', amountFen: 70 }],
      ['o-1', { ...of, adjustmentId: other, state: 'proposed', amountFen: 5_000 }],
      ['o-1', { ...of, adjustmentId: other, state: 'approved', amountFen: 5_000 }],
    ]);
  });

  it('is the only one: another is refused until it is rejected, whoever is faster', async () => {
    await hears(appeal(2, 'upheld'));
    const both = await Promise.all([1, 2].map(fen => propose(goodwill(fen, { appealId: 'ap-1' }))));
    const [made, refused] = both.sort((a, b) => a.status - b.status) as [(typeof both)[0], (typeof both)[0]];
    expect([made.status, refused.status]).toEqual([201, 409]);
    const { adjustmentId } = made.json();
    expect(refused.json()).toMatchObject({ type: problem('appeal-has-adjustment'), appealId: 'ap-1', adjustmentId });
    await reject(adjustmentId);
    const next = await proposed(goodwill(3, { appealId: 'ap-1' }));
    await approve(next);
    expect(typeOf(await propose(goodwill(3, { appealId: 'ap-1' })))).toEqual([409, problem('appeal-has-adjustment')]);
  });

  it('gives the party that appealed something: its own available moves', async () => {
    await hears(appeal(2, 'upheld'));
    const [others, nothing] = [accounts.available('brand', 'br-1'), accounts.coMarketing];
    for (const lines of [
      [
        { account: nothing, debitFen: 7 },
        { account: others, creditFen: 7 },
      ],
      [
        { account: owedTo, debitFen: 7 },
        { account: owedTo, creditFen: 7 },
      ],
      [
        { account: owedTo, debitFen: 7 }, // The two sides mixed up: it would lose.
        { account: nothing, creditFen: 7 },
      ],
    ]) {
      // prettier-ignore
      const answer = await propose({ lines, reason: '申诉', appealId: 'ap-1' });
      expect(answer.json()).toMatchObject({ type: problem('not-for-the-appellant'), party: 'promoter:pr-1' });
    }
    expect(await service.books.count('appeal_adjustment')).toBe(0);
  });

  it('is approved alone where two were proposed before there could be one only', async () => {
    await hears(appeal(2, 'upheld'));
    const first = await proposed(goodwill(5_000, { appealId: 'ap-1' }));
    const second = await proposed(goodwill(5_000));
    await service.database.write(`UPDATE adjustment SET appeal_id = 'ap-1' WHERE adjustment_id = ?`, [second]);
    expect((await approve(second)).json()).toMatchObject({
      type: problem('appeal-has-adjustment'),
      adjustmentId: first,
    });
    await reject(second);
    expect((await approve(first)).status).toBe(200);
    expect(await service.books.balances()).toMatchObject({ [owedTo]: -5_000 });
  });

  it('is none that waits, where another was approved before there could be one only', async () => {
    await hears(appeal(2, 'upheld'));
    const waiting = await proposed(goodwill(5_000, { appealId: 'ap-1' }));
    const approved = await proposed(goodwill(5_000));
    await approve(approved);
    await service.database.write(`UPDATE adjustment SET appeal_id = 'ap-1' WHERE adjustment_id = ?`, [approved]);
    await service.database.write(leaveAppealsToWhatWasApproved.up);
    expect((await approve(waiting)).json()).toMatchObject({
      ...{ type: problem('appeal-has-adjustment'), adjustmentId: approved },
    });
  });

  it('waits a little for the appeal to be upheld, and is refused for any other', async () => {
    await hears(appeal(1, 'open', 'ap-2'), appeal(2, 'refused', 'ap-3'));
    await withEndlessPatience(async () => {
      const soon = propose(goodwill(1, { appealId: 'ap-2' }));
      await hears(appeal(2, 'upheld', 'ap-2'));
      expect((await soon).status).toBe(201);
    });
    const others = ['ap-3', 'ap-9'].map(appealId => propose(goodwill(1, { appealId })));
    const [refused, unknown] = (await Promise.all(others)).map(({ json }) => json());
    expect(refused).toMatchObject({ type: problem('appeal-not-upheld'), state: 'refused' });
    expect(unknown).toMatchObject({ type: problem('appeal-not-upheld'), state: null });
  });
});

describe('a write-off', () => {
  const writeOff = (body: object) =>
    service.ask('POST', '/v1/adjustments/write-off', { reason: '失联', ...body }, zhang);

  it('takes a party’s whole debt upon the platform', async () => {
    await owes(5_000);
    const { adjustmentId } = (await writeOff({ party: 'promoter:pr-1' })).json();
    expect((await read(adjustmentId)).lines).toEqual([
      { account: accounts.badDebt, debitFen: 5_000 },
      { account: owedTo, creditFen: 5_000 },
    ]);
    expect((await approve(adjustmentId)).json()).toMatchObject({ state: 'approved', purpose: 'write-off' });
    const balances = await service.books.balances();
    expect([balances[owedTo], balances[accounts.badDebt]]).toEqual([undefined, 5_000]);
  });

  it('never takes more than the debt, neither when it is proposed nor when it is approved', async () => {
    expect(typeOf(await writeOff({ party: 'promoter:pr-1' }))).toEqual([409, problem('more-than-the-debt')]);
    await owes(5_000);
    const tooMuch = await writeOff({ party: 'promoter:pr-1', amountFen: 5_001 });
    expect(tooMuch.json()).toMatchObject({
      type: problem('more-than-the-debt'),
      debtFen: 5_000,
      party: 'promoter:pr-1',
    });
    const { adjustmentId } = (await writeOff({ party: 'promoter:pr-1', amountFen: 5_000 })).json();
    await approve(await proposed(goodwill(1)), wang);
    expect(typeOf(await approve(adjustmentId))).toEqual([409, problem('more-than-the-debt')]);
    expect((await read(adjustmentId)).state).toBe('proposed');
  });

  it('names a party that there is', async () => {
    expect((await writeOff({ party: 'platform' })).status).toBe(400);
  });
});

describe('a sweep', () => {
  const sweep = (amountFen: number) =>
    service.ask('POST', '/v1/adjustments/sweep', { paymentChannel: 'wechat', amountFen, reason: '提现到账' }, zhang);

  it('brings what a payment channel holds to the platform’s bank, and no more than that', async () => {
    const { adjustmentId } = (await sweep(19_900)).json();
    const other = (await sweep(1)).json().adjustmentId as string;
    await approve(adjustmentId);
    expect(await service.books.balances()).toMatchObject({ [bank]: 19_900 });
    expect(typeOf(await approve(other))).toEqual([409, problem('more-than-in-escrow')]);
    expect(typeOf(await sweep(1))).toEqual([409, problem('more-than-in-escrow')]);
    expect(await service.books.balances()).not.toHaveProperty([escrow]);
  });
});
