import { Injectable } from '@nestjs/common';
import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { fen } from '@chuanliu/money/fen';
import { isHeldOut, membershipAt, type BringingSale, type Membership } from '../domain/membership';
import { riverSetting } from '../domain/river-policy';
import { appendTo } from './append-to';
import { compare } from './line';
import { riverPolicy } from './policy-versions';
import { readerOn, type Reader } from './reader';
import { refundsOfLine } from './refund-row';
import { orderName, refundsOf } from './stored-lines';

interface Row {
  order_id: string;
  channel_id: string;
  line_no: number;
  buyer_key: string;
  river_promoter_id: string;
  paid_at: string;
  paid_fen: number;
  subsidy_fen: number;
  updated_at: string;
}

type StoredSale = BringingSale & { updatedAt: UtcInstant };

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
    const byBuyer = await this.bringingSales(brandId, at, riverSetting(policy, 'windowDays', at));
    const members: Member[] = [];
    for (const [buyerKey, sales] of byBuyer) {
      const membership = membershipAt(sales, at, policy);
      if (!membership || isHeldOut(brandId, buyerKey, at, policy)) continue;
      const { broughtBy, since, until, sale } = membership;
      members.push({ buyerKey, broughtBy, since, until, updatedAt: sale.updatedAt });
    }
    return members.sort((a, b) => compare(a.buyerKey, b.buyerKey));
  }

  /** One buyer's membership, and whether they belong to the control group; that does not hang on membership. */
  async memberAt(
    brandId: string,
    buyerKey: string,
    at: UtcInstant,
  ): Promise<{ membership: Membership | null; heldOut: boolean }> {
    const policy = await riverPolicy(this.reader);
    const windowDays = riverSetting(policy, 'windowDays', at);
    const sales = (await this.bringingSales(brandId, at, windowDays, buyerKey)).get(buyerKey) ?? [];
    return { membership: membershipAt(sales, at, policy), heldOut: isHeldOut(brandId, buyerKey, at, policy) };
  }

  private async bringingSales(
    brandId: string,
    at: UtcInstant,
    windowDays: number,
    buyerKey?: string,
  ): Promise<Map<string, StoredSale[]>> {
    const rows = await this.reader.query<Row>(
      `SELECT order_id, channel_id, line_no, buyer_key, river_promoter_id, paid_at, paid_fen, subsidy_fen, updated_at
       FROM line WHERE brand_id = ? AND paid_at >= ? AND paid_at < ? AND outcome = 'distribution' AND present = 1
         AND ${buyerKey === undefined ? 'buyer_key IS NOT NULL' : 'buyer_key = ?'}`,
      [brandId, toColumn(plusDays(at, -windowDays)), toColumn(at), ...(buyerKey === undefined ? [] : [buyerKey])],
    );
    const refunds = await refundsOf(this.reader, rows);
    const sales = new Map<string, StoredSale[]>();
    for (const row of rows) {
      appendTo(sales, row.buyer_key, {
        channelId: row.channel_id,
        orderId: row.order_id,
        lineNo: row.line_no,
        promoterId: row.river_promoter_id,
        paidAt: fromColumn(row.paid_at),
        paidFen: fen(row.paid_fen),
        platformSubsidyFen: fen(row.subsidy_fen),
        refunds: refundsOfLine(refunds.get(orderName(row.channel_id, row.order_id)), row.line_no),
        updatedAt: fromColumn(row.updated_at),
      });
    }
    return sales;
  }
}
