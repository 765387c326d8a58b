import { parseArgs } from 'node:util';
import { Client, credentialsFrom, inParallel } from '../client/client';
import { agency, brands, picksOf, promoters } from './alliance';
import { brandAccount, ordinaryTrade, paid, promoterAccount, received, refunded, type DemoEvent } from './orders';

const { values } = parseArgs({ options: { credentials: { type: 'string', default: '.local/credentials.json' } } });

const startedAt = Date.now();
const minutesAgo = (minutes: number): string => new Date(startedAt - minutes * 60_000).toISOString();
const YEAR = '2026-01-01T00:00:00+08:00';

/** Sends the demonstration through the public doors only, as its brands, its operator and its shop would. */
async function main(): Promise<void> {
  const client = new Client(credentialsFrom(values.credentials));
  await registerPartners(client);
  await offerProducts(client);
  const codes = await pickProducts(client);
  await send(client, ordinaryTrade(codes, minutesAgo));
  await send(client, tellingOrders(codes));
  await client.untilQuiet(120_000);
  await lateKnowledge(client);
  await client.untilQuiet(120_000);
}

async function registerPartners(client: Client): Promise<void> {
  await client.put(`/v1/agencies/${agency.id}`, { name: agency.name });
  await inParallel(brands, 4, async ({ id, name, techFeeBps }) => {
    await client.put(`/v1/brands/${id}`, { name, joinedAt: YEAR, ...(techFeeBps === undefined ? {} : { techFeeBps }) });
    await client.put(`/v1/accounts/${brandAccount(id)}`, { owner: { kind: 'brand', id } });
  });
  await inParallel(promoters, 4, async ({ id, name, withAgency, buyerId, reputation }) => {
    const more = { ...(buyerId ? { buyerIds: [buyerId] } : {}), ...(reputation === undefined ? {} : { reputation }) };
    await client.put(`/v1/promoters/${id}`, { name, kind: 'person', ...more });
    await client.put(`/v1/accounts/${promoterAccount(id)}`, { owner: { kind: 'promoter', id } });
    if (withAgency) {
      await client.put(`/v1/promoters/${id}/agency`, { agencyId: agency.id, agencyBps: agency.agencyBps, from: YEAR });
    }
  });
}

async function offerProducts(client: Client): Promise<void> {
  const { items } = await client.get<{ items: Array<{ id: string; parentId: string | null }> }>(
    '/v1/categories?limit=200',
  );
  const parents = new Set(items.map(row => row.parentId));
  const leaves = items.filter(row => !parents.has(row.id));
  await inParallel(brands, 4, async brand => {
    for (const product of brand.products) {
      const categoryId = leaves[brands.indexOf(brand) % leaves.length]!.id;
      const { id, title, priceFen, commissionBps } = product;
      await client.put(`/v1/products/${id}`, { brandId: brand.id, title, categoryId, priceFen, stock: 10_000 });
      await client.put(`/v1/products/${id}/plans/open`, { commissionBps });
    }
  });
}

/** @returns promotion codes by `promoter/product` */
async function pickProducts(client: Client): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  await inParallel(promoters, 4, async promoter => {
    for (const product of picksOf(promoters.indexOf(promoter))) {
      // The last promoter's picks of one brand come late, see lateKnowledge().
      if (promoter.id === 'pr-chuanzhang' && product.id === 'p-qinghe-1') continue;
      const path = `/v1/promoters/${promoter.id}/picks`;
      const pick = await client.post<{ promotionCode: string }>(path, {
        productId: product.id,
        tag: 'evening',
        from: YEAR,
      });
      codes.set(`${promoter.id}/${product.id}`, pick.promotionCode);
    }
  });
  return codes;
}

/** A few orders with a story each; the welcome names them. */
function tellingOrders(codes: Map<string, string>): DemoEvent[] {
  const quilt = brands[0]!.products[0]!;
  const tea = brands[2]!.products[0]!;
  const code = codes.get('pr-alan/p-qinghe-1')!;
  const river = { surface: 'live', accountId: brandAccount('br-qinghe'), contentId: 'own-stream-night' };
  return [
    // A distribution sale with agency and subsidy, half refunded.
    paid(
      'story-refund',
      'br-qinghe',
      'buyer-lin',
      minutesAgo(300),
      [{ product: quilt, paidFen: 19_901, subsidyFen: 501, scene: { surface: 'live', promotionCode: code } }],
      1_200,
    ),
    received('story-refund', minutesAgo(200)),
    refunded('story-refund', minutesAgo(120), 5_003),
    // The same buyer comes back in the brand's own stream: a river return.
    paid('story-river', 'br-qinghe', 'buyer-lin', minutesAgo(90), [{ product: quilt, paidFen: 39_900, scene: river }]),
    // A promoter buys through their own code.
    paid('story-self-purchase', 'br-shanjian', 'buyer-laozhou', minutesAgo(80), [
      {
        product: tea,
        paidFen: 26_800,
        scene: { surface: 'link', promotionCode: codes.get('pr-laozhou/p-shanjian-1') ?? 'pc-unknown' },
      },
    ]),
    // Sold in a stream of a promoter whose pick only becomes known later.
    paid('story-late-pick', 'br-qinghe', 'buyer-wu', minutesAgo(60), [
      { product: quilt, paidFen: 39_900, scene: { surface: 'live', accountId: promoterAccount('pr-chuanzhang') } },
    ]),
    // Refunded beyond what was paid, and a refund that waits for its order.
    paid('story-excess', 'br-nanfeng', 'buyer-he', minutesAgo(50), [
      { product: brands[4]!.products[0]!, paidFen: 9_900, scene: { surface: 'shelf' } },
    ]),
    refunded('story-excess', minutesAgo(40), 10_000),
    refunded('story-never-paid', minutesAgo(30), 100),
  ];
}

/** The pick that the sale `story-late-pick` lacked: it was made in time and becomes known now, so the sale moves. */
async function lateKnowledge(client: Client): Promise<void> {
  await client.post('/v1/promoters/pr-chuanzhang/picks', { productId: 'p-qinghe-1', from: YEAR });
}

async function send(client: Client, events: DemoEvent[]): Promise<void> {
  const { refused } = await client.sendEvents(events);
  if (refused.length > 0) throw new Error(`the demonstration's own events were refused: ${JSON.stringify(refused[0])}`);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
