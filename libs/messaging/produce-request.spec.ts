import fc from 'fast-check';
import { isPlain, produceRequest, type ProduceData } from './produce-request';

interface RequestOfKafkajs {
  encode: () => Promise<{ buffer: Buffer }>;
}

// eslint-disable-next-line @typescript-eslint/no-require-imports -- not exported by the package's types
const requestOfKafkajs = require('kafkajs/src/protocol/requests/produce/v7/request') as (
  data: ProduceData,
) => RequestOfKafkajs;

const now = Date.parse('2026-11-06T12:00:00.000Z');
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.nat(40_000).map(n => '量'.repeat(n % 70) + 'x'.repeat(n)),
);
const message = fc.record(
  { key: text, value: text, headers: fc.dictionary(fc.string(), text, { maxKeys: 5 }) },
  { requiredKeys: ['key', 'value'] },
);
const requests = fc.record({
  acks: fc.constantFrom(-1, 1),
  timeout: fc.nat(),
  topicData: fc.array(
    fc.record({
      topic: fc.string(),
      partitions: fc.array(
        fc.record({ partition: fc.nat(), messages: fc.array(message, { minLength: 1, maxLength: 200 }) }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 3 },
  ),
});

describe('a produce request', () => {
  beforeEach(() => jest.useFakeTimers({ now, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }));
  afterEach(() => jest.useRealTimers());

  it('is byte for byte the one that kafkajs would send', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async data => {
        const { buffer } = await requestOfKafkajs(data).encode();
        expect(produceRequest(data, now).equals(buffer)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  const one = { key: 'o-1', value: '{}', headers: { type: 'order-paid.v1' } };
  const of = (message: object, rest: object = {}) =>
    ({
      acks: -1,
      timeout: 1,
      topicData: [{ topic: 't', partitions: [{ partition: 0, messages: [one, message] }] }],
      ...rest,
    }) as ProduceData;

  it('is ours when it has nothing but text', () => {
    expect(isPlain(of(one))).toBe(true);
    expect(isPlain(of({ key: 'o-1', value: '' }, { compression: 0, producerId: -1 }))).toBe(true);
  });

  it.each<[what: string, data: ProduceData]>([
    ['compressed', of(one, { compression: 1 })],
    ['in a transaction', of(one, { transactionalId: 't' })],
    ['numbered', of(one, { producerId: 7 })],
    ['without a key', of({ value: '{}' })],
    ['a deletion', of({ ...one, value: null })],
    ['bytes', of({ ...one, value: Buffer.from('{}') })],
    ['of a time of its own', of({ ...one, timestamp: '1' })],
    ['with several headers of one name', of({ ...one, headers: { a: ['1', '2'] } })],
  ])('is left to kafkajs when a message is %s', (_, data) => {
    expect(isPlain(data)).toBe(false);
  });
});
