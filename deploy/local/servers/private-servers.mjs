import { join } from 'node:path';
import { local } from '../repository.mjs';
import { passwordKeptIn } from './database-password.mjs';
import { fetchServers } from './fetch-servers.mjs';
import { startKafka } from './kafka.mjs';
import { startMariadb } from './mariadb.mjs';

const user = 'chuanliu';

/**
 * Starts Kafka and MariaDB as processes of this one, on loopback, with their data in `dir`.
 *
 * @param {object} what
 * @param {string} what.dir data, logs and pid files; kept between starts
 * @param {number} what.kafkaPort
 * @param {number} [what.kafkaControllerPort] one above `kafkaPort` when left out
 * @param {number} what.mariadbPort
 * @param {string} [what.bufferPool] MariaDB's cache, such as '2G'
 * @param {string} [what.logFileSize] MariaDB's redo log
 * @param {string} [what.kafkaHeap]
 * @param {(server: string, how: string) => void} [what.onServerEnded] called when one ends by itself
 */
export async function startPrivateServers({
  dir,
  kafkaPort,
  kafkaControllerPort = kafkaPort + 1,
  mariadbPort,
  bufferPool = '256M',
  logFileSize = '128M',
  kafkaHeap = '400m',
  onServerEnded = () => {},
  say = () => {},
}) {
  const programs = await fetchServers(local('servers'), say);
  const password = passwordKeptIn(dir);
  let stopping = false;
  const tell = server => how => stopping || onServerEnded(server, how);

  const started = await Promise.allSettled([
    startKafka({
      jars: programs.kafkaJars,
      dir: join(dir, 'kafka'),
      port: kafkaPort,
      controllerPort: kafkaControllerPort,
      heap: kafkaHeap,
      onExit: tell('Kafka'),
    }),
    startMariadb({
      programs: programs.mariadb,
      dir: join(dir, 'mariadb'),
      port: mariadbPort,
      user,
      password,
      bufferPool,
      logFileSize,
      onExit: tell('MariaDB'),
    }),
  ]);
  const children = started.filter(one => one.status === 'fulfilled').map(one => one.value);
  const stop = async () => {
    stopping = true;
    await Promise.all(children.map(child => child.stop()));
  };
  const failed = started.find(one => one.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const [kafka, mariadb] = children;
  return {
    kafkaBrokers: `127.0.0.1:${kafkaPort}`,
    databaseUrl: `mysql://${user}:${password}@127.0.0.1:${mariadbPort}`,
    kafkaPid: kafka.pid,
    mariadbPid: mariadb.pid,
    stop,
  };
}
