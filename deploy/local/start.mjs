/**
 * `npm start`: from a clean checkout to a running system.
 *
 *   --fresh       forgets the data of earlier starts first
 *   --no-demo     leaves the small demonstration alliance out
 *   --port N      the public port, 8080 unless told
 */
import { rmSync } from 'node:fs';
import { totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { build, builtServices, installPackages } from './build.mjs';
import { seedDemo } from './demo.mjs';
import { credentialsThatWork } from './credentials.mjs';
import { declareAllTopics } from './declare-topics.mjs';
import { chooseServers, startServers } from './ladder.mjs';
import { demand, diskSpace, memory, nodeVersion, portsFree, privateServerTools } from './preflight.mjs';
import { local } from './repository.mjs';
import { endLeftovers, forgetRunning, refuseSecondLauncher, rememberRunning } from './running.mjs';
import { secretsKeptIn } from './secrets.mjs';
import { environmentOf, portGiven, portsFrom, settingsGivenTo } from './services.mjs';
import { Supervisor } from './supervisor.mjs';
import { printWelcome } from './welcome.mjs';
import { untilHealthy } from './health.mjs';

const { values: flags } = parseArgs({
  options: {
    fresh: { type: 'boolean', default: false },
    'no-demo': { type: 'boolean', default: false },
    port: { type: 'string' },
  },
});
const begun = Date.now();
const say = text => console.log(`[${((Date.now() - begun) / 1000).toFixed(1).padStart(5)} s] ${text}`);

/** What must be stopped, in the order it started. */
const running = [];
let stopping;
function stopAll(code) {
  stopping ??= (async () => {
    if (running.length > 0) say('stopping');
    for (const part of running.reverse()) {
      await part.stop().catch(error => console.error(`${error.message}`));
    }
    forgetRunning();
    process.exit(code);
  })();
  return stopping;
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopAll(0));

try {
  await start();
} catch (error) {
  if (stopping) await stopping;
  console.error(`\nThe start failed: ${error.message}`);
  await stopAll(1);
}

async function start() {
  demand([nodeVersion()]);
  refuseSecondLauncher();
  rememberRunning({});
  await endLeftovers();
  const kind = await chooseServers();
  const ports = portsFrom(portGiven(flags.port ?? process.env.PORT, 'the public port'));
  const serverPorts = {
    kafkaPort: portGiven(process.env.KAFKA_PORT, 'KAFKA_PORT') ?? 29092,
    mariadbPort: portGiven(process.env.MARIADB_PORT, 'MARIADB_PORT') ?? 23306,
  };
  demand([
    ...(kind === 'private' ? privateServerTools() : []),
    diskSpace(4),
    memory(kind === 'named' ? 1.5 : 3),
    await portsFree(kind === 'named' ? ports : { ...ports, ...serverPorts }),
  ]);
  if (flags.fresh) forgetData(kind);
  installPackages(say);
  build(say);

  const servers = await startServers(kind, {
    ...serverPorts,
    dir: local('data'),
    volumes: 'chuanliu',
    bufferPool: bufferPool(),
    logFileSize: '512M',
    kafkaHeap: '512m',
    say,
    onServerEnded: (server, how) => {
      console.error(`${server} ended by itself (${how}). Its log is below ${local('data')}.`);
      void stopAll(1);
    },
  });
  running.push(servers);
  say(`Kafka and the database are up: ${describe(servers)}`);

  const values = {
    ...secretsKeptIn(local('secrets.json')),
    ports,
    namespace: process.env.NAMESPACE || 'chuanliu_',
    kafkaBrokers: servers.kafkaBrokers,
    databaseUrl: servers.databaseUrl,
    logLevel: process.env.LOG_LEVEL || 'info',
    nodeEnv: 'production',
  };
  await declareAllTopics(values);
  const names = builtServices();
  const services = new Supervisor({ pids: local('pids'), logs: local('logs'), say });
  running.push(services);
  const environment = name => environmentOf(name, values, settingsGivenTo(name));
  for (const name of names) await services.start(name, environment(name));
  const { kafkaBrokers, databaseUrl, namespace } = values;
  rememberRunning({ ports, names, kind: servers.kind, kafkaBrokers, databaseUrl, namespace });
  await untilHealthy(names, ports, name => services.logOf(name));
  say(`${names.length} services are ready`);

  const baseUrl = `http://127.0.0.1:${ports.gateway}`;
  const credentialsFile = local('credentials.json');
  const credentials = await credentialsThatWork({
    file: credentialsFile,
    baseUrl,
    environment: environment('gateway'),
  });
  const seeded = !flags['no-demo'] && (await seedDemo({ credentialsFile, say }));
  if (stopping) return;
  printWelcome({ baseUrl, ports, credentials, credentialsFile, logs: local('logs'), seeded });
  say('ready; Ctrl-C stops everything');
}

/** 2 GiB where the machine has plenty, else a quarter of it. */
function bufferPool() {
  const mib = Math.min(2048, Math.floor(totalmem() / 2 ** 20 / 4));
  return process.env.BUFFER_POOL || `${mib}M`;
}

function forgetData(kind) {
  if (kind === 'named')
    throw new Error('--fresh forgets data that this launcher keeps; named servers are yours to empty.');
  if (kind === 'docker')
    throw new Error('--fresh with Docker: run `docker volume rm chuanliu-kafka chuanliu-mariadb`, then start again.');
  for (const name of ['data', 'credentials.json', 'demo-seeded']) rmSync(local(name), { recursive: true, force: true });
  say('forgot the data of earlier starts');
}

function describe({ kind, kafkaBrokers }) {
  return {
    named: `those named by KAFKA_BROKERS (${kafkaBrokers}) and DATABASE_URL`,
    docker: 'containers in Docker',
    private: `private processes, data in ${local('data')}`,
  }[kind];
}
