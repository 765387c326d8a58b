import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, installPackages } from '../deploy/local/build.mjs';
import { local, root } from '../deploy/local/repository.mjs';
import { startPrivateServers } from '../deploy/local/servers/private-servers.mjs';
import { freePorts } from '../deploy/local/servers/readiness.mjs';

const say = text => console.log(`— ${text}`);

/**
 * Builds, then runs a program of the bench on a Kafka and a MariaDB of its own, on free loopback ports with fresh data
 * (or on those that KAFKA_BROKERS and DATABASE_URL name). Ends everything that it started and deletes its folder. Its
 * exit code becomes this process's.
 *
 * @param {string} program below dist/bench
 * @param {string} [bufferPool] MariaDB's cache
 */
export async function benchOnServers(program, bufferPool = '1G') {
  const folder = local(`bench-${process.pid}`);
  let servers;
  let bench;
  let cleaned;

  /** Once, however it is reached: by the end, by a failure or by Ctrl-C. */
  const cleanUp = () => {
    cleaned ??= (async () => {
      bench?.kill('SIGTERM');
      await servers?.stop();
      rmSync(folder, { recursive: true, force: true });
    })();
    return cleaned;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => void cleanUp().then(() => process.exit(130)));

  try {
    installPackages(say);
    build(say);
    mkdirSync(folder, { recursive: true });
    servers = namedServers() ?? (await ownServers(folder, bufferPool));
    const { kafkaBrokers, databaseUrl, participants } = servers;
    bench = spawn(
      process.execPath,
      // A bench collects its garbage between its cases, and lets as little as can be come within them.
      [
        '--enable-source-maps',
        '--expose-gc',
        '--max-semi-space-size=64',
        '--no-memory-reducer',
        '--concurrent-marking-max-worker-num=1',
        join(root, 'dist', 'bench', program),
        ...process.argv.slice(2),
      ],
      {
        cwd: root,
        stdio: 'inherit',
        env: {
          ...process.env,
          BENCH_SERVERS: JSON.stringify({ kafkaBrokers, databaseUrl, participants }),
          BENCH_FOLDER: folder,
          TEST_FOLDER: folder,
        },
      },
    );
    process.exitCode = await new Promise(resolve => {
      bench.once('exit', code => resolve(code ?? 1));
      bench.once('error', () => resolve(1));
    });
  } catch (error) {
    console.error(`The bench could not run: ${error.message}`);
    process.exitCode = 1;
  } finally {
    await cleanUp();
  }
}

/** Servers that somebody else runs: what they cost cannot be seen from here. */
function namedServers() {
  const { KAFKA_BROKERS: kafkaBrokers, DATABASE_URL: databaseUrl } = process.env;
  if (!kafkaBrokers || !databaseUrl) return undefined;
  return { kafkaBrokers, databaseUrl, participants: [], stop: async () => {} };
}

async function ownServers(folder, bufferPool) {
  const [kafkaPort, kafkaControllerPort, mariadbPort] = await freePorts(3);
  const started = await startPrivateServers({
    dir: join(folder, 'servers'),
    kafkaPort,
    kafkaControllerPort,
    mariadbPort,
    bufferPool,
    logFileSize: '1G',
    kafkaHeap: '512m',
    say,
    onServerEnded: (server, how) => console.error(`${server} ended by itself (${how})`),
  });
  const { kafkaPid, mariadbPid } = started;
  const participants = [
    { name: 'Kafka', pid: kafkaPid },
    { name: 'MariaDB', pid: mariadbPid },
  ];
  return { ...started, participants };
}
