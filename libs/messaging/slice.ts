import { randomInt } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import { isTransient } from '@chuanliu/database/transient-faults';
import type { Tx } from '@chuanliu/database/tx';
import { Arrivals } from './arrivals';
import { metaOf, readIncoming, type Hearer, type Incoming, type Read } from './incoming';
import { standAlone } from './late-knowledge-fence';
import { ParkedEvents } from './parked-events';
import { PlantedFaults } from './planted-faults';

/** Messages of one partition, in order, the offset that their fetch asked for, and where the partition ended then. */
export interface PartitionPart {
  topic: string;
  partition: number;
  fetchedOffset: number;
  end: number;
  messages: Incoming[];
}

export interface SliceOutcome {
  /**
   * Partitions whose position in the database lies before what was fetched (a restored backup), or after all that the
   * broker had: read again from there.
   */
  seekTo: Array<{ topic: string; partition: number; offset: number }>;
  /** Partitions that rest: nothing of them was applied. */
  stranded: Array<{ topic: string; partition: number }>;
  handled: number;
}

interface LockedPosition {
  next: number;
  isStranded: boolean;
}

type Heard = Extract<Read, { hearer: Hearer }>;

/**
 * One slice: up to a thousand messages of all partitions in one transaction. Their positions are locked first, in
 * sorted order, which fences out a consumer that was frozen and wakes up; offsets and events that were applied before
 * are dropped; handlers work on all events of a type at once; positions move in the same transaction.
 */
@Injectable()
export class SliceRunner {
  private readonly logger = new Logger(SliceRunner.name);

  constructor(
    private readonly database: Database,
    private readonly parked: ParkedEvents,
    private readonly faults: PlantedFaults,
    private readonly arrivals: Arrivals,
  ) {}

  /**
   * Applies the parts, or throws a transient fault after a few tries (nothing is applied then).
   * @param consumer the group's name
   */
  async run(
    consumer: string,
    parts: PartitionPart[],
    hearers: Map<string, Hearer>,
    ignores: Set<string>,
  ): Promise<SliceOutcome> {
    if (this.faults.positionFirst) await this.moveTooEarly(consumer, parts);
    try {
      return await this.database.transaction(tx => this.once(tx, consumer, parts, hearers, ignores, false));
    } catch (fault) {
      if (isTransient(fault)) throw fault;
      this.logger.error(
        { err: fault },
        `a slice of ${consumer} failed; running it key by key to find the event that does it`,
      );
      return this.database.transaction(tx => this.once(tx, consumer, parts, hearers, ignores, true));
    }
  }

