import { Injectable } from '@nestjs/common';
import { agencyContract } from '@chuanliu/contracts/partners/agency-contract.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { LearnContractsHandler } from './learn-contracts.handler';

@Injectable()
export class OnAgencyContract {
  constructor(private readonly learnContracts: LearnContractsHandler) {}

  @OnEvents(agencyContract, { fenced: true })
  handle(events: EventOf<typeof agencyContract>[], tx: Tx): Promise<void> {
    return this.learnContracts.run(events, tx);
  }
}
