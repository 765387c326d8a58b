import { Injectable } from '@nestjs/common';
import type { commissionSplit } from '@chuanliu/contracts/commissions/commission-split.v1';
import type { saleStateChanged } from '@chuanliu/contracts/commissions/sale-state-changed.v1';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import type { EventMeta, EventOf } from '@chuanliu/messaging/on-events';
import { DeliverDue } from '../deliver/deliver-due';
import { newsOfSale, standingOfUnnamed, standingsOfSplit, type Standing } from '../domain/news-of-sale';
import { wants } from '../domain/event-patterns';
import { deliveryIdOf, writeDeliveries, type NewDelivery } from '../storage/deliveries';
import { WebhooksOfParties, type WebhooksByParty } from '../storage/webhooks-of-parties';
import { lineText, readToldSales, saveToldSales, type LineKey, type ToldSale } from './told-sales';

/** What an event says of one line. */
interface LineFact extends LineKey {
  productId: string;
  state: Standing['state'];
  outcome: Standing['outcome'];
  /** Counts the line's splits; undefined of a change of state alone. */
  revision: number | undefined;
  standings: Map<string, Standing>;
  meta: EventMeta;
}

/**
 * Tells the promoters and brands that have webhooks what became of their sales.
 *
 * Splits and changes of state alone are two types on one stream, and a slice hands each type over by itself: what a
 * split said later in the stream is not undone by a change of state that stands before it.
 */
@Injectable()
export class TellOfSalesHandler {
  private readonly lastSplits = new WeakMap<Tx, Map<string, number>>();
  private readonly awaited = new WeakMap<Tx, Promise<boolean>>();

  constructor(
    private readonly webhooks: WebhooksOfParties,
    private readonly deliverDue: DeliverDue,
    private readonly clock: Clock,
  ) {}

  /** Whether anybody has a webhook. A slice has one answer: what its splits say bears on its changes of state. */
  isAwaited(tx: Tx): Promise<boolean> {
    let asked = this.awaited.get(tx);
    if (!asked) {
      asked = this.webhooks.read(tx).then(webhooks => webhooks.size > 0);
      this.awaited.set(tx, asked);
    }
    return asked;
  }

  async onSplits(events: ReadonlyArray<EventOf<typeof commissionSplit>>, tx: Tx): Promise<void> {
    const lastSplits = new Map<string, number>();
    const facts: LineFact[] = [];
    for (const { data: split, meta } of events) {
      const { channelId, orderId, brandId } = split;
      for (const { lineNo, productId, state, outcome, steps, revision } of split.lines) {
        if (productId === undefined || state === undefined) continue; // Said before states were.
        const standings = standingsOfSplit({ state, outcome, steps }, brandId);
        const fact = { channelId, orderId, lineNo, productId, state, outcome, revision, standings, meta };
        lastSplits.set(lineText(fact), meta.offset);
        facts.push(fact);
      }
    }
    this.lastSplits.set(tx, lastSplits);
    await this.tell(tx, facts);
  }

  async onStates(events: ReadonlyArray<EventOf<typeof saleStateChanged>>, tx: Tx): Promise<void> {
    const lastSplits = this.lastSplits.get(tx);
    const facts: LineFact[] = [];
    for (const { data: sale, meta } of events) {
      const { channelId, orderId } = sale;
      for (const { lineNo, productId, state, outcome, shares } of sale.lines) {
        const standings = new Map<string, Standing>();
        for (const { share, partyId, amountFen } of shares) {
          if (share !== 'promoter' && share !== 'assist' && share !== 'brand') continue;
          standings.set(`${share === 'brand' ? 'brand' : 'promoter'}:${partyId}`, { state, outcome, share, amountFen });
        }
        const fact = { channelId, orderId, lineNo, productId, state, outcome, revision: undefined, standings, meta };
        if (meta.offset > (lastSplits?.get(lineText(fact)) ?? -1)) facts.push(fact);
      }
    }
    await this.tell(tx, facts);
  }

  private async tell(tx: Tx, facts: readonly LineFact[]): Promise<void> {
    const webhooks = await this.webhooks.read(tx);
    const concerned = facts.filter(fact => mayConcern(fact, webhooks));
    if (concerned.length === 0) return;
    const told = await readToldSales(tx, concerned);
    const changed = new Map<string, ToldSale>();
    const deliveries: NewDelivery[] = [];
    for (const fact of concerned) {
      const before = new Map((told.get(lineText(fact)) ?? []).map(one => [one.party, one]));
      for (const [party, now] of standingsOf(fact, before)) {
        const was = before.get(party);
        if (!webhooks.has(party) || (fact.revision !== undefined && was && was.revision >= fact.revision)) continue;
        const type = newsOfSale(was, now);
        const { channelId, orderId, lineNo } = fact;
        const revision = fact.revision ?? was?.revision ?? 0;
        const named = fact.standings.has(party);
        const is: ToldSale = { channelId, orderId, lineNo, party, revision, named, ...now };
        before.set(party, is);
        changed.set(`${lineText(fact)} ${party}`, is);
        if (type) deliveries.push(...deliveriesOf(fact, now, type, webhooks.get(party)!));
      }
      told.set(lineText(fact), [...before.values()]);
    }
    const now = this.clock.now();
    await saveToldSales(tx, [...changed.values()], now);
    await writeDeliveries(tx, deliveries, now);
    if (deliveries.length > 0) tx.afterCommit(() => this.deliverDue.wake());
  }
}

/** A first split names everybody whom it concerns; a later one may concern somebody whom it names no more. */
function mayConcern({ standings, revision = 0 }: LineFact, webhooks: WebhooksByParty): boolean {
  if (webhooks.size === 0) return false;
  if (revision > 1) return true;
  for (const party of standings.keys()) if (webhooks.has(party)) return true;
  return false;
}

/** Whoever the event names, and after a split whoever was told of the line before and is not named any more. */
function standingsOf(fact: LineFact, before: ReadonlyMap<string, ToldSale>): Array<[party: string, now: Standing]> {
  const standings = [...fact.standings];
  if (fact.revision === undefined) return standings;
  for (const [party, was] of before) {
    if (was.named && !fact.standings.has(party)) standings.push([party, standingOfUnnamed(was, fact)]);
  }
  return standings;
}

function deliveriesOf(
  { channelId, orderId, lineNo, productId, meta }: LineFact,
  { state, outcome, share, amountFen }: Standing,
  type: NewDelivery['type'],
  webhooks: ReturnType<WebhooksByParty['get']> & object,
): NewDelivery[] {
  const data = { channelId, orderId, lineNo, productId, state, outcome, share, amountFen };
  return webhooks
    .filter(webhook => wants(webhook.events, type))
    .map(({ webhookId }) => ({
      deliveryId: deliveryIdOf(webhookId, type, meta.eventId, String(lineNo)),
      webhookId,
      type,
      data,
    }));
}
