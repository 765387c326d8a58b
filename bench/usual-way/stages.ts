import { Controller, Inject } from '@nestjs/common';
import { ClientKafka, EventPattern, Payload } from '@nestjs/microservices';
import { InjectDataSource } from '@nestjs/typeorm';
import { lastValueFrom } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';
import type { saleAttributed } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import type { commissionSplit } from '@chuanliu/contracts/commissions/commission-split.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import type { orderPaid } from '@chuanliu/contracts/orders/order-paid.v1';
import { hops } from '../floor/hops';
import type { TakenIn } from '../load/orders';
import { entities } from './entities';

/** Topics carry the run's prefix. */
export const topicOf = (stream: string): string => `${process.env.PREFIX ?? ''}${stream}`;

/** Tells the broker what a transaction, by now committed, has made true. A crash in between loses it. */
async function emitAfterCommit(kafka: ClientKafka, stream: string, key: string, value: object): Promise<void> {
  await lastValueFrom(kafka.emit(topicOf(stream), { key, value }));
}

@Controller()
export class OrdersController {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject('KAFKA') private readonly kafka: ClientKafka,
  ) {}

  @EventPattern(topicOf('gateway.order-intake'))
  async takeIn(@Payload() event: TakenIn): Promise<void> {
    const { orderId, eventId, hash } = event;
    const { orderFact, orderState, orderLine } = entities.orders;
    await this.database.transaction(async manager => {
      const contents = JSON.stringify(event.payment);
      await save(manager, orderFact, { order_id: orderId, event_id: eventId, hash, contents });
      await save(manager, orderState, { order_id: orderId, revision: 1, brand_id: event.payment!.brandId });
      for (const { lineNo, productId, paidFen } of event.payment!.lines)
        await save(manager, orderLine, {
          order_id: orderId,
          line_no: lineNo,
          product_id: productId,
          paid_fen: paidFen,
        });
    });
    await emitAfterCommit(this.kafka, 'orders.order-events', orderId, said('orders', event));
  }
}

@Controller()
export class AttributionController {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject('KAFKA') private readonly kafka: ClientKafka,
  ) {}

  @EventPattern(topicOf('orders.order-events'))
  async attribute(@Payload() order: DataOf<typeof orderPaid>): Promise<void> {
    const sale = said('attribution', order) as DataOf<typeof saleAttributed>;
    const { line, candidate, riverMember, trafficGrant } = entities.attribution;
    const brand = { brand_id: sale.brandId };
    const buyer = { buyer_key: order.payment!.buyerKey };
    await this.database.transaction(async manager => {
      for (const { lineNo, productId, paidFen, outcome, promoterId } of sale.lines) {
        const key = { order_id: sale.orderId, line_no: lineNo };
        const decision = { product_id: productId, paid_fen: paidFen, outcome, promoter_id: promoterId };
        await save(manager, line, { ...key, ...brand, ...buyer, ...decision });
        await save(manager, candidate, { ...key, candidate_no: 1, rule: 'carried-code', verdict: 'won' });
        await save(manager, riverMember, { ...key, ...brand, ...buyer });
        const impressions = Math.floor(paidFen / 10);
        await save(manager, trafficGrant, { ...key, party_id: sale.brandId, impressions });
      }
    });
    await emitAfterCommit(this.kafka, 'attribution.sale-events', sale.orderId, sale);
  }
}

@Controller()
export class CommissionsController {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject('KAFKA') private readonly kafka: ClientKafka,
  ) {}

  @EventPattern(topicOf('attribution.sale-events'))
  async split(@Payload() sold: DataOf<typeof saleAttributed>): Promise<void> {
    const split = said('commissions', sold) as DataOf<typeof commissionSplit>;
    const { sale, share, partySale } = entities.commissions;
    const terms = '{"commissionBps":2000,"techFeeBps":500}';
    await this.database.transaction(async manager => {
      for (const { lineNo, steps } of split.lines) {
        const key = { order_id: split.orderId, line_no: lineNo };
        const { baseFen, shares } = steps[0]!;
        const promoter_id = shares[0]!.partyId;
        await save(manager, sale, { ...key, brand_id: split.brandId, promoter_id, base_fen: baseFen, terms });
        for (const { share: name, partyId, amountFen } of shares) {
          const party_id = partyId ?? 'platform';
          await save(manager, share, { ...key, share: name, party_id, amount_fen: amountFen });
          if (partyId) await save(manager, partySale, { ...key, party_id, estimated_fen: amountFen });
        }
      }
    });
    await emitAfterCommit(this.kafka, 'commissions.split-events', split.orderId, split);
  }
}

@Controller()
export class SettlementController {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  @EventPattern(topicOf('commissions.split-events'))
  async post(@Payload() { orderId, lines }: DataOf<typeof commissionSplit>): Promise<void> {
    const { ledgerLine, posting, postingEntry } = entities.settlement;
    await this.database.transaction(async manager => {
      for (const { lineNo, steps } of lines) {
        const key = { order_id: orderId, line_no: lineNo };
        await save(manager, ledgerLine, { ...key, revision: 1 });
        const { occurredAt, movedFen, subsidyFen, shares } = steps[0]!;
        const { posting_id } = await save(manager, posting, { ...key, occurred_at: new Date(occurredAt) });
        const entries = [
          { account: 'escrow', fen: movedFen },
          ...shares.map(one => ({ account: `${one.share}:${one.partyId}`, fen: -one.amountFen })),
          ...(subsidyFen > 0 ? [{ account: 'subsidy', fen: subsidyFen }] : []),
        ];
        for (const [n, { account, fen }] of entries.entries()) {
          await save(manager, postingEntry, { posting_id, entry_no: n + 1, account, amount_fen: fen });
          await addToBalance(manager, account, fen);
        }
      }
    });
  }
}

/** Loads the balance under a lock, adds, saves. */
async function addToBalance(manager: EntityManager, account: string, fen: number): Promise<void> {
  const { balance } = entities.settlement;
  const lock = { mode: 'pessimistic_write' } as const;
  const known = await manager.getRepository(balance).findOne({ where: { account }, lock });
  await save(manager, balance, { account, amount_fen: Number(known?.amount_fen ?? 0) + fen });
}

const save = (manager: EntityManager, target: typeof entities.orders.orderFact, row: Record<string, unknown>) =>
  manager.getRepository(target).save(row);

/** The floor's next event: what is compared is how it is stored and sent. */
const said = (service: string, event: object): object => hops[service]!.derive(event as never, () => {})!;
