import { Injectable } from '@nestjs/common';
import { isPartyKind, type Caller } from '@chuanliu/auth/caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { accountOwned } from '@chuanliu/contracts/partners/account-owned.v1';
import { versionInForce } from '@chuanliu/dated-facts/versions';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import type { AccountVersion } from '../domain/facts';
import { noSuchAccount } from '../domain/partners.problems';
import { Directory } from '../storage/directory';
import { NamedParties } from '../storage/named-parties';
import { writeVersion } from '../storage/write-version';
import type { AccountAnswer, AssignAccount } from './assign-account.dto';

@Injectable()
export class AssignAccountHandler {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly directory: Directory,
    private readonly parties: NamedParties,
    private readonly clock: Clock,
  ) {}

  /** Gives a streaming account to its owner from an instant on. */
  async run(accountId: string, { owner, effectiveFrom }: AssignAccount): Promise<AccountAnswer> {
    await this.parties.awaitInBody('/owner/id', owner.kind, owner.id);
    const from = effectiveFrom === undefined ? undefined : toUtcInstant(effectiveFrom);
    await this.database.transaction(async tx => {
      const version = await writeVersion<AccountVersion>(tx, {
        kind: 'account',
        id: accountId,
        fields: { owner },
        effectiveFrom: from,
        now: this.clock.now(),
        check: () => undefined,
      });
      if (version) await this.outbox.add(tx, accountOwned, [{ data: { accountId, ...version } }]);
    });
    return this.show(accountId);
  }

  /** @throws Problem `partners/no-such-account` (404), also for a party that does not own it */
  async show(accountId: string, caller?: Caller): Promise<AccountAnswer> {
    const entry = await this.directory.entry('account', accountId);
    if (!entry) throw noSuchAccount(accountId);
    const versions = await this.directory.versions<AccountVersion>('account', accountId);
    const owner = versionInForce(versions, this.clock.now())?.owner ?? null;
    // Whoever owns the account now sees its history; a former owner sees it no more.
    const isTheirs = owner !== null && owner.kind === caller?.role && owner.id === caller.partyId;
    if (caller && isPartyKind(caller.role) && !isTheirs) throw noSuchAccount(accountId);
    return { id: accountId, owner, versions, updatedAt: entry.updatedAt };
  }
}
