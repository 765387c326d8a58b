import { Injectable } from '@nestjs/common';
import { Upstreams } from '../forward/upstreams';
import type { DecisionPart, OrderPart, OrderParts, PostingsPart, SplitPart } from './order-parts';

/** Asks the services for what each of them knows of an order; the gateway has checked the caller before. */
@Injectable()
export class OrderPartsOf {
  constructor(private readonly upstreams: Upstreams) {}

  /** Orders with this id that have a payment, one for each channel. */
  async orders(orderId: string, channelId?: string): Promise<OrderPart[]> {
    const query = channelId === undefined ? '' : `?channelId=${encodeURIComponent(channelId)}`;
    const path = `/internal/orders/${encodeURIComponent(orderId)}${query}`;
    return (await this.upstreams.find<{ orders: OrderPart[] }>('orders', path))?.orders ?? [];
  }

  splits(order: OrderPart): Promise<SplitPart[]> {
    return this.lines('commissions', order, 'splits');
  }

  async parts(order: OrderPart): Promise<OrderParts> {
    const [decisions, splits, postings] = await Promise.all([
      this.lines<DecisionPart>('attribution', order, 'decisions'),
      this.lines<SplitPart>('commissions', order, 'splits'),
      this.lines<PostingsPart>('settlement', order, 'postings'),
    ]);
    return { order, decisions, splits, postings };
  }

  private async lines<L>(
    service: 'attribution' | 'commissions' | 'settlement',
    { channelId, orderId }: OrderPart,
    what: string,
  ): Promise<L[]> {
    const path = `/internal/orders/${encodeURIComponent(channelId)}/${encodeURIComponent(orderId)}/${what}`;
    return (await this.upstreams.find<{ lines: L[] }>(service, path))?.lines ?? [];
  }
}
