import { Injectable } from '@nestjs/common';
import { isPartyKind, type Caller } from '@chuanliu/auth/caller';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import { takeStep, type SampleStep } from '../domain/sample-steps';
import { noSuchSample } from '../domain/sample.problems';
import { announceMoves } from '../storage/sample-history';
import { lockSamples, saveSamples, type StoredSample } from '../storage/samples';
import { shownSample, type SampleAnswer } from './sample.dto';
import { whatWasSaid } from './what-was-said';

/** Takes one step of a sample's life; every door but the request's ends here. */
@Injectable()
export class MoveSampleHandler {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem when the sample is not the caller's, or does not allow the step; nothing has changed then */
  async run(
    caller: Caller,
    sampleId: string,
    step: SampleStep,
    body: { reason?: string; at?: string },
  ): Promise<SampleAnswer> {
    const now = this.clock.now();
    const { by, reason, at } = whatWasSaid(caller, body, now);
    const after = await this.database.transaction(async tx => {
      const [sample] = await lockSamples(tx, [sampleId]);
      const own = ownSample(caller, sampleId, sample);
      const moves = takeStep(own, step, { at, now, reason });
      const last = moves.at(-1);
      if (!last) return own;
      await saveSamples(tx, [last.sample], now);
      await announceMoves(tx, this.outbox, moves, by, now);
      return { ...own, ...last.sample, updatedAt: now };
    });
    return shownSample(after, now);
  }
}

/** @throws Problem `no-such-sample` (404), also for one that is somebody else's */
export function ownSample(caller: Caller, sampleId: string, sample: StoredSample | undefined): StoredSample {
  const party = caller.role === 'brand' ? sample?.brandId : sample?.promoterId;
  if (!sample || (isPartyKind(caller.role) && caller.partyId !== party)) throw noSuchSample(sampleId);
  return sample;
}
