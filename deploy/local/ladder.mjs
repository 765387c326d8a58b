import { request } from 'node:http';
import { connect } from 'node:net';
import { kafkaServes, mariadbGreets } from './servers/readiness.mjs';

/**
 * Which Kafka and database to use, the first that fits: named by the environment, in Docker, or private processes.
 * CHUANLIU_SERVERS=named|docker|private skips the choice.
 *
 * @returns {Promise<'named'|'docker'|'private'>}
 */
export async function chooseServers(env = process.env) {
  const wanted = env.CHUANLIU_SERVERS;
  if (wanted) {
    if (['named', 'docker', 'private'].includes(wanted)) return wanted;
    throw new Error(`CHUANLIU_SERVERS is ${wanted}; it may be named, docker or private.`);
  }
  if (env.KAFKA_BROKERS || env.DATABASE_URL) return 'named';
  return (await dockerAnswers(env)) ? 'docker' : 'private';
}

/**
 * Starts (or, for named ones, reaches) the servers.
 *
 * @param {'named'|'docker'|'private'} kind
 * @param {object} options as `startPrivateServers` takes them
 * @returns {Promise<{kind: string, kafkaBrokers: string, databaseUrl: string, stop(): Promise<void>}>}
 */
export async function startServers(kind, options) {
  if (kind === 'named') return { kind, ...(await namedServers()) };
  if (kind === 'docker') {
    try {
      const { startDockerServers } = await import('./servers/docker-servers.mjs');
      return { kind, ...(await startDockerServers(options)) };
    } catch (error) {
      if (process.env.CHUANLIU_SERVERS === 'docker') throw error;
      options.say(`Docker is there, but its servers did not start (${firstLine(error)}); using private processes`);
    }
  }
  const { startPrivateServers } = await import('./servers/private-servers.mjs');
  return { kind: 'private', ...(await startPrivateServers(options)) };
}

async function namedServers({ KAFKA_BROKERS: kafkaBrokers, DATABASE_URL: databaseUrl } = process.env) {
  if (!kafkaBrokers || !databaseUrl) {
    throw new Error(
      'Named servers need both KAFKA_BROKERS (host:port,…) and DATABASE_URL (mysql://user:password@host:port).',
    );
  }
  const [host, port] = kafkaBrokers.split(',')[0].split(':');
  const database = new URL(databaseUrl);
  if (!(await kafkaServes(Number(port), host))) throw new Error(`No Kafka answers at ${host}:${port} (KAFKA_BROKERS).`);
  if (!(await mariadbGreets(Number(database.port || 3306), database.hostname))) {
    throw new Error(`No database answers at ${database.hostname}:${database.port || 3306} (DATABASE_URL).`);
  }
  return { kafkaBrokers, databaseUrl, stop: async () => {} };
}

/** Whether a Docker engine answers at DOCKER_HOST, or at the usual socket. */
export async function dockerAnswers(env = process.env) {
  const address = new URL(env.DOCKER_HOST ?? 'unix:///var/run/docker.sock');
  if (address.protocol === 'ssh:' || address.port === '2376') return opens(address); // TLS: testcontainers speaks it.
  const where =
    address.protocol === 'unix:'
      ? { socketPath: address.pathname }
      : { host: address.hostname, port: address.port || 2375 };
  return new Promise(resolve => {
    const ping = request({ ...where, path: '/_ping', timeout: 2_000 }, answer => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    ping.on('timeout', () => ping.destroy());
    ping.on('error', () => resolve(false));
    ping.end();
  });
}

function opens({ hostname: host, port }) {
  return new Promise(resolve => {
    const socket = connect({ host, port: Number(port || 22), timeout: 2_000 });
    const end = result => () => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}

const firstLine = error => String(error.message).split('\n')[0];
