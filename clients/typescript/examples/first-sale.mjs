// A promoter's first sale, from nothing: find goods, pick one, sell it, see the money and why it is that much.
//
//   npm start                                             (in another terminal)
//   node clients/typescript/examples/first-sale.mjs 茶    (any words, Chinese or English)
//
// --credentials FILE: those of another installation than the one that `npm start` keeps in .local.

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createChannel, createClient } from '@chuanliu/client';

const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { credentials: { type: 'string', default: '.local/credentials.json' } },
});
const { baseUrl, clients, channel: ours } = JSON.parse(readFileSync(values.credentials, 'utf8'));

// 1. The operator admits a promoter and gives them a client of their own.
const operator = createClient({ baseUrl, ...clients.operator });
const partyId = 'pr-first-sale';
const params = { path: { partyId } };
await operator.put('/v1/promoters/{partyId}', { params, body: { name: '初次', kind: 'person' } });
const secrets = await operator.post('/v1/clients', { body: { role: 'promoter', partyId } });
const promoter = createClient({ baseUrl, ...secrets });
step('Token', `${secrets.clientId} speaks for ${partyId}`);

// 2. The promoter looks for goods. Each row says what they would earn with it, or why they may not.
const pool = '/v1/promoters/{partyId}/pool';
const q = words.join(' ');
const { items } = await promoter.get(pool, {
  params: { ...params, query: { ...(q && { q }), sort: 'commission', limit: 20 } },
});
for (const { title, priceFen, commissionBps, earnFen, refusedBecause } of items.slice(0, 5)) {
  const earns = refusedBecause === null ? `earns about ${yuan(earnFen)}` : `not for you: ${refusedBecause}`;
  step('Pool', `${title}  ${yuan(priceFen)} at ${percent(commissionBps)}: ${earns}`);
}
const product = items.find(row => row.refusedBecause === null);
if (!product) throw new Error(`Nothing in the pool ${q ? `for ${q} ` : ''}that this promoter may sell.`);

// 3. They take one into promotion, and get a code and a link for it.
const pick = await promoter.post('/v1/promoters/{partyId}/picks', { params, body: { productId: product.productId } });
step('Pick', `${product.title}: code ${pick.promotionCode}, ${pick.link}`);

// 4. A shop sells it with that code. A real one sends this when somebody has paid.
const channel = createChannel({ baseUrl, channelId: ours.id, secret: ours.secret });
const orderId = `first-sale-${Date.now()}`;
const now = new Date().toISOString();
const { accepted } = await channel.sendOrderEvents([
  {
    eventId: `paid.${orderId}`,
    type: 'order-paid',
    occurredAt: now,
    order: {
      orderId,
      brandId: product.brandId,
      orderedAt: now,
      paidAt: now,
      payment: { channel: 'wechat', transactionId: `tx-${orderId}` },
      lines: [
        {
          lineNo: 1,
          productId: product.productId,
          quantity: 1,
          paidFen: product.priceFen,
          scene: { surface: 'link', promotionCode: pick.promotionCode },
        },
      ],
    },
  },
]);
step('Order', `${orderId}, ${yuan(product.priceFen)} paid: ${accepted} event taken in`);

// 5. The sale appears among the promoter's own. Nothing is missing from the list: it proves itself.
const sale = await within(60, async () => {
  const sales = await promoter.listAll(
    '/v1/promoters/{partyId}/sales',
    { params },
    { amount: 'estimatedFen', again: 5 },
  );
  return sales.find(row => row.orderId === orderId);
});
step(
  'Sale',
  `${sale.id} is ${sale.state}: the ${sale.share}'s share is ${yuan(sale.estimatedFen)} of ${yuan(sale.baseFen)}`,
);

// 6. And why it is theirs, and that much.
const explanation = await within(60, async () => {
  const told = await promoter.get('/v1/orders/{orderId}/explanation', { params: { path: { orderId } } });
  return told.complete ? told : undefined;
});
for (const line of explanation.lines) {
  for (const { rule, verdict, promotionCode } of line.candidates)
    step('Why', `${rule} by code ${promotionCode}: ${verdict}`);
  for (const { share, formula, amountFen } of line.shares) step('Why', `${share}: ${formula} → ${yuan(amountFen)}`);
}

function step(name, text) {
  console.log(`${name.padEnd(6)} ${text}`);
}

function yuan(fen) {
  return `¥${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

function percent(bps) {
  return `${bps / 100} %`;
}

/** Asks until there is an answer. @throws after so many seconds */
async function within(seconds, ask) {
  for (const until = Date.now() + seconds * 1_000; ; await sleep(200)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > until) throw new Error(`The sale did not come within ${seconds} s.`);
  }
}
