import { Injectable } from '@nestjs/common';
import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { fen } from '@chuanliu/money/fen';
import { baseAt } from '../domain/base';
import { expiryOf, impressionsFor, isHeld, type GrantKind, type NotEligibleReason } from '../domain/grants';
import { GRANT_DAYS } from '../domain/river-policy';
import { saleId, type LineId } from './line';
import { riverPolicy } from './policy-versions';
import { readerOn } from './reader';
import { refundsOfLine } from './refund-row';
import { orderName, refundsOf } from './stored-lines';

interface Row {
  order_id: string;
  channel_id: string;
  line_no: number;
  paid_at: string;
  paid_fen: number;
  subsidy_fen: number;
  grant_refusal: NotEligibleReason | null;
}

/** A grant as a wallet holds it at an instant. */
export interface HeldGrant {
  id: string;
  impressions: number;
  cause: LineId;
  eligible: boolean;
  reason: NotEligibleReason | null;
  expiresAt: UtcInstant;
}

const EARNING_OUTCOME = { brand: 'distribution', promoter: 'self-broadcast' } as const;
const PARTY_COLUMN = { brand: 'brand_id', promoter: 'river_promoter_id' } as const;

/** The traffic that a party may spend on its own streams, at any instant. */
@Injectable()
export class TrafficWallet {
  constructor(private readonly database: Database) {}

  /** Grants held at the instant, by (paidAt, id), each on the base that was left after the refunds that had occurred by then. */
  async grantsAt(kind: GrantKind, partyId: string, at: UtcInstant): Promise<HeldGrant[]> {
    const reader = readerOn(this.database);
    const policy = await riverPolicy(reader);
    const rows = await this.database.read<Row>(
      `SELECT order_id, channel_id, line_no, paid_at, paid_fen, subsidy_fen, grant_refusal
       FROM line WHERE ${PARTY_COLUMN[kind]} = ? AND paid_at > ? AND paid_at <= ? AND outcome = ?
         AND grant_impressions IS NOT NULL
       ORDER BY paid_at, channel_id, order_id, line_no`,
      [partyId, toColumn(plusDays(at, -GRANT_DAYS)), toColumn(at), EARNING_OUTCOME[kind]],
    );
    const refunds = await refundsOf(reader, rows);
    return rows
      .filter(row => isHeld(fromColumn(row.paid_at), at))
      .map(row => {
        const paidAt = fromColumn(row.paid_at);
        const ofLine = refundsOfLine(refunds.get(orderName(row.channel_id, row.order_id)), row.line_no);
        const amounts = { paidFen: fen(row.paid_fen), platformSubsidyFen: fen(row.subsidy_fen) };
        const eligible = row.grant_refusal === null;
        const cause = { channelId: row.channel_id, orderId: row.order_id, lineNo: row.line_no };
        return {
          id: saleId(cause),
          impressions: eligible ? impressionsFor(kind, baseAt(amounts, ofLine, at), paidAt, policy) : 0,
          cause,
          eligible,
          reason: row.grant_refusal,
          expiresAt: expiryOf(paidAt),
        };
      });
  }
}
