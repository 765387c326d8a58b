import { Kafka, logLevel } from 'kafkajs';
import { createConnection } from 'mysql2/promise';
import { eventually } from './eventually';
import { dropNamespace, uniqueNamespace } from './unique-namespace';

describe('a suite’s namespace', () => {
  it('takes its schemas and topics along, and leaves those of others', async () => {
    const mine = uniqueNamespace();
    const theirs = uniqueNamespace();
    const database = await createConnection(mine.servers.databaseUrl);
    const admin = new Kafka({ brokers: mine.servers.kafkaBrokers.split(','), logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    try {
      for (const { schemaOf, brokerName } of [mine, theirs]) {
        await database.query('CREATE DATABASE ??', [schemaOf('product-pool')]);
        await admin.createTopics({ topics: [{ topic: brokerName('orders.order-events'), numPartitions: 1 }] });
      }

      await dropNamespace(mine);

      const [left] = await database.query('SHOW DATABASES LIKE ?', ['%product\\_pool']);
      const schemas = (left as Array<Record<string, string>>).flatMap(row => Object.values(row));
      expect(schemas).toContain(theirs.schemaOf('product-pool'));
      expect(schemas).not.toContain(mine.schemaOf('product-pool'));
      const isThere = async (topic: string) => (await admin.listTopics()).includes(topic);
      // A broker says that a topic is deleted before all of it know.
      await eventually(() => isThere(mine.brokerName('orders.order-events')), false);
      expect(await isThere(theirs.brokerName('orders.order-events'))).toBe(true);
    } finally {
      await dropNamespace(theirs);
      await admin.disconnect();
      await database.end();
    }
  });
});
