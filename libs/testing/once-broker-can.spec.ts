import { KafkaJSProtocolError } from 'kafkajs';
import { onceBrokerCan } from './once-broker-can';

const refusal = (type: string, retriable: boolean) =>
  Object.assign(new KafkaJSProtocolError(new Error('refused')), { type, retriable });

/** What a broker answers that refuses so often before. */
function refusing(times: number, fault: Error): () => Promise<string> {
  let asked = 0;
  return async () => {
    if (++asked <= times) throw fault;
    return 'the answer';
  };
}

describe('a broker that refuses', () => {
  it('is asked again where it cannot answer yet', async () => {
    const loading = refusal('COORDINATOR_LOAD_IN_PROGRESS', true);
    expect(await onceBrokerCan(refusing(2, loading))).toBe('the answer');
  });

  it('is not asked again where it refuses for good', async () => {
    const forbidden = refusal('CLUSTER_AUTHORIZATION_FAILED', false);
    await expect(onceBrokerCan(refusing(1, forbidden))).rejects.toBe(forbidden);
  });
});
