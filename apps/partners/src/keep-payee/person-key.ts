import type { SecretSeal } from '@chuanliu/auth/secret-seal';
import type { IdType } from '@chuanliu/contracts/partners/payee-known.v1';
import { documentOf } from '../domain/document';

/** The key of whoever shows the document: the same for all parties of a person. */
export const personKeyOf = (seal: SecretSeal, idType: IdType, idNumber: string): string =>
  seal.nameFor(documentOf(idType, idNumber), 'person key of payees');
