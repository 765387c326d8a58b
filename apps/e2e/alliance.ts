import {
  createChannel,
  createClient,
  type AnswerOf,
  type BodyOf,
  type Channel,
  type ChuanliuClient,
  type ChuanliuProblem,
  type OrderEvent,
  type OrderEventsAnswer,
  type Touch,
  type TouchesAnswer,
} from '@chuanliu/client';
import { Calls } from '@chuanliu/testing/calls';
import { untilQuiet } from '@chuanliu/testing/quiet';
import type { SystemUnderTest } from '@chuanliu/testing/system-under-test';

export type Pick = AnswerOf<'post', '/v1/promoters/{partyId}/picks'>;

export interface Line {
  lineNo?: number;
  productId: string;
  paidFen: number;
  platformSubsidyFen?: number;
  scene?: Record<string, string>;
}

type PartyRole = 'brand' | 'promoter' | 'recruiter' | 'agency';

/** Speaks to a system under test as its operator and its shop: what a test of the sale's flow wants to say, in one line each. */
export class Alliance {
  /** For what the types forbid, and for answers as they came over the wire. */
  readonly calls: Calls;
  readonly operator: ChuanliuClient;
  readonly finance: ChuanliuClient;
  private readonly channel: Channel;
  private events = 0;

  constructor(private readonly system: SystemUnderTest) {
    this.calls = new Calls(system);
    const { baseUrl, channel, clients } = system.credentials;
    this.operator = createClient({ baseUrl, ...clients.operator! });
    this.finance = createClient({ baseUrl, ...clients['finance-1']! });
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
  async brand(id: string, facts: Partial<BodyOf<'put', '/v1/brands/{partyId}'>> = {}): Promise<void> {
    await this.operator.put('/v1/brands/{partyId}', {
      params: { path: { partyId: id } },
      body: { name: id, ...facts },
    });
    await this.account(`acc-${id}`, 'brand', id);
  }

  /** A promoter with their streaming account `acc-{id}`. */
  async promoter(id: string, facts: Partial<BodyOf<'put', '/v1/promoters/{partyId}'>> = {}): Promise<void> {
    await this.operator.put('/v1/promoters/{partyId}', {
      params: { path: { partyId: id } },
      body: { name: id, kind: 'person', ...facts },
    });
    await this.account(`acc-${id}`, 'promoter', id);
  }

  private async account(accountId: string, kind: 'brand' | 'promoter', id: string): Promise<void> {
    await this.operator.put('/v1/accounts/{accountId}', {
      params: { path: { accountId } },
      body: { owner: { kind, id } },
    });
  }

  /** A product on the shelf with an open plan. */
  async product(
    id: string,
    brandId: string,
    commissionBps: number,
    facts: Partial<BodyOf<'put', '/v1/products/{productId}'>> = {},
  ): Promise<void> {
    const categoryId = await this.leafCategory();
    const params = { path: { productId: id } };
    const body = { brandId, title: id, categoryId, priceFen: 19_900, stock: 1_000, ...facts };
    await this.onceKnown(() => this.operator.put('/v1/products/{productId}', { params, body }));
    await this.operator.put('/v1/products/{productId}/plans/open', { params, body: { commissionBps } });
  }

  /** @param from since when; the operator may write the past */
  pick(promoterId: string, productId: string, from = '2026-01-01T00:00:00+08:00'): Promise<Pick> {
    const params = { path: { partyId: promoterId } };
    return this.onceKnown(() =>
      this.operator.post('/v1/promoters/{partyId}/picks', { params, body: { productId, from } }),
    );
  }

  /** Writes once more when all has arrived, where a party that is named came later than a write waits for it. */
  private async onceKnown<T>(write: () => Promise<T>): Promise<T> {
    return write().catch(async (fault: unknown) => {
      const { type = '' } = fault as Partial<ChuanliuProblem>;
      if (!/named-\w+-unknown|no-such-party/.test(type)) throw fault;
      await this.quiet();
      return write();
    });
  }

  /** Sends order events by the signed webhook. */
  send(...events: object[]): Promise<OrderEventsAnswer> {
    // Tests say wrong things on purpose.
    return this.channel.sendOrderEvents(events as OrderEvent[]);
  }

  /** Sends touches by the signed webhook; each is a click by `x` on a link unless told otherwise. */
  touch(...touches: Array<Partial<Touch> & { touchId: string; productId: string }>): Promise<TouchesAnswer> {
    const usual = { buyerId: 'x', occurredAt: '2026-11-06T19:00:00+08:00' };
    return this.channel.sendTouches(
      touches.map(touch => ({ ...usual, kind: 'click' as const, surface: 'link' as const, ...touch })),
    );
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

  /** The typed client of a party, as the operator would make one for it. */
  async party(role: PartyRole, partyId: string): Promise<ChuanliuClient> {
    return createClient({ baseUrl: this.system.baseUrl, ...(await this.newClient(role, partyId)) });
  }

  /** As `party`, known to `calls` by the name that is returned. */
  async clientOf(role: PartyRole, partyId: string): Promise<string> {
    const name = `${role} ${partyId}`;
    this.calls.introduce(name, await this.newClient(role, partyId));
    return name;
  }

  private newClient(role: PartyRole, partyId: string) {
    return this.operator.post('/v1/clients', { body: { role, partyId } });
  }

  private eventId(): string {
    return `e-${++this.events}`;
  }

  /** A category that has no further ones below it. */
  async leafCategory(): Promise<string> {
    const { items } = await this.operator.get('/v1/categories', { params: { query: { limit: 200 } } });
    const parents = new Set(items.map(row => row.parentId));
    return items.find(row => !parents.has(row.id))!.id;
  }
}
