import { Injectable } from '@nestjs/common';
import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { isHeldOut, membershipAt, type Membership } from '../domain/membership';
import { riverSetting, type RiverPolicyVersion } from '../domain/river-policy';
import { compare } from './line';
import { riverPolicy } from './policy-versions';
import { readerOn, type Reader } from './reader';
import { slicesOfBuyers } from './slices-of-buyers';
import {
  countBringingSales,
  storedBringingSales,
  type BringingSpan,
  type StoredBringingSale,
} from './stored-bringing-sales';

/** About how many sales are in memory at once while an audience is read page by page. */
const SALES_AT_ONCE = 20_000;

/** A buyer in a brand's audience. */
export interface Member {
  buyerKey: string;
  broughtBy: string;
  since: UtcInstant;
  until: UtcInstant;
  /** When what is known of the bringing sale last changed. */
  updatedAt: UtcInstant;
}

/** A brand's river audience at any instant, read from the distribution sales inside the window. */
@Injectable()
export class RiverAudience {
  private readonly reader: Reader;

  constructor(database: Database) {
    this.reader = readerOn(database);
  }

  /** All members but the held-out ones, by buyerKey. */
  async recommendedAt(brandId: string, at: UtcInstant): Promise<Member[]> {
    const policy = await riverPolicy(this.reader);
    return recommended(brandId, await storedBringingSales(this.reader, spanAt(brandId, at, policy)), at, policy);
  }

  /** The same members in the same order, some at a time: an audience may be larger than memory. */
  async *pagesAt(brandId: string, at: UtcInstant): AsyncGenerator<Member[]> {
    const policy = await riverPolicy(this.reader);
    const span = spanAt(brandId, at, policy);
    for (const range of slicesOfBuyers(await countBringingSales(this.reader, span), SALES_AT_ONCE)) {
      yield recommended(brandId, await storedBringingSales(this.reader, span, range), at, policy);
    }
  }

  /** One buyer's membership, and whether they belong to the control group; that does not hang on membership. */
  async memberAt(
    brandId: string,
    buyerKey: string,
    at: UtcInstant,
  ): Promise<{ membership: Membership | null; heldOut: boolean }> {
    const policy = await riverPolicy(this.reader);
    const byBuyer = await storedBringingSales(this.reader, spanAt(brandId, at, policy), buyerKey);
    const sales = byBuyer.get(buyerKey) ?? [];
    return { membership: membershipAt(sales, at, policy), heldOut: isHeldOut(brandId, buyerKey, at, policy) };
  }
}

/** The sales that can make a member at the instant. */
const spanAt = (brandId: string, at: UtcInstant, policy: readonly RiverPolicyVersion[]): BringingSpan => ({
  brandId,
  paidFrom: plusDays(at, -riverSetting(policy, 'windowDays', at)),
  paidBefore: at,
});

function recommended(
  brandId: string,
  byBuyer: ReadonlyMap<string, StoredBringingSale[]>,
  at: UtcInstant,
  policy: readonly RiverPolicyVersion[],
): Member[] {
  const members: Member[] = [];
  for (const [buyerKey, sales] of byBuyer) {
    const membership = membershipAt(sales, at, policy);
    if (!membership || isHeldOut(brandId, buyerKey, at, policy)) continue;
    const { broughtBy, since, until, sale } = membership;
    members.push({ buyerKey, broughtBy, since, until, updatedAt: sale.updatedAt });
  }
  return members.sort((a, b) => compare(a.buyerKey, b.buyerKey));
}
