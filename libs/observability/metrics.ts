import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Everything this process measures; `/metrics` prints it. */
export const registry = new Registry();
const registers = [registry];

/** Messages between a consumer's position and the end of its partition. */
export const consumerLag = new Gauge({
  name: 'chuanliu_consumer_lag_messages',
  help: 'Messages behind the end of the partition',
  labelNames: ['group', 'topic', 'partition'] as const,
  registers,
});

/** Age of the oldest event that waits to be sent, in seconds; 0 when none waits. */
export const outboxAgeSeconds = new Gauge({
  name: 'chuanliu_outbox_age_seconds',
  help: 'Age of the oldest event waiting in the outbox',
  labelNames: ['shard'] as const,
  registers,
});

/** Events waiting to be sent. */
export const outboxRows = new Gauge({
  name: 'chuanliu_outbox_rows',
  help: 'Events waiting in the outbox',
  registers,
});

/** Time from the first statement of a slice to its commit, in seconds. */
export const sliceSeconds = new Histogram({
  name: 'chuanliu_slice_seconds',
  help: 'Duration of a slice, first statement to commit',
  labelNames: ['group'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  registers,
});

/** Messages that one slice handled. */
export const messagesPerSlice = new Histogram({
  name: 'chuanliu_slice_messages',
  help: 'Messages handled by one slice',
  labelNames: ['group'] as const,
  buckets: [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000],
  registers,
});

/** Slices that were rolled back and run again. */
export const sliceRetries = new Counter({
  name: 'chuanliu_slice_retries_total',
  help: 'Slices run again after a passing fault',
  labelNames: ['group'] as const,
  registers,
});

/** Events set aside for a person to look at. */
export const parkedEvents = new Gauge({
  name: 'chuanliu_parked_events',
  help: 'Events parked until a person replays them',
  labelNames: ['group'] as const,
  registers,
});

/** Partitions of which nothing is handled, because the broker has not what comes next; a person must say where to go on. */
export const strandedPartitions = new Gauge({
  name: 'chuanliu_stranded_partitions',
  help: 'Partitions at rest because the broker has not what comes next',
  labelNames: ['group'] as const,
  registers,
});

/** Lines that wait to be derived again after late knowledge. */
export const dueLines = new Gauge({
  name: 'chuanliu_due_lines',
  help: 'Lines waiting to be derived again',
  registers,
});

/** Time from a request's headers to the end of its answer, in seconds. */
export const requestSeconds = new Histogram({
  name: 'chuanliu_http_request_seconds',
  help: 'Duration of an HTTP request',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers,
});

/** Adds what Node tells of itself: memory, event loop delay, garbage collection. Call it once per process. */
export function measureProcess(service: string): void {
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
}
