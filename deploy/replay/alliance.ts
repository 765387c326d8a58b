import { createHash } from 'node:crypto';
import type { ChuanliuClient } from '@chuanliu/client';
import { inParallel, leafCategories } from '../client/installation';

const BRANDS = [
  '青禾家居',
  '云杉生活',
  '白鹿瓷坊',
  '山涧茶器',
  '拾光布艺',
  '南风香氛',
  '木言文具',
  '海盐厨房',
  '知夏饰品',
  '北屿灯具',
  '小满花艺',
  '乌石工坊',
];
const PROMOTERS = [
  '阿岚好物',
  '老周严选',
  '小鹿逛街',
  '芒果姐姐',
  '大熊测评',
  '苏苏的家',
  '木子生活',
  '阿Ken爱宅',
  '橙子妈妈',
  '江南小院',
  '七七推荐',
  '船长开箱',
];
const BEFORE_EVERYTHING = '2010-01-01T00:00:00+08:00';

/** How the sales of one product come about. */
export type Way = 'carried-code' | 'promoter-stream' | 'brand-stream' | 'organic';

/** A product of one brand, and who promotes it. */
export interface Product {
  productId: string;
  brandId: string;
  title: string;
  priceFen: number;
  commissionBps: number;
  way: Way;
  promoterId: string;
}

const hash = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0);
const idText = (text: string): string => text.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 40);

/** The brand that sold an invoice. */
export const brandOfInvoice = (invoice: string): string => `br-${(hash(`brand ${invoice}`) % BRANDS.length) + 1}`;

export const brandAccount = (brandId: string): string => `acc-${brandId}`;
export const promoterAccount = (promoterId: string): string => `acc-${promoterId}`;

/** Who promotes a product, and on which terms, follows from its id alone: every replay gives the same alliance. */
export function productOf(brandId: string, stockCode: string, title: string, priceFen: number): Product {
  const productId = `${brandId}.${idText(stockCode)}`;
  const draw = hash(`way ${productId}`) % 100;
  const way: Way = draw < 30 ? 'carried-code' : draw < 45 ? 'promoter-stream' : draw < 65 ? 'brand-stream' : 'organic';
  return {
    productId,
    brandId,
    title: title.slice(0, 200),
    priceFen: Math.min(priceFen, 1_000_000_000),
    commissionBps: 501 + (hash(`rate ${productId}`) % 2_500),
    way,
    promoterId: `pr-${(hash(`promoter ${productId}`) % PROMOTERS.length) + 1}`,
  };
}

/** Registers brands, promoters, agencies, accounts and products, and picks what promoters sell. Safe to repeat. @returns codes by product */
export async function registerAlliance(
  operator: ChuanliuClient,
  products: Product[],
  tick: () => void,
): Promise<Map<string, string>> {
  await inParallel(BRANDS, 4, async name => {
    const id = `br-${BRANDS.indexOf(name) + 1}`;
    const body = { name, techFeeBps: 100 + (hash(id) % 400), effectiveFrom: BEFORE_EVERYTHING };
    await operator.put('/v1/brands/{partyId}', { params: partyAt(id), body });
    await ownAccount(operator, brandAccount(id), { kind: 'brand', id });
  });
  await operator.put('/v1/agencies/{partyId}', { params: partyAt('ag-1'), body: { name: '星河MCN' } });
  await inParallel(PROMOTERS, 4, async name => {
    const n = PROMOTERS.indexOf(name) + 1;
    const id = `pr-${n}`;
    const body = { name, kind: 'person', effectiveFrom: BEFORE_EVERYTHING } as const;
    await operator.put('/v1/promoters/{partyId}', { params: partyAt(id), body });
    await ownAccount(operator, promoterAccount(id), { kind: 'promoter', id });
    if (n % 3 === 0) {
      await operator.put('/v1/promoters/{partyId}/agency', {
        params: partyAt(id),
        body: { agencyId: 'ag-1', agencyBps: 1_999 + n, from: BEFORE_EVERYTHING },
      });
    }
  });
  const [leaf] = await leafCategories(operator);
  for (let start = 0; start < products.length; start += 2_000) {
    const rows = products.slice(start, start + 2_000).map(product => ({
      productId: product.productId,
      brandId: product.brandId,
      title: product.title,
      categoryId: leaf!.id,
      priceFen: product.priceFen,
      stock: 1_000_000,
      state: 'on-shelf',
      openCommissionBps: product.commissionBps,
    }));
    const { refused } = await operator.postRows('/v1/products/bulk', rows);
    if (refused.length > 0)
      throw new Error(`${refused.length} products were refused, the first: ${JSON.stringify(refused[0])}`);
  }
  const codes = new Map<string, string>();
  await inParallel(products.filter(isPicked), 12, async ({ productId, promoterId }) => {
    const pick = await operator.post('/v1/promoters/{partyId}/picks', {
      params: partyAt(promoterId),
      body: { productId, from: BEFORE_EVERYTHING },
    });
    codes.set(productId, pick.promotionCode);
    tick();
  });
  return codes;
}

export const isPicked = (product: Product): boolean =>
  product.way === 'carried-code' || product.way === 'promoter-stream';

const partyAt = (partyId: string) => ({ path: { partyId } });

async function ownAccount(
  operator: ChuanliuClient,
  accountId: string,
  owner: { kind: 'brand' | 'promoter'; id: string },
): Promise<void> {
  const body = { owner, effectiveFrom: BEFORE_EVERYTHING };
  await operator.put('/v1/accounts/{accountId}', { params: { path: { accountId } }, body });
}
