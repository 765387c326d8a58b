import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '@chuanliu/database/database';
import { strandedPartitions } from '@chuanliu/observability/metrics';
import type { Readiness } from '@chuanliu/observability/readiness';
import type { Progress } from './progress';
import type { MessagingOptions } from './settings';
import type { PartitionOffsets } from './topic-offsets';

/** How far a partition was heard. */
export interface Position {
  topic: string;
  partition: number;
  /** Offset of the next message to apply. */
  at: number;
  /** The broker has not what comes next: nothing of the partition is applied until somebody moves the position. */
  isStranded: boolean;
}

/** A broker that has just lost a leader may tell an end that is a little old. */
const SECOND_LOOK_MS = 1_000;

/**
 * Positions that lie outside of what the broker has: it keeps events for a time, and a service that was down for longer
 * comes back to a gap; a stream that was made anew ends before what was heard of the old one. Going on by itself would
 * skip events in silence, so such a partition rests until an operator says where to go on, by moving its position. That it
 * rests is kept beside the position: a stream made anew may have grown past it when the next process looks.
 */
@Injectable()
export class StrandedPositions {
  private readonly logger = new Logger(StrandedPositions.name);
  private told = new Map<string, string>();

  constructor(
    private readonly options: MessagingOptions,
    private readonly database: Database,
    private readonly progress: Progress,
    readiness: Readiness,
  ) {
    if (options.topics.length === 0) return;
    readiness.add('positions', () => (this.told.size === 0 ? null : [...this.told.values()].join('; ')));
  }

  /** All positions of the service, after they were compared with what the broker has. Tells of each stranded one once. */
  async look(): Promise<Position[]> {
    let seen = await this.compare();
    if (seen.outside.length > 0) {
      const { outside } = seen;
      await sleep(SECOND_LOOK_MS);
      for (const one of (await this.compare()).outside)
        if (outside.some(other => isSame(one, other))) await this.strand(one);
      seen = await this.compare();
    }
    const { positions, offsetsOf } = seen;
    this.tell(positions.filter(position => position.isStranded).map(one => ({ ...one, ...offsetsOf(one) })));
    return positions;
  }

  /** Positions first: what is heard meanwhile moves them towards ends that are read later. */
  private async compare() {
    const { service, topics } = this.options;
    const rows = await this.database.read<{ topic: string; partition: number; at: number; stranded_at: number | null }>(
      `SELECT topic, partition_no AS \`partition\`, next_offset AS at, stranded_offset AS stranded_at
       FROM consumer_position WHERE consumer = ? AND topic IN (?)`,
      [service, topics],
    );
    const positions = rows.map(({ stranded_at, ...one }): Position => ({ ...one, isStranded: stranded_at === one.at }));
    const offsets = new Map((await this.progress.offsets()).map(one => [nameOf(one), one]));
    const offsetsOf = (position: Position) => offsets.get(nameOf(position))!;
    const outside = positions.filter(one => !one.isStranded && isOutside(one.at, offsetsOf(one)));
    return { positions, offsetsOf, outside };
  }

  private async strand({ topic, partition, at }: Position): Promise<void> {
    await this.database.write(
      `UPDATE consumer_position SET stranded_offset = next_offset
       WHERE consumer = ? AND topic = ? AND partition_no = ? AND next_offset = ?`,
      [this.options.service, topic, partition, at],
    );
  }

  private tell(stranded: ReadonlyArray<Position & PartitionOffsets>): void {
    const { service } = this.options;
    const before = this.told;
    this.told = new Map(stranded.map(one => [`${nameOf(one)} at ${one.at}`, whatIsWrong(one)]));
    strandedPartitions.set({ group: service }, this.told.size);
    for (const one of stranded) {
      const name = `${nameOf(one)} at ${one.at}`;
      if (!before.has(name)) this.logger.error(`${service}: ${this.told.get(name)}. ${whatToDo(service, one)}`);
    }
  }
}

const nameOf = ({ topic, partition }: { topic: string; partition: number }) => `${topic}/${partition}`;
const isSame = (one: Position, other: Position) => nameOf(one) === nameOf(other) && one.at === other.at;
const isOutside = (at: number, { begin, end }: PartitionOffsets) => at < begin || at > end;

/** In one sentence, without its full stop. */
function whatIsWrong({ topic, partition, at, begin, end }: Position & PartitionOffsets): string {
  const rests = `partition ${partition} of ${topic} rests at offset ${at}, while the broker has ${begin} to ${end}`;
  return at < begin
    ? `${rests}: the ${begin - at} messages from ${at} to ${begin - 1} were never heard, and the broker has them no longer`
    : `${rests}: what was heard of the stream is not what the broker has, as when it was made anew; events below ${at} may never have been heard`;
}

const whatToDo = (service: string, { topic, partition, at, begin }: Position & PartitionOffsets): string =>
  'Nothing of the partition is handled until somebody says where to go on (libs/messaging/README.md, "Where the broker ' +
  `has not what comes next"). Without what is lost: UPDATE consumer_position SET next_offset = ${begin} WHERE ` +
  `consumer = '${service}' AND topic = '${topic}' AND partition_no = ${partition} AND next_offset = ${at}`;
