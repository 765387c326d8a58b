import { connect, createServer } from 'node:net';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until `probe` answers true.
 *
 * @throws when the process ends first or the time is over, with the end of its log
 */
export async function waitUntilReady({ name, child, probe, log, timeoutMs = 90_000 }) {
  const until = Date.now() + timeoutMs;
  while (!(await probe())) {
    const ended = child.endedBy();
    if (ended !== undefined) throw new Error(`${name} ended while starting (${ended}). ${endOf(log)}`);
    if (Date.now() > until) throw new Error(`${name} was not ready after ${timeoutMs / 1000} s. ${endOf(log)}`);
    await sleep(100);
  }
}

function endOf(log) {
  try {
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15);
    return `The end of ${log}:\n${lines.join('\n')}`;
  } catch {
    return `It wrote no log at ${log}.`;
  }
}

/** MariaDB greets first: a packet whose fifth byte is the protocol version, 10. */
export function mariadbGreets(port, host = '127.0.0.1') {
  return converse(port, host, undefined, answer => answer.length >= 5 && answer[4] === 10);
}

/** Kafka serves once its metadata (version 4, no topics asked) names at least one broker. */
export function kafkaServes(port, host = '127.0.0.1') {
  const request = Buffer.from([0, 3, 0, 4, 0, 0, 0, 1, 255, 255, 0, 0, 0, 0, 0]);
  const size = Buffer.alloc(4);
  size.writeInt32BE(request.length);
  // Answer: size, correlation, throttle time, then the number of brokers.
  return converse(
    port,
    host,
    Buffer.concat([size, request]),
    answer => answer.length >= 16 && answer.readInt32BE(12) > 0,
  );
}

function converse(port, host, request, understood) {
  return new Promise(resolve => {
    const socket = connect({ port, host });
    let answer = Buffer.alloc(0);
    const end = result => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(2_000, () => end(false));
    socket.on('error', () => end(false));
    socket.on('close', () => end(false));
    if (request) socket.on('connect', () => socket.write(request));
    socket.on('data', chunk => {
      answer = Buffer.concat([answer, chunk]);
      if (answer.length >= 16 || understood(answer)) end(understood(answer));
    });
  });
}

/** Whether nothing listens on this loopback port. */
export function isPortFree(port, host = '127.0.0.1') {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Finds `count` loopback ports that are free now, all held at once so that they differ. */
export async function freePorts(count) {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve, reject) => {
          const server = createServer();
          server.once('error', reject);
          server.listen({ port: 0, host: '127.0.0.1' }, () => resolve(server));
        }),
    ),
  );
  const ports = servers.map(server => server.address().port);
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))));
  return ports;
}
