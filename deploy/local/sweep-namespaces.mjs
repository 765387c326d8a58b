/**
 * Deletes every schema, topic and group whose name starts with the prefix: on servers that outlive the tests, a suite
 * that died must not leave its own behind.
 */
export async function sweepNamespaces(prefix, { databaseUrl, kafkaBrokers }) {
  const { createConnection } = await import('mysql2/promise');
  const { Kafka, logLevel } = (await import('kafkajs')).default;
  const connection = await createConnection(databaseUrl);
  const [schemas] = await connection.query(
    'SELECT schema_name AS name FROM information_schema.schemata WHERE LEFT(schema_name, ?) = ?',
    [prefix.length, prefix],
  );
  for (const { name } of schemas) await connection.query('DROP DATABASE IF EXISTS ??', [name]);
  await connection.end();

  const admin = new Kafka({ brokers: kafkaBrokers.split(','), logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter(topic => topic.startsWith(prefix));
  if (topics.length > 0) await admin.deleteTopics({ topics });
  const groups = (await admin.listGroups()).groups.map(group => group.groupId).filter(id => id.startsWith(prefix));
  if (groups.length > 0) await admin.deleteGroups(groups).catch(() => undefined);
  await admin.disconnect();
}
