import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { endLeftover, startChild } from './child-process.mjs';
import { isPortFree, kafkaServes, waitUntilReady } from './readiness.mjs';

const run = promisify(execFile);
const logging = fileURLToPath(new URL('kafka-log4j2.properties', import.meta.url));

/**
 * Starts a private one-node Kafka (broker and controller in one process) on loopback.
 *
 * @param {{jars: string, dir: string, port: number, controllerPort: number, heap: string}} what
 */
export async function startKafka({ jars, dir, port, controllerPort, heap, onExit }) {
  mkdirSync(dir, { recursive: true });
  const pidFile = join(dir, 'kafka.pid');
  await endLeftover(pidFile, 'Kafka');
  for (const wanted of [port, controllerPort]) {
    if (!(await isPortFree(wanted))) throw new Error(`Port ${wanted}, wanted for Kafka, is taken by another program.`);
  }
  const properties = join(dir, 'server.properties');
  const data = join(dir, 'data');
  writeFileSync(properties, propertiesOf({ data, port, controllerPort }));
  if (!existsSync(join(data, 'meta.properties'))) await format(jars, properties);

  const log = join(dir, 'kafka.log');
  const child = startChild({
    command: java(),
    args: [
      `-Xms${heap}`,
      `-Xmx${heap}`,
      // One small heap on few cores: the serial collector costs the least CPU and memory, and its pauses stay short.
      '-XX:+UseSerialGC',
      '-XX:+ExitOnOutOfMemoryError',
      '-Djava.awt.headless=true',
      `-Dlog4j2.configurationFile=${logging}`,
      '-cp',
      join(jars, '*'),
      'kafka.Kafka',
      properties,
    ],
    cwd: dir,
    log,
    pidFile,
    onExit,
  });
  try {
    await waitUntilReady({ name: 'Kafka', child, log, probe: () => kafkaServes(port) });
  } catch (error) {
    await child.stop(2_000);
    throw error;
  }
  return child;
}

function java() {
  const ofHome = process.env.JAVA_HOME && join(process.env.JAVA_HOME, 'bin', 'java');
  return ofHome && existsSync(ofHome) ? ofHome : 'java';
}

async function format(jars, properties) {
  const clusterId = randomBytes(16).toString('base64url').replace(/^-/, 'A'); // A leading dash would read as an option.
  const tool = ['-Xmx128m', '-XX:TieredStopAtLevel=1', '-cp', join(jars, '*'), 'kafka.tools.StorageTool'];
  await run(java(), [
    ...tool,
    'format',
    '--standalone',
    '--ignore-formatted',
    '--cluster-id',
    clusterId,
    '--config',
    properties,
  ]);
}

/**
 * The broker's whole configuration.
 *
 * @param {{data: string, port: number, controllerPort: number, listen?: string, voters?: boolean}} what
 *   `voters` names the quorum statically, for images that format their own storage
 */
export function propertiesOf({ data, port, controllerPort, listen = '127.0.0.1', voters = false }) {
  const quorum = voters
    ? `controller.quorum.voters=1@127.0.0.1:${controllerPort}`
    : `controller.quorum.bootstrap.servers=127.0.0.1:${controllerPort}`;
  return `# Written by the launcher at every start.
process.roles=broker,controller
node.id=1
listeners=PLAINTEXT://${listen}:${port},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=PLAINTEXT
controller.listener.names=CONTROLLER
${quorum}
log.dirs=${data}
# Topics are declared by the services; a misspelt name must not create one.
auto.create.topics.enable=false
delete.topic.enable=true
num.partitions=12
# One node cannot keep copies.
default.replication.factor=1
min.insync.replicas=1
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
offsets.topic.num.partitions=4
transaction.state.log.num.partitions=4
share.coordinator.state.topic.num.partitions=1
group.initial.rebalance.delay.ms=0
num.network.threads=2
num.io.threads=4
log.cleaner.dedupe.buffer.size=16777216
log.index.size.max.bytes=1048576
message.max.bytes=16777216
`;
}
