import type { AttributedLine } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import type { EventDefinition } from '@chuanliu/contracts/define-event';
import { Database } from '@chuanliu/database/database';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { standAlone } from '@chuanliu/messaging/late-knowledge-fence';
import { Arrivals } from '@chuanliu/messaging/arrivals';
import { DueWork } from '@chuanliu/messaging/due-work';
import { messagingMigrations } from '@chuanliu/messaging/migrations';
import type { EventMeta, EventOf } from '@chuanliu/messaging/on-events';
import { Outbox } from '@chuanliu/messaging/outbox';
import { ParkedEvents } from '@chuanliu/messaging/parked-events';
import { Progress } from '@chuanliu/messaging/progress';
import { settingsIn } from '@chuanliu/testing/settings-in';
import { dropNamespace, uniqueNamespace, type Namespace } from '@chuanliu/testing/unique-namespace';
import { DeriveLines } from '../src/attribute-sale/derive-lines';
import { OnOrderPaid } from '../src/attribute-sale/on-order-paid.consumer';
import { OnOrderRefunded } from '../src/attribute-sale/on-order-refunded.consumer';
import { DecideAgain } from '../src/decide-again/decide-again.worker';
import { DueLines } from '../src/decide-again/due-lines';
import { OnAccountOwned } from '../src/learn-accounts/on-account-owned.consumer';
import { OnAgencyContract } from '../src/learn-partners/on-agency-contract.consumer';
import { OnBrandVersion } from '../src/learn-partners/on-brand-version.consumer';
import { OnPartySuspended } from '../src/learn-partners/on-party-suspended.consumer';
import { OnPromoterVersion } from '../src/learn-partners/on-promoter-version.consumer';
import { OnAppealAdjustmentChanged } from '../src/learn-appeal-adjustments/on-appeal-adjustment-changed.consumer';
import { LearnPicks } from '../src/learn-picks/learn-picks';
import { OnPickKnown } from '../src/learn-picks/on-pick-known.consumer';
import { OnPolicyVersion } from '../src/learn-policies/on-policy-version.consumer';
import { DueTouches } from '../src/learn-touches/due-touches';
import { MatchTouches } from '../src/learn-touches/match-touches.worker';
import { OnTouchTakenIn } from '../src/learn-touches/on-touch-taken-in.consumer';
import { OnLinesSettled } from '../src/settle-lines/on-lines-settled.consumer';
import { OnRevisionRejected } from '../src/settle-lines/on-revision-rejected.consumer';
import { SettleLines } from '../src/settle-lines/settle-lines.worker';
import type { Line } from '../src/storage/line';
import { attributionMigrations } from '../src/storage/migrations/all';
import { readerOn } from '../src/storage/reader';
import { linesOfOrder } from '../src/storage/stored-lines';
import type { Told } from './told-facts';

const META: EventMeta = { eventId: '', topic: '', partition: 0, offset: 0, key: '' };
const TABLES = [
  'line', 'line_refund', 'withdrawn_payment', 'due_line', 'river_pair', 'pick', 'account_version', 'brand_version',
  'promoter_version', 'promoter_buyer_key', 'suspension', 'policy_version', 'touch', 'touch_content', 'due_touches',
  'touch_lookup', 'touch_horizon', 'contested_touch', 'traffic_spend', 'traffic_wallet', 'agency_contract', 'appeal',
  'appeal_adjustment',
  'simulation', 'simulation_change', 'simulation_share', 'simulation_line', 'simulation_move', 'earlier_decision',
  'late_decision', 'settled_line', 'outbox',
]; // prettier-ignore

const STREAMS = ['orders', 'touches'];

type Hear = (events: EventOf<EventDefinition>[], tx: Tx) => Promise<void>;

/** The service's handlers on a database of their own; slices are run by hand, so that a test says what comes when. */
export class AttributionUnderTest {
  private readonly hearers: ReadonlyMap<string, Hear>;
  private readonly decideAgain: DecideAgain;
  private readonly matchTouches: MatchTouches;
  private readonly settleLines: SettleLines;

  /** Every SELECT of the slices so far. */
  readonly queries: string[] = [];

  private constructor(
    readonly database: Database,
    readonly namespace: Namespace,
    clock: Clock,
  ) {
    const settings = settingsIn(namespace);
    const options = { service: 'attribution', settings, migrations: [], topics: [] };
    const progress = new Progress(options, database, new ParkedEvents(database));
    const dueWork = new DueWork(database, progress);
    const dueLines = new DueLines(dueWork);
    const derive = new DeriveLines(new Outbox(), dueLines);
    const dueTouches = new DueTouches(dueWork);
    this.matchTouches = new MatchTouches(database, dueLines, dueTouches, dueWork);
    this.decideAgain = new DecideAgain(derive, database, dueWork);
    this.settleLines = new SettleLines(derive, database, dueWork, progress, new Arrivals());
    const hearers = {
      'touch-taken-in.v1': new OnTouchTakenIn(dueTouches),
      'order-paid.v1': new OnOrderPaid(derive),
      'order-refunded.v1': new OnOrderRefunded(derive),
      'pick-known.v1': new OnPickKnown(new LearnPicks(dueLines)),
      'account-owned.v1': new OnAccountOwned(dueLines),
      'agency-contract.v1': new OnAgencyContract(),
      'brand-version.v1': new OnBrandVersion(dueLines),
      'promoter-version.v1': new OnPromoterVersion(dueLines),
      'party-suspended.v1': new OnPartySuspended(dueLines),
      'policy-version.v1': new OnPolicyVersion(dueLines),
      'lines-settled.v1': new OnLinesSettled(dueWork),
      'appeal-adjustment-changed.v1': new OnAppealAdjustmentChanged(clock),
      'revision-rejected.v1': new OnRevisionRejected(dueWork),
    };
    this.hearers = new Map(
      Object.entries(hearers).map(([type, hearer]) => [type, (events, tx) => hearer.handle(events as never, tx)]),
    );
  }

