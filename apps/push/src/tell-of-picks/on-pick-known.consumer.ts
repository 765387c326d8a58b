import { Injectable } from '@nestjs/common';
import { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';
import type { NotificationType } from '@chuanliu/contracts/push/notifications.v1';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { DeliverDue } from '../deliver/deliver-due';
import { wants } from '../domain/event-patterns';
import { changeText, rateChangesOf, type RateChange } from '../domain/news-of-pick';
import { deliveryIdOf, writeDeliveries, type NewDelivery } from '../storage/deliveries';
import { WebhooksOfParties } from '../storage/webhooks-of-parties';
import type { Webhook } from '../storage/webhooks';
import { readToldPicks, saveToldPicks, type ToldPick } from './told-picks';

type PickKnown = EventOf<typeof pickKnown>;

/** Something new about a pick. */
interface News {
  type: NotificationType;
  /** The instant from which it holds: of what held before a webhook was there, nothing is told. */
  from: string;
  data: object;
}

/**
 * Tells a promoter that a pick ends or earns something else, and the brand that a pick of its product ends. A pick is
 * announced with its whole series each time: what is new in it follows from what was known of it.
 */
@Injectable()
export class OnPickKnown {
  constructor(
    private readonly webhooks: WebhooksOfParties,
    private readonly deliverDue: DeliverDue,
    private readonly clock: Clock,
  ) {}

  @OnEvents(pickKnown)
  async handle(events: PickKnown[], tx: Tx): Promise<void> {
    const byParty = await this.webhooks.read(tx);
    const concerned = events.flatMap(event =>
      partiesOf(event).flatMap(party => (byParty.has(party) ? [{ event, party, webhooks: byParty.get(party)! }] : [])),
    );
    if (concerned.length === 0) return;
    const known = await readToldPicks(tx, [...new Set(concerned.map(({ event }) => event.data.pickId))]);
    const changed = new Map<string, ToldPick>();
    const deliveries: NewDelivery[] = [];
    for (const { event, party, webhooks } of concerned) {
      const { pickId, revision, to: endsAt } = event.data;
      const before = known.get(`${pickId} ${party}`);
      if (before && before.revision >= revision) continue;
      const changes = party.startsWith('promoter:') ? rateChangesOf(event.data) : [];
      const now = { pickId, party, revision, endsAt, rateChanges: changes.map(changeText) };
      known.set(`${pickId} ${party}`, now);
      changed.set(`${pickId} ${party}`, now);
      const news = newsOf(event, changes, before);
      deliveries.push(...webhooks.flatMap(webhook => deliveriesTo(webhook, event, news)));
    }
    const now = this.clock.now();
    await saveToldPicks(tx, [...changed.values()], now);
    await writeDeliveries(tx, deliveries, now);
    if (deliveries.length > 0) tx.afterCommit(() => this.deliverDue.wake());
  }
}

const partiesOf = ({ data: { promoterId, brandId } }: PickKnown): string[] =>
  brandId === undefined ? [`promoter:${promoterId}`] : [`promoter:${promoterId}`, `brand:${brandId}`];

function newsOf({ data: pick }: PickKnown, changes: readonly RateChange[], before: ToldPick | undefined): News[] {
  const { pickId, promoterId, productId, to } = pick;
  const known = new Set(before?.rateChanges);
  const news = changes
    .filter(change => !known.has(changeText(change)))
    .map((change): News => {
      const data = { pickId, productId, ...change };
      return { type: 'rate-change.announced', from: change.effectiveFrom, data };
    });
  if (to !== null && to !== before?.endsAt)
    news.push({ type: 'pick.ended', from: to, data: { pickId, promoterId, productId, to } });
  return news;
}

function deliveriesTo({ webhookId, createdAt, events }: Webhook, { meta }: PickKnown, news: News[]): NewDelivery[] {
  return news
    .filter(({ type, from }) => from >= createdAt && wants(events, type))
    .map(({ type, from, data }) => ({
      deliveryId: deliveryIdOf(webhookId, type, meta.eventId, from),
      webhookId,
      type,
      data,
    }));
}
