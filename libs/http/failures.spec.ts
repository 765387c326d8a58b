import { problemFromFailure } from './failures';

const failure = (members: object) => Object.assign(new Error('x'), members);

describe('a failure', () => {
  it.each([
    ['a database that refuses', failure({ code: 'ECONNREFUSED' })],
    ['a connection that was lost', failure({ code: 'PROTOCOL_CONNECTION_LOST' })],
    ['a deadlock', failure({ code: 'ER_LOCK_DEADLOCK', errno: 1213 })],
    ['one wrapped by TypeORM', failure({ driverError: failure({ errno: 1205 }) })],
    ['one wrapped as a cause', new Error('fetch failed', { cause: failure({ code: 'ECONNRESET' }) })],
    ['Kafka without a broker', failure({ name: 'KafkaJSNumberOfRetriesExceeded', retriable: true })],
  ])('passes: %s', (_, error) => {
    expect(problemFromFailure(error)).toMatchObject({ kind: 'unavailable', facts: { retryAfterSeconds: 2 } });
  });

  it.each([
    ['a bug', new TypeError('x is undefined')],
    ['a broken statement', failure({ code: 'ER_PARSE_ERROR', errno: 1064 })],
    ['a thrown text', 'oops'],
    ['Kafka refusing for good', failure({ name: 'KafkaJSProtocolError', retriable: false })],
  ])('is ours: %s', (_, error) => {
    expect(problemFromFailure(error)).toBeUndefined();
  });
});
