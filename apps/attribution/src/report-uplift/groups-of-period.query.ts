import { Injectable } from '@nestjs/common';
import { plusDays } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { fen } from '@chuanliu/money/fen';
import { baseAfter } from '../domain/base';
import { isMemberWithin, longestWindowWithin, type Period } from '../domain/members-of-period';
import { isHeldOut } from '../domain/membership';
import type { RiverPolicyVersion } from '../domain/river-policy';
import { EMPTY_GROUP, withMember, type Group } from '../domain/uplift';
import { readInParts } from '../storage/read-in-parts';
import { readerOn, type Reader } from '../storage/reader';
import { refundsOfLine } from '../storage/refund-row';
import { slicesOfBuyers } from '../storage/slices-of-buyers';
import { countBringingSales, storedBringingSales } from '../storage/stored-bringing-sales';
import { orderName, refundsOf } from '../storage/stored-lines';

const SALES_AT_ONCE = 20_000;

interface ReturnRow {
  order_id: string;
  channel_id: string;
  line_no: number;
  buyer_key: string;
  paid_fen: number;
  subsidy_fen: number;
}

/** Who was in a brand's river during a period, by group, and what they bought in the brand's own streams meanwhile. */
@Injectable()
export class GroupsOfPeriod {
  private readonly reader: Reader;

  constructor(database: Database) {
    this.reader = readerOn(database);
  }

  /** @param policy one draw of the control group must hold throughout the period */
  async of(
    brandId: string,
    period: Period,
    policy: readonly RiverPolicyVersion[],
  ): Promise<{ recommended: Group; heldOut: Group }> {
    const paidFrom = plusDays(period.from, -longestWindowWithin(period, policy));
    const span = { brandId, paidFrom, paidBefore: period.to };
    const groups = { recommended: EMPTY_GROUP, heldOut: EMPTY_GROUP };
    for (const range of slicesOfBuyers(await countBringingSales(this.reader, span), SALES_AT_ONCE)) {
      const sales = await storedBringingSales(this.reader, span, range);
      const members = [...sales].filter(([, ofBuyer]) => isMemberWithin(ofBuyer, period, policy)).map(([key]) => key);
      const bought = await this.boughtBy(members, brandId, period);
      for (const buyerKey of members) {
        const group = isHeldOut(brandId, buyerKey, period.from, policy) ? 'heldOut' : 'recommended';
        groups[group] = withMember(groups[group], bought.get(buyerKey) ?? 0n);
      }
    }
    return groups;
  }

  /** Net base of the sales that are marked as a return to the brand's own stream, by buyer. */
  private async boughtBy(
    buyers: readonly string[],
    brandId: string,
    { from, to }: Period,
  ): Promise<Map<string, bigint>> {
    const rows = await readInParts<ReturnRow>(
      this.reader,
      `SELECT order_id, channel_id, line_no, buyer_key, paid_fen, subsidy_fen FROM line
       WHERE buyer_key IN (?) AND brand_id = ? AND ordered_at >= ? AND ordered_at < ?
         AND outcome = 'self-broadcast' AND held_out IS NOT NULL AND present = 1`,
      buyers,
      brandId,
      toColumn(from),
      toColumn(to),
    );
    const refunds = await refundsOf(this.reader, rows);
    const bought = new Map<string, bigint>();
    for (const row of rows) {
      const amounts = { paidFen: fen(row.paid_fen), platformSubsidyFen: fen(row.subsidy_fen) };
      const ofLine = refundsOfLine(refunds.get(orderName(row.channel_id, row.order_id)), row.line_no);
      const base = BigInt(baseAfter(amounts, ofLine));
      bought.set(row.buyer_key, (bought.get(row.buyer_key) ?? 0n) + base);
    }
    return bought;
  }
}
