import { Injectable } from '@nestjs/common';
import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { saveParties } from '../storage/party';
import { LearnFeesHandler } from './learn-fees.handler';

@Injectable()
export class OnBrandVersion {
  constructor(private readonly learnFees: LearnFeesHandler) {}

  @OnEvents(brandVersion, { fenced: true })
  async handle(events: EventOf<typeof brandVersion>[], tx: Tx): Promise<void> {
    const brands = events.map(({ data }) => data);
    await saveParties(
      tx,
      brands.map(({ brandId }) => ['brand', brandId]),
    );
    await this.learnFees.ofBrands(tx, brands);
  }
}
