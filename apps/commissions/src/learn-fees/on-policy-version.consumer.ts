import { Injectable } from '@nestjs/common';
import { policyVersion, type PolicyFieldsOf } from '@chuanliu/contracts/partners/policy-version.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { LearnFeesHandler } from './learn-fees.handler';

/** Of all policies only the fees concern a split. */
@Injectable()
export class OnPolicyVersion {
  constructor(private readonly learnFees: LearnFeesHandler) {}

  @OnEvents(policyVersion, { fenced: true })
  handle(events: EventOf<typeof policyVersion>[], tx: Tx): Promise<void> {
    const fees = events.filter(({ data }) => data.policy === 'fees');
    return this.learnFees.ofCommissions(
      tx,
      fees.map(({ data: { effectiveFrom, fields } }) => ({ effectiveFrom, ...(fields as PolicyFieldsOf<'fees'>) })),
    );
  }
}
