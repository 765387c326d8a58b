import { randomUUID } from 'node:crypto';
import { createChannel, type Channel, type OrderEvent, type OrderEventsAnswer } from '@chuanliu/client';
import { Calls } from '@chuanliu/testing/calls';
import { untilQuiet } from '@chuanliu/testing/quiet';
import type { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { deliverUntilTaken } from './webhook';

export interface Pick {
  pickId: string;
  promotionCode: string;
  cartToken: string;
}

export interface Line {
  lineNo?: number;
  productId: string;
  paidFen: number;
  platformSubsidyFen?: number;
  scene?: Record<string, string>;
}

/** Speaks to a system under test as its operator and its shop: what a test of the sale's flow wants to say, in one line each. */
export class Alliance {
  readonly calls: Calls;
  private readonly channel: Channel;
  private events = 0;

  constructor(private readonly system: SystemUnderTest) {
    this.calls = new Calls(system);
    const { baseUrl, channel } = system.credentials;
    this.channel = createChannel({ baseUrl, channelId: channel.id, secret: channel.secret, attempts: 60 });
  }

  get channelId(): string {
    return this.system.credentials.channel.id;
  }

  /** Writes a configuration fact. @throws when it is refused */
  async put<T>(path: string, body: unknown): Promise<T> {
    const answer = await this.calls.put<T>('operator', path, body);
    if (answer.status !== 200) throw new Error(`PUT ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Has something made or done. @throws when it is refused */
  async post<T>(path: string, body?: unknown, client = 'operator'): Promise<T> {
    const answer = await this.calls.post<T>(client, path, body);
    if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** A brand with its streaming account `acc-{id}`. */
  async brand(id: string, facts: Record<string, unknown> = {}): Promise<void> {
    await this.put(`/v1/brands/${id}`, { name: id, ...facts });
    await this.put(`/v1/accounts/acc-${id}`, { owner: { kind: 'brand', id } });
  }

  /** A promoter with their streaming account `acc-{id}`. */
  async promoter(id: string, facts: Record<string, unknown> = {}): Promise<void> {
    await this.put(`/v1/promoters/${id}`, { name: id, kind: 'person', ...facts });
    await this.put(`/v1/accounts/acc-${id}`, { owner: { kind: 'promoter', id } });
  }

  /** A product on the shelf with an open plan. */
  async product(
    id: string,
    brandId: string,
    commissionBps: number,
    facts: Record<string, unknown> = {},
  ): Promise<void> {
    await this.put(`/v1/products/${id}`, {
      brandId,
      title: id,
      categoryId: await this.leafCategory(),
      priceFen: 19_900,
      stock: 1_000,
      ...facts,
    });
    await this.put(`/v1/products/${id}/plans/open`, { commissionBps });
  }

  /** @param from since when; the operator may write the past */
  async pick(promoterId: string, productId: string, from = '2026-01-01T00:00:00+08:00'): Promise<Pick> {
    const answer = await this.calls.post<Pick>('operator', `/v1/promoters/${promoterId}/picks`, { productId, from });
    if (answer.status > 201) throw new Error(`pick: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Sends order events by the signed webhook. */
  send(...events: object[]): Promise<OrderEventsAnswer> {
    // Tests say wrong things on purpose.
    return this.channel.sendOrderEvents(events as OrderEvent[]);
  }

  /** Sends touches by the signed webhook; each is a click by `x` on a link unless told otherwise. */
  touch(
    ...touches: Array<{ touchId: string; productId: string } & Record<string, string>>
  ): Promise<OrderEventsAnswer> {
    const usual = { buyerId: 'x', kind: 'click', surface: 'link', occurredAt: '2026-11-06T19:00:00+08:00' };
    const body = JSON.stringify({ touches: touches.map(touch => ({ ...usual, ...touch })) });
    return deliverUntilTaken(this.system, { webhookId: randomUUID(), body }, 90_000, '/v1/touches');
  }

  paid(
    orderId: string,
    brandId: string,
    lines: Line[],
    more: { buyerId?: string; at?: string; freightFen?: number; eventId?: string } = {},
  ) {
    const { buyerId, at = '2026-11-06T20:00:00+08:00', freightFen = 0, eventId = this.eventId() } = more;
    return {
      eventId,
      type: 'order-paid',
      occurredAt: at,
      order: {
        orderId,
        ...(buyerId ? { buyerId } : {}),
        brandId,
        orderedAt: at,
        paidAt: at,
        payment: { channel: 'wechat', transactionId: `tx-${orderId}`, freightFen },
        lines: lines.map((line, i) => ({ lineNo: i + 1, quantity: 1, scene: { surface: 'shelf' }, ...line })),
      },
    };
  }

  refunded(orderId: string, refundId: string, refundFen: number, more: Record<string, unknown> = {}) {
    const { at = '2026-11-07T10:00:00+08:00', ...facts } = more;
    return {
      eventId: this.eventId(),
      type: 'order-refunded',
      occurredAt: at,
      orderId,
      refund: { refundId, lineNo: 1, refundFen, reason: 'quality', transactionId: `tx-${refundId}`, ...facts },
    };
  }

  received(orderId: string, at = '2026-11-09T10:00:00+08:00') {
    return { eventId: this.eventId(), type: 'order-received', occurredAt: at, orderId };
  }

  quiet() {
    return untilQuiet(this.calls);
  }

  /** A GET that must answer 200. */
  async get<T>(path: string, client = 'operator'): Promise<T> {
    const answer = await this.calls.get<T>(client, path);
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** A client that speaks for a party, as the operator would make one for it. */
  async clientOf(role: string, partyId: string): Promise<string> {
    const answer = await this.calls.post<{ clientId: string; clientSecret: string }>('operator', '/v1/clients', {
      role,
      partyId,
    });
    if (answer.status !== 201) throw new Error(`client: ${answer.status} ${JSON.stringify(answer.body)}`);
    const name = `${role} ${partyId}`;
    this.calls.introduce(name, answer.body);
    return name;
  }

  private eventId(): string {
    return `e-${++this.events}`;
  }

  /** A category that has no further ones below it. */
  async leafCategory(): Promise<string> {
    const { items } = await this.get<{ items: Array<{ id: string; parentId: string | null }> }>(
      '/v1/categories?limit=200',
    );
    const parents = new Set(items.map(row => row.parentId));
    return items.find(row => !parents.has(row.id))!.id;
  }
}
