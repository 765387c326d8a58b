import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Wake } from '@chuanliu/messaging/wake';
import { DELIVERY_SETTINGS } from '../delivery-settings-token';
import type { DeliverySettings } from '../push.config';
import { DueDeliveries, type Taken } from './due-deliveries';
import { HttpSender } from './http-sender';
import { RecordOutcome } from './record-outcome';

/** A receiver that answers slowly takes this many places, and one that fails just one. */
const OF_ONE_WEBHOOK = 2;
/** The bell tells what was written here; the look now and then finds retries, and what another instance left. */
const POLL_MS = 1_000;
/** What is under way when the service stops may still end by itself for so long. */
const GRACE_MS = 3_000;

/** Delivers what is due, many at once and few to the same webhook, so that a slow receiver keeps nobody else waiting. */
@Injectable()
export class DeliverDue implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(DeliverDue.name);
  private readonly bell = new Wake();
  private readonly stop = new AbortController();
  private readonly underWay = new Set<Promise<void>>();
  private readonly perWebhook = new Map<string, number>();
  private readonly failing = new Set<string>();
  private stopping = false;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly due: DueDeliveries,
    private readonly sender: HttpSender,
    private readonly record: RecordOutcome,
    private readonly clock: Clock,
    @Inject(DELIVERY_SETTINGS) private readonly settings: DeliverySettings,
  ) {}

  /** Something became due: call it after the commit that made it so. */
  wake(): void {
    this.bell.up();
  }

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.bell.up();
    await this.loop;
    await Promise.race([Promise.all(this.underWay), sleep(GRACE_MS, undefined, { ref: false })]);
    this.stop.abort();
    await Promise.all(this.underWay);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      let taken: Taken[] = [];
      try {
        const free = this.settings.mostInFlight - this.underWay.size;
        if (free > 0) taken = await this.due.take(this.clock.now(), free, id => this.freeOf(id));
      } catch (fault) {
        this.logger.error({ err: fault }, 'what is due could not be taken, trying again');
      }
      for (const one of taken) this.begin(one);
      if (taken.length === 0) await this.bell.wait(POLL_MS);
    }
  }

  private freeOf(webhookId: string): number {
    const most = this.failing.has(webhookId) ? 1 : OF_ONE_WEBHOOK;
    return most - (this.perWebhook.get(webhookId) ?? 0);
  }

  private begin(taken: Taken): void {
    const { webhookId, webhook } = taken;
    this.perWebhook.set(webhookId, (this.perWebhook.get(webhookId) ?? 0) + 1);
    if (webhook?.failingSince) this.failing.add(webhookId);
    else this.failing.delete(webhookId);
    const work = this.deliver(taken)
      // Its lease runs out, and it is tried again.
      .catch((fault: unknown) =>
        this.logger.error({ err: fault }, `delivery ${taken.deliveryId} could not be recorded`),
      )
      .finally(() => {
        this.underWay.delete(work);
        const left = this.perWebhook.get(webhookId)! - 1;
        if (left > 0) this.perWebhook.set(webhookId, left);
        else this.perWebhook.delete(webhookId);
        this.bell.up();
      });
    this.underWay.add(work);
  }

  private async deliver(taken: Taken): Promise<void> {
    const { webhook, deliveryId: id, body, secrets } = taken;
    if (!webhook) return this.record.giveUp(taken, 'webhook-removed');
    if (webhook.state === 'disabled') return this.record.giveUp(taken, 'webhook-disabled');
    const message = { id, url: webhook.url, body, secrets };
    const outcome = await this.sender.send(message, Date.parse(this.clock.now()), this.stop.signal);
    await this.record.run(taken, outcome);
  }
}
