import type { Caller } from '@chuanliu/auth/caller';
import { StoppedClock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import { aLine, aSplit, partialRefund, payment } from '../../test/a-sale';
import { aSettlement } from '../../test/a-settlement';
import { aPayee } from '../../test/a-paid-party';
import { asHeard } from '../../test/a-service';
import { DecideAdjustmentHandler } from '../decide-adjustment/decide-adjustment.handler';
import { accounts } from '../domain/accounts';
import { digestOfPosting } from '../domain/digest-of-posting';
import type { Party } from '../domain/party';
import { OnPayeeKnown } from '../learn-partners/on-payee-known.consumer';
import { AwaitedPayees } from '../pay-out/awaited-payees';
import { PayOutHandler } from '../pay-out/pay-out.handler';
import { SendPayouts } from '../pay-out/send-payouts';
import { ProposeAdjustmentHandler } from '../propose-adjustment/propose-adjustment.handler';
import { RecordPayoutResultHandler } from '../record-payout-result/record-payout-result.handler';
import { AccountIds } from '../storage/account-ids';
import { Books } from '../storage/books';
import { saveLegalKinds } from '../storage/legal-kinds';
import { PostingIds } from '../storage/posting-ids';
import { postingsOfDay } from './booked-postings';
import { reportInWords } from './report-in-words';
import { verifyLedger } from './verify-ledger';

const available = accounts.available('promoter', 'pr-1');
const person = (personId: string): Caller => ({ clientId: `f-${personId}`, personId, role: 'finance', partyId: null });

let s: Awaited<ReturnType<typeof aSettlement>>;
beforeAll(async () => {
  s = await aSettlement();
  await aMonth();
});
afterAll(() => s.close());

/** Two sales settled on the 24th; a refund, a payout and two adjustments before the 26th is settled; more after it. */
async function aMonth(): Promise<void> {
  const sale = (orderId: string, line: Parameters<typeof aLine>[0] = {}) =>
    aSplit({ orderId, lines: [aLine({ basis: 'b-1', techFeeBps: 500, ...line })] });
  const newcomers = { joinedFrom: '2026-10-01', joinedTo: '2026-12-31', quotaFen: 10_000_000 };
  await s.policy('newcomer', '2020-01-01T00:00:00.000Z', newcomers);
  await s.brand({ brandId: 'br-1', effectiveFrom: '2026-01-01T00:00:00.000Z', joinedAt: '2026-10-01T00:00:00.000Z' });
  await s.divide(sale('o-1'), sale('o-2'));
  await s.receive('o-1', '2026-11-09T10:00:00.000Z');
  await s.receive('o-2', '2026-11-09T11:00:00.000Z');
  await s.settle('2026-11-24');
  const late = { ...partialRefund, occurredAt: '2026-11-25T03:00:00.000Z' };
  await s.divide(sale('o-1', { revision: 2, steps: [payment, late] }));
  await adjustBy(2_000_000, '2026-11-25T03:00:00.000Z');
  await payOut();
  await adjustBy(5_000, '2026-11-25T05:00:00.000Z');
  await adjustBy(70, '2026-11-25T06:00:00.000Z');
  await s.settle('2026-11-26');
  await adjustBy(300, '2026-11-27T05:00:00.000Z');
}

/** One payout that the bank confirms, one that comes back, and one that is on its way still; all are taxed. */
async function payOut(): Promise<void> {
  const clock = new StoppedClock('2026-11-25T04:00:00.000Z');
  const books = new Books(new AccountIds(s.database), new PostingIds(s.database));
  const outbox = new Outbox();
  const promoter: Party = { kind: 'promoter', id: 'pr-1' };
  await s.database.transaction(async tx => {
    const effectiveFrom = '1000-01-01T00:00:00.000Z';
    await saveLegalKinds(tx, [{ party: promoter, effectiveFrom, kind: 'person', revision: 1 }]);
    await new OnPayeeKnown().handle([asHeard(aPayee(promoter, undefined, { idNumber: '110101199001011234' }))], tx);
  });
  const payouts = new PayOutHandler(s.database, new AwaitedPayees(s.database), new SendPayouts(books, outbox), clock);
  const results = new RecordPayoutResultHandler(s.database, books, outbox, clock);
  const send = (amountFen: number) => payouts.run(person('zhang'), { party: 'promoter:pr-1', amountFen }, undefined);
  const result = (payoutId: string, state: 'confirmed' | 'failed') =>
    results.run(person('zhang'), payoutId, { result: state, occurredAt: clock.now(), reference: `bank-${payoutId}` });
  await result((await send(1_000_000)).payoutId, 'confirmed');
  await result((await send(500_000)).payoutId, 'failed');
  await send(400_000);
}

async function adjustBy(amountFen: number, at: string): Promise<void> {
  const clock = new StoppedClock(at);
  const books = new Books(new AccountIds(s.database), new PostingIds(s.database));
  const lines = [
    { account: accounts.coMarketing, debitFen: amountFen },
    { account: available, creditFen: amountFen },
  ];
  const proposals = new ProposeAdjustmentHandler(s.database, new Outbox(), clock);
  const { adjustmentId } = await proposals.run(person('zhang'), { lines, reason: '补偿' });
  const decision = { state: 'approved', reason: null } as const;
  await new DecideAdjustmentHandler(s.database, books, new Outbox(), clock).run(person('li'), adjustmentId, decision);
}

const differences = async () =>
  (await verifyLedger(s.database))
    .filter(result => result.difference !== null)
    .map(({ name, difference }) => ({ name, ...difference }));

/** Changes tables behind the service's back, looks, and puts everything back. */
async function whileTampered<T>(tables: readonly string[], tamper: () => Promise<unknown>, look: () => Promise<T>) {
  const run = (sql: string) => s.database.write(sql);
  for (const table of tables) {
    await run(`CREATE TABLE kept_${table} LIKE ${table}`);
    await run(`INSERT INTO kept_${table} SELECT * FROM ${table}`);
  }
  try {
    await tamper();
    return await look();
  } finally {
    for (const table of tables) {
      await run(`DELETE FROM ${table}`);
      await run(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
      await run(`DROP TABLE kept_${table}`);
    }
  }
}

/** One more than a number holds exactly; and the ends of what a column holds, which sums of it may leave. */
const BEYOND_NUMBERS = ['9007199254740993', '9223372036854775807', '-9223372036854775808'];

const oneOf = (table: string, where: string, order: string) =>
  s.database
    .read<Record<string, number>>(`SELECT * FROM ${table} WHERE ${where} ORDER BY ${order} LIMIT 1`)
    .then(([row]) => row!);

describe('a sound ledger', () => {
  it('is proved, in words that finance understands', async () => {
    expect(await differences()).toEqual([]);
    const text = reportInWords(await verifyLedger(s.database));
    for (const told of [
      /✓ Postings +\d+ postings with \d+ entries: each balances and is as it was written\n/,
      /✓ Balances +\d+ daily sums of accounts are those of their entries\n/,
      /✓ Zero +debits of all accounts are [\d,.]+ yuan, credits [\d,.]+ yuan\n/,
      /✓ Movements +\d+ movements of what may be withdrawn/,
      /✓ Seals +21 sealed days, 2026-11-06 to 2026-11-26; the last seal is [0-9a-f]{64}\n/,
      /✓ Statements +\d+ statements of 7 party accounts/,
      /✓ By hand +4 adjustments, each approved by a second person/,
      // 4 % of 20,400 fen, and of the 15,400 that a refund left: 816 + 616.
      /✓ Rebates +2 lines of newcomers, 14.32 yuan given back, each as it is posted\n/,
      /✓ Payouts +3 payouts, each as it is posted; 3,904.00 yuan in flight, 186.00 yuan of tax withheld\n/,
      /✓ Audit log +\d+ acts of people; the last digest is [0-9a-f]{64}\n/,
    ])
      expect(text).toMatch(told);
    expect(text).not.toContain('✗');
  });

  it('is proved while it is still empty, and while a run is under way', async () => {
    const runId = await s.begin('2026-11-27');
    expect(await differences()).toEqual([]);
    await s.advance();
    expect((await s.readRun(runId)).phase).toBe('done');
    expect(await differences()).toEqual([]);
    const empty = await aSettlement();
    try {
      const results = await verifyLedger(empty.database);
      expect(results.map(result => result.difference)).toEqual(results.map(() => null));
    } finally {
      await empty.close();
    }
  });

  it('still has the seal that somebody noted', async () => {
    const seal = await oneOf('day_seal', `day = '2026-11-24'`, 'day');
    const noted = (hash: string) => verifyLedger(s.database, new Map([['2026-11-24', hash]]));
    expect((await noted(String(seal.hash))).every(result => result.difference === null)).toBe(true);
    const other = (await noted('0'.repeat(64))).find(result => result.difference !== null);
    expect(other).toMatchObject({ name: 'Seals', difference: { row: 'day 2026-11-24', expected: '0'.repeat(64) } });
  });
});

describe('a ledger in which somebody changed', () => {
  /** The first refund's posting: on a sealed day, with movements of what may be withdrawn. */
  const refund = `posting_id IN (SELECT posting_id FROM posting WHERE cause = 'refund')`;
  const promoter = `party_kind = 'promoter' AND party_id = 'pr-1'`;

  it.each<[what: string, sql: string, named: { name: string; table: string; row?: RegExp }]>([
    [
      'an amount',
      `UPDATE posting_entry SET amount_fen = amount_fen + 1 WHERE entry_no = 1 AND ${refund}`,
      { name: 'Postings', table: 'posting', row: /^posting_id \d+$/ },
    ],
    [
      'two amounts, so that they still balance',
      `UPDATE posting_entry SET amount_fen = amount_fen + IF(entry_no = 1, 1, -1) WHERE entry_no < 3 AND ${refund}`,
      { name: 'Postings', table: 'posting' },
    ],
    [
      'an amount beyond all numbers',
      `UPDATE posting_entry SET amount_fen = 9223372036854775807 WHERE entry_no = 1 AND ${refund}`,
      { name: 'Postings', table: 'posting' },
    ],
    [
      'an account',
      `UPDATE posting_entry SET account_id = (SELECT MAX(account_id) FROM account) WHERE entry_no = 1 AND ${refund}`,
      { name: 'Postings', table: 'posting' },
    ],
    [
      'an account to one that is not there',
      `UPDATE posting_entry SET account_id = 99999 WHERE entry_no = 1 AND ${refund}`,
      { name: 'Postings', table: 'posting' },
    ],
    [
      'a share',
      `UPDATE posting_entry SET share = 'freight' WHERE share = 'brand' AND ${refund}`,
      { name: 'Postings', table: 'posting' },
    ],
    [
      'an instant',
      `UPDATE posting SET occurred_at = '2026-11-24 00:00:00' WHERE cause = 'refund'`,
      { name: 'Postings', table: 'posting' },
    ],
    [
      'a day to one before it occurred',
      `UPDATE posting SET booked_on = '2026-11-07' WHERE cause = 'refund'`,
      { name: 'Postings', table: 'posting' },
    ],
    [
      'the order of a posting',
      `UPDATE posting SET order_id = 'o-2' WHERE cause = 'refund'`,
      { name: 'Postings', table: 'posting' },
    ],
    [
      'what a posting refers to',
      `UPDATE posting SET reference = 'po-2' WHERE cause = 'payout'`,
      { name: 'Postings', table: 'posting' },
    ],
    [
      'the digest of a posting',
      `UPDATE posting SET digest = REPEAT('x', 32) WHERE cause = 'refund'`,
      { name: 'Postings', table: 'posting' },
    ],
    [
      'the entries, taking one out',
      `DELETE FROM posting_entry WHERE entry_no = 1 AND ${refund}`,
      { name: 'Postings', table: 'posting' },
    ],
    [
      'the entries, taking all out',
      `DELETE FROM posting_entry WHERE ${refund}`,
      { name: 'Postings', table: 'posting' },
    ],
    [
      'the journal, taking a posting out',
      `DELETE FROM posting WHERE cause = 'refund'`,
      { name: 'Postings', table: 'posting_entry', row: /^posting_id \d+, entry_no \d+$/ },
    ],
    [
      'the sum of a day',
      `UPDATE account_day SET credit_fen = credit_fen + 1 WHERE booked_on = '2026-11-25' LIMIT 1`,
      { name: 'Balances', table: 'account_day', row: /^account [a-z].* on 2026-11-25$/ },
    ],
    [
      'both sums of a day alike',
      `UPDATE account_day SET debit_fen = debit_fen + 1, credit_fen = credit_fen + 1 WHERE booked_on = '2026-11-25' LIMIT 1`,
      { name: 'Balances', table: 'account_day' },
    ],
    [
      'the sums, taking one out',
      `DELETE FROM account_day WHERE booked_on = '2026-11-25' LIMIT 1`,
      { name: 'Balances', table: 'account_day' },
    ],
    [
      'the sums, putting one in',
      `INSERT INTO account_day VALUES (1, '2026-11-10', 7, 7)`,
      { name: 'Balances', table: 'account_day', row: /account_id 1 on 2026-11-10/ },
    ],
    [
      'a movement',
      `UPDATE available_movement SET amount_fen = amount_fen + 1 WHERE kind = 'payout'`,
      { name: 'Movements', table: 'available_movement', row: /^posting_id \d+, entry_no \d+$/ },
    ],
    [
      'the kind of a movement',
      `UPDATE available_movement SET kind = 'bonus' WHERE kind = 'payout'`,
      { name: 'Movements', table: 'available_movement' },
    ],
    [
      'the movements, taking one out',
      `DELETE FROM available_movement WHERE kind = 'payout'`,
      { name: 'Movements', table: 'available_movement' },
    ],
    [
      'the movements, putting one in',
      `INSERT INTO available_movement VALUES (7, 1, 1, '', 'bonus', 7)`,
      { name: 'Movements', table: 'available_movement', row: /posting_id 7/ },
    ],
    [
      'a seal',
      `UPDATE day_seal SET hash = REPEAT('0', 64) WHERE day = '2026-11-25'`,
      { name: 'Seals', table: 'day_seal', row: /^day 2026-11-2[56]$/ },
    ],
    [
      'what a seal follows',
      `UPDATE day_seal SET previous_hash = REPEAT('0', 64) WHERE day = '2026-11-25'`,
      { name: 'Seals', table: 'day_seal', row: /2026-11-25/ },
    ],
    [
      'how many postings a seal covers',
      `UPDATE day_seal SET postings = 0 WHERE day = '2026-11-25'`,
      { name: 'Seals', table: 'day_seal', row: /2026-11-25/ },
    ],
    [
      'the seals, taking one out',
      `DELETE FROM day_seal WHERE day = '2026-11-20'`,
      { name: 'Seals', table: 'day_seal', row: /2026-11-21/ },
    ],
    [
      'the seals, taking the first out',
      `DELETE FROM day_seal WHERE day = '2026-11-06'`,
      { name: 'Seals', table: 'day_seal' },
    ],
    [
      'the seals, taking the last out',
      `DELETE FROM day_seal ORDER BY day DESC LIMIT 1`,
      { name: 'Seals', table: 'settlement_state' },
    ],
    [
      'the last sealed day',
      `UPDATE settlement_state SET sealed_through = '2026-11-24'`,
      { name: 'Seals', table: 'settlement_state' },
    ],
    [
      'the opening of a statement',
      `UPDATE statement SET opening_fen = opening_fen + 1 WHERE ${promoter} AND business_date = '2026-11-26'`,
      { name: 'Statements', table: 'statement', row: /^statement_id st-2026-11-26-\d+$/ },
    ],
    [
      'the closing of a statement',
      `UPDATE statement SET closing_fen = closing_fen + 1 WHERE ${promoter} AND business_date = '2026-11-26'`,
      { name: 'Statements', table: 'statement' },
    ],
    [
      'two sums of a statement',
      `UPDATE statement SET manual_fen = manual_fen - 1, bonuses_fen = bonuses_fen + 1 WHERE ${promoter} AND business_date = '2026-11-26'`,
      { name: 'Statements', table: 'statement' },
    ],
    [
      'how many lines a statement has',
      `UPDATE statement SET line_count = 1 WHERE ${promoter} AND business_date = '2026-11-24'`,
      { name: 'Statements', table: 'statement' },
    ],
    [
      'the statements, taking one out',
      `DELETE FROM statement WHERE ${promoter} AND business_date = '2026-11-24'`,
      { name: 'Statements', table: 'statement' },
    ],
    [
      'the statements, taking the last out',
      `DELETE FROM statement WHERE ${promoter} ORDER BY business_date DESC LIMIT 1`,
      { name: 'Statements', table: 'available_movement' },
    ],
    [
      'a line of a statement',
      `UPDATE statement_line SET amount_fen = amount_fen + 1 WHERE share = 'agency' LIMIT 1`,
      { name: 'Statements', table: 'statement' },
    ],
    [
      'the lines, taking one out',
      `DELETE FROM statement_line WHERE share = 'agency' LIMIT 1`,
      { name: 'Statements', table: 'statement' },
    ],
    [
      'the lines, putting one in',
      `INSERT INTO statement_line VALUES ('run-2026-11-24', 99999, 'o-1', 'shop-1', 1, 'bonus', 0, 7)`,
      { name: 'Statements', table: 'statement_line', row: /line shop-1\/o-1\/1/ },
    ],
    [
      'whose statement a movement is in',
      `UPDATE available_movement SET run_id = '' WHERE kind = 'payout'`,
      { name: 'Statements', table: 'statement' },
    ],
    [
      'who approved an adjustment',
      `UPDATE adjustment SET decided_by_person = proposed_by_person LIMIT 1`,
      { name: 'By hand', table: 'adjustment', row: /^adjustment_id adj-/ },
    ],
    [
      'a line of an approved adjustment',
      `UPDATE adjustment_line SET amount_fen = amount_fen * 2 LIMIT 2`,
      { name: 'By hand', table: 'adjustment' },
    ],
    [
      'the amount of an adjustment',
      `UPDATE adjustment SET amount_fen = amount_fen + 1 LIMIT 1`,
      { name: 'By hand', table: 'adjustment', row: /^adjustment_id adj-/ },
    ],
    [
      'the state of an approved adjustment',
      `UPDATE adjustment SET state = 'rejected' LIMIT 1`,
      { name: 'By hand', table: 'adjustment' },
    ],
    [
      'the adjustments, taking one out',
      `DELETE FROM adjustment LIMIT 1`,
      { name: 'By hand', table: 'posting', row: /^posting_id \d+$/ },
    ],
    [
      'how much of a newcomer’s line the quota covers',
      `UPDATE newcomer_rebate SET rebated_base_fen = rebated_base_fen - 1000 WHERE order_id = 'o-2'`,
      { name: 'Rebates', table: 'newcomer_rebate', row: /^line shop-1\/o-2\/1$/ },
    ],
    [
      'the newcomers’ lines, taking one out',
      `DELETE FROM newcomer_rebate WHERE order_id = 'o-1'`,
      { name: 'Rebates', table: 'posting', row: /^posting_id \d+$/ },
    ],
    [
      'the state of a payout',
      `UPDATE payout SET state = 'confirmed' WHERE state = 'sent'`,
      { name: 'Payouts', table: 'payout', row: /^payout_id po-/ },
    ],
    [
      'the net amount of a payout',
      `UPDATE payout SET net_fen = net_fen + 1 WHERE state = 'confirmed'`,
      { name: 'Payouts', table: 'payout', row: /^payout_id po-/ },
    ],
    [
      'the tax of a payout, and its gross amount with it',
      `UPDATE payout SET tax_fen = tax_fen + 1, gross_fen = gross_fen + 1 WHERE state = 'sent'`,
      { name: 'Payouts', table: 'payout', row: /^payout_id po-/ },
    ],
    [
      'the worksheet of a payout',
      `UPDATE payout SET worksheet = JSON_SET(worksheet, '$.withheldNowFen', 1) WHERE state = 'sent'`,
      { name: 'Payouts', table: 'payout', row: /^payout_id po-/ },
    ],
    [
      'whose payout it is',
      `UPDATE payout SET party_id = 'pr-2' WHERE state = 'failed'`,
      { name: 'Payouts', table: 'payout', row: /^payout_id po-/ },
    ],
    [
      'the bank’s number of a payout',
      `UPDATE payout SET reference = 'x' WHERE state = 'failed'`,
      { name: 'Payouts', table: 'payout', row: /^payout_id po-/ },
    ],
    [
      'the payouts, taking one out',
      `DELETE FROM payout WHERE state = 'sent'`,
      { name: 'Payouts', table: 'posting', row: /^posting_id \d+$/ },
    ],
    [
      'the payouts, putting one in',
      `INSERT INTO payout (payout_id, party_kind, party_id, state, gross_fen, tax_fen, net_fen, sent_at, payee_name,
         sealed_account, account_ending, updated_at)
       VALUES ('po-x', 'brand', 'br-1', 'sent', 5, 0, 5, '2026-11-25', 'x', 'x', 'x', '2026-11-25')`,
      { name: 'Payouts', table: 'payout', row: /^payout_id po-x$/ },
    ],
    [
      'what is on its way, by the sum of a day',
      `UPDATE account_day SET debit_fen = debit_fen + 1
       WHERE account_id = (SELECT account_id FROM account WHERE name = '${accounts.payoutInFlight}') LIMIT 1`,
      { name: 'Payouts', table: 'account_day', row: /payout-in-flight/ },
    ],
    [
      'the reason of an act',
      `UPDATE audit_entry SET reason = 'other' WHERE entry_no = 3`,
      { name: 'Audit log', table: 'audit_entry', row: /^entry_no 3$/ },
    ],
    [
      'the time of an act',
      `UPDATE audit_entry SET at = '2026-11-01' WHERE entry_no = 3`,
      { name: 'Audit log', table: 'audit_entry', row: /^entry_no 3$/ },
    ],
    [
      'the digest of an act',
      `UPDATE audit_entry SET digest = REPEAT('x', 32) WHERE entry_no = 3`,
      { name: 'Audit log', table: 'audit_entry', row: /^entry_no 3$/ },
    ],
    [
      'the audit log, taking an act out',
      `DELETE FROM audit_entry WHERE entry_no = 3`,
      { name: 'Audit log', table: 'audit_entry', row: /^entry_no 4$/ },
    ],
    [
      'the audit log, taking the last act out',
      `DELETE FROM audit_entry ORDER BY entry_no DESC LIMIT 1`,
      { name: 'Audit log', table: 'audit_head' },
    ],
  ])('%s, the row is named', async (_, sql, { name, table, row = /./ }) => {
    const [, changed] = /^(?:UPDATE|DELETE FROM|INSERT INTO) (\w+)/.exec(sql)!;
    const found = await whileTampered([changed!], () => s.database.write(sql), differences);
    expect(found).toContainEqual(expect.objectContaining({ name, table, row: expect.stringMatching(row) }));
    expect(found.every(({ expected, found: is }) => expected !== is)).toBe(true);
  });

  // prettier-ignore
  it.each([
    ['statement', 'opening_fen', `${promoter} AND business_date = '2026-11-26'`, 'Statements', /^statement_id st-2026-11-26-\d+$/],
    ['statement', 'manual_fen', `${promoter} AND business_date = '2026-11-26'`, 'Statements', /^statement_id st-2026-11-26-\d+$/],
    ['statement', 'closing_fen', `${promoter} AND business_date = '2026-11-26'`, 'Statements', /^statement_id st-2026-11-26-\d+$/],
    ['adjustment', 'amount_fen', 'TRUE', 'By hand', /^adjustment_id adj-/],
    ['payout', 'net_fen', `state = 'sent'`, 'Payouts', /^payout_id po-/],
    ['newcomer_rebate', 'rebated_base_fen', `order_id = 'o-2'`, 'Rebates', /^line shop-1\/o-2\/1$/],
    ['account_day', 'debit_fen', `account_id = (SELECT account_id FROM account WHERE name = '${available}')`, 'Balances', /^account /],
    ['account_day', 'debit_fen', `account_id = (SELECT account_id FROM account WHERE name = '${accounts.incomeTax}')`, 'Balances', /^account /],
  ])('%s.%s to what is beyond exact numbers, the row is named', async (table, column, where, name, row) => {
    for (const amount of BEYOND_NUMBERS) {
      const sql = `UPDATE ${table} SET ${column} = ${amount} WHERE ${where} LIMIT 1`;
      const found = await whileTampered([table], () => s.database.write(sql), differences);
      expect(found).toContainEqual(expect.objectContaining({ name, table, row: expect.stringMatching(row) }));
    }
  });

  it.each([
    ['statement_line', `account_id IN (SELECT account_id FROM account WHERE name LIKE '%promoter:pr-1:%')`],
    ['available_movement', `kind = 'manual' AND run_id <> ''`],
  ])('%s.amount_fen to what is beyond exact numbers, the statement that holds it is named', async (table, where) => {
    for (const amount of BEYOND_NUMBERS) {
      const sql = `UPDATE ${table} SET amount_fen = ${amount} WHERE ${where} LIMIT 1`;
      const found = await whileTampered([table], () => s.database.write(sql), differences);
      const named = {
        name: 'Statements',
        table: 'statement',
        row: expect.stringMatching(/^statement_id st-2026-11-2\d-/),
      };
      expect(found).toContainEqual(expect.objectContaining(named));
    }
  });

  it('an adjustment’s line to what is beyond exact numbers, the adjustment is named', async () => {
    const sql = `UPDATE adjustment_line SET amount_fen = ${BEYOND_NUMBERS[0]} LIMIT 1`;
    const found = await whileTampered(['adjustment_line'], () => s.database.write(sql), differences);
    const named = { name: 'By hand', table: 'adjustment', row: expect.stringMatching(/^adjustment_id adj-/) };
    expect(found).toContainEqual(expect.objectContaining(named));
  });

  it('a posting with its digest and all sums, the seal of its day tells', async () => {
    const tables = ['posting', 'posting_entry', 'account_day', 'available_movement'];
    const found = await whileTampered(tables, makeRefundSmaller, differences);
    expect(found.map(({ name, table, row }) => [name, table, row])).toContainEqual([
      'Seals',
      'day_seal',
      'day 2026-11-25',
    ]);
    expect(found.map(({ name }) => name)).not.toContain('Postings');
    expect(found.map(({ name }) => name)).not.toContain('Balances');
  });

  it('nothing: it is put back after each of these', async () => expect(await differences()).toEqual([]));
});

/** As somebody would who knows the tables: one fen from one side to another, and everything that follows from it. */
async function makeRefundSmaller(): Promise<void> {
  const day = '2026-11-25';
  const { posting_id: id } = await oneOf('posting', `cause = 'refund'`, 'posting_id');
  const change = async (entryNo: number, byFen: number) => {
    const entry = await oneOf('posting_entry', `posting_id = ${id} AND entry_no = ${entryNo}`, 'entry_no');
    await s.database.write(
      'UPDATE posting_entry SET amount_fen = amount_fen + ? WHERE posting_id = ? AND entry_no = ?',
      [byFen, id, entryNo],
    );
    await s.database.write(
      'UPDATE available_movement SET amount_fen = amount_fen - ? WHERE posting_id = ? AND entry_no = ?',
      [byFen, id, entryNo],
    );
    const side = entry.amount_fen! > 0 ? 'debit_fen = debit_fen +' : 'credit_fen = credit_fen -';
    await s.database.write(`UPDATE account_day SET ${side} ? WHERE account_id = ? AND booked_on = ?`, [
      byFen,
      entry.account_id,
      day,
    ]);
  };
  await change(1, 1);
  await change(2, -1);
  const query = <T>(sql: string, parameters?: unknown[]) => s.database.read<T>(sql, parameters);
  for await (const posting of postingsOfDay(query, day)) {
    if (posting.postingId === String(id))
      await s.database.write('UPDATE posting SET digest = ? WHERE posting_id = ?', [digestOfPosting(posting), id]);
  }
}
