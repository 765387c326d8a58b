import { Injectable } from '@nestjs/common';
import { sampleChanged } from '@chuanliu/contracts/product-pool/sample-changed.v1';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { TellParties, type News } from '../deliver/tell-parties';

/** Tells the promoter and the brand of a sample what state it came to; what came before a webhook was there is not told. */
@Injectable()
export class OnSampleChanged {
  constructor(private readonly tellParties: TellParties) {}

  @OnEvents(sampleChanged)
  handle(events: EventOf<typeof sampleChanged>[], tx: Tx): Promise<void> {
    return this.tellParties.run(tx, events.map(newsOf));
  }
}

function newsOf({ data: sample, meta: { eventId } }: EventOf<typeof sampleChanged>): News {
  const { sampleId, promoterId, brandId, productId, state, at, contentDueAt, reason } = sample;
  const data = { sampleId, promoterId, brandId, productId, state, at, contentDueAt, reason };
  return { parties: [`promoter:${promoterId}`, `brand:${brandId}`], type: `sample.${state}`, eventId, at, data };
}
