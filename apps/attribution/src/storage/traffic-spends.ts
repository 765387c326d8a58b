import type { UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn } from '@chuanliu/database/instant';
import type { GrantKind } from '../domain/grants';
import type { Reader } from './reader';

/** What a party spent on one content, as it was told. */
export interface StoredSpend {
  /** Counts the wallet's spends, from 1. */
  no: number;
  spendId: string;
  contentId: string;
  impressions: number;
  spentAt: UtcInstant;
}

/** A wallet's spends in the order in which they were given. */
export async function spendsOf(reader: Reader, kind: GrantKind, partyId: string): Promise<StoredSpend[]> {
  const rows = await reader.query<{
    spend_no: number;
    spend_id: string;
    content_id: string;
    impressions: number;
    spent_at: string;
  }>(
    `SELECT spend_no, spend_id, content_id, impressions, spent_at FROM traffic_spend
     WHERE party_kind = ? AND party_id = ? ORDER BY spend_no`,
    [kind, partyId],
  );
  return rows.map(row => ({
    no: row.spend_no,
    spendId: row.spend_id,
    contentId: row.content_id,
    impressions: row.impressions,
    spentAt: fromColumn(row.spent_at),
  }));
}
