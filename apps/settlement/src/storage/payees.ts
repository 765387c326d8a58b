import type { Party } from '../domain/party';
import type { Read } from './read';

/** Where a party's money is paid to; the account under partners' seal. */
export interface Payee {
  payeeName: string;
  sealedAccount: string;
  accountEnding: string;
  verified: boolean;
}

/** Null while nobody has said. */
export async function payeeOf(read: Read, party: Party): Promise<Payee | null> {
  const [row] = await read<{ payee_name: string; sealed_account: string; account_ending: string; verified: number }>(
    'SELECT payee_name, sealed_account, account_ending, verified FROM payee WHERE party_kind = ? AND party_id = ?',
    [party.kind, party.id],
  );
  if (!row) return null;
  return {
    payeeName: row.payee_name,
    sealedAccount: row.sealed_account,
    accountEnding: row.account_ending,
    verified: row.verified === 1,
  };
}
