/**
 * `npm run test:docker [-- jest arguments]`: the sale's flow with Kafka and MariaDB in containers. Where their images
 * can neither be found nor pulled, they are built from deploy/docker on the image named by BASE_IMAGE.
 */
import { spawnSync } from 'node:child_process';
import { buildServerImages, canGetImage } from './docker-images.mjs';
import { dockerAnswers } from './ladder.mjs';
import { root } from './repository.mjs';

const say = text => console.log(`— ${text}`);
const wanted = {
  KAFKA_IMAGE: process.env.KAFKA_IMAGE || 'apache/kafka:4.4.0',
  MARIADB_IMAGE: process.env.MARIADB_IMAGE || 'mariadb:10.11.5',
};

if (!(await dockerAnswers())) {
  console.error('No Docker engine answers at DOCKER_HOST or /var/run/docker.sock: start one first.');
  process.exit(1);
}
let images = wanted;
if (!Object.values(wanted).every(canGetImage)) {
  say('the pinned images cannot be pulled here');
  images = await buildServerImages(process.env.BASE_IMAGE || 'debian:bookworm-slim', say);
}
const given = process.argv.slice(2);
const tests = given.length > 0 ? given : ['apps/e2e/sale-flow'];
const { status } = spawnSync(process.execPath, ['deploy/local/test.mjs', ...tests], {
  cwd: root,
  stdio: 'inherit',
  // Testcontainers' reaper is one more image to pull; the run stops its own containers.
  env: { ...process.env, TESTCONTAINERS_RYUK_DISABLED: 'true', ...images, CHUANLIU_SERVERS: 'docker' },
});
process.exitCode = status ?? 1;
