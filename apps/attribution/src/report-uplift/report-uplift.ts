import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { hasOneHoldout, type Period } from '../domain/members-of-period';
import { emptyPeriod } from '../domain/river.problems';
import { riverPolicy } from '../storage/policy-versions';
import { readerOn } from '../storage/reader';
import { GroupsOfPeriod } from './groups-of-period.query';
import { reportOfGroups, withoutNumbers } from './report-of-groups';
import type { UpliftReport } from './uplift.dto';

/**
 * What the alliance brought a brand that it would not have had: buyers in its river who were recommended to its streams,
 * against those held out of them by lot.
 *
 * - **Members of a period** are buyers who were members (see `membershipAt`) at any instant of [from, to), so also those
 *   who were brought before it and whose window reached into it. Both groups are counted alike.
 * - **What a member bought** is Σ base of the self-broadcast lines with orderedAt in [from, to) that are marked
 *   `river-return`: the buyer was a member at orderedAt. A window that begins or ends within the period counts as far
 *   as it lies in it. So the report adds up from the marks that order explanations show.
 * - **Refunds** of such a sale lower its base whenever they occurred, as far as they are known when the report is read;
 *   the report of a past period therefore still moves while refunds come in. A refund of the sale that brought a buyer
 *   ends their membership at the instant at which it occurred, not before.
 */
@Injectable()
export class ReportUplift {
  constructor(
    private readonly groups: GroupsOfPeriod,
    private readonly database: Database,
  ) {}

  /** @throws Problem `empty-period` (422) for a period that does not end after it begins */
  async of(brandId: string, period: Period): Promise<UpliftReport> {
    if (period.from >= period.to) throw emptyPeriod(period.from, period.to);
    const policy = await riverPolicy(readerOn(this.database));
    if (!hasOneHoldout(period, policy)) return { brandId, ...period, ...withoutNumbers('two-holdouts') };
    const { recommended, heldOut } = await this.groups.of(brandId, period, policy);
    return { brandId, ...period, ...reportOfGroups(recommended, heldOut) };
  }
}
