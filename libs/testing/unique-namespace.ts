import { randomBytes } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { createConnection } from 'mysql2/promise';
import { brokerName, schemaOf } from '@chuanliu/database/service-schema';
import { onceBrokerCan } from './once-broker-can';
import { testServers, type TestServers } from './servers';

/** A prefix for schemas, topics and groups that no other suite has, so that suites share servers and nothing else. */
export interface Namespace {
  /** Such as `t_3f9a1c_`: the value of a service's NAMESPACE. */
  name: string;
  servers: TestServers;
  schemaOf(service: string): string;
  /** A topic or consumer group as the broker knows it. */
  brokerName(name: string): string;
}

export function uniqueNamespace(servers: TestServers = testServers()): Namespace {
  // The run's own prefix lets `npm test` sweep what a suite that died left behind.
  const name = `${process.env.TEST_NAMESPACE_PREFIX ?? 't_'}${randomBytes(3).toString('hex')}_`;
  return {
    name,
    servers,
    schemaOf: service => schemaOf(name, service),
    brokerName: topic => brokerName(name, topic),
  };
}

/** Deletes the namespace's schemas, topics and groups; stop what uses them first. */
export async function dropNamespace({ name, servers }: Pick<Namespace, 'name' | 'servers'>): Promise<void> {
  await Promise.all([dropSchemas(name, servers.databaseUrl), dropTopicsAndGroups(name, servers.kafkaBrokers)]);
}

async function dropSchemas(prefix: string, url: string): Promise<void> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query(
      'SELECT schema_name AS name FROM information_schema.schemata WHERE LEFT(schema_name, ?) = ?',
      [prefix.length, prefix],
    );
    for (const { name } of rows as Array<{ name: string }>)
      await connection.query('DROP DATABASE IF EXISTS ??', [name]);
  } finally {
    await connection.end();
  }
}

async function dropTopicsAndGroups(prefix: string, brokers: string): Promise<void> {
  const kafka = new Kafka({ brokers: brokers.split(','), clientId: 'tests', logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const topics = (await admin.listTopics()).filter(topic => topic.startsWith(prefix));
    if (topics.length > 0) await admin.deleteTopics({ topics });
    const { groups } = await onceBrokerCan(() => admin.listGroups());
    const ours = groups.map(group => group.groupId).filter(group => group.startsWith(prefix));
    // A group that still has members cannot go; it holds no data, and the broker forgets it by itself.
    if (ours.length > 0) await admin.deleteGroups(ours).catch(() => undefined);
  } finally {
    await admin.disconnect();
  }
}
