import type { DataOf } from '@chuanliu/contracts/define-event';
import type { payeeKnown } from '@chuanliu/contracts/partners/payee-known.v1';
import { BEGINNING_OF_TIME } from '@chuanliu/dated-facts/versions';
import { fen } from '@chuanliu/money/fen';
import { SecretSeal } from '@chuanliu/auth/secret-seal';
import { accounts } from '../src/domain/accounts';
import { nameOf, type Party } from '../src/domain/party';
import { OnPartyRegistered } from '../src/learn-partners/on-party-registered.consumer';
import { OnPayeeKnown } from '../src/learn-partners/on-payee-known.consumer';
import { OnPromoterVersion } from '../src/learn-partners/on-promoter-version.consumer';
import { Books } from '../src/storage/books';
import { lockBooksState } from '../src/storage/books-state';
import type { aService } from './a-service';

type Service = Awaited<ReturnType<typeof aService>>;

/** What partners says of a payee whose account is sealed under the key. */
export function aPayee(
  party: Party,
  payeeKey: string | undefined,
  more: { bankAccount?: string; idNumber?: string } & Partial<DataOf<typeof payeeKnown>> = {},
): DataOf<typeof payeeKnown> {
  const { bankAccount = `62220000${party.id}`, idNumber, ...facts } = more;
  const seal = new SecretSeal(payeeKey, 'PAYEE_KEY');
  return {
    kind: party.kind,
    partyId: party.id,
    payeeName: `户名 ${party.id}`,
    sealedAccount: seal.seal(bankAccount, nameOf(party)),
    accountEnding: bankAccount.slice(-4),
    verified: true,
    ...(idNumber === undefined ? {} : { identity: anIdentity(party, idNumber, seal) }),
    revision: 1,
    ...facts,
  };
}

const anIdentity = (party: Party, idNumber: string, seal: SecretSeal) => ({
  idType: 'resident-id' as const,
  sealedNumber: seal.seal(idNumber, `identity of ${nameOf(party)}`),
  numberEnding: idNumber.slice(-4),
  personKey: seal.nameFor(`resident-id:${idNumber}`, 'person key of payees'),
});

/** Makes a party known that can be paid: a promoter or recruiter of this legal kind, or a brand or an agency. */
export async function payable(
  service: Service,
  party: Party,
  {
    legalKind = 'person',
    payeeKey,
    ...more
  }: { legalKind?: 'person' | 'company'; payeeKey?: string } & Parameters<typeof aPayee>[2] = {},
): Promise<void> {
  const { kind, id } = party;
  if (kind === 'promoter')
    await service.tell(OnPromoterVersion, { promoterId: id, effectiveFrom: BEGINNING_OF_TIME, kind: legalKind });
  if (kind === 'recruiter')
    await service.tell(OnPartyRegistered, { kind, partyId: id, name: id, personKind: legalKind, revision: 1 });
  await service.tell(OnPayeeKnown, aPayee(party, payeeKey, more));
}

/** An adjustment that gives a party something to withdraw: a posting that stands for itself, where a run needs sales. */
export const available = (service: Service, { kind, id }: Party, amountFen: number, at: string): Promise<void> =>
  credited(service, accounts.available(kind, id), amountFen, at);

/** An adjustment that gives something to an account. */
export async function credited(service: Service, account: string, amountFen: number, at: string): Promise<void> {
  const entry = (name: string, fenOf: number) => ({ account: name, share: null, amountFen: fen(fenOf) });
  const posting = {
    cause: { kind: 'manual' as const, refundId: null, transactionId: null, occurredAt: at },
    entries: [entry(accounts.coMarketing, amountFen), entry(account, -amountFen)],
  };
  await service.database.transaction(async tx => {
    const state = await lockBooksState(tx);
    await service.part(Books).post(tx, [{ posting, line: null, reference: 'adj-1' }], state);
  });
}
