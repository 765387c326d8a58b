import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { fromColumn } from '@chuanliu/database/instant';
import { fen, sumFen, type Fen } from '@chuanliu/money/fen';
import type { Creditor } from '../domain/accounts';
import { nameOf, type Party } from '../domain/party';

/** What a person was paid in a quarter, and what was withheld. */
export interface TaxedPerson {
  /** The person's key; the party's name where nobody has said who it is. */
  id: string;
  /** By name. */
  parties: string[];
  payeeNames: string[];
  identity: KnownIdentity | null;
  payouts: number;
  incomeFen: Fen;
  taxWithheldFen: Fen;
  updatedAt: UtcInstant;
}

export interface KnownIdentity {
  idType: string;
  sealedNumber: string;
  numberEnding: string;
  /** For whom the number is sealed. */
  sealedFor: Party;
}

/** What one party was paid in a quarter as one person. */
interface PaidRow {
  taxed_as: string;
  party_kind: Creditor;
  party_id: string;
  payouts: number;
  income_fen: number;
  tax_fen: number;
  updated_at: string;
  /** Of the party, as it is known now. */
  payee_name: string;
  person_key: string | null;
  id_type: string | null;
  sealed_id_number: string | null;
  id_number_ending: string | null;
  /** Of the person that the payouts were taxed as. */
  then_kind: Creditor | null;
  then_id: string | null;
  then_id_type: string | null;
  then_sealed_id_number: string | null;
  then_id_number_ending: string | null;
}

/**
 * Persons and their income, by their parties' names. A payout is of the person that it was taxed as; one that was sent
 * before anybody had said who the party is, of whoever the party is known to be now.
 */
@Injectable()
export class TaxReportQuery {
  constructor(private readonly database: Database) {}

  /** @param quarter `2026-Q4` */
  async read(quarter: string): Promise<TaxedPerson[]> {
    const year = quarter.slice(0, 4);
    const firstMonth = Number(quarter.slice(6)) * 3 - 2;
    const month = (n: number) => `${year}-${String(n).padStart(2, '0')}`;
    const rows = await this.database.read<PaidRow>(
      `SELECT paid.*, y.payee_name, y.person_key, y.id_type, y.sealed_id_number, y.id_number_ending,
         t.party_kind AS then_kind, t.party_id AS then_id, t.id_type AS then_id_type,
         t.sealed_id_number AS then_sealed_id_number, t.id_number_ending AS then_id_number_ending
       FROM (SELECT taxed_as, party_kind, party_id, COUNT(*) AS payouts, CAST(SUM(gross_fen) AS SIGNED) AS income_fen,
           CAST(SUM(tax_fen) AS SIGNED) AS tax_fen, MAX(updated_at) AS updated_at
         FROM payout WHERE tax_month BETWEEN ? AND ? AND state <> 'failed'
         GROUP BY taxed_as, party_kind, party_id) paid
       JOIN payee y ON y.party_kind = paid.party_kind AND y.party_id = paid.party_id
       LEFT JOIN taxed_person t ON t.person_key = paid.taxed_as`,
      [month(firstMonth), month(firstMonth + 2)],
    );
    const people = new Map<string, PaidRow[]>();
    for (const row of rows) people.set(personOf(row), [...(people.get(personOf(row)) ?? []), row]);
    return [...people].map(([id, paid]) => personIn(id, paid)).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  }
}

/** Where the person stands in the report. One party may have been two persons; then the id decides. */
export const placeOf = ({ parties, id }: TaxedPerson): string => `${parties[0]} ${id}`;

const partyIn = (row: PaidRow): Party => ({ kind: row.party_kind, id: row.party_id });

const personOf = (row: PaidRow): string =>
  row.taxed_as === nameOf(partyIn(row)) ? (row.person_key ?? row.taxed_as) : row.taxed_as;

function personIn(id: string, rows: readonly PaidRow[]): TaxedPerson {
  const distinct = (texts: readonly string[]) => [...new Set(texts)].sort();
  return {
    id,
    parties: distinct(rows.map(row => nameOf(partyIn(row)))),
    payeeNames: distinct(rows.map(row => row.payee_name)),
    identity: identityAmong(rows),
    payouts: rows.reduce((sum, row) => sum + row.payouts, 0),
    incomeFen: sumFen(rows.map(row => fen(row.income_fen))),
    taxWithheldFen: sumFen(rows.map(row => fen(row.tax_fen))),
    updatedAt: fromColumn(
      rows
        .map(row => row.updated_at)
        .sort()
        .at(-1)!,
    ),
  };
}

/** As it was when payouts were taxed as the person's, or else as it is known now. */
function identityAmong(rows: readonly PaidRow[]): KnownIdentity | null {
  const then = rows.find(row => row.then_id_type !== null);
  if (then)
    return {
      idType: then.then_id_type!,
      sealedNumber: then.then_sealed_id_number!,
      numberEnding: then.then_id_number_ending!,
      sealedFor: { kind: then.then_kind!, id: then.then_id! },
    };
  const now = rows.find(row => row.id_type !== null);
  if (!now) return null;
  return {
    idType: now.id_type!,
    sealedNumber: now.sealed_id_number!,
    numberEnding: now.id_number_ending!,
    sealedFor: partyIn(now),
  };
}
