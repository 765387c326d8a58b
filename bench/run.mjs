/**
 * `npm run bench`: a Kafka and a MariaDB of its own on free loopback ports with fresh data, a build, then the measured
 * subjects one after the other. Ends everything that it started and deletes its folder. Options: see bench/README.md.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, installPackages } from '../deploy/local/build.mjs';
import { local, root } from '../deploy/local/repository.mjs';
import { startPrivateServers } from '../deploy/local/servers/private-servers.mjs';
import { freePorts } from '../deploy/local/servers/readiness.mjs';

const say = text => console.log(`— ${text}`);
const folder = local(`bench-${process.pid}`);
let servers;
let bench;
let cleaned;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => void cleanUp().then(() => process.exit(130)));

try {
  installPackages(say);
  build(say);
  mkdirSync(folder, { recursive: true });
  const [kafkaPort, kafkaControllerPort, mariadbPort] = await freePorts(3);
  servers = await startPrivateServers({
    dir: join(folder, 'servers'),
    kafkaPort,
    kafkaControllerPort,
    mariadbPort,
    bufferPool: '1G',
    logFileSize: '1G',
    kafkaHeap: '512m',
    say,
    onServerEnded: (server, how) => console.error(`${server} ended by itself (${how})`),
  });
  process.exitCode = await measure();
} catch (error) {
  console.error(`The bench could not run: ${error.message}`);
  process.exitCode = 1;
} finally {
  await cleanUp();
}

/** @returns {Promise<number>} the bench's exit code */
function measure() {
  const { kafkaBrokers, databaseUrl, kafkaPid, mariadbPid } = servers;
  const participants = [
    { name: 'Kafka', pid: kafkaPid },
    { name: 'MariaDB', pid: mariadbPid },
  ];
  const program = join(root, 'dist', 'bench', 'main.js');
  bench = spawn(process.execPath, ['--enable-source-maps', program, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      BENCH_SERVERS: JSON.stringify({ kafkaBrokers, databaseUrl, participants }),
      BENCH_FOLDER: folder,
      TEST_FOLDER: folder,
    },
  });
  return new Promise(resolve => {
    bench.once('exit', code => resolve(code ?? 1));
    bench.once('error', () => resolve(1));
  });
}

/** Once, however it is reached: by the end, by a failure or by Ctrl-C. */
function cleanUp() {
  cleaned ??= (async () => {
    bench?.kill('SIGTERM');
    await servers?.stop();
    rmSync(folder, { recursive: true, force: true });
  })();
  return cleaned;
}
