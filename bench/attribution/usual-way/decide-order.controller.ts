import { Controller, Inject } from '@nestjs/common';
import { ClientKafka, EventPattern, Payload } from '@nestjs/microservices';
import { InjectDataSource } from '@nestjs/typeorm';
import { lastValueFrom } from 'rxjs';
import { Between, DataSource, In, type EntityManager } from 'typeorm';
import type { OrderPaid } from '../data/facts';
import {
  accountEntity,
  candidateEntity,
  lineEntity,
  pickEntity,
  touchEntity,
  type LineEntity,
  type PickEntity,
  type TouchEntity,
} from './entities';

const { PREFIX = '' } = process.env;
const WINDOW_MS = 360 * 3_600_000;

/** Decides one order a message, as tutorials show it: find, decide, save, commit, emit. */
@Controller()
export class DecideOrderController {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject('KAFKA') private readonly kafka: ClientKafka,
  ) {}

  @EventPattern(`${PREFIX}orders.order-events`)
  async decide(@Payload() order: OrderPaid): Promise<void> {
    const lines = await this.database.transaction(manager => this.saveLines(manager, order));
    const value = { orderId: order.orderId, lines };
    await lastValueFrom(this.kafka.emit(`${PREFIX}attribution.sale-events`, { key: order.orderId, value }));
  }

  private async saveLines(manager: EntityManager, { orderId, payment, lines }: OrderPaid): Promise<LineEntity[]> {
    const saved: LineEntity[] = [];
    const { brandId, buyerKey, orderedAt: at } = payment!;
    const orderedAt = new Date(at);
    for (const { lineNo, productId, paidFen } of lines) {
      const touches = await manager.getRepository(touchEntity).find({
        where: { buyerKey: buyerKey!, productId, occurredAt: Between(new Date(+orderedAt - WINDOW_MS), orderedAt) },
        order: { occurredAt: 'DESC', touchId: 'DESC' },
      });
      const named = await this.namedBy(manager, touches);
      const winning = touches.findIndex(touch => touch.kind === 'click' && named.has(touch.id));
      const winner = named.get(touches[winning]?.id ?? -1) ?? null;
      const helped = winner ? [...named.values()].filter(pick => pick.promoterId !== winner.promoterId) : [];
      const line: LineEntity = {
        orderId,
        lineNo,
        brandId,
        buyerKey,
        productId,
        orderedAt,
        paidFen,
        outcome: winner ? 'distribution' : 'organic',
        promoterId: winner?.promoterId ?? null,
        pickId: winner?.pickId ?? null,
        assistants: [...new Set(helped.map(pick => pick.promoterId))].join(),
      };
      saved.push(await manager.getRepository(lineEntity).save(line));
      for (const [n, { id, touchId }] of touches.slice(0, winning + 1).entries())
        await manager
          .getRepository(candidateEntity)
          .save({ orderId, lineNo, candidateNo: n, touchId, verdict: named.has(id) ? 'won' : 'refused' });
    }
    return saved;
  }

  /** The pick that each touch names, by its code, else by its account's owner. */
  private async namedBy(manager: EntityManager, touches: readonly TouchEntity[]): Promise<Map<number, PickEntity>> {
    const counting = touches.filter(touch => touch.kind !== 'view');
    const codes = counting.flatMap(touch => touch.promotionCode ?? []);
    const accountIds = counting.flatMap(touch => touch.accountId ?? []);
    const picks = await manager.getRepository(pickEntity).find({ where: { promotionCode: In(codes) } });
    const accounts = await manager.getRepository(accountEntity).find({ where: { accountId: In(accountIds) } });
    const ofOwners = await manager.getRepository(pickEntity).find({
      where: accounts.map(({ ownerId }) => ({ promoterId: ownerId, productId: touches[0]!.productId })),
    });
    const named = new Map<number, PickEntity>();
    for (const { id, promotionCode, accountId } of counting) {
      const owner = accounts.find(account => account.accountId === accountId)?.ownerId;
      const pick =
        picks.find(one => one.promotionCode === promotionCode) ?? ofOwners.find(one => one.promoterId === owner);
      if (pick) named.set(id, pick);
    }
    return named;
  }
}
