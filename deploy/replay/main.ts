import { parseArgs } from 'node:util';
import { SingleBar, Presets } from 'cli-progress';
import type { OrderEvent, OrderEventsAnswer } from '@chuanliu/client';
import { credentialsFrom, Installation } from '../client/installation';
import { isPicked, registerAlliance } from './alliance';
import { eventsOf } from './events-of-invoices';
import { invoiceRows, type InvoiceRow } from './invoice-rows';
import { seeded, shuffled, withDuplicates } from './order-of-sending';

const HELP = `Sends days of real orders through the public webhook.

  npm run replay -- FILE.csv [FILE.csv …]   files in the format of UCI's Online Retail data set

  --received-after DAYS   a receipt so many days after each order (default: none)
  --shuffle SEED          in another order, the same for the same seed
  --duplicates PERCENT    so many events twice (default 0)
  --credentials FILE      default .local/credentials.json
  --no-wait               do not wait until everything has arrived
`;

const EVENTS_A_REQUEST = 500;
const BYTES_A_REQUEST = 4 * 1024 * 1024;

async function main(): Promise<void> {
  const { values, positionals: files } = parseArgs({
    allowPositionals: true,
    options: {
      'received-after': { type: 'string' },
      shuffle: { type: 'string' },
      duplicates: { type: 'string', default: '0' },
      credentials: { type: 'string', default: '.local/credentials.json' },
      'no-wait': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || files.length === 0) {
    process.stdout.write(HELP);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const days =
    values['received-after'] === undefined ? null : wholeNumber('--received-after', values['received-after'], 3_650);
  const duplicates = wholeNumber('--duplicates', values.duplicates, 100);
  const random = seeded(values.shuffle === undefined ? 1 : wholeNumber('--shuffle', values.shuffle, 2 ** 31));

  const rows: InvoiceRow[] = [];
  for (const file of files) for await (const row of invoiceRows(file)) rows.push(row);
  const replay = eventsOf(rows, days);
  const installation = new Installation(credentialsFrom(values.credentials));

  const products = [...replay.products.values()];
  const codes = await withBar('alliance', products.filter(isPicked).length, tick =>
    registerAlliance(installation.operator, products, () => tick(1)),
  );
  for (const event of replay.events) carryCodes(event, codes, replay.products);

  let events = values.shuffle === undefined ? replay.events : shuffled(replay.events, random);
  if (duplicates > 0) events = withDuplicates(events, duplicates / 100, random);
  const started = Date.now();
  const total = await withBar('events', events.length, tick => send(installation, events, tick));
  const seconds = (Date.now() - started) / 1_000;

  const lines = [
    `rows read            ${rows.length} (${replay.leftOut} stock corrections left out)`,
    `events sent          ${events.length} in ${seconds.toFixed(1)} s`,
    `  taken in           ${total.accepted}`,
    `  seen as duplicates ${total.duplicates} (others are absorbed behind the door)`,
    `  refused            ${total.refused.length}`,
    `refunds unmatched    ${replay.unmatchedRefunds} (they wait for orders that were paid before the files begin)`,
  ];
  if (!values['no-wait']) {
    const { waiting, parked } = await installation.untilQuiet(600_000);
    lines.push(
      `waiting in orders    ${waiting}`,
      `parked               ${parked}`,
      `everything arrived   ${((Date.now() - started) / 1_000).toFixed(1)} s after the first event`,
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  for (const refusal of total.refused.slice(0, 5)) process.stdout.write(`refused: ${JSON.stringify(refusal)}\n`);
}

/** Lines of products that are sold by code carry it. */
function carryCodes(event: OrderEvent, codes: Map<string, string>, products: Map<string, { way: string }>): void {
  if (event.type !== 'order-paid') return;
  for (const line of event.order.lines) {
    const code = codes.get(line.productId);
    if (code && products.get(line.productId)?.way === 'carried-code') line.scene.promotionCode = code;
  }
}

async function send(
  { channel }: Installation,
  events: OrderEvent[],
  tick: (n: number) => void,
): Promise<OrderEventsAnswer> {
  const total: OrderEventsAnswer = { accepted: 0, duplicates: 0, refused: [] };
  for (const batch of inRequests(events)) {
    const answer = await channel.sendOrderEvents(batch);
    total.accepted += answer.accepted;
    total.duplicates += answer.duplicates;
    total.refused.push(...answer.refused);
    tick(batch.length);
  }
  return total;
}

function* inRequests(events: OrderEvent[]): Generator<OrderEvent[]> {
  let batch: OrderEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    const size = JSON.stringify(event).length;
    if (batch.length > 0 && (batch.length >= EVENTS_A_REQUEST || bytes + size > BYTES_A_REQUEST)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(event);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

async function withBar<T>(name: string, total: number, work: (tick: (n: number) => void) => Promise<T>): Promise<T> {
  const bar = new SingleBar(
    { format: `${name.padEnd(9)} {bar} {value}/{total}`, clearOnComplete: false },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  try {
    return await work(n => bar.increment(n));
  } finally {
    bar.stop();
  }
}

function wholeNumber(option: string, text: string, most: number): number {
  if (!/^\d+$/.test(text) || Number(text) > most)
    throw new Error(`${option} takes a whole number from 0 to ${most}, not "${text}"`);
  return Number(text);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
