import { Injectable, Logger } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import { allEvents } from '@chuanliu/contracts/sale-flow';
import { PARTITIONS } from '@chuanliu/contracts/topics';
import { Database } from '@chuanliu/database/database';
import { insertRows } from '@chuanliu/database/insert-rows';
import { brokerName } from '@chuanliu/database/service-schema';
import type { Tx } from '@chuanliu/database/tx';
import { consumerLag, messagesPerSlice, sliceRetries, sliceSeconds } from '@chuanliu/observability/metrics';
import { BatchCollector } from './batch-collector';
import { declareTopics } from './declare-topics';
import type { Hearer, Incoming } from './incoming';
import { headerTexts, kafkaClient } from './kafka';
import { hearing } from './on-events';
import { ParkedEvents } from './parked-events';
import type { MessagingOptions } from './settings';
import { SliceRunner, type PartitionPart } from './slice';
import { StrandedPositions, type Position } from './stranded-positions';
import { offsetsOfStreams } from './topic-offsets';
import { uuidBytes } from './uuid-text';
import { Watchdog } from './watchdog';

/**
 * Reads 16 MiB messages, and enough of small ones for a full slice. The broker answers as soon as it has a byte; only an
 * idle fetch waits its time out, and each one costs both sides a little.
 */
const FETCH = { minBytes: 1, maxWaitTimeInMs: 500, maxBytesPerPartition: 1024 * 1024, maxBytes: 24 * 1024 * 1024 };
const COMMIT_EVERY_MS = 5_000;
const LOOK_AT_STRANDED_EVERY_MS = 5_000;

/**
 * How services hear events: Kafka's batches of all partitions become slices (one database transaction each), whose
 * position is kept in the database beside what they changed. What Kafka stores as committed is for onlookers only.
 */
@Injectable()
export class BatchStrategy extends Server implements CustomTransportStrategy {
  protected override readonly logger = new Logger(BatchStrategy.name);
  private readonly hearers = new Map<string, Hearer>();
  private readonly ignores: Set<string>;
  private readonly collector = new BatchCollector((parts, isWanted) => this.applySlice(parts, isWanted));
  private consumer: Consumer | undefined;
  private stopping = false;
  private committedAt = 0;
  /** Partitions that rest, as `topic/partition`. */
  private readonly resting = new Set<string>();
  private isLookingForStranded = false;
  private nextLook: NodeJS.Timeout | undefined;
  readonly group: string;

  constructor(
    private readonly options: MessagingOptions,
    private readonly database: Database,
    private readonly slices: SliceRunner,
    private readonly parked: ParkedEvents,
    private readonly watchdog: Watchdog,
    private readonly stranded: StrandedPositions,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {
    super();
    this.group = options.service;
    this.ignores = new Set(options.ignores ?? []);
  }

  /** The event types that this service hears. */
  get hears(): Map<string, Hearer> {
    return this.hearers;
  }

  listen(callback: (...args: unknown[]) => void): void {
    this.start().then(
      () => callback(),
      (fault: unknown) => callback(fault),
    );
  }

  /** Stops taking; the slice under way finishes. */
  async close(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.nextLook);
    await this.consumer?.disconnect().catch(() => undefined);
  }

  on(): never {
    throw new Error('this strategy has no events of its own');
  }

  unwrap<T>(): T {
    return this.consumer as T;
  }

