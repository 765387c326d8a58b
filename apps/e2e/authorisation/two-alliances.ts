import type { Alliance } from '../alliance';
import type { Role } from './matrix';

/** Whose things are asked for: those of the test's parties, or those of the others. */
export type Whose = 'mine' | 'theirs';

/** Parties of every kind, twice, each pair with a product, a pick, a sale and whatever else can be asked for. */
export class TwoAlliances {
  private readonly picks = {} as Record<Whose, { pickId: string; cartToken: string | null }>;
  private readonly webhooks = new Map<string, { webhookId: string; deliveryId: string }>();
  private readonly samples = {} as Record<Whose, string>;
  /** Of the first line's promoter and brand, by role. */
  private readonly appeals = new Map<string, string>();
  private readonly applications = {} as Record<Whose, string>;
  private category = '';
  private simulationId = '';

  constructor(private readonly alliance: Alliance) {}

  /** The test's client of a role: of the first alliance. */
  clientOf(role: Role): string {
    if (role === 'operator') return 'operator';
    if (role === 'finance') return 'finance-1';
    return `${role} ${partyOf(role, 'mine')}`;
  }

  async populate(): Promise<void> {
    this.category = await this.alliance.leafCategory();
    for (const whose of ['mine', 'theirs'] as const) await this.register(whose);
    for (const whose of ['mine', 'theirs'] as const) {
      await this.trade(whose);
      await this.plan(whose);
      await this.haveTold(whose);
      await this.requestSample(whose);
    }
    for (const role of ['brand', 'promoter', 'recruiter', 'agency'] as const)
      await this.alliance.clientOf(role, partyOf(role, 'mine'));
    await this.alliance.quiet();
    for (const whose of ['mine', 'theirs'] as const) await this.appeal(whose);
    await this.simulate();
  }

  /**
   * What a parameter or field of this name stands for.
   * @returns undefined for one that is nobody's: any value of the declared shape will do
   */
  valueOf(path: string, name: string, whose: Whose, role: Role): unknown {
    const n = numberOf(whose);
    switch (name) {
      case 'partyId':
        return partyOf(roleOfPath(path), whose);
      case 'productId':
        return `p-${n}`;
      case 'promoterId':
        // A plan with a promoter is taken away once: each role has one of its own to take.
        return path.endsWith('{promoterId}') && role === 'brand' ? `pr-${3 - n}` : `pr-${n}`;
      case 'promoters':
        return path.endsWith('/exclusive-activity') ? [`pr-${n}`] : undefined; // Other plans say more of each.
      case 'party': {
        const kind = role in prefixes ? role : 'promoter';
        const isNamed = path.startsWith('/v1/payouts') || path.endsWith('/write-off');
        return isNamed ? `${kind}:${partyOf(kind, whose)}` : undefined;
      }
      case 'brandId':
        return `br-${n}`;
      case 'agencyId':
        return `ag-${n}`;
      case 'pickId':
        return this.picks[whose].pickId;
      case 'plan':
        return 'directed';
      case 'applicationId':
        return this.applications[whose];
      case 'sampleId':
        return this.samples[whose];
      case 'token':
        return this.picks[whose].cartToken;
      case 'webhookId':
      case 'deliveryId':
        return this.webhooks.get(`${role} ${whose}`)?.[name];
      case 'simulationId':
        return this.simulationId;
      case 'appealId':
        return this.appeals.get(`${role === 'brand' ? 'brand' : 'promoter'} ${whose}`);
      case 'orderId':
        return `o-${n}`;
      case 'accountId':
        return role === 'promoter' ? `acc-pr-${n}` : `acc-br-${n}`;
      case 'buyerId':
        return `b-${n}`;
      case 'categoryId':
        return this.category;
      case 'suspensionId':
        return 's-1';
      case 'month':
        return '2026-11';
      case 'quarter':
        return '2026-Q4';
      case 'policy':
        return path.startsWith('/v1/policies/') ? 'river' : undefined; // A policy that is tried is a body's part.
      case 'id':
        if (path.startsWith('/v1/parked-events/')) return 'orders:1';
        return path.startsWith('/v1/accounts/') ? `br-${n}` : undefined; // The account's owner.
      default:
        return undefined;
    }
  }

  /** What a body needs beyond what its shape requires, for who says it. */
  moreOf(name: string, role: Role | null): object {
    // An operator who acts in a party's place says why.
    return role === 'operator' && name.includes('/samples') ? { reason: 'as agreed' } : {};
  }

