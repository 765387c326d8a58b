import { createConnection } from 'mysql2/promise';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { endsToAdd } from '../../../apps/attribution/src/domain/touch-spans';
import { cutAhead, partitionsOfTouch } from '../../../apps/attribution/src/forget-touches/touch-table';
import { attributionMigrations } from '../../../apps/attribution/src/storage/migrations/all';
import { saveTouches, type TakenInTouch } from '../../../apps/attribution/src/storage/touches';
import { alliance } from './buyers';

const DAY = 86_400_000;
/** The longest window, and thirty days for orders that come late: what attribution keeps by default. */
export const KEPT_DAYS = 45;
/** Of all products: so many touches has a buyer in that time. */
const TOUCHES_OF_A_BUYER = 20;
const SAVED_AT_ONCE = 5_000;
const LOADERS = 2;

/** The tables of so many touches, in a schema of their own until they are put where attribution looks. */
export interface TouchStore {
  home: string;
  touches: number;
  loadSeconds: number;
}

/**
 * Fills a store: the named touches, and others around them, spread over six weeks, buyers and products. The others are
 * made inside the database, partition by partition in the order of the primary key, so that ten millions take a minute or two.
 */
export async function fillStore(
  databaseUrl: string,
  home: string,
  touches: number,
  named: Iterable<TakenInTouch>,
  now: number,
): Promise<TouchStore> {
  const begin = performance.now();
  const database = await Database.open({ url: databaseUrl, schema: home, migrations: attributionMigrations });
  try {
    await cutAhead(database, endsToAdd(null, new Date(now).toISOString(), KEPT_DAYS));
    let own = 0;
    for (const some of inParts(named)) {
      await database.transaction(tx => saveTouches(tx, some));
      own += some.length;
    }
    const others = Math.max(0, touches - own);
    const spans = await spansUntil(database, now);
    const counts = sharesByLength(others, spans);
    await makeNumbers(database, Math.max(...counts));
    const queue = spans.map((span, n) => ({ ...span, n, count: counts[n]! })).values();
    await Promise.all(Array.from({ length: LOADERS }, () => load(databaseUrl, home, queue, others)));
    await database.write('DROP TABLE number');
    await database.read('ANALYZE TABLE touch, touch_content');
    return { home, touches: own + others, loadSeconds: (performance.now() - begin) / 1_000 };
  } finally {
    await database.close();
  }
}

/** Puts further touches into a store, wherever its table stands. */
export async function addTouches(databaseUrl: string, schema: string, touches: Iterable<TakenInTouch>): Promise<void> {
  const database = await Database.open({ url: databaseUrl, schema, migrations: attributionMigrations });
  try {
    for (const some of inParts(touches)) await database.transaction(tx => saveTouches(tx, some));
  } finally {
    await database.close();
  }
}

interface Span {
  from: number;
  until: number;
}

/** The partitions' spans that lie before now, as far back as touches are kept. */
async function spansUntil(database: Database, now: number): Promise<Span[]> {
  const earliest = now - KEPT_DAYS * DAY;
  return (await partitionsOfTouch(database))
    .filter(({ until }) => until !== null && Date.parse(until) > earliest)
    .map(({ from, until }) => ({
      from: Math.max(earliest, from === null ? 0 : Date.parse(from)),
      until: Math.min(now, Date.parse(until!)),
    }))
    .filter(({ from, until }) => from < until);
}

/** So many touches as come in each span, when they come evenly. */
function sharesByLength(touches: number, spans: readonly Span[]): number[] {
  const lengths = spans.map(({ from, until }) => until - from);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  let [passed, given] = [0, 0];
  return lengths.map(length => {
    passed += length;
    const share = Math.floor((touches * passed) / all) - given;
    given += share;
    return share;
  });
}

