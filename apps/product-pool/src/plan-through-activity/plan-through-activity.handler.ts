import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { DueWork } from '@chuanliu/messaging/due-work';
import { changeActivityPlan } from '../domain/change-activity-plan';
import { refuseFeesForNobody } from '../domain/fees-for-nobody';
import { planOfOtherKind, type NamedParty } from '../domain/plan.problems';
import { noSuchProduct } from '../domain/product-pool.problems';
import { planRow, type PlanRow } from '../list-plans/plan-row';
import { RateLock } from '../plan-openly/rate-lock';
import { activityPlansOf, addActivityPlanVersion, type ActivityPlan } from '../storage/activity-plans';
import { announceLater } from '../storage/due-picks';
import { KnownParties } from '../storage/known-parties';
import { lockProduct } from '../storage/products';
import type { PlanThroughActivity } from './plan-through-activity.dto';

type WritePlan = PlanThroughActivity & { promoters?: string[] };

@Injectable()
export class PlanThroughActivityHandler {
  constructor(
    private readonly database: Database,
    private readonly dueWork: DueWork,
    private readonly parties: KnownParties,
    private readonly rateLock: RateLock,
    private readonly clock: Clock,
  ) {}

  /** Adds a version of a product's plan in an activity; the picks that came through it are announced again. */
  async write(
    caller: Caller,
    kind: ActivityPlan['kind'],
    productId: string,
    { activityId, effectiveFrom, effectiveTo, ...write }: WritePlan,
  ): Promise<PlanRow> {
    await Promise.all([this.parties.awaitProduct(productId), this.parties.requireNamed(namedBy(write))]);
    const requested = effectiveFrom === undefined ? undefined : toUtcInstant(effectiveFrom);
    const fields = {
      ...write,
      ...(write.promoters ? { promoters: [...write.promoters].sort() } : {}),
      ...(effectiveTo === undefined ? {} : { endsAt: toUtcInstant(effectiveTo) }),
    };
    return this.database.transaction(async tx => {
      if (!(await lockProduct(tx, productId))) throw noSuchProduct(productId);
      const read = <T>(sql: string, parameters: unknown[]) => tx.query<T>(sql, parameters);
      const [known] = await activityPlansOf(read, [productId], [activityId]);
      if (known && known.kind !== kind) throw planOfOtherKind(activityId, productId, known.kind);
      const plan: ActivityPlan = known ?? { kind, productId, activityId, versions: [] };
      const now = this.clock.now();
      const version = changeActivityPlan(plan, fields, requested, this.rateLock.commandOf(caller, now));
      if (version) {
        refuseFeesForNobody(kind, [...plan.versions, version], version);
        await addActivityPlanVersion(tx, plan, version);
        const due = await announceLater(tx, 'product_id = ? AND activity_id = ?', [productId, activityId]);
        if (due > 0) tx.afterCommit(() => this.dueWork.wake());
      }
      return planRow({ ...plan, versions: version ? [...plan.versions, version] : plan.versions }, now);
    });
  }
}

function namedBy({ recruiterId, secondRecruiterId, promoters = [] }: Partial<WritePlan>): NamedParty[] {
  const recruiters = Object.entries({ recruiterId, secondRecruiterId });
  return [
    ...recruiters.flatMap(([field, id]) =>
      id === undefined ? [] : [{ kind: 'recruiter' as const, id, pointer: `/${field}` }],
    ),
    ...promoters.map((id, i) => ({ kind: 'promoter' as const, id, pointer: `/promoters/${i}` })),
  ];
}
