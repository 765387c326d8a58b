import { Injectable } from '@nestjs/common';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { policyVersion, type PolicyFieldsOf, type PolicyName } from '@chuanliu/contracts/partners/policy-version.v1';
import type { Version } from '@chuanliu/dated-facts/versions';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import { policyInForce } from '../domain/facts';
import { newcomersLeaveBeforeTheyJoin, tiersRepeat } from '../domain/partners.problems';
import { Directory } from '../storage/directory';
import { writeVersion } from '../storage/write-version';
import type { PolicyAnswer } from './set-policy.dto';

type AnyFields = PolicyFieldsOf<PolicyName>;

@Injectable()
export class SetPolicyHandler {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** Adds a version of a policy. @param write of the policy's own shape */
  async run(policy: PolicyName, write: AnyFields & { effectiveFrom?: string }): Promise<PolicyAnswer> {
    const { effectiveFrom, ...fields } = write;
    refuseContradictions(fields);
    const from = effectiveFrom === undefined ? undefined : toUtcInstant(effectiveFrom);
    await this.database.transaction(async tx => {
      const version = await writeVersion<Version>(tx, {
        kind: 'policy',
        id: policy,
        fields,
        effectiveFrom: from,
        now: this.clock.now(),
        check: () => undefined,
      });
      if (!version) return;
      await this.outbox.add(tx, policyVersion, [{ data: { policy, effectiveFrom: version.effectiveFrom, fields } }]);
    });
    return this.show(policy);
  }

  async show(policy: PolicyName): Promise<PolicyAnswer> {
    const entry = await this.directory.entry('policy', policy);
    const versions = await this.directory.versions<Version>('policy', policy);
    const inForce = policyInForce(policy, versions, this.clock.now());
    return { policy, inForce, versions, updatedAt: entry?.updatedAt ?? null };
  }
}

function refuseContradictions(fields: AnyFields): void {
  if ('tiers' in fields && fields.tiers) {
    const scores = fields.tiers.map(tier => tier.minShopScore);
    const repeated = scores.find((score, index) => scores.indexOf(score) !== index);
    if (repeated !== undefined) throw tiersRepeat(repeated);
  }
  if ('joinedFrom' in fields && fields.joinedFrom && fields.joinedTo && fields.joinedTo < fields.joinedFrom) {
    throw newcomersLeaveBeforeTheyJoin(fields.joinedFrom, fields.joinedTo);
  }
}
