import { Injectable } from '@nestjs/common';
import { policyVersion } from '@chuanliu/contracts/partners/policy-version.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { LearnHoldDaysHandler } from './learn-hold-days.handler';

/** Of all policies settlement follows its own, and the newcomers' programme. */
@Injectable()
export class OnPolicyVersion {
  constructor(private readonly learnHoldDays: LearnHoldDaysHandler) {}

  @OnEvents(policyVersion, { fenced: true })
  handle(events: EventOf<typeof policyVersion>[], tx: Tx): Promise<void> {
    return this.learnHoldDays.ofPolicies(
      tx,
      events.map(event => event.data),
    );
  }
}
