import { randomUUID } from 'node:crypto';
import { saleAttributed } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import { commissionSplit, type SplitLine } from '@chuanliu/contracts/commissions/commission-split.v1';
import { saleStateChanged } from '@chuanliu/contracts/commissions/sale-state-changed.v1';
import type { DataOf, EventDefinition } from '@chuanliu/contracts/define-event';
import { orderReceived } from '@chuanliu/contracts/orders/order-received.v1';
import { agencyContract } from '@chuanliu/contracts/partners/agency-contract.v1';
import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { partyRegistered } from '@chuanliu/contracts/partners/party-registered.v1';
import { policyVersion } from '@chuanliu/contracts/partners/policy-version.v1';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { lineHoldChanged } from '@chuanliu/contracts/settlement/line-hold-changed.v1';
import { linesSettled } from '@chuanliu/contracts/settlement/lines-settled.v1';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { StoppedClock } from '@chuanliu/http/dated-command-clock';
import { DueWork } from '@chuanliu/messaging/due-work';
import { messagingMigrations } from '@chuanliu/messaging/migrations';
import type { EventMeta } from '@chuanliu/messaging/on-events';
import { Outbox } from '@chuanliu/messaging/outbox';
import { ParkedEvents } from '@chuanliu/messaging/parked-events';
import { Progress } from '@chuanliu/messaging/progress';
import { settingsIn } from '@chuanliu/testing/settings-in';
import { dropNamespace, uniqueNamespace, type Namespace } from '@chuanliu/testing/unique-namespace';
import { ConfirmSaleHandler } from '../src/confirm-sale/confirm-sale.handler';
import { OnOrderReceived } from '../src/confirm-sale/on-order-received.consumer';
import { SplitExplanations } from '../src/explain-split/explain-split.query';
import { HoldLineHandler } from '../src/hold-line/hold-line.handler';
import { OnLineHoldChanged } from '../src/hold-line/on-line-hold-changed.consumer';
import { LearnContractsHandler } from '../src/learn-contracts/learn-contracts.handler';
import { OnAgencyContract } from '../src/learn-contracts/on-agency-contract.consumer';
import { LearnFeesHandler } from '../src/learn-fees/learn-fees.handler';
import { OnBrandVersion } from '../src/learn-fees/on-brand-version.consumer';
import { OnPolicyVersion } from '../src/learn-fees/on-policy-version.consumer';
import { OnPartyRegistered } from '../src/learn-parties/on-party-registered.consumer';
import { OnPromoterVersion } from '../src/learn-parties/on-promoter-version.consumer';
import { LearnTermsHandler } from '../src/learn-terms/learn-terms.handler';
import { OnPickKnown } from '../src/learn-terms/on-pick-known.consumer';
import { ListSalesHandler } from '../src/list-sales/list-sales.handler';
import { SalesOfParty } from '../src/list-sales/sales-of-party.query';
import { MoveLines } from '../src/move-lines/move-lines';
import { OnLinesSettled } from '../src/settle-lines/on-lines-settled.consumer';
import { SettleLines } from '../src/settle-lines/settle-lines.worker';
import { OnSaleAttributed } from '../src/split-commission/on-sale-attributed.consumer';
import { SplitCommissionHandler } from '../src/split-commission/split-commission.handler';
import { SplitDueLines } from '../src/split-commission/split-due-lines';
import { SplitLines } from '../src/split-commission/split-lines';
import { allMigrations } from '../src/storage/migrations/all';
import type { Told } from './told-facts';

type Hearer = (events: never[], tx: Tx) => Promise<void>;

/** A row of a party's list, without the instant of its last change. */
export interface Listed {
  party: string;
  line: string;
  share: string;
  state: string;
  outcome: string;
  baseFen: number;
  estimatedFen: number;
  settledFen: number;
  orderedAt: string;
  tag: string | null;
}

/** The service's handlers on a real database of their own, without a broker. */
export class CommissionsUnderTest {
  readonly clock = new StoppedClock('2026-12-01T00:00:00.000Z');
  readonly splitDueLines: SplitDueLines;
  readonly settleLines: SettleLines;
  readonly listSales: ListSalesHandler;
  readonly explanations: SplitExplanations;
  private readonly hearers: ReadonlyMap<string, Hearer>;

  private constructor(
    readonly database: Database,
    private readonly namespace: Namespace,
  ) {
    const outbox = new Outbox();
    const dueWork = unstartedDueWork(database, namespace);
    const splitLines = new SplitLines(outbox, this.clock, dueWork);
    const moveLines = new MoveLines(outbox, this.clock);
    this.settleLines = new SettleLines(splitLines, moveLines);
    this.splitDueLines = new SplitDueLines(splitLines);
    this.listSales = new ListSalesHandler(new SalesOfParty(database));
    this.explanations = new SplitExplanations(database);
    const sale = new OnSaleAttributed(new SplitCommissionHandler(splitLines));
    const received = new OnOrderReceived(new ConfirmSaleHandler(moveLines));
    const hold = new OnLineHoldChanged(new HoldLineHandler(moveLines));
    const settled = new OnLinesSettled(dueWork);
    const pick = new OnPickKnown(new LearnTermsHandler(dueWork));
    const fees = new LearnFeesHandler(dueWork);
    const contract = new OnAgencyContract(new LearnContractsHandler(dueWork));
    const [brand, policy] = [new OnBrandVersion(fees), new OnPolicyVersion(fees)];
    const [promoter, party] = [new OnPromoterVersion(), new OnPartyRegistered()];
    this.hearers = new Map<string, Hearer>([
      [saleAttributed.type, (events, tx) => sale.handle(events, tx)],
      [orderReceived.type, (events, tx) => received.handle(events, tx)],
      [lineHoldChanged.type, (events, tx) => hold.handle(events, tx)],
      [linesSettled.type, (events, tx) => settled.handle(events, tx)],
      [pickKnown.type, (events, tx) => pick.handle(events, tx)],
      [brandVersion.type, (events, tx) => brand.handle(events, tx)],
      [policyVersion.type, (events, tx) => policy.handle(events, tx)],
      [agencyContract.type, (events, tx) => contract.handle(events, tx)],
      [promoterVersion.type, (events, tx) => promoter.handle(events, tx)],
      [partyRegistered.type, (events, tx) => party.handle(events, tx)],
    ]);
  }

