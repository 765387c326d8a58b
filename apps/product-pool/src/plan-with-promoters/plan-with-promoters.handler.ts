import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { toUtcInstant, type UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { DueWork } from '@chuanliu/messaging/due-work';
import { Problem } from '@chuanliu/problems/problem';
import { changePlan, type PlanChange } from '../domain/change-plan';
import { fallsFor } from '../domain/compose-plans';
import { foldPlan, planAt, rateAt, type PlanVersion } from '../domain/plan';
import { noPlanWithPromoter, promoterNamedTwice, type NamedParty } from '../domain/plan.problems';
import { planRow, type PlanRow } from '../list-plans/plan-row';
import { requireOwnProduct } from '../list-plans/require-own-product';
import { RateLock } from '../plan-openly/rate-lock';
import { announceLater } from '../storage/due-picks';
import { readKnownPlans } from '../storage/known-plans';
import { KnownParties } from '../storage/known-parties';
import { openRateRangeOf } from '../storage/open-plans';
import { lockProduct } from '../storage/products';
import { addPromoterPlanVersions, promoterPlansOf } from '../storage/promoter-plans';
import { holdersAmong, lockPromoters } from '../storage/promoters';
import type { Read } from '../storage/version-row';
import type { PlanWithPromoters } from './plan-with-promoters.dto';

/** What a plan with promoters is about: one product, or all of a brand's. */
export type PlanSubject =
  { kind: 'directed' | 'exclusive'; productId: string } | { kind: 'shop-directed'; brandId: string };

/** A change of the plan with each of some promoters. */
interface Changes {
  of: PlanSubject;
  byPromoter: ReadonlyMap<string, PlanChange>;
  /** The instant that was asked for, if any. */
  requested: UtcInstant | undefined;
}

/** What stands before a change: every promoter's versions of this very plan, and whom a change would take something from. */
interface Standing {
  versionsOf: (promoterId: string) => readonly PlanVersion[];
  isFall: (promoterId: string, at: UtcInstant, versions: readonly PlanVersion[]) => boolean;
  holders: ReadonlySet<string>;
}

@Injectable()
export class PlanWithPromotersHandler {
  constructor(
    private readonly database: Database,
    private readonly dueWork: DueWork,
    private readonly parties: KnownParties,
    private readonly rateLock: RateLock,
    private readonly clock: Clock,
  ) {}

  /** Writes a version with each promoter named: all of them or, with one refusal, none. */
  async write(caller: Caller, of: PlanSubject, { promoters, effectiveFrom }: PlanWithPromoters): Promise<PlanRow[]> {
    const byPromoter = new Map<string, PlanChange>();
    for (const [i, { promoterId, ...fields }] of promoters.entries()) {
      if (byPromoter.has(promoterId)) throw promoterNamedTwice(promoterId, `/promoters/${i}/promoterId`);
      byPromoter.set(promoterId, fields);
    }
    await Promise.all([
      'productId' in of ? this.parties.awaitProduct(of.productId) : undefined,
      this.parties.requireNamed(promoters.flatMap(namedBy)),
    ]);
    const requested = effectiveFrom === undefined ? undefined : toUtcInstant(effectiveFrom);
    await this.database.transaction(tx => this.change(tx, caller, { of, byPromoter, requested }));
    return this.shown(of, [...byPromoter.keys()]);
  }

  /**
   * Ends the plan with one promoter, by the rules of a rate that changes.
   * @throws Problem `product-pool/no-such-plan` (404) when none is in force at the instant
   */
  async end(caller: Caller, of: PlanSubject, promoterId: string, at: UtcInstant | undefined): Promise<PlanRow> {
    const byPromoter = new Map<string, PlanChange>([[promoterId, { ended: true }]]);
    await this.database.transaction(tx => this.change(tx, caller, { of, byPromoter, requested: at }));
    return (await this.shown(of, [promoterId]))[0]!;
  }

  /** The promoters' rows first, then the product's: see pick-product. */
  async change(tx: Tx, caller: Caller, { of, byPromoter, requested }: Changes): Promise<void> {
    const ids = [...byPromoter.keys()].sort();
    await lockPromoters(tx, ids);
    if ('productId' in of) requireOwnProduct(caller, of.productId, await lockProduct(tx, of.productId));
    const command = this.rateLock.commandOf(caller, this.clock.now());
    const standing = await standingOf(tx, of, ids, requested ?? command.now);
    const written = ids.flatMap(promoterId => {
      const versions = standing.versionsOf(promoterId);
      const change = byPromoter.get(promoterId)!;
      if ('ended' in change && !planAt(foldPlan(of.kind, versions), requested ?? command.now)) {
        throw noPlanWithPromoter(promoterId);
      }
      const plan = {
        kind: of.kind,
        subjectId: subjectOf(of),
        versions,
        isFall: (at: UtcInstant, changed: readonly PlanVersion[]) => standing.isFall(promoterId, at, changed),
        rewritesThePast: standing.holders.has(promoterId),
      };
      const version = naming(promoterId, () => changePlan(plan, change, requested, command));
      return version ? [{ promoterId, version }] : [];
    });
    if (written.length === 0) return;
    await addPromoterPlanVersions(tx, { kind: of.kind, subjectId: subjectOf(of) }, written);
    const concerned = written.map(({ promoterId }) => promoterId);
    if ((await announceLater(tx, ...picksOf(of, concerned))) > 0) tx.afterCommit(() => this.dueWork.wake());
  }

  private async shown(of: PlanSubject, promoterIds: readonly string[]): Promise<PlanRow[]> {
    const read: Read = (sql, parameters) => this.database.read(sql, parameters);
    const plans = await promoterPlansOf(read, [of.kind], [subjectOf(of)], promoterIds);
    return plans.map(plan => planRow(plan, this.clock.now()));
  }
}

const namedBy = ({ promoterId, agencyId }: PlanWithPromoters['promoters'][number], i: number): NamedParty[] => [
  { kind: 'promoter', id: promoterId, pointer: `/promoters/${i}/promoterId` },
  ...(agencyId === undefined ? [] : [{ kind: 'agency' as const, id: agencyId, pointer: `/promoters/${i}/agencyId` }]),
];

const subjectOf = (of: PlanSubject): string => ('productId' in of ? of.productId : of.brandId);

async function standingOf(tx: Tx, of: PlanSubject, promoterIds: string[], at: UtcInstant): Promise<Standing> {
  const read: Read = (sql, parameters) => tx.query(sql, parameters);
  const holders = await holdersAmong(tx, of, promoterIds);
  if ('productId' in of) {
    const wanted = promoterIds.map(promoterId => ({ productId: of.productId, promoterId, activityId: null }));
    const plans = await readKnownPlans(read, wanted);
    return {
      versionsOf: promoterId => plans.of(of.productId, promoterId)[of.kind],
      isFall: (promoterId, when, versions) => fallsFor(plans.of(of.productId, promoterId), of.kind, versions, when),
      holders,
    };
  }
  const plans = await promoterPlansOf(read, [of.kind], [of.brandId], promoterIds);
  const versions = new Map(plans.map(plan => [plan.promoterId, plan.versions]));
  const open = await openRateRangeOf(read, of.brandId, at);
  return {
    versionsOf: promoterId => versions.get(promoterId) ?? [],
    isFall: (promoterId, when, changed) => {
      const [before, after] = [versions.get(promoterId) ?? [], changed].map(all =>
        rateAt(foldPlan(of.kind, all), when),
      );
      // Some product falls: to the least open rate at an end, from the greatest when the plan opens.
      return (after! < 0 ? open.least : after!) < (before! < 0 ? open.greatest : before!);
    },
    holders,
  };
}

/** Which picks have other terms now: those through an activity keep the activity's. */
function picksOf(of: PlanSubject, promoterIds: readonly string[]): [where: string, parameters: unknown[]] {
  return 'productId' in of
    ? [`product_id = ? AND promoter_id IN (?) AND activity_id = ''`, [of.productId, promoterIds]]
    : [
        `promoter_id IN (?) AND activity_id = '' AND product_id IN (SELECT product_id FROM product WHERE brand_id = ?)`,
        [promoterIds, of.brandId],
      ];
}

/** A refusal says whose plan it is about. */
function naming<T>(promoterId: string, work: () => T): T {
  try {
    return work();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    throw new Problem(problem.kind, problem.type, problem.title, { ...problem.facts, promoterId });
  }
}
