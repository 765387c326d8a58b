import { Injectable } from '@nestjs/common';
import type { PartyKind } from '@chuanliu/auth/caller';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { IdType } from '@chuanliu/contracts/partners/payee-known.v1';
import { inOrder, type Version } from '@chuanliu/dated-facts/versions';
import { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { ENTRY_COLUMNS, entryOf, versionOf, type Entry, type EntryKind, type VersionRow } from './entries';

export interface Suspension {
  suspensionId: string;
  from: UtcInstant;
  to: UtcInstant | null;
  reason: string;
}

export interface AgencyContract {
  agencyId: string;
  agencyBps: number;
  from: UtcInstant;
  to: UtcInstant | null;
}

/** A payee as it may be shown: of the account and of the id number no more than their endings. */
export interface ShownPayee {
  payeeName: string;
  bankAccount: string;
  verified: boolean;
  idType?: IdType;
  idNumber?: string;
}

/** What is known of parties, accounts and policies, read for showing. */
@Injectable()
export class Directory {
  constructor(private readonly database: Database) {}

  async entry(kind: EntryKind, id: string): Promise<Entry | null> {
    return (await this.entries(kind, [id]))[0] ?? null;
  }

  /** Those of the ids that exist, by id. */
  async entries(kind: EntryKind, ids: string[]): Promise<Entry[]> {
    if (ids.length === 0) return [];
    const sql = `SELECT ${ENTRY_COLUMNS} FROM entry WHERE kind = ? AND entry_id IN (?) ORDER BY entry_id`;
    return (await this.database.read<Parameters<typeof entryOf>[0]>(sql, [kind, ids])).map(entryOf);
  }

  /** The versions of one entry, earliest first. */
  async versions<V extends Version>(kind: EntryKind, id: string): Promise<V[]> {
    return (await this.versionsOf<V>(kind, [id])).get(id) ?? [];
  }

  async versionsOf<V extends Version>(kind: EntryKind, ids: string[]): Promise<Map<string, V[]>> {
    const found = new Map<string, V[]>();
    if (ids.length === 0) return found;
    const sql = 'SELECT entry_id, effective_from, fields FROM dated_version WHERE kind = ? AND entry_id IN (?)';
    for (const row of await this.database.read<VersionRow>(sql, [kind, ids])) {
      found.set(row.entry_id, inOrder([...(found.get(row.entry_id) ?? []), versionOf<V>(row)]));
    }
    return found;
  }

  async suspensions(kind: PartyKind, id: string): Promise<Suspension[]> {
    const rows = await this.database.read<{ id: string; holds_from: string; holds_to: string | null; reason: string }>(
      `SELECT suspension_id AS id, holds_from, holds_to, reason FROM suspension
       WHERE kind = ? AND party_id = ? ORDER BY holds_from, suspension_id`,
      [kind, id],
    );
    return rows.map(row => ({
      suspensionId: row.id,
      from: fromColumn(row.holds_from),
      to: fromColumn(row.holds_to),
      reason: row.reason,
    }));
  }

  async agencyContracts(promoterId: string): Promise<AgencyContract[]> {
    const rows = await this.database.read<{
      agency_id: string;
      agency_bps: number;
      holds_from: string;
      holds_to: string | null;
    }>(
      `SELECT agency_id, agency_bps, holds_from, holds_to FROM agency_contract WHERE promoter_id = ? ORDER BY holds_from`,
      [promoterId],
    );
    return rows.map(row => ({
      agencyId: row.agency_id,
      agencyBps: row.agency_bps,
      from: fromColumn(row.holds_from),
      to: fromColumn(row.holds_to),
    }));
  }

  async payee(kind: PartyKind, id: string): Promise<ShownPayee | null> {
    const [row] = await this.database.read<{
      payee_name: string;
      account_ending: string;
      verified: number;
      id_type: IdType | null;
      id_number_ending: string | null;
    }>(
      `SELECT payee_name, account_ending, verified, id_type, id_number_ending FROM payee
       WHERE kind = ? AND party_id = ?`,
      [kind, id],
    );
    if (!row) return null;
    const identity = row.id_type && { idType: row.id_type, idNumber: `****${row.id_number_ending}` };
    const bankAccount = `****${row.account_ending}`;
    return { payeeName: row.payee_name, bankAccount, verified: row.verified === 1, ...identity };
  }

  /** Ids of one kind, by id: all of them, or those that changed since an instant. */
  async ids(kind: EntryKind, updatedFrom: UtcInstant | undefined): Promise<string[]> {
    const since = updatedFrom === undefined ? [] : [toColumn(updatedFrom)];
    const rows = await this.database.read<{ entry_id: string }>(
      `SELECT entry_id FROM entry WHERE kind = ? ${since.length ? 'AND updated_at >= ?' : ''} ORDER BY entry_id`,
      [kind, ...since],
    );
    return rows.map(row => row.entry_id);
  }
}
