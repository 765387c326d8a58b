import { parseArgs } from 'node:util';
import type { ChuanliuClient, OrderEvent } from '@chuanliu/client';
import { credentialsFrom, inParallel, Installation } from '../client/installation';
import { agency, brands, picksOf, promoters } from './alliance';
import { brandAccount, ordinaryTrade, paid, promoterAccount, received, refunded } from './orders';
import { settle, trade } from './settle';

const { values } = parseArgs({ options: { credentials: { type: 'string', default: '.local/credentials.json' } } });

const startedAt = Date.now();
const minutesAgo = (minutes: number): string => new Date(startedAt - minutes * 60_000).toISOString();
const YEAR = '2026-01-01T00:00:00+08:00';

/** Sends the demonstration through the public doors only, as its brands, its operator and its shop would. */
async function main(): Promise<void> {
  const installation = new Installation(credentialsFrom(values.credentials));
  const { operator } = installation;
  await registerPartners(operator);
  await offerProducts(operator);
  const codes = await pickProducts(operator);
  await send(installation, ordinaryTrade(codes, minutesAgo));
  await send(installation, tellingOrders(codes));
  await send(installation, trade(codes));
  await installation.untilQuiet(120_000);
  await lateKnowledge(operator);
  await settle(installation, event => send(installation, [event]));
  await installation.untilQuiet(120_000);
}

const partyAt = (partyId: string) => ({ path: { partyId } });
const productAt = (productId: string) => ({ path: { productId } });

async function registerPartners(operator: ChuanliuClient): Promise<void> {
  await operator.put('/v1/agencies/{partyId}', { params: partyAt(agency.id), body: { name: agency.name } });
  await inParallel(brands, 4, async ({ id, name, techFeeBps, shopScore, supplyTier }) => {
    const more = {
      ...(techFeeBps === undefined ? {} : { techFeeBps }),
      ...(shopScore === undefined ? {} : { shopScore }),
      ...(supplyTier ? { supplyTier } : {}),
    };
    const body = { name, joinedAt: YEAR, ...more };
    await operator.put('/v1/brands/{partyId}', { params: partyAt(id), body });
    await ownAccount(operator, brandAccount(id), { kind: 'brand', id });
  });
  await inParallel(promoters, 4, async ({ id, name, withAgency, buyerId, reputation }) => {
    const more = { ...(buyerId ? { buyerIds: [buyerId] } : {}), ...(reputation === undefined ? {} : { reputation }) };
    await operator.put('/v1/promoters/{partyId}', { params: partyAt(id), body: { name, kind: 'person', ...more } });
    await ownAccount(operator, promoterAccount(id), { kind: 'promoter', id });
    if (withAgency) {
      const body = { agencyId: agency.id, agencyBps: agency.agencyBps, from: YEAR };
      await operator.put('/v1/promoters/{partyId}/agency', { params: partyAt(id), body });
    }
  });
}

async function ownAccount(
  operator: ChuanliuClient,
  accountId: string,
  owner: { kind: 'brand' | 'promoter'; id: string },
) {
  await operator.put('/v1/accounts/{accountId}', { params: { path: { accountId } }, body: { owner } });
}

async function offerProducts(operator: ChuanliuClient): Promise<void> {
  await inParallel(brands, 4, async brand => {
    for (const product of brand.products) {
      const { id, title, priceFen, commissionBps, categoryId } = product;
      const body = { brandId: brand.id, title, categoryId, priceFen, stock: 10_000, ...brand.common };
      await operator.put('/v1/products/{productId}', { params: productAt(id), body });
      await operator.put('/v1/products/{productId}/plans/open', { params: productAt(id), body: { commissionBps } });
    }
  });
}

/** @returns promotion codes by `promoter/product` */
async function pickProducts(operator: ChuanliuClient): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  await inParallel(promoters, 4, async promoter => {
    for (const product of picksOf(promoters.indexOf(promoter))) {
      // The last promoter's picks of one brand come late, see lateKnowledge().
      if (promoter.id === 'pr-chuanzhang' && product.id === 'p-qinghe-1') continue;
      const pick = await operator.post('/v1/promoters/{partyId}/picks', {
        params: partyAt(promoter.id),
        body: { productId: product.id, tag: 'evening', from: YEAR },
      });
      codes.set(`${promoter.id}/${product.id}`, pick.promotionCode);
    }
  });
  return codes;
}

/** A few orders with a story each; the welcome names them. */
function tellingOrders(codes: Map<string, string>): OrderEvent[] {
  const quilt = brands[0]!.products[0]!;
  const tea = brands[2]!.products[0]!;
  const code = codes.get('pr-alan/p-qinghe-1')!;
  const river = { surface: 'live', accountId: brandAccount('br-qinghe'), contentId: 'own-stream-night' } as const;
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
async function lateKnowledge(operator: ChuanliuClient): Promise<void> {
  await operator.post('/v1/promoters/{partyId}/picks', {
    params: partyAt('pr-chuanzhang'),
    body: { productId: 'p-qinghe-1', from: YEAR },
  });
}

async function send({ channel }: Installation, events: OrderEvent[]): Promise<void> {
  const { refused } = await channel.sendOrderEvents(events);
  if (refused.length > 0) throw new Error(`the demonstration's own events were refused: ${JSON.stringify(refused[0])}`);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
