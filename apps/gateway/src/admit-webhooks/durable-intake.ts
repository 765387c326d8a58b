import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { DataOf, EventDefinition } from '@chuanliu/contracts/define-event';
import { topics } from '@chuanliu/contracts/topics';
import { declareTopics } from '@chuanliu/messaging/declare-topics';
import { DirectProducer } from '@chuanliu/messaging/direct-producer';
import { Readiness } from '@chuanliu/observability/readiness';
import { Problem } from '@chuanliu/problems/problem';
import { GATEWAY_SETTINGS, type GatewaySettings } from '../gateway.config';

/** How long a channel waits for the broker before it is told to come back. */
const brokerWithinMs = 15_000;

/** Makes durable what channels tell: their answer waits for it. */
@Injectable()
export class DurableIntake implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly producer: DirectProducer;
  private isConnected = false;

  constructor(
    @Inject(GATEWAY_SETTINGS) private readonly settings: GatewaySettings,
    readiness: Readiness,
  ) {
    this.producer = new DirectProducer(settings, 'gateway-intake');
    readiness.add('intake', () => (this.isConnected ? null : 'the broker has not been reached yet'));
  }

  async onApplicationBootstrap(): Promise<void> {
    await declareTopics(this.settings, [topics.orderIntake.name, topics.touches.name]);
    await this.producer.connect();
    this.isConnected = true;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.producer.disconnect();
  }

  /**
   * Returns once all in-sync replicas have every fact.
   * @throws Problem `gateway/intake-unavailable` (503) when the broker does not take them in time
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any event's definition
  async makeDurable<D extends EventDefinition<any>>(event: D, facts: ReadonlyArray<DataOf<D>>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the broker did not answer in time')), brokerWithinMs);
    });
    try {
      await Promise.race([this.producer.send(event, facts), tooLong]);
    } catch (fault) {
      // Some may have been stored: sent again, they are the same facts, and are absorbed.
      throw intakeUnavailable(fault);
    } finally {
      clearTimeout(timer);
    }
  }
}

function intakeUnavailable(cause: unknown): Problem {
  const problem = new Problem('unavailable', 'gateway/intake-unavailable', 'Events cannot be made durable now', {
    detail: 'Send the same request again: whatever was stored of it already is not counted twice.',
    retryAfterSeconds: 5,
  });
  problem.cause = cause;
  return problem;
}
