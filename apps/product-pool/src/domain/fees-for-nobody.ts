import { foldPlan, planAt, type PlanKind, type PlanVersion } from './plan';
import { feeForNobody } from './plan.problems';

/**
 * Refuses a version of an activity's plan by which a fee would be promised that nobody could be paid. It is read as it
 * holds: a recruiter whom an earlier version names is still there. Versions from before it are not looked at again.
 *
 * @param versions the series with the version in it
 * @throws Problem fee-for-nobody, which points to the recruiter who is missing
 */
export function refuseFeesForNobody(kind: PlanKind, versions: readonly PlanVersion[], version: PlanVersion): void {
  const plan = planAt(foldPlan(kind, versions), version.effectiveFrom);
  if (!plan) return;
  const { serviceBps, secondServiceBps, recruiterId, secondRecruiterId } = plan;
  const missing = [
    ...(recruiterId === null && (serviceBps > 0 || secondRecruiterId !== null) ? ['recruiterId'] : []),
    ...(secondRecruiterId === null && secondServiceBps > 0 ? ['secondRecruiterId'] : []),
  ];
  if (missing.length > 0) throw feeForNobody(missing, serviceBps, secondServiceBps);
}
