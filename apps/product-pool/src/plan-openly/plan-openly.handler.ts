import { Injectable } from '@nestjs/common';
import { isPartyKind, type Caller } from '@chuanliu/auth/caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { placeVersion } from '@chuanliu/dated-facts/place-version';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { malformedRequest } from '@chuanliu/http/validate';
import { DueWork } from '@chuanliu/messaging/due-work';
import { planInForce, termsOf, type OpenPlanVersion } from '../domain/fold-terms';
import type { Product } from '../domain/product';
import { noSuchPlan, noSuchProduct, pastIsTheOperators, versionConflict } from '../domain/product-pool.problems';
import { KnownParties } from '../storage/known-parties';
import { addOpenPlanVersions, openPlanOf } from '../storage/open-plans';
import { lockProduct, readProduct } from '../storage/products';
import type { PlanAnswer, PlanOpenly } from './plan-openly.dto';

@Injectable()
export class PlanOpenlyHandler {
  constructor(
    private readonly database: Database,
    private readonly dueWork: DueWork,
    private readonly parties: KnownParties,
    private readonly clock: Clock,
  ) {}

  /** Adds a version of the open plan. It holds for every pick of the product, so all of them are announced again. */
  async run(caller: Caller, productId: string, write: PlanOpenly): Promise<PlanAnswer> {
    await this.parties.awaitProduct(productId);
    const { effectiveFrom, ...fields } = write;
    const from = effectiveFrom === undefined ? undefined : toUtcInstant(effectiveFrom);
    await this.database.transaction(async tx => {
      requireOwn(caller, productId, await lockProduct(tx, productId));
      await this.write(tx, caller, productId, fields, from);
    });
    return this.show(caller, productId);
  }

  private async write(
    tx: Tx,
    caller: Caller,
    productId: string,
    fields: Omit<OpenPlanVersion, 'effectiveFrom'>,
    from: string | undefined,
  ): Promise<void> {
    const now = this.clock.now();
    const known = await openPlanOf((sql, parameters) => tx.query(sql, parameters), productId);
    const { verdict, effectiveFrom } = placeVersion<OpenPlanVersion>(known, fields, from, now);
    if (verdict === 'repeated') return;
    // Promoters promote at the rates they see: nobody but an import may say that they were others.
    if (from !== undefined && from < now && caller.role !== 'operator') throw pastIsTheOperators('effectiveFrom');
    if (verdict === 'conflict') throw versionConflict(productId, effectiveFrom);
    if (known.length === 0 && fields.commissionBps === undefined) {
      throw malformedRequest([{ pointer: '/commissionBps', problem: 'is required' }]);
    }
    const due = await addOpenPlanVersions(tx, [{ productId, version: { effectiveFrom, ...fields } }], now);
    if (due > 0) tx.afterCommit(() => this.dueWork.wake());
  }

  /** @throws Problem `product-pool/no-such-plan` (404) */
  async show(caller: Caller, productId: string): Promise<PlanAnswer> {
    const read = <T>(sql: string, parameters: unknown[]) => this.database.read<T>(sql, parameters);
    requireOwn(caller, productId, await readProduct(read, productId));
    const versions = await openPlanOf(read, productId);
    if (versions.length === 0) throw noSuchPlan(productId);
    const inForce = planInForce(versions, this.clock.now());
    return {
      ...{ productId, plan: 'open', commissionBps: null, assistBps: 0, minReputation: 0, effectiveFrom: null },
      ...inForce,
      ...{ versions, terms: termsOf(versions) },
    };
  }
}

function requireOwn(caller: Caller, productId: string, product: Product | null): void {
  if (!product || (isPartyKind(caller.role) && caller.partyId !== product.brandId)) throw noSuchProduct(productId);
}
