import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { orderEventTakenIn } from '@chuanliu/contracts/gateway/order-event-taken-in.v1';
import { compileShape } from '@chuanliu/http/validate';
import { declareTopics } from '@chuanliu/messaging/declare-topics';
import { DirectProducer } from '@chuanliu/messaging/direct-producer';
import { Readiness } from '@chuanliu/observability/readiness';
import { Problem } from '@chuanliu/problems/problem';
import { BuyerKeys } from '../forward/buyer-key';
import { GATEWAY_SETTINGS, type GatewaySettings } from '../gateway.config';
import { parseJson } from '../public-door/json-body';
import { Envelope, type TakenIn } from './order-event.shapes';
import { sortEvents } from './sort-events';
import type { TakenInEvent } from './fact-of-event';
import { malformedEnvelope } from './webhook.problems';

const envelope = compileShape(Envelope);
/** How long a channel waits for the broker before it is told to come back. */
const brokerWithinMs = 15_000;

/** Takes order events in: checked one by one, made durable together. */
@Injectable()
export class OrderIntake implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly producer: DirectProducer;
  private isConnected = false;

  constructor(
    @Inject(GATEWAY_SETTINGS) private readonly settings: GatewaySettings,
    private readonly buyerKeys: BuyerKeys,
    readiness: Readiness,
  ) {
    this.producer = new DirectProducer(settings, 'gateway-intake');
    readiness.add('order intake', () => (this.isConnected ? null : 'the broker has not been reached yet'));
  }

  async onApplicationBootstrap(): Promise<void> {
    await declareTopics(this.settings, [orderEventTakenIn.stream]);
    await this.producer.connect();
    this.isConnected = true;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.producer.disconnect();
  }

  /**
   * @returns what became of each event, once all in-sync replicas have those that were accepted
   * @throws Problem 400 when there are no events to look at, 503 when the broker does not take them
   */
  async takeIn(channelId: string, body: Buffer): Promise<TakenIn> {
    const parsed = parseJson(body);
    const faults = envelope.faults(parsed);
    if (faults.length > 0) throw malformedEnvelope(faults.slice(0, 20).map(shortened));
    const { events } = parsed as { events: unknown[] };
    const { facts, duplicates, refused } = await sortEvents(channelId, events, id => this.buyerKeys.of(id));
    await this.makeDurable(facts);
    return { accepted: facts.length, duplicates, refused };
  }

  private async makeDurable(facts: TakenInEvent[]): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the broker did not answer in time')), brokerWithinMs);
    });
    try {
      await Promise.race([this.producer.send(orderEventTakenIn, facts), tooLong]);
    } catch (fault) {
      // Some may have been stored: sent again, they are the same events, and are absorbed.
      throw intakeUnavailable(fault);
    } finally {
      clearTimeout(timer);
    }
  }
}

function shortened({ pointer, problem }: { pointer: string; problem: string }) {
  return { pointer: pointer.slice(0, 200), problem };
}

function intakeUnavailable(cause: unknown): Problem {
  const problem = new Problem('unavailable', 'gateway/intake-unavailable', 'Events cannot be made durable now', {
    detail: 'Send the same request again: whatever was stored of it already is not counted twice.',
    retryAfterSeconds: 5,
  });
  problem.cause = cause;
  return problem;
}
