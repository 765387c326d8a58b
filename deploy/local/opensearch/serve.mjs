/**
 * An OpenSearch for tests, in the foreground until its standard input ends: prints its address as one line of JSON when
 * it answers. Maven fetches it on first use (about 50 MB).
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { local } from '../repository.mjs';
import { startChild } from '../servers/child-process.mjs';
import { waitUntilReady } from '../servers/readiness.mjs';

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));
const copyDependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';
const heap = process.env.OPENSEARCH_HEAP ?? '400m';

const jars = await fetchJars();
const dir = local(`opensearch-${process.pid}`);
mkdirSync(join(dir, 'tmp'), { recursive: true });
const log = join(dir, 'opensearch.log');
const child = startChild({
  command: process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java',
  args: [
    ...[`-Xms${heap}`, `-Xmx${heap}`, `-Djava.io.tmpdir=${join(dir, 'tmp')}`, '-cp', join(jars, '*')],
    'org.codelibs.opensearch.runner.OpenSearchRunner',
    ...['-basePath', join(dir, 'data'), '-numOfNode', '1', '-clusterName', `chuanliu-${process.pid}`],
  ],
  cwd: dir,
  log,
  pidFile: join(dir, 'opensearch.pid'),
});
process.stdin.resume().once('end', () => stop(0));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop(0));
try {
  await waitUntilReady({ name: 'OpenSearch', child, log, probe: answers });
  console.log(JSON.stringify({ url: url() }));
} catch (error) {
  console.error(error.message);
  await stop(1);
}

/** It takes a free port between 9201 and 9299 and no other, and says which. */
function url() {
  const port = existsSync(log) ? /HTTP Port:\s+(\d+)/.exec(readFileSync(log, 'utf8'))?.[1] : undefined;
  return port && `http://127.0.0.1:${port}`;
}

async function answers() {
  if (!url()) return false;
  return fetch(`${url()}/_cluster/health`).then(
    answer => answer.ok,
    () => false,
  );
}

async function fetchJars() {
  const hash = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  const home = local('servers', `opensearch-${hash}`);
  if (existsSync(home)) return home;
  // Built beside its place and renamed, so that an interrupted fetch never looks finished.
  const unfinished = `${home}.${process.pid}`;
  const args = ['-B', '-q', '-f', pom, copyDependencies, `-DoutputDirectory=${unfinished}`, '-DincludeScope=runtime'];
  await promisify(execFile)('mvn', args, { maxBuffer: 64 << 20 });
  if (existsSync(home)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, home);
  return home;
}

async function stop(code) {
  await child.stop();
  rmSync(dir, { recursive: true, force: true });
  process.exit(code);
}
