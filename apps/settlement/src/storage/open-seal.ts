import type { SecretSeal } from '@chuanliu/auth/secret-seal';
import { nameOf, type Party } from '../domain/party';
import { sealDoesNotOpen } from '../domain/payout-file.problems';

/** A payee's bank account, readable. @throws Problem `settlement/payee-key-differs` (503) */
export const openAccount = (seal: SecretSeal, party: Party, sealedAccount: string): string =>
  open(seal, sealedAccount, nameOf(party));

/** A person's id number, readable. @throws Problem `settlement/payee-key-differs` (503) */
export const openIdNumber = (seal: SecretSeal, party: Party, sealedNumber: string): string =>
  open(seal, sealedNumber, `identity of ${nameOf(party)}`);

function open(seal: SecretSeal, sealedText: string, owner: string): string {
  try {
    return seal.unseal(sealedText, owner);
  } catch {
    throw sealDoesNotOpen();
  }
}
