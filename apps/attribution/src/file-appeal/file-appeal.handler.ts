import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { appealChanged } from '@chuanliu/contracts/attribution/appeal-changed.v1';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import { dueAt, filingEndsAt, mayAppeal, type AppealTimes, type Appellant } from '../domain/appeal';
import { appealOpenAlready, noSuchLine, orderInSeveralChannels, tooLateToAppeal } from '../domain/appeal.problems';
import { insertAppeal, openAppealOf, type StoredAppeal } from '../storage/appeals';
import { picksHeld } from '../storage/knowledge-of-sales';
import type { Line, LineId } from '../storage/line';
import { readerOn } from '../storage/reader';
import { linesNumbered, lockLine } from '../storage/stored-lines';
import { announcedAppeal } from './announced-appeal';
import type { NewAppeal } from './appeal.dto';

export const APPEAL_TIMES = Symbol('APPEAL_TIMES');

/** Takes down what a party has against the outcome of a sale. */
@Injectable()
export class FileAppeal {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(APPEAL_TIMES) private readonly times: AppealTimes,
  ) {}

  /**
   * @throws Problem `no-such-line` (404) for a line that is not the party's business either,
   *   `order-in-several-channels` (409), `too-late-to-appeal` (422), `appeal-open-already` (409)
   */
  async run(party: Appellant, { orderId, lineNo, channelId, text }: NewAppeal): Promise<StoredAppeal> {
    const line = await this.lineOf(party, orderId, lineNo, channelId);
    const now = this.clock.now();
    const until = filingEndsAt(line.facts, this.times);
    if (now >= until) throw tooLateToAppeal(until);
    const appeal: StoredAppeal = {
      appealId: `ap-${uuidv7()}`,
      orderId,
      channelId: line.facts.channelId,
      lineNo,
      party,
      text,
      state: 'open',
      filedAt: now,
      dueAt: dueAt(now, this.times),
      resolvedAt: null,
      resolvedBy: null,
      reason: null,
      revision: 1,
      updatedAt: now,
    };
    await this.database.transaction(tx => this.file(tx, appeal));
    return appeal;
  }

  /** The line that is meant, among those that are the party's business: others do not count, not even as a conflict. */
  private async lineOf(party: Appellant, orderId: string, lineNo: number, channelId?: string): Promise<Line> {
    const reader = readerOn(this.database);
    const lines: Line[] = [];
    for (const line of await linesNumbered(reader, orderId, lineNo)) {
      const { facts, decision } = line;
      if (!facts.present || (channelId ?? facts.channelId) !== facts.channelId) continue;
      const picks = party.kind === 'promoter' ? await picksHeld(reader, party.id, facts.productId) : [];
      if (mayAppeal(party, facts, decision, picks)) lines.push(line);
    }
    const [line, ...others] = lines;
    if (!line) throw noSuchLine(orderId, lineNo);
    if (others.length > 0)
      throw orderInSeveralChannels(
        orderId,
        lines.map(({ facts }) => facts.channelId),
      );
    return line;
  }

  /** Under the line's lock, so that of two appeals at once the later sees the earlier. */
  private async file(tx: Tx, appeal: StoredAppeal): Promise<void> {
    const line: LineId = appeal;
    await lockLine(tx, line);
    const open = await openAppealOf(tx, appeal.party, line);
    if (open) throw appealOpenAlready(open.appealId);
    await insertAppeal(tx, appeal);
    await this.outbox.add(tx, appealChanged, [announcedAppeal(appeal)]);
  }
}