  private async start(): Promise<void> {
    this.collectHearers();
    const { settings, topics, produces = [] } = this.options;
    await declareTopics(settings, [...topics, ...produces]);
    if (topics.length === 0) return;
    await this.knowPositions();
    const consumer = kafkaClient(settings, this.options.service).consumer({
      groupId: brokerName(settings.namespace, `chuanliu.${this.group}`),
      sessionTimeout: settings.sessionTimeoutMs,
      rebalanceTimeout: Math.max(settings.sessionTimeoutMs, 30_000),
      heartbeatInterval: 1_000,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 200, retries: 20, restartOnFailure: () => Promise.resolve(!this.stopping) },
      ...FETCH,
    });
    this.consumer = consumer;
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      this.parked.forget();
      this.watchdog.hasPartitions(true);
      void this.seekToPositions(consumer, payload.memberAssignment).then(() => this.lookForStranded());
    });
    consumer.on(consumer.events.REBALANCING, () => this.watchdog.hasPartitions(false));
    this.watchdog.start(this.group);
    await consumer.connect();
    await consumer.subscribe({
      topics: topics.map(topic => brokerName(settings.namespace, topic)),
      fromBeginning: true,
    });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: topics.length * PARTITIONS,
      eachBatch: payload => this.take(payload),
    });
  }

  private collectHearers(): void {
    for (const wrapper of this.discovery.getProviders()) {
      const instance = wrapper.instance as Record<string, unknown> | undefined;
      if (!instance || typeof instance !== 'object' || !Object.getPrototypeOf(instance)) continue;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const mark = this.discovery.getMetadataByDecorator(hearing, wrapper, method);
        if (!mark) continue;
        if (this.hearers.has(mark.event.type)) throw new Error(`two methods hear ${mark.event.type}`);
        const handle = (instance[method] as Hearer['handle']).bind(instance);
        const rank = allEvents.findIndex(event => event.type === mark.event.type);
        const { event, fenced = false, onlyIf } = mark;
        const onlyWith = mark.onlyWith === undefined ? undefined : Buffer.from(mark.onlyWith);
        const isAwaited = onlyIf && ((tx: Tx) => onlyIf(instance, tx));
        this.hearers.set(event.type, { event, fenced, onlyWith, isAwaited, rank, handle });
      }
    }
  }

  /**
   * Every partition has its row from the start, so that locking the group's rows locks all of it. A stream that is new
   * to the group begins with what the broker still has of it: a position before that would be sought for ever.
   */
  private async knowPositions(): Promise<void> {
    const { settings, topics } = this.options;
    const known = await this.database.read<{ topic: string; n: number }>(
      'SELECT topic, COUNT(*) AS n FROM consumer_position WHERE consumer = ? GROUP BY topic',
      [this.group],
    );
    const unknown = topics.filter(topic => !known.some(row => row.topic === topic && row.n >= PARTITIONS));
    if (unknown.length === 0) return;
    const begins = await offsetsOfStreams(settings, unknown);
    const rows = begins.map(({ topic, partition, begin }) => [this.group, topic, partition, begin]);
    await this.database.transaction(tx =>
      insertRows(tx, 'consumer_position', ['consumer', 'topic', 'partition_no', 'next_offset'], rows, { ignore: true }),
    );
  }

  /** The database's position rules: after a restored backup, what followed it is read again. */
  private async seekToPositions(consumer: Consumer, assigned: Record<string, number[]>): Promise<void> {
    try {
      const rows = await this.database.read<{ topic: string; partition_no: number; next_offset: number }>(
        'SELECT topic, partition_no, next_offset FROM consumer_position WHERE consumer = ?',
        [this.group],
      );
      for (const row of rows) {
        const topic = brokerName(this.options.settings.namespace, row.topic);
        if (assigned[topic]?.includes(row.partition_no)) {
          consumer.seek({ topic, partition: row.partition_no, offset: String(row.next_offset) });
        }
      }
    } catch (fault) {
      this.logger.error({ err: fault }, 'could not seek to the positions of the database; starting over');
      process.exitCode = 1;
      process.kill(process.pid, 'SIGTERM');
    }
  }

  /**
   * A partition whose position lies outside of what the broker has rests: the client would go on somewhere by itself, and
   * be sent back, for ever. One that somebody gave another position goes on from there.
   */
  private async lookForStranded(): Promise<void> {
    if (this.isLookingForStranded || this.stopping) return;
    this.isLookingForStranded = true;
    clearTimeout(this.nextLook);
    let lookAgain = true;
    try {
      for (const position of await this.stranded.look()) {
        if (position.isStranded) this.pause(position.topic, position.partition);
        else this.goOn(position);
      }
      lookAgain = this.resting.size > 0;
    } catch (fault) {
      this.logger.warn({ err: fault }, 'could not compare positions with what the broker has');
    } finally {
      this.isLookingForStranded = false;
    }
    if (!lookAgain || this.stopping) return;
    this.nextLook = setTimeout(() => void this.lookForStranded(), LOOK_AT_STRANDED_EVERY_MS).unref();
  }

  private pause(stream: string, partition: number): void {
    this.resting.add(`${stream}/${partition}`);
    const topic = brokerName(this.options.settings.namespace, stream);
    this.consumer?.pause([{ topic, partitions: [partition] }]);
  }

  private goOn({ topic: stream, partition, at }: Position): void {
    if (!this.resting.delete(`${stream}/${partition}`)) return;
    const topic = brokerName(this.options.settings.namespace, stream);
    this.consumer?.seek({ topic, partition, offset: String(at) });
    this.consumer?.resume([{ topic, partitions: [partition] }]);
    this.logger.log(`partition ${partition} of ${stream} goes on at offset ${at}`);
  }

  private async take(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const topic = this.streamOf(batch.topic);
    const messages = batch.messages.map((message): Incoming => {
      const headers = headerTexts(message.headers);
      return {
        topic,
        partition: batch.partition,
        offset: Number(message.offset),
        key: message.key?.toString('utf8') ?? '',
        type: headers.type ?? '',
        eventId: uuidBytes(headers.eventId),
        headers,
        payload: message.value ?? Buffer.alloc(0),
      };
    });
    if (messages.length === 0) return;
    const { fetchedOffset } = batch as unknown as { fetchedOffset: string }; // Missing from kafkajs's types.
    await this.collector.take({
      topic,
      partition: batch.partition,
      fetchedOffset: Number(fetchedOffset),
      end: Number(batch.highWatermark),
      messages,
      heartbeat: () => payload.heartbeat(),
      isStale: () => this.stopping || !payload.isRunning() || payload.isStale(),
      applied: offset => {
        payload.resolveOffset(String(offset));
        const lag = Number(batch.highWatermark) - offset - 1;
        consumerLag.set({ group: this.group, topic, partition: batch.partition }, Math.max(0, lag));
      },
    });
    await this.tellKafka(batch.topic, batch.partition, Number(batch.lastOffset()) + 1);
  }

  private async applySlice(parts: PartitionPart[], isWanted: () => boolean): Promise<void> {
    for (let n = 1; ; n++) {
      const started = process.hrtime.bigint();
      try {
        const outcome = await this.slices.run(this.group, parts, this.hearers, this.ignores);
        sliceSeconds.observe({ group: this.group }, Number(process.hrtime.bigint() - started) / 1e9);
        messagesPerSlice.observe({ group: this.group }, outcome.handled);
        if (outcome.handled > 0 || outcome.seekTo.length === 0) this.watchdog.progressed();
        for (const { topic, partition, offset } of outcome.seekTo) {
          this.consumer?.seek({
            topic: brokerName(this.options.settings.namespace, topic),
            partition,
            offset: String(offset),
          });
        }
        for (const { topic, partition } of outcome.stranded) this.pause(topic, partition);
        if (outcome.seekTo.length + outcome.stranded.length > 0) void this.lookForStranded();
        return;
      } catch (fault) {
        sliceRetries.inc({ group: this.group });
        this.logger.warn({ err: fault }, `a slice of ${parts.length} partition(s) waits for the database (try ${n})`);
        if (!isWanted()) throw fault;
        await sleep(Math.min(5_000, 100 * 2 ** n) * (0.5 + Math.random() / 2));
        if (!isWanted()) throw fault;
      }
    }
  }

  /** Advisory, now and then: a lag monitor looks there. */
  private async tellKafka(topic: string, partition: number, next: number): Promise<void> {
    if (Date.now() - this.committedAt < COMMIT_EVERY_MS) return;
    this.committedAt = Date.now();
    await this.consumer?.commitOffsets([{ topic, partition, offset: String(next) }]).catch(() => undefined);
  }

  private streamOf(brokerTopic: string): string {
    const { namespace } = this.options.settings;
    return this.options.topics.find(topic => brokerName(namespace, topic) === brokerTopic) ?? brokerTopic;
  }
}
