import { createHmac, randomUUID } from 'node:crypto';
import { rightPayment, rightTouch } from './bad-items';
import { refusedAs, type BadRequest, type Refusal } from './bad-request';
import type { Door } from './door';
import { nowSeconds } from './webhook';

/** What channels send lists of, where, and how many at once. */
const intakes = [
  { path: '/v1/orders/events', items: 'events', most: 500, right: rightPayment },
  { path: '/v1/touches', items: 'touches', most: 1_000, right: rightTouch },
];

/** Webhooks that are no list of what they should be, or that nobody signed. */
export const badWebhooks = (random: () => number): BadRequest[] =>
  intakes.flatMap(intake => badWebhooksTo(intake, random));

function badWebhooksTo({ path, items, most, right }: (typeof intakes)[number], random: () => number): BadRequest[] {
  const good = JSON.stringify({ [items]: [right()] });
  const bad: BadRequest[] = [];
  const add = (what: string, refused: Refusal, send: BadRequest['send']) =>
    bad.push({ what: `${path}: ${what}`, refused, send });
  const post =
    (...[body, delivery, headers]: Parameters<Door['webhook']>): BadRequest['send'] =>
    door =>
      door.webhook(body, { path, ...delivery }, headers);

  const notJson = refusedAs(400, 'malformed-json');
  for (let n = 0; n < 20; n++) {
    const cut = 1 + Math.floor(random() * (good.length - 2));
    add(`cut after ${cut} bytes`, notJson, post(good.slice(0, cut)));
  }
  const broken = [
    '',
    ' ',
    '{]',
    `{'${items}': []}`,
    `{"${items}": [NaN]}`,
    `{"${items}": [01]}`,
    `${good},`,
    '\ufeff{',
  ];
  broken.push('['.repeat(1_000_000));
  for (const body of broken) add(JSON.stringify(body.slice(0, 30)), notJson, post(body));
  add('no UTF-8', notJson, post(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])));
  add('said to be zipped', notJson, post(Buffer.from([0x1f, 0x8b, 8]), {}, { 'content-encoding': 'gzip' }));

  const misshapen = refusedAs(400, 'gateway/malformed-envelope');
  const tooMany = Array.from({ length: most + 1 }, right);
  const envelopes: unknown[] = [
    [],
    null,
    items,
    7,
    true,
    {},
    { [items]: null },
    { [items]: {} },
    { [items]: 'e' },
    { [items]: [] },
  ];
  const capital = items.replace(/^./, letter => letter.toUpperCase());
  envelopes.push({ [items]: tooMany }, { [items]: [1], surplus: 1 }, { [capital]: [1] }, [{ [items]: [right()] }]);
  for (const body of envelopes) {
    add(JSON.stringify(body).slice(0, 40), misshapen, post(JSON.stringify(body)));
  }
  add('__proto__ beside them', misshapen, post(`{"__proto__": {"${items}": [1]}, "${items}": [1]}`));

  add('9 MiB', refusedAs(413, 'body-too-large'), post(`"${'x'.repeat(9 * 1024 * 1024)}"`));
  for (const type of [
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ]) {
    const refused = refusedAs(400, 'unsupported-content-type');
    add(`as ${type}`, refused, post(good, {}, { 'content-type': type }));
  }

  const missing = refusedAs(401, 'gateway/webhook-headers-missing');
  for (const name of ['x-channel-id', 'webhook-id', 'webhook-timestamp', 'webhook-signature']) {
    add(`without ${name}`, missing, post(good, {}, { [name]: '' }));
  }
  add('an id of 257 characters', missing, post(good, { webhookId: 'x'.repeat(257) }));
  const unknown = refusedAs(401, 'gateway/unknown-channel');
  for (const channel of ['nobody', 'x'.repeat(65), "' OR 1=1 --", '__proto__', '../../etc']) {
    add(`of channel ${channel.slice(0, 20)}`, unknown, post(good, {}, { 'x-channel-id': channel }));
  }
  const ofAnotherTime = refusedAs(401, 'gateway/webhook-timestamp-out-of-tolerance');
  const now = nowSeconds();
  for (const timestamp of [now - 3_600, now - 400, now + 900, 0, now * 1_000, '-1', 'now', '1e9', `${now}.5`]) {
    add(`dated ${timestamp}`, ofAnotherTime, post(good, { timestamp }));
  }
  const forged = refusedAs(401, 'gateway/webhook-signature-mismatch');
  const stranger = createHmac('sha256', 'another secret').update(good).digest('base64');
  for (const signature of [
    'v1,',
    'v1,AAAA',
    `v1,${stranger}`,
    `v2,${stranger}`,
    stranger,
    'v1 v1 v1',
    `v1,${stranger} v1,${stranger}`,
  ]) {
    add(`signed ${signature.slice(0, 12)}`, forged, post(good, {}, { 'webhook-signature': signature }));
  }
  for (let n = 0; n < 10; n++) {
    const stolen = { 'webhook-id': randomUUID() };
    add('signed for another id', forged, post(good, {}, stolen));
  }
  for (let n = 0; n < 5; n++) {
    const webhookId = randomUUID();
    add('an id that came with another body', refusedAs(422, 'idempotency-key-reused'), async door => {
      await door.webhook('{}', { path, webhookId });
      return door.webhook(good, { path, webhookId });
    });
  }
  return bad;
}
