import { Injectable } from '@nestjs/common';
import { noSuchParty } from '@chuanliu/auth/require-party';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { malformedRequest } from '@chuanliu/http/validate';
import { Outbox } from '@chuanliu/messaging/outbox';
import { brandInForce, type BrandVersion } from '../domain/facts';
import { Directory } from '../storage/directory';
import { writeVersion } from '../storage/write-version';
import type { BrandAnswer, WriteBrand } from './brand.dto';

@Injectable()
export class WriteBrandHandler {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** Adds a version of the brand's facts and announces it; a version that is known already changes nothing. */
  async run(brandId: string, write: WriteBrand): Promise<BrandAnswer> {
    const { effectiveFrom, joinedAt, ...rest } = write;
    const fields = { ...rest, ...(joinedAt === undefined ? {} : { joinedAt: toUtcInstant(joinedAt) }) };
    const from = effectiveFrom === undefined ? undefined : toUtcInstant(effectiveFrom);
    await this.database.transaction(async tx => {
      const version = await writeVersion<BrandVersion>(tx, {
        kind: 'brand',
        id: brandId,
        fields,
        effectiveFrom: from,
        now: this.clock.now(),
        check: versions => requireName(versions, fields),
      });
      if (version) await this.outbox.add(tx, brandVersion, [{ data: { brandId, ...version } }]);
    });
    return this.show(brandId);
  }

  /** @throws Problem `no-such-party` (404) */
  async show(brandId: string): Promise<BrandAnswer> {
    const entry = await this.directory.entry('brand', brandId);
    if (!entry) throw noSuchParty('brand', brandId);
    const versions = await this.directory.versions<BrandVersion>('brand', brandId);
    return {
      id: brandId,
      ...brandInForce(versions, this.clock.now()),
      versions,
      suspensions: await this.directory.suspensions('brand', brandId),
      payee: await this.directory.payee('brand', brandId),
      updatedAt: entry.updatedAt,
    };
  }
}

function requireName(versions: readonly BrandVersion[], fields: { name?: string }): void {
  if (versions.length === 0 && fields.name === undefined) {
    throw malformedRequest([{ pointer: '/name', problem: 'is required' }]);
  }
}
