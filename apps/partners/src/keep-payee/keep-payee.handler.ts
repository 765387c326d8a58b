import { Injectable } from '@nestjs/common';
import type { PartyKind } from '@chuanliu/auth/caller';
import { SecretSeal } from '@chuanliu/auth/secret-seal';
import { payeeKnown } from '@chuanliu/contracts/partners/payee-known.v1';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { malformedRequest } from '@chuanliu/http/validate';
import { Outbox } from '@chuanliu/messaging/outbox';
import { endingOf } from '../domain/account-ending';
import { Directory } from '../storage/directory';
import { lockEntry, touchEntry } from '../storage/entries';
import { NamedParties } from '../storage/named-parties';
import { identityOwner, knownPayee, savePayee, type StoredPayee } from '../storage/payees';
import type { KeepPayee, PayeeAnswer } from './keep-payee.dto';
import { announcementOf } from './payee-announced';
import { personKeyOf } from './person-key';

@Injectable()
export class KeepPayeeHandler {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly directory: Directory,
    private readonly parties: NamedParties,
    private readonly seal: SecretSeal,
    private readonly clock: Clock,
  ) {}

  /** Keeps where a party's money is paid to. Account and id number never leave this service readable. */
  async run(kind: PartyKind, id: string, write: KeepPayee): Promise<PayeeAnswer> {
    requireWholeIdentity(write);
    await this.parties.awaitInPath(kind, id);
    await this.database.transaction(tx => this.write(tx, kind, id, write));
    return { party: { kind, id }, ...(await this.directory.payee(kind, id))! };
  }

  private async write(tx: Tx, kind: PartyKind, id: string, write: KeepPayee): Promise<void> {
    await lockEntry(tx, kind, id);
    const known = await knownPayee(tx, kind, id);
    if (known && this.says(known, kind, id, write)) return;
    const now = this.clock.now();
    const payee: StoredPayee = {
      payeeName: write.payeeName,
      sealedAccount: this.seal.seal(write.bankAccount, `${kind}:${id}`),
      accountEnding: endingOf(write.bankAccount),
      verified: write.verified,
      identity: this.identityIn(kind, id, write) ?? known?.identity ?? null,
      revision: (known?.revision ?? 0) + 1,
    };
    await savePayee(tx, kind, id, payee, now);
    await touchEntry(tx, { kind, id }, now);
    await this.outbox.add(tx, payeeKnown, [{ data: announcementOf(kind, id, payee) }]);
  }

  private identityIn(kind: PartyKind, id: string, { idType, idNumber }: KeepPayee): StoredPayee['identity'] {
    if (idType === undefined || idNumber === undefined) return null;
    const sealedNumber = this.seal.seal(idNumber, identityOwner(kind, id));
    const personKey = personKeyOf(this.seal, idType, idNumber);
    return { idType, sealedNumber, numberEnding: endingOf(idNumber), personKey };
  }

  /** Whether the write says what is known and was announced already. */
  private says({ identity, ...known }: StoredPayee, kind: PartyKind, id: string, write: KeepPayee): boolean {
    if (known.revision === 0 || known.payeeName !== write.payeeName || known.verified !== write.verified) return false;
    if (!this.seal.opensTo(known.sealedAccount, `${kind}:${id}`, write.bankAccount)) return false;
    if (write.idType === undefined || write.idNumber === undefined) return true;
    if (identity?.idType !== write.idType || identity.personKey === null) return false;
    return this.seal.opensTo(identity.sealedNumber, identityOwner(kind, id), write.idNumber);
  }
}

function requireWholeIdentity({ idType, idNumber }: KeepPayee): void {
  if ((idType === undefined) === (idNumber === undefined)) return;
  const missing = idType === undefined ? '/idType' : '/idNumber';
  throw malformedRequest([{ pointer: missing, problem: 'is required beside the other half of the identity' }]);
}