  static async open(clock = new Clock()): Promise<AttributionUnderTest> {
    const namespace = uniqueNamespace();
    const database = await Database.open({
      url: namespace.servers.databaseUrl,
      schema: namespace.schemaOf('attribution'),
      migrations: [...messagingMigrations, ...attributionMigrations],
    });
    const rows = STREAMS.map(topic => ['attribution', topic, 0, 0]);
    await database.transaction(tx =>
      insertRows(tx, 'consumer_position', ['consumer', 'topic', 'partition_no', 'next_offset'], rows),
    );
    return new AttributionUnderTest(database, namespace, clock);
  }

  async close(): Promise<void> {
    await this.database.close();
    await dropNamespace(this.namespace);
  }

  /** One slice: one transaction, each type's events together. */
  async hear(...facts: Told[]): Promise<void> {
    await this.database.transaction(tx => this.slice(tx, facts));
  }

  /** A slice that has done its work, and waits. @returns what lets it commit */
  async hearAndWait(...facts: Told[]): Promise<() => Promise<void>> {
    let goOn = () => {};
    const told = new Promise<void>(resolve => (goOn = resolve));
    let committed = Promise.resolve();
    await new Promise<void>((hasWorked, failed) => {
      committed = this.database.transaction(async tx => {
        await this.slice(tx, facts);
        hasWorked();
        await told;
      });
      committed.catch(failed);
    });
    return () => (goOn(), committed);
  }

  private async slice(underlying: Tx, facts: readonly Told[]): Promise<void> {
    const tx: Tx = {
      ...underlying,
      query: (sql, parameters) => (this.queries.push(sql), underlying.query(sql, parameters)),
    };
    const byType = new Map<string, EventOf<EventDefinition>[]>();
    for (const { event, data } of facts) {
      if (!event.check(data)) throw new Error(`${event.type}: ${JSON.stringify(event.check.errors)}`);
      byType.set(event.type, [...(byType.get(event.type) ?? []), { data, meta: META }]);
    }
    await lockAsASlice(tx, [...byType.keys()]);
    for (const [type, events] of byType) await this.hearers.get(type)!(events, tx);
  }

  /** Works off what is due, until nothing is. */
  async decideDueLines(): Promise<void> {
    for (let done = 1; done > 0;) {
      await this.matchTouches.settle();
      done = await this.standingAlone(tx => this.matchTouches.work(tx));
      done += await this.standingAlone(tx => this.decideAgain.work(tx));
      done += await this.standingAlone(tx => this.settleLines.work(tx));
    }
  }

  private standingAlone(work: (tx: Tx) => Promise<number>): Promise<number> {
    return this.database.transaction(async tx => {
      await standAlone(tx);
      return work(tx);
    });
  }

  /** Chooses, between two slices, which touches are matched next. */
  chooseTouches(): Promise<void> {
    return this.matchTouches.settle();
  }

  /** Matches the touches that were chosen, whatever else has begun since. */
  matchChosen(): Promise<number> {
    return this.standingAlone(tx => this.matchTouches.work(tx));
  }

  /** Matches what touches were told, and works nothing off. @returns the orders whose lines are due */
  async matched(): Promise<string[]> {
    await this.chooseTouches();
    await this.matchChosen();
    const rows = await this.database.read<{ order_id: string }>('SELECT order_id FROM due_line ORDER BY order_id');
    return rows.map(row => row.order_id);
  }

  line(orderId = 'o-1', lineNo = 1): Promise<Line> {
    return linesOfOrder(readerOn(this.database), 'ch-1', orderId).then(lines => {
      const line = lines.find(each => each.facts.lineNo === lineNo);
      if (!line) throw new Error(`there is no line ${orderId}/${lineNo}`);
      return line;
    });
  }

  /** Every announcement of a line, oldest first, with its order's header. */
  async announced(orderId?: string, lineNo?: number): Promise<Array<AttributedLine & { orderId: string }>> {
    const rows = await this.database.read<{ payload: string }>('SELECT payload FROM outbox ORDER BY id');
    return rows
      .map(row => JSON.parse(row.payload) as { orderId: string; lines: AttributedLine[] })
      .flatMap(({ lines, ...header }) => lines.map(line => ({ ...header, ...line })))
      .filter(line => (orderId ?? line.orderId) === line.orderId && (lineNo ?? line.lineNo) === line.lineNo);
  }

  async forgetEverything(): Promise<void> {
    for (const table of TABLES) await this.database.transaction(tx => tx.execute(`DELETE FROM ${table}`));
  }
}

/** A slice holds its partitions, and with facts of the past all of the group's, as if other instances held the others. */
async function lockAsASlice(tx: Tx, types: readonly string[]): Promise<void> {
  const streams = types.map(type =>
    type === 'touch-taken-in.v1' ? 'touches' : type.startsWith('order-') ? 'orders' : null,
  );
  const isFenced = streams.includes(null);
  await tx.query(
    `SELECT topic FROM consumer_position WHERE consumer = 'attribution' ${isFenced ? '' : 'AND topic IN (?)'}
     ORDER BY topic, partition_no FOR UPDATE`,
    isFenced ? [] : [streams],
  );
  if (isFenced) await standAlone(tx);
}
