/**
 * `npm test [-- jest arguments]`: real servers on ports and data of their own, a build, then all tests. Leaves nothing
 * behind; its last line counts. With CI=true a skipped test fails the run.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { build, installPackages } from './build.mjs';
import { chooseServers, startServers } from './ladder.mjs';
import { demand, diskSpace, memory, nodeVersion, privateServerTools } from './preflight.mjs';
import { local, root } from './repository.mjs';
import { endLeftover } from './servers/child-process.mjs';
import { freePorts } from './servers/readiness.mjs';
import { sweepNamespaces } from './sweep-namespaces.mjs';

const say = text => console.log(`— ${text}`);
const folder = local(`test-${process.pid}`);
const namespacePrefix = `t${randomBytes(2).toString('hex')}_`;
const inCi = process.env.CI === 'true';
let servers;
let jest;
let cleaned;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => void cleanUp().then(() => process.exit(130)));

let outcome = { passed: 0, failed: 1, skipped: 0 };
try {
  outcome = await test();
} catch (error) {
  console.error(`The tests could not run: ${error.message}`);
} finally {
  await cleanUp();
}
const { passed, failed, skipped } = outcome;
if (inCi && skipped > 0) console.error('Tests were skipped, which CI does not allow.');
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 || (inCi && skipped > 0) ? 1 : 0;

async function test() {
  const kind = await chooseServers();
  demand([nodeVersion(), ...(kind === 'private' ? privateServerTools() : []), diskSpace(3), memory(2)]);
  await removeLeftovers();
  mkdirSync(folder, { recursive: true });
  installPackages(say);
  const [kafkaPort, kafkaControllerPort, mariadbPort] = await freePorts(3);
  servers = await startServers(kind, {
    dir: join(folder, 'servers'),
    kafkaPort,
    kafkaControllerPort,
    mariadbPort,
    say,
    onServerEnded: (server, how) => console.error(`${server} ended by itself (${how})`),
  });
  say(`Kafka and the database: ${servers.kind}`);
  build(say);

  const environment = {
    ...process.env,
    TEST_KAFKA_BROKERS: servers.kafkaBrokers,
    TEST_DATABASE_URL: servers.databaseUrl,
    TEST_NAMESPACE_PREFIX: namespacePrefix,
    TEST_FOLDER: folder,
  };
  // The rules and the services' insides side by side; then the whole system and the browser, which want the machine
  // for themselves.
  const whole = '(e2e|browser)-spec\\.ts$';
  const given = process.argv.slice(2);
  const workers = Math.max(1, Math.min(2, availableParallelism()));
  const inside = await runJest(
    [
      ...given,
      `--testPathIgnorePatterns=/node_modules/`,
      `--testPathIgnorePatterns=${whole}`,
      `--maxWorkers=${workers}`,
    ],
    environment,
  );
  const outside = await runJest([...given, `--testRegex=[.]${whole}`, '--runInBand'], environment);
  return sum(inside, outside);
}

/** @returns {Promise<{passed: number, failed: number, skipped: number}>} */
async function runJest(args, environment) {
  const results = join(folder, `results-${randomBytes(2).toString('hex')}.json`);
  const program = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const fixed = ['--passWithNoTests', '--json', `--outputFile=${results}`, `--cacheDirectory=${local('jest-cache')}`];
  const code = await new Promise(resolve => {
    jest = spawn(process.execPath, ['--enable-source-maps', program, ...args, ...fixed], {
      cwd: root,
      env: environment,
      // With --json jest would write the results to its output as well.
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    jest.once('exit', resolve);
    jest.once('error', () => resolve(1));
  });
  jest = undefined;
  if (!existsSync(results)) return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const told = JSON.parse(readFileSync(results, 'utf8'));
  // A file that could not even be loaded has no tests to count, and is a failure all the same.
  const failed = told.numFailedTests + told.numRuntimeErrorTestSuites;
  return {
    passed: told.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: told.numPendingTests + told.numTodoTests,
  };
}

function sum(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** Once, however it is reached: by the end, by a failure or by Ctrl-C. */
function cleanUp() {
  cleaned ??= (async () => {
    jest?.kill('SIGTERM');
    if (servers?.kind === 'named')
      await sweepNamespaces(namespacePrefix, servers).catch(error => console.error(error.message));
    await servers?.stop();
    rmSync(folder, { recursive: true, force: true });
  })();
  return cleaned;
}

/** What runs that were killed left behind: their servers first, then their folders. */
async function removeLeftovers() {
  if (!existsSync(local())) return;
  for (const name of readdirSync(local()).filter(entry => /^test-\d+$/.test(entry))) {
    try {
      await endLeftover(local(name, 'servers', 'kafka', 'kafka.pid'), 'Kafka');
      await endLeftover(local(name, 'servers', 'mariadb', 'mariadb.pid'), 'MariaDB');
    } catch {
      continue; // Its run is alive.
    }
    if (!isAlive(Number(name.slice('test-'.length)))) rmSync(local(name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
