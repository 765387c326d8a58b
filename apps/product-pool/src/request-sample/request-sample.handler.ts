import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@chuanliu/auth/caller';
import { noSuchParty } from '@chuanliu/auth/require-party';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import { planAt } from '../domain/plan';
import type { Promoter } from '../domain/gates-of-picking';
import { passSampleGates, spanOfMonth, type SampleStanding } from '../domain/gates-of-sampling';
import type { Product } from '../domain/product';
import { namedProductUnknown } from '../domain/product-pool.problems';
import { stateAt, type Sample } from '../domain/sample';
import { sampleOpenAlready } from '../domain/sample.problems';
import { SamplePolicy } from '../domain/sample-standing';
import { shownSample, type SampleAnswer } from '../move-sample/sample.dto';
import { whatWasSaid, type Said } from '../move-sample/what-was-said';
import { againAfterDuplicate } from '../storage/again-after-duplicate';
import { KnownParties } from '../storage/known-parties';
import { readKnownPlans } from '../storage/known-plans';
import { lockProduct } from '../storage/products';
import { announceMoves } from '../storage/sample-history';
import { conductOf, samplesGiven, settledOrdersOf } from '../storage/sample-standing';
import { addSample, openSampleOf, type StoredSample } from '../storage/samples';
import type { RequestSample } from './request-sample.dto';

@Injectable()
export class RequestSampleHandler {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly parties: KnownParties,
    private readonly policy: SamplePolicy,
    private readonly clock: Clock,
  ) {}

  /** Asks for a sample, or finds that the same request waits already. */
  async run(
    caller: Caller,
    promoterId: string,
    body: RequestSample,
  ): Promise<{ isNew: boolean; sample: SampleAnswer }> {
    const said = whatWasSaid(caller, body, this.clock.now());
    if (!(await this.parties.awaitPromoter(promoterId))) throw noSuchParty('promoter', promoterId);
    if (!(await this.parties.awaitProduct(body.productId))) throw namedProductUnknown(body.productId);
    const promoter = await this.parties.promoter(promoterId);
    const { isNew, sample } = await againAfterDuplicate(() =>
      this.database.transaction(tx => this.request(tx, promoter, body, said)),
    );
    return { isNew, sample: shownSample(sample, this.clock.now()) };
  }

  /** The product's row is held throughout, so that of two who ask for a month's last sample one is refused. */
  private async request(tx: Tx, promoter: Promoter, body: RequestSample, said: Said) {
    const { promoterId } = promoter;
    const product = (await lockProduct(tx, body.productId))!;
    const now = this.clock.now();
    const open = await openSampleOf(tx, promoterId, body.productId);
    if (open && isSameRequest(open, body)) return { isNew: false, sample: open };

    const at = said.at ?? now;
    const wanted = { productId: body.productId, promoterId, activityId: null };
    const plans = await readKnownPlans((sql, parameters) => tx.query(sql, parameters), [wanted]);
    const plan = planAt(plans.spansOf(wanted), at);
    const standing = await this.standingOf(tx, promoterId, product, at);
    const rule = passSampleGates(product, promoter, plan?.minReputation ?? 0, standing, at);
    if (open) throw sampleOpenAlready(open.sampleId, stateAt(open, now));
    const buyFirst = rule.buyFirstRefundLater === true;
    const sample = newSample(promoterId, product, body, { buyFirst, requestedAt: at, reason: said.reason });
    await addSample(tx, sample, now);
    await announceMoves(tx, this.outbox, [{ step: 'request', at, sample }], said.by, now);
    return { isNew: true, sample: { ...sample, updatedAt: now } };
  }

  private async standingOf(tx: Tx, promoterId: string, product: Product, at: UtcInstant): Promise<SampleStanding> {
    const read = <T>(sql: string, parameters: unknown[]) => tx.query<T>(sql, parameters);
    const { minSettledOrders = 0 } = product.sampleRule ?? {};
    return {
      ...(await conductOf(read, promoterId, this.policy, at)),
      settledOrders: await settledOrdersOf(read, promoterId, minSettledOrders),
      givenThisMonth: await samplesGiven(read, product.productId, spanOfMonth(at)),
    };
  }
}

function newSample(
  promoterId: string,
  { productId, brandId }: Product,
  { message, addressRef }: RequestSample,
  asked: Pick<Sample, 'buyFirst' | 'requestedAt' | 'reason'>,
): Sample {
  return {
    sampleId: `sm-${uuidv7()}`,
    promoterId,
    brandId,
    productId,
    ...asked,
    message: message ?? null,
    addressRef: addressRef ?? null,
    state: 'requested',
    revision: 1,
    approvedAt: null,
    rejectedAt: null,
    cancelledAt: null,
    boughtAt: null,
    shippedAt: null,
    receivedAt: null,
    contentDueAt: null,
    fulfilledAt: null,
    refundedAt: null,
    channelId: null,
    orderId: null,
    carrier: null,
    trackingNo: null,
    contentId: null,
    surface: null,
  };
}

function isSameRequest(open: StoredSample, { message, addressRef }: RequestSample): boolean {
  return open.state === 'requested' && open.message === (message ?? null) && open.addressRef === (addressRef ?? null);
}
