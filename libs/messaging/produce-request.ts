import type { Message } from 'kafkajs';

/** A message as this project sends it: text only. */
interface TextMessage {
  key: string;
  value: string;
  headers?: Record<string, string>;
}

/** What kafkajs hands to its encoder: the messages of one request, by topic and partition. */
export interface ProduceData<M = Message> {
  acks: number;
  timeout: number;
  compression?: number;
  transactionalId?: string | null;
  /** -1: the producer is not idempotent. */
  producerId?: unknown;
  topicData: ReadonlyArray<{
    topic: string;
    partitions: ReadonlyArray<{ partition: number; messages: readonly M[] }>;
  }>;
}

/** A part of kafkajs that its types do not show. */
interface ProduceDefinitions {
  protocol: (asked: { version: number }) => (data: ProduceData) => {
    /** It answers an Encoder of kafkajs, of which these two are used. */
    request: { encode: () => Promise<{ buf: Buffer; buffer: Buffer }> };
    response: unknown;
  };
}

/** From this version on, and up to the last one that kafkajs knows, requests look as below. */
const FIRST_WITH_RECORD_BATCHES = 3;
const RECORD_BATCH_FORMAT = 2;

// eslint-disable-next-line @typescript-eslint/no-require-imports -- not exported by the package's types
const crc32C = require('kafkajs/src/protocol/recordBatch/crc32C/crc32C') as (bytes: Buffer) => number;

/**
 * Lets the messages of a request be written into one buffer. kafkajs 2.2.4 makes a zeroed buffer for each message and
 * for each of its headers and copies everything some six times, which is an eighth of what a service does with a sale.
 */
export function writeMessagesInOneBuffer(): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- not exported by the package's types
  const produce = require('kafkajs/src/protocol/requests/produce') as ProduceDefinitions;
  const { protocol } = produce;
  produce.protocol = asked => data => {
    const { request, response } = protocol(asked)(data);
    if (asked.version < FIRST_WITH_RECORD_BATCHES || !isPlain(data)) return { request, response };
    const encode = () => {
      const body = produceRequest(data, Date.now());
      return Promise.resolve({ buf: body, buffer: body });
    };
    return { request: { ...request, encode }, response };
  };
}

/** What this project sends: text, neither compressed nor numbered nor in a transaction. All else is left to kafkajs. */
export function isPlain(data: ProduceData): data is ProduceData<TextMessage> {
  const { compression = 0, transactionalId, producerId = -1, topicData } = data;
  if (compression !== 0 || transactionalId || producerId !== -1) return false;
  return topicData.every(({ partitions }) => partitions.every(({ messages }) => messages.every(isText)));
}

function isText({ key, value, headers = {}, timestamp }: Message): boolean {
  if (typeof key !== 'string' || typeof value !== 'string' || timestamp !== undefined) return false;
  return Object.values(headers).every(header => typeof header === 'string');
}

/**
 * A produce request of version 3 to 7, without its head: https://kafka.apache.org/protocol#The_Messages_Produce
 * @param now milliseconds: the time that the messages are given
 */
export function produceRequest({ acks, timeout, topicData }: ProduceData<TextMessage>, now: number): Buffer {
  const out = new GrowingBuffer();
  out.int16(-1); // No transaction.
  out.int16(acks);
  out.int32(timeout);
  out.int32(topicData.length);
  for (const { topic, partitions } of topicData) {
    out.int16(Buffer.byteLength(topic));
    out.text(topic);
    out.int32(partitions.length);
    for (const { partition, messages } of partitions) {
      out.int32(partition);
      const sizeAt = out.skip(4);
      writeRecordBatch(out, messages, now);
      out.int32At(sizeAt, out.length - sizeAt - 4);
    }
  }
  return out.written();
}

/** https://kafka.apache.org/documentation/#recordbatch */
function writeRecordBatch(out: GrowingBuffer, messages: readonly TextMessage[], now: number): void {
  out.int64(0); // The broker gives offsets.
  const lengthAt = out.skip(4);
  out.int32(0); // Nor is the leader's epoch known here.
  out.int8(RECORD_BATCH_FORMAT);
  const checksumAt = out.skip(4);
  out.int16(0); // Neither compressed nor in a transaction.
  out.int32(messages.length - 1);
  out.int64(now); // The first message's time, and the last one's.
  out.int64(now);
  out.int64(-1); // A producer without an id does not number its messages.
  out.int16(0);
  out.int32(0);
  out.int32(messages.length);
  messages.forEach((message, i) => writeRecord(out, message, i));
  out.int32At(lengthAt, out.length - lengthAt - 4);
  out.int32At(checksumAt, crc32C(out.from(checksumAt + 4)));
}

/** https://kafka.apache.org/documentation/#record */
function writeRecord(out: GrowingBuffer, { key, value, headers = {} }: TextMessage, offset: number): void {
  const fields = Object.entries(headers);
  let size = 1 + 1 + sizeOfVarint(offset) + sizeOfText(key) + sizeOfText(value) + sizeOfVarint(fields.length);
  for (const [name, text] of fields) size += sizeOfText(name) + sizeOfText(text);
  out.varint(size);
  out.int8(0); // A record has no attributes yet,
  out.varint(0); // and is of the time of its batch.
  out.varint(offset);
  out.sizedText(key);
  out.sizedText(value);
  out.varint(fields.length);
  for (const [name, text] of fields) {
    out.sizedText(name);
    out.sizedText(text);
  }
}

function sizeOfText(text: string): number {
  const bytes = Buffer.byteLength(text);
  return sizeOfVarint(bytes) + bytes;
}

/** @param n 0 or more, below 2³⁰ */
function sizeOfVarint(n: number): number {
  let size = 1;
  for (let rest = n << 1; rest > 0x7f; rest >>>= 7) size += 1;
  return size;
}

/** Bytes written one after another, in network order. */
class GrowingBuffer {
  private bytes = Buffer.allocUnsafe(16 * 1024);
  length = 0;

  written(): Buffer {
    return this.from(0);
  }

  from(start: number): Buffer {
    return this.bytes.subarray(start, this.length);
  }

  /** Leaves bytes to be written later. @returns where they are */
  skip(count: number): number {
    const start = this.length;
    this.length += count;
    if (this.length > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.length, 2 * this.bytes.length));
      this.bytes.copy(larger, 0, 0, start);
      this.bytes = larger;
    }
    return start;
  }

  int8(value: number): void {
    const at = this.skip(1);
    this.bytes.writeInt8(value, at);
  }

  int16(value: number): void {
    const at = this.skip(2);
    this.bytes.writeInt16BE(value, at);
  }

  int32(value: number): void {
    this.int32At(this.skip(4), value);
  }

  int32At(at: number, value: number): void {
    this.bytes.writeInt32BE(value | 0, at);
  }

  int64(value: number): void {
    const at = this.skip(8);
    this.bytes.writeBigInt64BE(BigInt(value), at);
  }

  text(text: string): void {
    const at = this.skip(Buffer.byteLength(text));
    this.bytes.write(text, at);
  }

  /** Seven bits a byte, lowest first, of twice the value: the lowest one says whether it is negative. */
  varint(value: number): void {
    let rest = value << 1;
    for (; rest > 0x7f; rest >>>= 7) this.byte((rest & 0x7f) | 0x80);
    this.byte(rest);
  }

  sizedText(text: string): void {
    const size = Buffer.byteLength(text);
    this.varint(size);
    const at = this.skip(size);
    this.bytes.write(text, at);
  }

  private byte(value: number): void {
    const at = this.skip(1);
    this.bytes[at] = value;
  }
}