  private async once(
    tx: Tx,
    consumer: string,
    parts: PartitionPart[],
    hearers: Map<string, Hearer>,
    ignores: Set<string>,
    keyByKey: boolean,
  ): Promise<SliceOutcome> {
    const fenced = parts.some(part => part.messages.some(message => hearers.get(message.type)?.fenced));
    const positions = await lockPositions(tx, consumer, parts, fenced);
    if (fenced) await standAlone(tx);
    const outcome: SliceOutcome = { seekTo: [], stranded: [], handled: 0 };
    const fresh: Incoming[] = [];
    const moved: Array<[string, string, number, number]> = [];
    for (const part of parts) {
      const position = positions.get(`${part.topic}/${part.partition}`);
      if (position?.isStranded) {
        outcome.stranded.push({ topic: part.topic, partition: part.partition });
        continue;
      }
      const next = this.faults.positionFirst ? 0 : (position?.next ?? 0);
      // Behind the end, these may be events of a stream that was made anew: never to be dropped as if they were known.
      if (!this.faults.positionFirst && (next < part.fetchedOffset || next > part.end)) {
        outcome.seekTo.push({ topic: part.topic, partition: part.partition, offset: next });
        continue;
      }
      const unseen = part.messages.filter(message => message.offset >= next);
      if (unseen.length === 0) continue;
      fresh.push(...unseen);
      moved.push([consumer, part.topic, part.partition, unseen.at(-1)!.offset + 1]);
    }
    if (moved.length === 0) return outcome;
    outcome.handled = fresh.length;

    const idle = await idleHearers(tx, fresh, hearers);
    const read = fresh.map(message => readIncoming(message, hearers, ignores, idle)).filter(one => one !== null);
    const parkedKeys = await this.parked.keysOf(
      tx,
      consumer,
      read.map(one => one.incoming),
    );
    const toPark: Array<{ incoming: Incoming; fault: string }> = [];
    const heard: Heard[] = [];
    for (const one of read) {
      if ('fault' in one) toPark.push(one);
      else if (parkedKeys.has(one.incoming))
        toPark.push({ incoming: one.incoming, fault: 'an earlier event of its key is parked' });
      else heard.push(one);
    }
    // Before the inbox notes them: what waits behind a broken event was not handled, and its replay must find it new.
    const noted = await dropRepeats(tx, consumer, afterParked(heard, toPark));
    const events = noted.filter(({ hearer }) => !idle.has(hearer));

    if (keyByKey) await this.handleKeyByKey(tx, consumer, events, toPark);
    else await this.handle(tx, events);
    await this.parked.park(tx, consumer, toPark);
    await savePositions(tx, moved);
    return outcome;
  }

  private async handle(tx: Tx, events: Heard[]): Promise<void> {
    const byHearer = new Map<Hearer, Heard[]>();
    for (const event of events) append(byHearer, event.hearer, event);
    for (const [hearer, heard] of inHearingOrder(byHearer)) {
      for (const { incoming } of heard) this.faults.tasteOf(incoming.payload);
      await hearer.handle(
        heard.map(({ incoming, data }) => ({ data, meta: metaOf(incoming) })),
        tx,
      );
      tx.afterCommit(() => this.arrivals.add(hearer.event.type, heard.length));
    }
  }

  /** Each key on its own, behind a savepoint: the key on which our code fails is parked, the others go on. */
  private async handleKeyByKey(
    tx: Tx,
    consumer: string,
    events: Heard[],
    toPark: Array<{ incoming: Incoming; fault: string }>,
  ): Promise<void> {
    const byKey = new Map<string, Heard[]>();
    for (const event of events) {
      const name = `${event.incoming.topic}/${event.incoming.key}`;
      append(byKey, name, event);
    }
    for (const ofKey of byKey.values()) {
      await tx.execute('SAVEPOINT one_key');
      try {
        await this.handle(tx, ofKey);
      } catch (fault) {
        if (isTransient(fault)) throw fault;
        await tx.execute('ROLLBACK TO SAVEPOINT one_key');
        this.logger.error({ err: fault }, `parking ${ofKey.length} event(s) of ${ofKey[0]!.incoming.key}`);
        const text = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
        for (const { incoming } of ofKey) toPark.push({ incoming, fault: `our code failed on it: ${text}` });
        await forgetInInbox(tx, consumer, ofKey);
      }
    }
  }

  private async moveTooEarly(consumer: string, parts: PartitionPart[]): Promise<void> {
    await this.database.transaction(tx =>
      savePositions(
        tx,
        parts.map(part => [consumer, part.topic, part.partition, part.messages.at(-1)!.offset + 1]),
      ),
    );
    await new Promise(resolve => setTimeout(resolve, 30));
  }
}

async function lockPositions(
  tx: Tx,
  consumer: string,
  parts: PartitionPart[],
  all: boolean,
): Promise<Map<string, LockedPosition>> {
  const rows = await tx.query<{
    topic: string;
    partition_no: number;
    next_offset: number;
    stranded_offset: number | null;
  }>(
    `SELECT topic, partition_no, next_offset, stranded_offset FROM consumer_position
     WHERE consumer = ? ${all ? '' : 'AND (topic, partition_no) IN (?)'} ORDER BY topic, partition_no FOR UPDATE`,
    all ? [consumer] : [consumer, parts.map(part => [part.topic, part.partition])],
  );
  return new Map(
    rows.map(({ topic, partition_no, next_offset: next, stranded_offset }) => [
      `${topic}/${partition_no}`,
      { next, isStranded: stranded_offset === next },
    ]),
  );
}

