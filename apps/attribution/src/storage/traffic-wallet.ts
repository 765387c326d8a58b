import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { fen } from '@chuanliu/money/fen';
import { expiryOf, sizesOf, type GrantKind, type NotEligibleReason } from '../domain/grants';
import { GRANT_DAYS, type RiverPolicyVersion } from '../domain/river-policy';
import { walletAt, type HeldGrant, type Spend, type WalletAt, type WalletGrant } from '../domain/wallet';
import { appendTo } from './append-to';
import { saleId, type LineId } from './line';
import { riverPolicy } from './policy-versions';
import type { Reader } from './reader';
import { REFUND_COLUMNS, refundsOfLine, type RefundRow } from './refund-row';
import { orderName } from './stored-lines';

interface Row {
  order_id: string;
  channel_id: string;
  line_no: number;
  paid_at: string;
  paid_fen: number;
  subsidy_fen: number;
  grant_refusal: NotEligibleReason | null;
}

/** The sale that a grant came from, and why it is worth nothing. */
interface Origin {
  cause: LineId;
  eligible: boolean;
  reason: NotEligibleReason | null;
  expiresAt: UtcInstant;
}

export interface ExplainedWallet extends WalletAt {
  grants: Array<HeldGrant & Origin>;
}

const EARNING_OUTCOME = { brand: 'distribution', promoter: 'self-broadcast' } as const;
const PARTY_COLUMN = { brand: 'brand_id', promoter: 'river_promoter_id' } as const;

/** The traffic that a party may spend on its own streams at an instant. @param spends all that the party ever made */
export async function trafficWallet(
  reader: Reader,
  kind: GrantKind,
  partyId: string,
  spends: readonly Spend[],
  at: UtcInstant,
): Promise<ExplainedWallet> {
  const grants = await grantsSince(reader, kind, partyId, firstOf(spends, at), at);
  const { grants: held, ...wallet } = walletAt(grants, spends, at);
  const origins = new Map(grants.map(grant => [grant.id, grant]));
  return { ...wallet, grants: held.map(grant => ({ ...grant, ...originOf(origins.get(grant.id)!) })) };
}

/** Nothing that expired before the first spend can matter. */
const firstOf = (spends: readonly Spend[], at: UtcInstant): UtcInstant =>
  spends[0] && spends[0].spentAt < at ? spends[0].spentAt : at;

const originOf = ({ cause, eligible, reason, expiresAt }: Origin): Origin => ({ cause, eligible, reason, expiresAt });

/** The grants that were held at `from` or later, up to `at`, each with what refunds left of it and when. */
async function grantsSince(
  reader: Reader,
  kind: GrantKind,
  partyId: string,
  from: UtcInstant,
  at: UtcInstant,
): Promise<Array<WalletGrant & Origin>> {
  const policy = await riverPolicy(reader);
  const earning = `WHERE l.${PARTY_COLUMN[kind]} = ? AND l.paid_at > ? AND l.paid_at <= ? AND l.outcome = ?
    AND l.grant_impressions IS NOT NULL`;
  const parameters = [partyId, toColumn(plusDays(from, -GRANT_DAYS)), toColumn(at), EARNING_OUTCOME[kind]];
  const rows = await reader.query<Row>(
    `SELECT l.order_id, l.channel_id, l.line_no, l.paid_at, l.paid_fen, l.subsidy_fen, l.grant_refusal FROM line l ${earning}`,
    parameters,
  );
  const refunds = await refundsOfThose(reader, earning, parameters);
  return rows.map(row => grantOf(kind, row, refunds, policy));
}

/** Two statements for a wallet of any size. */
async function refundsOfThose(
  reader: Reader,
  earning: string,
  parameters: unknown[],
): Promise<Map<string, RefundRow[]>> {
  const rows = await reader.query<RefundRow>(
    `SELECT ${REFUND_COLUMNS.map(column => `r.${column}`).join(', ')}
     FROM line l JOIN line_refund r
       ON r.order_id = l.order_id AND r.channel_id = l.channel_id AND r.line_no = l.line_no ${earning}`,
    parameters,
  );
  const byOrder = new Map<string, RefundRow[]>();
  for (const row of rows) appendTo(byOrder, orderName(row.channel_id, row.order_id), row);
  return byOrder;
}

function grantOf(
  kind: GrantKind,
  row: Row,
  refunds: ReadonlyMap<string, RefundRow[]>,
  policy: readonly RiverPolicyVersion[],
): WalletGrant & Origin {
  const cause = { channelId: row.channel_id, orderId: row.order_id, lineNo: row.line_no };
  const paidAt = fromColumn(row.paid_at);
  const sale = { paidAt, paidFen: fen(row.paid_fen), platformSubsidyFen: fen(row.subsidy_fen) };
  const ofLine = refundsOfLine(refunds.get(orderName(row.channel_id, row.order_id)), row.line_no);
  const eligible = row.grant_refusal === null;
  const sizes = eligible ? sizesOf(kind, sale, ofLine, policy) : [{ from: paidAt, impressions: 0 }];
  return { id: saleId(cause), paidAt, expiresAt: expiryOf(paidAt), sizes, cause, eligible, reason: row.grant_refusal };
}
