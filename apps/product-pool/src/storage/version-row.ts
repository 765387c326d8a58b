import { fromColumn } from '@chuanliu/database/instant';
import type { PlanVersion } from '../domain/plan';

/** A way to run a SELECT: inside a transaction, or outside of any. */
export type Read = <T>(sql: string, parameters: unknown[]) => Promise<T[]>;

/** What the versions of every kind of plan have in common. */
export interface VersionRow {
  effective_from: string;
  version_no: number;
  commission_bps: number | null;
  assist_bps: number | null;
  min_reputation: number | null;
  told_at: string;
  rate_lock_days: number;
  imported: number;
}

/** A promoter may have ten thousand: fields are added one by one, which is several times as fast as spreading them. */
export function versionOf(row: VersionRow): PlanVersion {
  const version: PlanVersion = {
    effectiveFrom: fromColumn(row.effective_from),
    no: row.version_no,
    told: fromColumn(row.told_at),
    rateLockDays: row.rate_lock_days,
    imported: row.imported === 1,
  };
  if (row.commission_bps !== null) version.commissionBps = row.commission_bps;
  if (row.assist_bps !== null) version.assistBps = row.assist_bps;
  if (row.min_reputation !== null) version.minReputation = row.min_reputation;
  return version;
}