/** A position that moves rests no more: one that was moved back comes by the offset at which it rested once more. */
async function savePositions(tx: Tx, moved: Array<[string, string, number, number]>): Promise<void> {
  await insertRows(tx, 'consumer_position', ['consumer', 'topic', 'partition_no', 'next_offset'], moved, {
    onDuplicate: `${takeNew('next_offset')}, stranded_offset = NULL`,
  });
}

/** Those hearers of the slice's messages that do nothing with them now. */
async function idleHearers(
  tx: Tx,
  messages: readonly Incoming[],
  hearers: Map<string, Hearer>,
): Promise<ReadonlySet<Hearer>> {
  const idle = new Set<Hearer>();
  for (const type of new Set(messages.map(message => message.type))) {
    const hearer = hearers.get(type);
    if (hearer?.isAwaited && !(await hearer.isAwaited(tx))) idle.add(hearer);
  }
  return idle;
}

/** Notes every event in the inbox, and keeps those that were not there yet. */
async function dropRepeats(tx: Tx, consumer: string, events: Heard[]): Promise<Heard[]> {
  if (events.length === 0) return events;
  const slice = randomInt(2 ** 47);
  const unique = new Map(events.map(event => [event.incoming.eventId!.toString('hex'), event]));
  const sorted = [...unique.values()].sort((a, b) => Buffer.compare(a.incoming.eventId!, b.incoming.eventId!));
  const rows = sorted.map(event => [event.incoming.eventId, consumer, slice]);
  const inserted = await insertRows(tx, 'inbox', ['event_id', 'consumer', 'slice'], rows, { ignore: true });
  if (inserted === events.length) return events;
  const mine = await tx.query<{ event_id: Buffer }>(
    'SELECT event_id FROM inbox WHERE event_id IN (?) AND consumer = ? AND slice = ?',
    [sorted.map(event => event.incoming.eventId), consumer, slice],
  );
  const fresh = new Set(mine.map(row => row.event_id.toString('hex')));
  return events.filter(event => fresh.delete(event.incoming.eventId!.toString('hex')));
}

/** A parked event was not handled: its replay must find it new. */
async function forgetInInbox(tx: Tx, consumer: string, events: Heard[]): Promise<void> {
  const ids = events.map(event => event.incoming.eventId);
  await tx.execute('DELETE FROM inbox WHERE event_id IN (?) AND consumer = ?', [ids, consumer]);
}

/** Events behind a broken one of the same key wait with it. */
function afterParked(events: Heard[], toPark: Array<{ incoming: Incoming; fault: string }>): Heard[] {
  if (toPark.length === 0) return events;
  const broken = new Map<string, number>();
  for (const { incoming } of toPark) {
    const name = `${incoming.topic}/${incoming.key}`;
    broken.set(name, Math.min(broken.get(name) ?? Infinity, incoming.offset));
  }
  return events.filter(({ incoming }) => {
    const behind = incoming.offset > (broken.get(`${incoming.topic}/${incoming.key}`) ?? Infinity);
    if (behind) toPark.push({ incoming, fault: 'an earlier event of its key is parked' });
    return !behind;
  });
}

function inHearingOrder(byHearer: Map<Hearer, Heard[]>): Array<[Hearer, Heard[]]> {
  return [...byHearer].sort(([a], [b]) => a.rank - b.rank);
}

function append<K, V>(lists: Map<K, V[]>, name: K, value: V): void {
  const list = lists.get(name);
  if (list) list.push(value);
  else lists.set(name, [value]);
}
