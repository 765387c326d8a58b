import type { PartyKind } from '@chuanliu/auth/caller';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { IdType } from '@chuanliu/contracts/partners/payee-known.v1';
import type { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';

/** Who a person is, sealed as it is stored. */
export interface Identity {
  idType: IdType;
  sealedNumber: string;
  numberEnding: string;
  /** The same for all parties of a person; null for a row from before there was one. */
  personKey: string | null;
}

/** Where a party's money is paid to, sealed as it is stored. */
export interface StoredPayee {
  payeeName: string;
  sealedAccount: string;
  accountEnding: string;
  verified: boolean;
  identity: Identity | null;
  /** Counts the changes; 0 for a row from before payees were announced. */
  revision: number;
}

interface PayeeRow {
  payee_name: string;
  sealed_account: string;
  account_ending: string;
  verified: number;
  id_type: IdType | null;
  sealed_id_number: string | null;
  id_number_ending: string | null;
  person_key: string | null;
  revision: number;
}

const KEY = ['kind', 'party_id'];
const FACTS = ['payee_name', 'sealed_account', 'account_ending', 'verified', 'updated_at'];
const IDENTITY = ['id_type', 'sealed_id_number', 'id_number_ending', 'person_key', 'revision'];

/** Whom an id number's seal is bound to: not the owner of the account's, so that neither opens in the other's place. */
export const identityOwner = (kind: PartyKind, id: string): string => `identity of ${kind}:${id}`;

export interface PayeeOf {
  kind: PartyKind;
  id: string;
}

/** Whose identity was written before persons were told apart. */
export const payeesWithoutPerson = (database: Database): Promise<PayeeOf[]> =>
  database.read(
    `SELECT kind, party_id AS id FROM payee WHERE id_type IS NOT NULL AND person_key IS NULL ORDER BY kind, party_id`,
  );

/** The caller holds the party's row. */
export async function knownPayee(tx: Tx, kind: PartyKind, id: string): Promise<StoredPayee | null> {
  const [row] = await tx.query<PayeeRow>(
    `SELECT payee_name, sealed_account, account_ending, verified, id_type, sealed_id_number, id_number_ending,
       person_key, revision
     FROM payee WHERE kind = ? AND party_id = ?`,
    [kind, id],
  );
  if (!row) return null;
  return {
    payeeName: row.payee_name,
    sealedAccount: row.sealed_account,
    accountEnding: row.account_ending,
    verified: row.verified === 1,
    identity:
      row.id_type === null
        ? null
        : {
            idType: row.id_type,
            sealedNumber: row.sealed_id_number!,
            numberEnding: row.id_number_ending!,
            personKey: row.person_key,
          },
    revision: row.revision,
  };
}

export async function savePayee(
  tx: Tx,
  kind: PartyKind,
  id: string,
  { payeeName, sealedAccount, accountEnding, verified, identity, revision }: StoredPayee,
  now: UtcInstant,
): Promise<void> {
  const facts = [payeeName, sealedAccount, accountEnding, verified ? 1 : 0, toColumn(now)];
  const sealed = [identity?.idType ?? null, identity?.sealedNumber ?? null, identity?.numberEnding ?? null];
  const person = [...sealed, identity?.personKey ?? null];
  await insertRows(tx, 'payee', [...KEY, ...FACTS, ...IDENTITY], [[kind, id, ...facts, ...person, revision]], {
    onDuplicate: takeNew(...FACTS, ...IDENTITY),
  });
}
