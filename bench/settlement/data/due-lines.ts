import type { Connection, RowDataPacket } from 'mysql2/promise';
import { dayAfter, type BusinessDate } from '@chuanliu/contracts/instants';
import { knownElsewhere, type Elsewhere } from './known-elsewhere';
import { accountsOf, ESCROW, type Parties } from './parties';

const LINES_AT_ONCE = 50_000;
/** By the defaults for a brand without a score. */
const HELD_DAYS = 15;

/** What the books are filled with. */
export interface DueLines {
  parties: Parties;
  feeAccount: number;
  dueOn: BusinessDate;
  /** The numbers of the lines, none of which may be there already. A multiple of four. */
  first: number;
  count: number;
  /** The schemas of the services that are to know these sales as well; left out, the books alone know them. */
  elsewhere?: Elsewhere;
}

/**
 * Writes paid lines that are due on one day, with their postings, days' sums and orders, as the service would have written
 * them over the week in which they were sold. They are made inside the database.
 *
 * Of three orders one has two lines. Of ten lines nine were brought by a promoter, every third of whom has an agency; half
 * came through a recruiter. Of ten orders one has freight.
 */
export async function addDueLines(connection: Connection, lines: DueLines): Promise<void> {
  await makeNumbers(connection, LINES_AT_ONCE);
  for (let done = 0; done < lines.count; done += LINES_AT_ONCE) {
    const count = Math.min(LINES_AT_ONCE, lines.count - done);
    await connection.query('DROP TEMPORARY TABLE IF EXISTS new_line');
    await connection.query(...newLines(lines, lines.first + done, count));
    for (const statement of WRITTEN) await connection.query(statement);
    if (lines.elsewhere) for (const statement of knownElsewhere(lines.elsewhere)) await connection.query(statement);
  }
  await connection.query('DROP TEMPORARY TABLE new_line');
  await connection.query('ANALYZE TABLE ledger_line, order_life, posting, posting_entry');
}

/** The orders of so many lines, from the first to the last. */
export const ordersOf = (first: number, count: number): [string, string] => [
  orderId(first),
  orderId(first + count - 1),
];

const orderId = (line: number) => `books-${String(Math.floor((line * 3) / 4)).padStart(9, '0')}`;

/** 0, 1, 2 … to count along. */
async function makeNumbers(connection: Connection, count: number): Promise<void> {
  await connection.query('CREATE TEMPORARY TABLE IF NOT EXISTS number (n INT NOT NULL PRIMARY KEY)');
  const [[known]] = await connection.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM number');
  if (known!.n > 0) return;
  const digits = [...'0123456789'].map(digit => `SELECT ${digit} AS d`).join(' UNION ALL ');
  await connection.query(
    `INSERT INTO number SELECT a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d AS n
     FROM (${digits}) a, (${digits}) b, (${digits}) c, (${digits}) d, (${digits}) e
     HAVING n < ? ORDER BY n`,
    [count],
  );
}

/** Sold over the seven days before the one on which they were received. */
function newLines({ parties, feeAccount, dueOn }: DueLines, first: number, count: number): [string, unknown[]] {
  const [brand, promoter, recruiter, agency] = accountsOf(parties);
  const received = dayAfter(dueOn, -HELD_DAYS);
  return [
    `CREATE TEMPORARY TABLE new_line (PRIMARY KEY (n)) AS
     SELECT priced.*, base - commission - service - fee AS brand_fen, commission - agency_fen AS promoter_fen,
       ${WHAT_DIVIDES} AS divided_by,
       CONCAT('books-', LPAD(order_no, 9, '0')) AS order_id,
       ${ESCROW.id} AS escrow_account, ? AS fee_account,
       ? + 2 * brand_no AS brand_account, ? + 2 * promoter_no AS promoter_account,
       ? + 2 * recruiter_no AS recruiter_account, ? + 2 * agency_no AS agency_account,
       CAST(? AS DATE) AS due_on, TIMESTAMP(?, '04:00:00') AS received_at
     FROM (
       SELECT shared.*, IF(managed, commission * 3 DIV 10, 0) AS agency_fen, IF(recruited, base * 5 DIV 100, 0) AS service
       FROM (
         SELECT drawn.*, brought AND n % 2 = 0 AS recruited, brought AND promoter_no % 3 = 0 AS managed,
           base * 5 DIV 100 AS fee, IF(brought, base * 2 DIV 10, 0) AS commission,
           IF(line_no = 1 AND order_no % 10 = 0, 800, 0) AS freight,
           TIMESTAMP(CAST(? AS DATE) - INTERVAL (1 + order_no % 7) DAY, '04:00:00') AS paid_at
         FROM (
           SELECT n, order_no, IF(n % 4 = 1, 2, 1) AS line_no, n % 10 < 9 AS brought,
             990 + n * 40503 % 50000 AS base, order_no * 7919 % ? AS brand_no, (n + n DIV 10) * 104729 % ? AS promoter_no,
             n DIV 2 * 31 % ? AS recruiter_no, (n + n DIV 10) * 104729 % ? % ? AS agency_no
           FROM (SELECT ? + n AS n, (? + n) * 3 DIV 4 AS order_no FROM number WHERE n < ?) AS numbered
         ) AS drawn
       ) AS shared
     ) AS priced`,
    [
      ...[feeAccount, brand.first, promoter.first, recruiter.first, agency.first, dueOn, received, received],
      ...[brand.count, promoter.count, recruiter.count, promoter.count, agency.count, first, first, count],
    ],
  ];
}

