import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@chuanliu/auth/caller';
import { noSuchParty } from '@chuanliu/auth/require-party';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { malformedRequest } from '@chuanliu/http/validate';
import { applicationIsOpen, applicationIsResolved, noSuchApplication } from '../domain/plan.problems';
import { isOffered } from '../domain/product';
import { noSuchProduct, notOnShelf } from '../domain/product-pool.problems';
import { requireOwnProduct } from '../list-plans/require-own-product';
import { PlanWithPromotersHandler } from '../plan-with-promoters/plan-with-promoters.handler';
import { KnownParties } from '../storage/known-parties';
import {
  addApplication,
  applicationOf,
  openApplicationOf,
  resolveApplication,
  type PlanApplication,
} from '../storage/plan-applications';
import { lockProduct } from '../storage/products';
import { lockPromoters } from '../storage/promoters';
import type { Read } from '../storage/version-row';
import type { ApplyForPlan, ResolveApplication } from './application.dto';

@Injectable()
export class ApplyForPlanHandler {
  constructor(
    private readonly database: Database,
    private readonly parties: KnownParties,
    private readonly plans: PlanWithPromotersHandler,
    private readonly clock: Clock,
  ) {}

  /** A promoter asks for a directed plan; while one application for the product waits, there is no second. */
  async apply(promoterId: string, productId: string, { commissionBps, text }: ApplyForPlan): Promise<PlanApplication> {
    if (!(await this.parties.awaitPromoter(promoterId))) throw noSuchParty('promoter', promoterId);
    await this.parties.awaitProduct(productId);
    return this.database.transaction(async tx => {
      await lockPromoters(tx, [promoterId]);
      const product = await lockProduct(tx, productId);
      if (!product) throw noSuchProduct(productId);
      if (!isOffered(product)) throw notOnShelf(productId, product.state);
      const open = await openApplicationOf((sql, parameters) => tx.query(sql, parameters), promoterId, productId);
      if (open) throw applicationIsOpen(open.applicationId);
      const now = this.clock.now();
      const application: PlanApplication = {
        applicationId: `ap-${uuidv7()}`,
        productId,
        brandId: product.brandId,
        promoterId,
        state: 'applied',
        commissionBps: commissionBps ?? null,
        grantedBps: null,
        text: text ?? null,
        reason: null,
        appliedAt: now,
        resolvedAt: null,
        updatedAt: now,
      };
      await addApplication(tx, application);
      return application;
    });
  }

  /** The brand answers. Accepted, the promoter has a directed plan from then on, by the rules of a rate that changes. */
  async resolve(
    caller: Caller,
    productId: string,
    applicationId: string,
    { result, commissionBps, reason }: ResolveApplication,
  ): Promise<PlanApplication> {
    return this.database.transaction(async tx => {
      const read: Read = (sql, parameters) => tx.query(sql, parameters);
      const found = await applicationOf(read, productId, applicationId, '');
      if (!found) throw noSuchApplication(applicationId);
      await lockPromoters(tx, [found.promoterId]);
      requireOwnProduct(caller, productId, await lockProduct(tx, productId));
      const application = (await applicationOf(read, productId, applicationId, 'FOR UPDATE'))!;
      if (application.state !== 'applied') {
        throw applicationIsResolved(applicationId, application.state);
      }
      const grantedBps = result === 'refused' ? null : (commissionBps ?? application.commissionBps);
      if (result === 'accepted') {
        if (grantedBps === null) throw malformedRequest([{ pointer: '/commissionBps', problem: 'is required' }]);
        const byPromoter = new Map([[application.promoterId, { commissionBps: grantedBps }]]);
        await this.plans.change(tx, caller, { of: { kind: 'directed', productId }, byPromoter, requested: undefined });
      }
      const now = this.clock.now();
      const times = { resolvedAt: now, updatedAt: now };
      const resolved: PlanApplication = { ...application, state: result, grantedBps, reason: reason ?? null, ...times };
      await resolveApplication(tx, resolved);
      return resolved;
    });
  }
}
