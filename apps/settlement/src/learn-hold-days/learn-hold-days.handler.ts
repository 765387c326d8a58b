import { Injectable } from '@nestjs/common';
import type { DataOf } from '@chuanliu/contracts/define-event';
import type { policyVersion } from '@chuanliu/contracts/partners/policy-version.v1';
import type { Tx } from '@chuanliu/database/tx';
import { DueWork } from '@chuanliu/messaging/due-work';
import { saveBrandFacts, type BrandFacts } from '../storage/brand-facts';
import { noteOrdersOfBrand, noteOrdersReceivedSince } from '../storage/due-orders';
import { savePolicyVersions, type FollowedPolicy } from '../storage/policy-versions';

/**
 * Learns what decides for how long orders are held, and when brands joined; orders received since then are noted, so that
 * the day on which they are due is derived again.
 */
@Injectable()
export class LearnHoldDaysHandler {
  constructor(private readonly dueWork: DueWork) {}

  async ofBrands(tx: Tx, versions: readonly BrandFacts[]): Promise<void> {
    const facts = versions.filter(version => version.shopScore !== undefined || version.joinedAt !== undefined);
    await saveBrandFacts(tx, facts);
    let noted = 0;
    for (const { brandId, shopScore, effectiveFrom } of facts) {
      if (shopScore !== undefined) noted += await noteOrdersOfBrand(tx, brandId, effectiveFrom);
    }
    if (noted > 0) tx.afterCommit(() => this.dueWork.wake());
  }

  async ofPolicies(tx: Tx, versions: ReadonlyArray<DataOf<typeof policyVersion>>): Promise<void> {
    const followed = versions.flatMap(({ policy, effectiveFrom, fields }) =>
      isFollowed(policy) ? [{ policy, effectiveFrom, fields }] : [],
    );
    await savePolicyVersions(tx, followed);
    let noted = 0;
    for (const { effectiveFrom, fields } of followed) {
      if ('tiers' in fields) noted += await noteOrdersReceivedSince(tx, effectiveFrom);
    }
    if (noted > 0) tx.afterCommit(() => this.dueWork.wake());
  }
}

const isFollowed = (policy: string): policy is FollowedPolicy => policy === 'settlement' || policy === 'newcomer';
