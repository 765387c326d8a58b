import { Injectable } from '@nestjs/common';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { placeVersion } from '@chuanliu/dated-facts/place-version';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { policyVersionConflict } from '../domain/surface.problems';
import { openSurfaces, type SourcePolicyVersion } from '../domain/surfaces';
import { againAfterDuplicate } from '../storage/again-after-duplicate';
import { addSourcePolicyVersion, sourcePolicyOf } from '../storage/source-policies';
import type { LimitSource, SourcePolicyAnswer } from './limit-source.dto';

@Injectable()
export class LimitSourceHandler {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Adds a version of a source's policy. Picks that were made before stay: the gate stood open for them. */
  async run(source: string, { surfaces, effectiveFrom }: LimitSource): Promise<SourcePolicyAnswer> {
    const given = effectiveFrom === undefined ? undefined : toUtcInstant(effectiveFrom);
    await againAfterDuplicate(() =>
      this.database.transaction(async tx => {
        const now = this.clock.now();
        const known = await sourcePolicyOf((sql, parameters) => tx.query(sql, parameters), source);
        const placed = placeVersion<SourcePolicyVersion>(known, surfaces, given, now);
        if (placed.verdict === 'repeated') return;
        if (placed.verdict === 'conflict') throw policyVersionConflict(source, placed.effectiveFrom);
        await addSourcePolicyVersion(tx, source, { effectiveFrom: placed.effectiveFrom, ...surfaces }, now);
      }),
    );
    return this.show(source);
  }

  async show(source: string): Promise<SourcePolicyAnswer> {
    const versions = await sourcePolicyOf((sql, parameters) => this.database.read(sql, parameters), source);
    return {
      source,
      surfaces: openSurfaces(versions, this.clock.now()),
      versions: versions.map(({ effectiveFrom, ...surfaces }) => ({ effectiveFrom, surfaces })),
    };
  }
}
