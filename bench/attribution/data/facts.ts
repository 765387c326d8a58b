import { accountOwned } from '@chuanliu/contracts/partners/account-owned.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import { orderPaid } from '@chuanliu/contracts/orders/order-paid.v1';
import { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { asTakenIn, orderOf, ownAccountOf } from '../../load/orders';
import { alliance, type BuyerAndProduct } from './buyers';

export type OrderPaid = DataOf<typeof orderPaid>;

const LONG_AGO = '2020-01-01T00:00:00.000Z';
/** Of a promoter's commission, for those who helped: so every touch of a decided sale matters. */
export const ASSIST_BPS = 1_000;

/** The picks that attribution must know. */
export const picksKnown = (): Array<DataOf<typeof pickKnown>> =>
  alliance.picks.map(({ promoterId, productId, promotionCode }, n) => ({
    pickId: `pick-${n}`,
    promoterId,
    productId,
    promotionCode,
    activityId: null,
    tag: null,
    from: LONG_AGO,
    to: null,
    revision: 1,
    terms: [
      {
        effectiveFrom: LONG_AGO,
        commissionBps: 2_000,
        assistBps: ASSIST_BPS,
        serviceBps: 0,
        secondServiceBps: 0,
        recruiterId: null,
        secondRecruiterId: null,
      },
    ],
  }));

/** The brands' own accounts. */
export const ownAccounts = (): Array<DataOf<typeof accountOwned>> =>
  alliance.brands.map(id => ({
    accountId: ownAccountOf(id),
    effectiveFrom: LONG_AGO,
    owner: { kind: 'brand', id },
  }));

/** An order that no code and no stream decides: its buyer's touches do. */
export function orderFromShelf(orderId: string, { buyerKey, product }: BuyerAndProduct, now: number): OrderPaid {
  const { productId, brandId } = alliance.products[product]!;
  return anOrder(orderId, buyerKey, brandId, new Date(now).toISOString(), {
    productId,
    scene: { surface: 'shelf', accountId: null, contentId: null, promotionCode: null, tag: null },
  });
}

/** The account that is registered late, the promoter whom it belongs to, and the products that they picked. */
export const lateAccount = {
  accountId: 'bench-late-account',
  promoterId: alliance.picks[0]!.promoterId,
};
const lateProducts = alliance.picks
  .filter(({ promoterId }) => promoterId === lateAccount.promoterId)
  .map(pick => alliance.products.find(({ productId }) => productId === pick.productId)!);

const DAY = 86_400_000;
const LATE_BUYERS = 20_000;

/** The nth past order made on that account: ten days of them. */
export function orderOnLateAccount(orderId: string, n: number, now: number): OrderPaid {
  const { productId, brandId } = lateProducts[n % lateProducts.length]!;
  const orderedAt = new Date(now - ((n % 1_000) / 100) * DAY).toISOString();
  return anOrder(orderId, `${n % LATE_BUYERS}`.padStart(64, 'a'), brandId, orderedAt, {
    productId,
    scene: {
      surface: 'live',
      accountId: lateAccount.accountId,
      contentId: null,
      promotionCode: null,
      tag: null,
    },
  });
}

/** The nth order of every day: mostly with a promoter's code (`bench/load/orders.ts`). */
export function everydayOrder(prefix: string, n: number): OrderPaid {
  const { channelId, orderId, occurredAt, payment } = asTakenIn('bench', orderOf(alliance, prefix, n));
  const { lines, ...header } = payment!;
  return { channelId, orderId, orderRevision: 1, payment: { occurredAt, ...header }, lines };
}

function anOrder(
  orderId: string,
  buyerKey: string,
  brandId: string,
  orderedAt: string,
  line: Pick<OrderPaid['lines'][number], 'productId' | 'scene'>,
): OrderPaid {
  return {
    channelId: 'bench',
    orderId,
    orderRevision: 1,
    payment: {
      occurredAt: orderedAt,
      brandId,
      buyerKey,
      orderedAt,
      paidAt: orderedAt,
      channel: 'wechat',
      transactionId: `42000${orderId}`,
      freightFen: 0,
    },
    lines: [{ lineNo: 1, quantity: 1, paidFen: 9_900, platformSubsidyFen: 0, ...line }],
  };
}