  private async register(whose: Whose): Promise<void> {
    const n = numberOf(whose);
    await this.alliance.brand(`br-${n}`);
    await this.alliance.promoter(`pr-${n}`);
    await this.alliance.put(`/v1/agencies/ag-${n}`, { name: 'agency' });
    await this.alliance.put(`/v1/recruiters/rc-${n}`, { name: 'recruiter', kind: 'company' });
    // A payout waits for a payee that is not known yet.
    for (const party of [`brands/br-${n}`, `promoters/pr-${n}`, `recruiters/rc-${n}`, `agencies/ag-${n}`])
      await this.alliance.put(`/v1/${party}/payee`, { payeeName: '户名', bankAccount: '62220000', verified: true });
  }

  /** A webhook for each role that may have one to ask for, since one of them removes it; nobody listens there. */
  private async haveTold(whose: Whose): Promise<void> {
    for (const role of ['operator', 'brand', 'promoter'] as const) {
      const party = role === 'promoter' ? `promoter:pr-${numberOf(whose)}` : `brand:br-${numberOf(whose)}`;
      const body = { url: 'http://127.0.0.1:9/', events: ['*'], party };
      const { id: webhookId } = await this.alliance.post<{ id: string }>('/v1/webhooks', body);
      const { deliveryId } = await this.alliance.post<{ deliveryId: string }>(`/v1/webhooks/${webhookId}/test`);
      this.webhooks.set(`${role} ${whose}`, { webhookId, deliveryId });
    }
  }

  private async requestSample(whose: Whose): Promise<void> {
    const n = numberOf(whose);
    const path = `/v1/promoters/pr-${n}/samples`;
    const body = await this.alliance.post<{ sampleId: string }>(path, { productId: `p-${n}`, reason: 'as agreed' });
    this.samples[whose] = body.sampleId;
  }

  /** One that is over: its results are there to be asked for. */
  private async simulate(): Promise<void> {
    const simulations = '/v1/attribution/simulations';
    const asked = { from: '2026-11-01T00:00:00+08:00', to: '2026-12-01T00:00:00+08:00', policy: {} };
    const { simulationId } = await this.alliance.post<{ simulationId: string }>(simulations, asked);
    this.simulationId = simulationId;
    // The stream of its progress ends with it.
    await this.alliance.calls.get('operator', `${simulations}/${simulationId}/progress`);
  }

  /** An appeal of each party against the sale. */
  private async appeal(whose: Whose): Promise<void> {
    for (const role of ['brand', 'promoter'] as const) {
      const client = await this.alliance.clientOf(role, partyOf(role, whose));
      const body = { orderId: `o-${numberOf(whose)}`, lineNo: 1, text: 'look again' };
      const { id } = await this.alliance.post<{ id: string }>('/v1/appeals', body, client);
      this.appeals.set(`${role} ${whose}`, id);
    }
  }

  /** Plans of the product and of the whole shop with both promoters, and an application of one for a better one. */
  private async plan(whose: Whose): Promise<void> {
    const n = numberOf(whose);
    const promoters = ['pr-1', 'pr-2'].map(promoterId => ({ promoterId, commissionBps: 3_000 }));
    await this.alliance.put(`/v1/products/p-${n}/plans/directed`, { promoters });
    await this.alliance.put(`/v1/brands/br-${n}/plans/shop-directed`, { promoters });
    const client = await this.alliance.clientOf('promoter', `pr-${n}`);
    const path = `/v1/products/p-${n}/plans/directed/applications`;
    const { id } = await this.alliance.post<{ id: string }>(path, { commissionBps: 3_500 }, client);
    this.applications[whose] = id;
  }

  /** A sale by the promoter's code to a buyer, who is then in the brand's river. */
  private async trade(whose: Whose): Promise<void> {
    const n = numberOf(whose);
    await this.alliance.product(`p-${n}`, `br-${n}`, 2_000, { sampleRule: { offered: true } });
    const pick = await this.alliance.pick(`pr-${n}`, `p-${n}`);
    this.picks[whose] = pick;
    const { promotionCode } = pick;
    const line = { productId: `p-${n}`, paidFen: 10_000, scene: { surface: 'link', promotionCode } };
    await this.alliance.send(this.alliance.paid(`o-${n}`, `br-${n}`, [line], { buyerId: `b-${n}` }));
  }
}

const numberOf = (whose: Whose): number => (whose === 'mine' ? 1 : 2);

const prefixes: Record<string, string> = { brand: 'br', promoter: 'pr', recruiter: 'rc', agency: 'ag' };

const partyOf = (role: string, whose: Whose): string => `${prefixes[role]}-${numberOf(whose)}`;

/** `/v1/agencies/{partyId}` is of an agency. */
function roleOfPath(path: string): string {
  const plural = path.split('/')[2]!;
  return plural === 'agencies' ? 'agency' : plural.slice(0, -1);
}