  static async open(): Promise<CommissionsUnderTest> {
    const namespace = uniqueNamespace();
    const database = await Database.open({
      url: namespace.servers.databaseUrl,
      schema: namespace.schemaOf('commissions'),
      migrations: [...messagingMigrations, ...allMigrations],
    });
    return new CommissionsUnderTest(database, namespace);
  }

  async close(): Promise<void> {
    await this.database.close();
    await dropNamespace(this.namespace);
  }

  /** One slice: each hearer gets all of its events at once. */
  tell(...facts: readonly Told[]): Promise<void> {
    const byType = new Map<string, Array<{ data: unknown; meta: EventMeta }>>();
    for (const { event, data } of facts) {
      const meta = { eventId: randomUUID(), topic: '', partition: 0, offset: 0, key: '' };
      const events = byType.get(event.type) ?? [];
      byType.set(event.type, [...events, { data: JSON.parse(JSON.stringify(data)) as unknown, meta }]);
    }
    return this.database.transaction(async tx => {
      for (const [type, events] of byType) await this.hearers.get(type)!(events as never[], tx);
    });
  }

  /** Works off everything due, as the background does. @returns how many lines that were */
  async workOff(): Promise<number> {
    for (let done = 0; ;) {
      const due = await this.database.transaction(tx => this.splitDueLines.run(tx));
      const some = due + (await this.database.transaction(tx => this.settleLines.run(tx)));
      if (some === 0) return done;
      done += some;
    }
  }

  /** Every announced split so far, in the order in which the relay would send them. */
  announcements(): Promise<Array<DataOf<typeof commissionSplit>>> {
    return this.said(commissionSplit);
  }

  /** Every announced change of state alone, in the same order. */
  stateChanges(): Promise<Array<DataOf<typeof saleStateChanged>>> {
    return this.said(saleStateChanged);
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any event's definition
  private async said<D extends EventDefinition<any>>(event: D): Promise<Array<DataOf<D>>> {
    const rows = await this.database.read<{ payload: string }>(
      'SELECT payload FROM outbox WHERE type = ? ORDER BY id',
      [event.type],
    );
    return rows.map(row => {
      const data = JSON.parse(row.payload) as DataOf<D>;
      if (!event.check(data)) throw new Error(JSON.stringify(event.check.errors));
      return data;
    });
  }

  /** By line what a listener knows who keeps the greatest revision and the last state; the revision itself left out. */
  async lastAnnounced(): Promise<Record<string, Omit<SplitLine, 'revision'> & { brandId: string }>> {
    const last = new Map<string, SplitLine & { brandId: string }>();
    const rows = await this.database.read<{ type: string; payload: string }>(
      'SELECT type, payload FROM outbox ORDER BY id',
    );
    for (const { type, payload } of rows) {
      const event = JSON.parse(payload) as DataOf<typeof commissionSplit> | DataOf<typeof saleStateChanged>;
      for (const line of event.lines) {
        const name = `${event.channelId}/${event.orderId}/${line.lineNo}`;
        if (type === saleStateChanged.type) last.get(name)!.state = line.state;
        else if ('revision' in line && line.revision > (last.get(name)?.revision ?? 0))
          last.set(name, { ...line, brandId: event.brandId });
      }
    }
    const withoutRevision = ({ revision: _, ...line }: SplitLine & { brandId: string }) => line;
    return Object.fromEntries([...last].sort().map(([name, line]) => [name, withoutRevision(line)]));
  }

  async listed(): Promise<Listed[]> {
    return this.database.read<Listed>(
      `SELECT CONCAT(party_kind, ':', party_id) AS party, CONCAT(channel_id, '/', order_id, '/', line_no) AS line, share,
         state, outcome, base_fen AS baseFen, estimated_fen AS estimatedFen, settled_fen AS settledFen, party_sale.ordered_at AS orderedAt, tag
       FROM party_sale JOIN sale USING (order_id, channel_id, line_no) ORDER BY 1, 2`,
    );
  }

  async count(table: 'waiting_line' | 'due_line' | 'outbox' | 'sale' | 'told_by_settlement'): Promise<number> {
    return (await this.database.read<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]!.n;
  }

  /** Forgets everything. */
  async empty(): Promise<void> {
    const tables = ['sale', 'party_sale', 'order_receipt', 'earlier_basis', 'told_by_settlement'];
    const rates = ['pick_terms', 'brand_fee', 'promotion_fee', 'agency_contract'];
    for (const table of [...tables, ...rates, 'party', 'due_line', 'waiting_line', 'outbox']) {
      await this.database.transaction(tx => tx.execute(`DELETE FROM ${table}`));
    }
  }
}

function unstartedDueWork(database: Database, namespace: Namespace): DueWork {
  const settings = settingsIn(namespace);
  const options = { service: 'commissions', settings, migrations: [], topics: [] };
  return new DueWork(database, new Progress(options, database, new ParkedEvents(database)));
}
