/**
 * A Kafka and a MariaDB to develop and test against, in the foreground until Ctrl-C.
 * The tests find them without being told: see libs/testing.
 */
import { writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { local } from '../repository.mjs';
import { startPrivateServers } from './private-servers.mjs';

const dir = local('dev');
const address = join(dir, 'address.json');

const servers = await startPrivateServers({
  dir,
  kafkaPort: Number(process.env.DEV_KAFKA_PORT ?? 19092),
  mariadbPort: Number(process.env.DEV_MARIADB_PORT ?? 13306),
  bufferPool: process.env.DEV_BUFFER_POOL ?? '512M',
  kafkaHeap: '512m',
  say: text => console.log(text),
  onServerEnded: (server, how) => {
    console.error(`${server} ended by itself (${how}); its log is in ${dir}`);
    stop(1);
  },
});
const { kafkaBrokers, databaseUrl } = servers;
writeFileSync(address, JSON.stringify({ kafkaBrokers, databaseUrl, pid: process.pid }), { mode: 0o600 });
console.log(`KAFKA_BROKERS=${kafkaBrokers}\nDATABASE_URL=${databaseUrl}`);

async function stop(code) {
  rmSync(address, { force: true });
  await servers.stop();
  process.exit(code);
}
process.once('SIGINT', () => stop(0));
process.once('SIGTERM', () => stop(0));
