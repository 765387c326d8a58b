import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { malformedRequest } from '@chuanliu/http/validate';
import { DueWork } from '@chuanliu/messaging/due-work';
import { changeOpenPlan } from '../domain/change-plan';
import { foldPlan, given, spanAt, termsFrom } from '../domain/plan';
import { noSuchPlan } from '../domain/product-pool.problems';
import { requireOwnProduct } from '../list-plans/require-own-product';
import { KnownParties } from '../storage/known-parties';
import { addOpenPlanVersions, openPlanOf } from '../storage/open-plans';
import { lockProduct, readProduct } from '../storage/products';
import type { PlanAnswer, PlanOpenly } from './plan-openly.dto';
import { RateLock } from './rate-lock';

@Injectable()
export class PlanOpenlyHandler {
  constructor(
    private readonly database: Database,
    private readonly dueWork: DueWork,
    private readonly parties: KnownParties,
    private readonly rateLock: RateLock,
    private readonly clock: Clock,
  ) {}

  /** Adds a version of the open plan. It holds for every pick of the product, so all of them are announced again. */
  async run(caller: Caller, productId: string, write: PlanOpenly): Promise<PlanAnswer> {
    await this.parties.awaitProduct(productId);
    const { effectiveFrom, ...fields } = write;
    const from = effectiveFrom === undefined ? undefined : toUtcInstant(effectiveFrom);
    await this.database.transaction(async tx => {
      requireOwnProduct(caller, productId, await lockProduct(tx, productId));
      await this.write(tx, caller, productId, fields, from);
    });
    return this.show(caller, productId);
  }

  private async write(
    tx: Tx,
    caller: Caller,
    productId: string,
    fields: Omit<PlanOpenly, 'effectiveFrom'>,
    from: string | undefined,
  ): Promise<void> {
    const known = await openPlanOf((sql, parameters) => tx.query(sql, parameters), productId);
    const command = this.rateLock.commandOf(caller, this.clock.now());
    const version = changeOpenPlan(productId, known, fields, from, command);
    if (!version) return;
    if (known.length === 0 && fields.commissionBps === undefined) {
      throw malformedRequest([{ pointer: '/commissionBps', problem: 'is required' }]);
    }
    const due = await addOpenPlanVersions(tx, [{ productId, version }]);
    if (due > 0) tx.afterCommit(() => this.dueWork.wake());
  }

  /** @throws Problem `product-pool/no-such-plan` (404) */
  async show(caller: Caller, productId: string): Promise<PlanAnswer> {
    const read = <T>(sql: string, parameters: unknown[]) => this.database.read<T>(sql, parameters);
    requireOwnProduct(caller, productId, await readProduct(read, productId));
    const versions = await openPlanOf(read, productId);
    if (versions.length === 0) throw noSuchPlan(productId);
    const spans = foldPlan('open', versions);
    const { plan, from = null } = spanAt(spans, this.clock.now()) ?? {};
    const { commissionBps = null, assistBps = 0, minReputation = 0 } = plan ?? {};
    return {
      productId,
      plan: 'open',
      commissionBps,
      assistBps,
      minReputation,
      effectiveFrom: plan ? from : null,
      versions: versions.map(version => ({ effectiveFrom: version.effectiveFrom, ...given(version) })),
      terms: spans.flatMap(span => (span.plan ? [termsFrom(span.from, span.plan)] : [])),
    };
  }
}
