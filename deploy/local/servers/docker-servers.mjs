import { setTimeout as sleep } from 'node:timers/promises';
import { passwordKeptIn } from './database-password.mjs';
import { propertiesOf } from './kafka.mjs';
import { kafkaServes, mariadbGreets } from './readiness.mjs';

/** Pinned; another registry's copy, or an image built from deploy/docker, is named by KAFKA_IMAGE and MARIADB_IMAGE. */
const images = {
  kafka: process.env.KAFKA_IMAGE || 'apache/kafka:4.4.0',
  mariadb: process.env.MARIADB_IMAGE || 'mariadb:10.11.5',
};
const startupTimeoutMs = 90_000;

/**
 * Starts Kafka and MariaDB as containers, published on loopback only.
 *
 * @param {object} what as `startPrivateServers` takes it
 * @param {string} [what.volumes] the volumes' prefix: with it the data outlives the containers
 */
export async function startDockerServers({
  dir,
  kafkaPort,
  mariadbPort,
  bufferPool = '256M',
  logFileSize = '128M',
  volumes,
  say = () => {},
}) {
  const password = passwordKeptIn(dir);
  say(`starting ${images.kafka} and ${images.mariadb} in Docker`);
  const settled = await Promise.allSettled([
    startKafkaContainer(kafkaPort, volumes),
    startMariadbContainer({ port: mariadbPort, password, bufferPool, logFileSize, volumes }),
  ]);
  const containers = settled.filter(one => one.status === 'fulfilled').map(one => one.value);
  const stop = async () => {
    await Promise.all(containers.map(container => container.stop({ timeout: 20_000 })));
  };
  try {
    const failed = settled.find(one => one.status === 'rejected');
    if (failed) throw failed.reason;
    await Promise.all([
      until('Kafka', () => kafkaServes(kafkaPort)),
      until('MariaDB', () => mariadbGreets(mariadbPort)),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    kafkaBrokers: `127.0.0.1:${kafkaPort}`,
    databaseUrl: `mysql://root:${password}@127.0.0.1:${mariadbPort}`,
    stop,
  };
}

async function startKafkaContainer(port, volumes) {
  // Static voters: the image's own entry point formats the storage, and knows no other way for sure.
  const properties = propertiesOf({
    data: '/var/lib/kafka/data',
    port,
    listen: '0.0.0.0',
    controllerPort: 9093,
    voters: true,
  });
  const container = await loopbackContainer(images.kafka, port, port);
  container
    .withEnvironment({ KAFKA_HEAP_OPTS: '-Xms400m -Xmx400m', CLUSTER_ID: 'Y2h1YW5saXUtbG9jYWwtMQ' })
    .withCopyContentToContainer([{ content: properties, target: '/mnt/shared/config/server.properties' }]);
  if (volumes) container.withBindMounts([{ source: `${volumes}-kafka`, target: '/var/lib/kafka/data' }]);
  return container.start();
}

async function startMariadbContainer({ port, password, bufferPool, logFileSize, volumes }) {
  const container = await loopbackContainer(images.mariadb, 3306, port);
  container
    .withEnvironment({ MARIADB_ROOT_PASSWORD: password })
    .withCommand([
      'mariadbd',
      '--skip-name-resolve',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_bin',
      '--default-time-zone=+00:00',
      '--transaction-isolation=READ-COMMITTED',
      '--max-connections=500',
      '--max-allowed-packet=64M',
      `--innodb-buffer-pool-size=${bufferPool}`,
      `--innodb-log-file-size=${logFileSize}`,
    ]);
  if (volumes) container.withBindMounts([{ source: `${volumes}-mariadb`, target: '/var/lib/mysql' }]);
  return container.start();
}

/** A container whose one port is published on loopback; testcontainers itself publishes on every address. */
async function loopbackContainer(image, containerPort, hostPort) {
  const { GenericContainer, Wait } = await import('testcontainers');
  class LoopbackContainer extends GenericContainer {
    async beforeContainerCreated() {
      for (const bindings of Object.values(this.hostConfig.PortBindings ?? {})) {
        for (const binding of bindings) binding.HostIp = '127.0.0.1';
      }
    }
  }
  return new LoopbackContainer(image)
    .withExposedPorts({ container: containerPort, host: hostPort })
    .withWaitStrategy(Wait.forLogMessage(/./))
    .withStartupTimeout(startupTimeoutMs);
}

async function until(name, probe) {
  const end = Date.now() + startupTimeoutMs;
  while (!(await probe())) {
    if (Date.now() > end) throw new Error(`${name}'s container did not answer within ${startupTimeoutMs / 1000} s`);
    await sleep(200);
  }
}