/** What commissions calls the line's basis: the decision and the rates, as basisDigest() spells them. */
const WHAT_DIVIDES = `CONCAT('[', IF(brought,
  CONCAT('"distribution","books-promoter-', promoter_no, '","books-pick-', promoter_no, '",[],2000,', IF(recruited, 500, 0), ',0,0,',
    IF(recruited, CONCAT('"books-recruiter-', recruiter_no, '"'), 'null'), ',null,500,0,',
    IF(managed, CONCAT('3000,"books-agency-', agency_no, '"'), '0,null')),
  '"organic",null,null,[],0,0,0,0,null,null,500,0,0,null'), ']')`;
const DIGEST_OF_BASIS = `REPLACE(REPLACE(TRIM(TRAILING '=' FROM TO_BASE64(UNHEX(SHA2(divided_by, 256)))), '+', '-'), '/', '_')`;

/** The sides of a line's posting, in their order. */
const SIDES = [
  { account: 'escrow_account', share: null, fen: 'base + freight', name: `'${ESCROW.name}'` },
  { account: 'fee_account', share: 'tech-fee', fen: '-fee', name: `'income:tech-fee'` },
  { account: 'brand_account', share: 'brand', fen: '-brand_fen', name: pendingOf('brand') },
  { account: 'promoter_account', share: 'promoter', fen: '-promoter_fen', name: pendingOf('promoter') },
  { account: 'agency_account', share: 'agency', fen: '-agency_fen', name: pendingOf('agency') },
  { account: 'recruiter_account', share: 'recruiter', fen: '-service', name: pendingOf('recruiter') },
  { account: 'brand_account', share: 'freight', fen: '-freight', name: pendingOf('brand') },
] as const;

function pendingOf(kind: string): string {
  return `CONCAT('liability:${kind}:books-${kind}-', ${kind}_no, ':pending')`;
}

/** As digestOfPosting() spells a posting; what comes to nothing is no side. */
const DIGEST = `UNHEX(SHA2(CONCAT('["', n + 1, '","', DATE_FORMAT(paid_at, '%Y-%m-%dT%H:%i:%s.000Z'), '","', DATE(paid_at),
  '","paid",null,"t', n, '",null,["books","', order_id, '",', line_no, '],[', CONCAT_WS(',', ${SIDES.map(
    ({ name, share, fen }) =>
      `IF(${fen} = 0, NULL, CONCAT('["', ${name}, '",${share === null ? 'null' : `"${share}"`},', ${fen}, ']'))`,
  ).join(', ')}), ']]'), 256))`;

const side = (of: (one: (typeof SIDES)[number]) => string | null) =>
  `CASE k ${SIDES.map((one, i) => `WHEN ${i} THEN ${of(one) ?? 'NULL'}`).join(' ')} END`;

const ENTRIES = `SELECT n + 1 AS posting_id, k + 1 AS entry_no, ${side(({ account }) => account)} AS account_id,
    ${side(({ share }) => share && `'${share}'`)} AS share, ${side(({ fen }) => fen)} AS amount_fen, DATE(paid_at) AS day
  FROM new_line JOIN (${SIDES.map((_, k) => `SELECT ${k} AS k`).join(' UNION ALL ')}) AS sides HAVING amount_fen <> 0`;

const WRITTEN = [
  `INSERT INTO ledger_line (order_id, channel_id, line_no, split_revision, order_revision, brand_id, base_fen, basis,
     decision_revision, tech_fee_bps)
   SELECT order_id, 'books', line_no, 1, 1, CONCAT('books-brand-', brand_no), base,
     ${DIGEST_OF_BASIS}, 1, 500 FROM new_line
   ORDER BY n`,
  `INSERT INTO posting (posting_id, occurred_at, booked_on, cause, transaction_id, channel_id, order_id, line_no, digest)
   SELECT n + 1, paid_at, DATE(paid_at), 'paid', CONCAT('t', n), 'books', order_id, line_no, ${DIGEST} FROM new_line
   ORDER BY n`,
  `INSERT INTO posting_entry (posting_id, entry_no, account_id, share, amount_fen)
   SELECT posting_id, entry_no, account_id, share, amount_fen FROM (${ENTRIES}) AS entries ORDER BY posting_id, entry_no`,
  `INSERT INTO account_day (account_id, booked_on, debit_fen, credit_fen)
   SELECT account_id, day, SUM(GREATEST(amount_fen, 0)), SUM(GREATEST(-amount_fen, 0)) FROM (${ENTRIES}) AS entries
   GROUP BY account_id, day
   ON DUPLICATE KEY UPDATE debit_fen = debit_fen + VALUES(debit_fen), credit_fen = credit_fen + VALUES(credit_fen)`,
  `INSERT INTO order_life (order_id, channel_id, brand_id, received_at, receipt_revision, due_on, is_open)
   SELECT order_id, 'books', CONCAT('books-brand-', brand_no), received_at, 1, due_on, 1 FROM new_line WHERE line_no = 1
   ORDER BY n`,
];
