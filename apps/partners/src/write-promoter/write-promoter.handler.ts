import { Injectable } from '@nestjs/common';
import { noSuchParty } from '@chuanliu/auth/require-party';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { malformedRequest } from '@chuanliu/http/validate';
import { Outbox } from '@chuanliu/messaging/outbox';
import { promoterInForce, type PromoterVersion } from '../domain/facts';
import { Directory } from '../storage/directory';
import { writeVersion } from '../storage/write-version';
import type { PromoterAnswer, WritePromoter } from './promoter.dto';

@Injectable()
export class WritePromoterHandler {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** Adds a version of the promoter's facts and announces it; a version that is known already changes nothing. */
  async run(promoterId: string, write: WritePromoter): Promise<PromoterAnswer> {
    const { effectiveFrom, buyerKeys, ...rest } = write;
    // A set: the order in which keys were listed says nothing.
    const fields = { ...rest, ...(buyerKeys === undefined ? {} : { buyerKeys: [...new Set(buyerKeys)].sort() }) };
    const from = effectiveFrom === undefined ? undefined : toUtcInstant(effectiveFrom);
    await this.database.transaction(async tx => {
      const version = await writeVersion<PromoterVersion>(tx, {
        kind: 'promoter',
        id: promoterId,
        fields,
        effectiveFrom: from,
        now: this.clock.now(),
        check: versions => requireNameAndKind(versions, fields),
      });
      if (version) await this.outbox.add(tx, promoterVersion, [{ data: { promoterId, ...version } }]);
    });
    return this.show(promoterId);
  }

  /** @throws Problem `no-such-party` (404) */
  async show(promoterId: string): Promise<PromoterAnswer> {
    const entry = await this.directory.entry('promoter', promoterId);
    if (!entry) throw noSuchParty('promoter', promoterId);
    const versions = await this.directory.versions<PromoterVersion>('promoter', promoterId);
    return {
      id: promoterId,
      ...promoterInForce(versions, this.clock.now()),
      versions,
      agencyContracts: await this.directory.agencyContracts(promoterId),
      suspensions: await this.directory.suspensions('promoter', promoterId),
      payee: await this.directory.payee('promoter', promoterId),
      updatedAt: entry.updatedAt,
    };
  }
}

function requireNameAndKind(versions: readonly PromoterVersion[], fields: { name?: string; kind?: string }): void {
  if (versions.length > 0) return;
  const missing = (['name', 'kind'] as const).filter(field => fields[field] === undefined);
  if (missing.length > 0) {
    throw malformedRequest(missing.map(field => ({ pointer: `/${field}`, problem: 'is required' })));
  }
}