/** 0, 1, 2 … to count along. */
async function makeNumbers(database: Database, count: number): Promise<void> {
  await database.write('CREATE TABLE number (n INT NOT NULL PRIMARY KEY)');
  await database.write('INSERT INTO number VALUES (0)');
  for (let known = 1; known < count; known *= 2)
    await database.write('INSERT INTO number SELECT n + ? FROM number WHERE n + ? < ?', [known, known, count]);
}

async function load(
  databaseUrl: string,
  home: string,
  spans: Iterator<Span & { n: number; count: number }>,
  others: number,
): Promise<void> {
  const connection = await createConnection({ uri: databaseUrl, database: home });
  try {
    await connection.query('SET SESSION unique_checks = 0');
    for (let next = spans.next(); !next.done; next = spans.next()) {
      const { n, from, until, count } = next.value;
      const buyers = Math.max(1, Math.floor(others / TOUCHES_OF_A_BUYER));
      await connection.query(TOUCHES_OF_A_SPAN, [
        ...[buyers, alliance.products.length, toColumn(new Date(from).toISOString()), until - from],
        ...[n / 16, 4_294_967_295 / Math.max(1, count), n, n, n, alliance.picks.length],
        ...[buyers / Math.max(1, count), n, count],
      ]);
      await connection.query(
        CONTENTS_OF_A_SPAN,
        [from, until].map(ms => toColumn(new Date(ms).toISOString())),
      );
    }
  } finally {
    await connection.end();
  }
}

/**
 * Six of ten touches are views, one is a cart; a third of them names an account, the others a code. Buyers' and touches'
 * keys rise with the numbers, since rows that come in the order of their key are stored several times faster.
 */
const TOUCHES_OF_A_SPAN = `INSERT IGNORE INTO touch
  (buyer_key, product_id, occurred_at, touch_key, content_hash, channel_id, touch_id, kind, surface, account_id,
   promotion_code, superseded)
  SELECT UNHEX(CONCAT(LPAD(HEX(FLOOR(buyer * (4294967295 / ?))), 8, '0'), MD5(buyer), SUBSTR(MD5(buyer + 0.5), 1, 24))),
    CONCAT('bench-spread-product-', MOD(MOD(buyer, 307) * 7 + MOD(n, 3) * MOD(n, 101), ?)),
    ? + INTERVAL FLOOR(chance / 16777216 * ?) * 1000 MICROSECOND,
    UNHEX(CONCAT(LPAD(HEX(FLOOR((n + ?) * ?)), 8, '0'), SUBSTR(MD5(CONCAT(?, '/', n)), 1, 24))),
    UNHEX(MD5(CONCAT(?, ':', n))), 'bench', MD5(CONCAT(?, '-', n)),
    ELT(1 + MOD(n, 10), 'view', 'view', 'click', 'view', 'view', 'cart', 'view', 'view', 'click', 'click'),
    ELT(1 + MOD(n, 4), 'live', 'short_video', 'link', 'showcase'),
    IF(MOD(n, 3) = 0, CONCAT('bench-account-', MOD(n, 500)), NULL),
    IF(MOD(n, 3) = 0, NULL, CONCAT('bench-spread-code-', MOD(n, ?))), 0
  FROM (SELECT n, FLOOR(n * ?) AS buyer, CONV(SUBSTR(MD5(CONCAT(n, '.', ?)), 1, 6), 16, 10) AS chance
    FROM number WHERE n < ? ORDER BY n) AS numbered`;

const CONTENTS_OF_A_SPAN = `INSERT IGNORE INTO touch_content
  (touch_key, content_hash, buyer_key, product_id, occurred_at)
  SELECT touch_key, content_hash, buyer_key, product_id, occurred_at FROM touch
  WHERE occurred_at >= ? AND occurred_at < ?`;

function* inParts(touches: Iterable<TakenInTouch>): Generator<TakenInTouch[]> {
  let part: TakenInTouch[] = [];
  for (const touch of touches) {
    part.push(touch);
    if (part.length < SAVED_AT_ONCE) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
