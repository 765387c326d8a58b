import { nameOf, type Party } from '../domain/party';
import type { Creditor } from '../domain/accounts';
import type { Read } from './read';

/** Where a party's money is paid to; account and id number under partners' seal. */
export interface Payee {
  payeeName: string;
  sealedAccount: string;
  accountEnding: string;
  verified: boolean;
  identity: Identity | null;
}

export interface Identity {
  idType: string;
  sealedNumber: string;
  numberEnding: string;
  /** The same for all parties of a person; null where partners told the identity before there was a key. */
  personKey: string | null;
}

interface PayeeRow {
  party_kind: Creditor;
  party_id: string;
  payee_name: string;
  sealed_account: string;
  account_ending: string;
  verified: number;
  id_type: string | null;
  sealed_id_number: string | null;
  id_number_ending: string | null;
  person_key: string | null;
}

/** Payees by the name of their party; of parties of which nobody has said anything there is none. */
export async function payeesOf(read: Read, parties: readonly Party[]): Promise<Map<string, Payee>> {
  const rows = await read<PayeeRow>(
    `SELECT party_kind, party_id, payee_name, sealed_account, account_ending, verified,
       id_type, sealed_id_number, id_number_ending, person_key
     FROM payee WHERE (party_kind, party_id) IN (?)`,
    [parties.map(({ kind, id }) => [kind, id])],
  );
  return new Map(rows.map(row => [nameOf({ kind: row.party_kind, id: row.party_id }), payeeIn(row)]));
}

const payeeIn = (row: PayeeRow): Payee => ({
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
});
