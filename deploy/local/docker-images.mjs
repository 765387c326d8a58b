import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { local, root } from './repository.mjs';
import { fetchServers } from './servers/fetch-servers.mjs';
import { dirname } from 'node:path';

/**
 * Builds Kafka's and MariaDB's images from deploy/docker, for engines that can pull none.
 *
 * @param {string} base the image they build on; Debian bookworm, slim or minimal
 * @returns {Promise<{KAFKA_IMAGE: string, MARIADB_IMAGE: string}>} environment that names them
 */
export async function buildServerImages(base, say) {
  const { kafkaJars } = await fetchServers(local('servers'), say);
  const jars = relative(root, dirname(kafkaJars));
  const built = { KAFKA_IMAGE: 'chuanliu/kafka:local', MARIADB_IMAGE: 'chuanliu/mariadb:local' };
  buildImage('kafka', built.KAFKA_IMAGE, { BASE: base, SERVERS: jars }, say);
  buildImage('mariadb', built.MARIADB_IMAGE, { BASE: base }, say);
  return built;
}

function buildImage(name, tag, buildArguments, say) {
  say(`building ${tag}`);
  const values = Object.entries(buildArguments).flatMap(([key, value]) => ['--build-arg', `${key}=${value}`]);
  // The host's network: in walled places it is the only one from which Debian's packages can be reached.
  const args = [
    'build',
    '--network',
    'host',
    '-q',
    '-t',
    tag,
    '-f',
    `deploy/docker/${name}.Dockerfile`,
    ...values,
    '.',
  ];
  const { status, stderr, error } = spawnSync('docker', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`docker build of ${name} failed: ${error?.message ?? stderr.slice(-2_000)}`);
}

/** Whether the engine has the image or can pull it. */
export function canGetImage(image) {
  const docker = (...args) => spawnSync('docker', args, { stdio: 'ignore', timeout: 300_000 }).status === 0;
  return docker('image', 'inspect', image) || docker('pull', '-q', image);
}
