import { Injectable } from '@nestjs/common';
import { policyVersion } from '@chuanliu/contracts/partners/policy-version.v1';
import { insertRows } from '@chuanliu/database/insert-rows';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { DueLines } from '../decide-again/due-lines';

/** The fees decide nothing: simulations split by them. */
const HEARD: ReadonlySet<string> = new Set(['attribution', 'river', 'fees']);

/**
 * Policies are dated as all else: a backdated river policy changes marks and grants of sales since then, and other
 * windows the decisions that looked for touches. Which version of the attribution policy a decision used follows from
 * orderedAt when it is shown.
 */
@Injectable()
export class OnPolicyVersion {
  constructor(private readonly dueLines: DueLines) {}

  @OnEvents(policyVersion, { fenced: true })
  async handle(events: EventOf<typeof policyVersion>[], tx: Tx): Promise<void> {
    const versions = events.map(event => event.data).filter(data => HEARD.has(data.policy));
    const rows = versions.map(data => [data.policy, toColumn(data.effectiveFrom), JSON.stringify(data.fields)]);
    await insertRows(tx, 'policy_version', ['policy', 'effective_from', 'fields'], rows, { ignore: true });
    const windows = versions.filter(data => data.policy === 'attribution').map(data => data.effectiveFrom);
    if (windows.length > 0) await this.noteLooking(tx, toColumn(earliest(windows)));
    const river = versions.filter(data => data.policy === 'river').map(data => data.effectiveFrom);
    if (river.length === 0) return;
    const since = toColumn(earliest(river));
    await this.noteReturning(tx, since);
    await this.noteGrants(tx, since);
  }

  /** Windows are read when the sale was ordered; a sale whose buyer never touched the product is the same under any. */
  private noteLooking(tx: Tx, since: string): Promise<void> {
    return this.dueLines.noteFound(
      tx,
      `FROM line l WHERE l.ordered_at >= ? AND l.touches IS NOT NULL AND (l.touches <> '[]' OR EXISTS (
         SELECT 1 FROM touch t WHERE t.buyer_key = UNHEX(l.buyer_key) AND t.product_id = l.product_id))`,
      [since],
    );
  }

  /** Window and holdout are read when a self-broadcast sale was ordered, wherever that was: a click may have told of the stream. */
  private noteReturning(tx: Tx, since: string): Promise<void> {
    return this.dueLines.noteFound(
      tx,
      `FROM line l WHERE l.ordered_at >= ? AND l.outcome = 'self-broadcast' AND l.buyer_key IS NOT NULL`,
      [since],
    );
  }

  /** Rates and minima are read when the sale was paid. Walking brand by brand lets the index on payments serve. */
  private noteGrants(tx: Tx, since: string): Promise<void> {
    return this.dueLines.noteFound(
      tx,
      `FROM (SELECT DISTINCT brand_id FROM line) b JOIN line l ON l.brand_id = b.brand_id
       WHERE l.paid_at >= ? AND l.river_promoter_id IS NOT NULL`,
      [since],
    );
  }
}

const earliest = (instants: readonly string[]): string =>
  instants.reduce((least, each) => (each < least ? each : least));
