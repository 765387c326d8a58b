import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SecretSeal } from '@chuanliu/auth/secret-seal';
import { payeeKnown } from '@chuanliu/contracts/partners/payee-known.v1';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import { announcementOf } from '../keep-payee/payee-announced';
import { personKeyOf } from '../keep-payee/person-key';
import { lockEntry } from '../storage/entries';
import { identityOwner, knownPayee, payeesWithoutPerson, savePayee, type PayeeOf } from '../storage/payees';

/**
 * Gives identities that were written before there were persons their person, and announces them, whenever the service
 * starts: until then two parties of one person would be taxed as two.
 */
@Injectable()
export class NamePersons implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(NamePersons.name);
  private stopping = false;
  private work: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly seal: SecretSeal,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.work = this.run().catch((fault: unknown) =>
      this.logger.warn({ err: fault }, 'persons could not be named; the next start tries again'),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.work;
  }

  async run(): Promise<void> {
    let unopened = 0;
    for (const payee of await payeesWithoutPerson(this.database)) {
      if (this.stopping) return;
      if (!(await this.database.transaction(tx => this.name(tx, payee)))) unopened += 1;
    }
    if (unopened > 0)
      this.logger.warn(`${unopened} id numbers do not open with this PAYEE_KEY: have them written again`);
  }

  /** @returns false when the id number does not open */
  private async name(tx: Tx, { kind, id }: PayeeOf): Promise<boolean> {
    await lockEntry(tx, kind, id);
    const payee = await knownPayee(tx, kind, id);
    if (!payee?.identity || payee.identity.personKey !== null) return true; // Another instance was faster, or a write.
    const idNumber = this.opened(payee.identity.sealedNumber, identityOwner(kind, id));
    if (idNumber === null) return false;
    const personKey = personKeyOf(this.seal, payee.identity.idType, idNumber);
    const named = { ...payee, identity: { ...payee.identity, personKey }, revision: payee.revision + 1 };
    await savePayee(tx, kind, id, named, this.clock.now());
    await this.outbox.add(tx, payeeKnown, [{ data: announcementOf(kind, id, named) }]);
    return true;
  }

  private opened(sealedNumber: string, owner: string): string | null {
    try {
      return this.seal.unseal(sealedNumber, owner);
    } catch {
      return null;
    }
  }
}
