import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before the service: who asks at the socket EVENT_LOOP_SOCKET learns how long the event loop was held up since
 * somebody last asked, in milliseconds.
 */
const RESOLUTION_MS = 2;

if (isMainThread && process.env.EVENT_LOOP_SOCKET) {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  // It counts from one tick of its timer to the next, so an idle loop shows the timer's own interval.
  const milliseconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  createServer((_, answer) => {
    const seen = { p99: milliseconds(delays.percentile(99)), max: milliseconds(delays.max) };
    delays.reset();
    answer.end(JSON.stringify(seen));
  })
    .listen(process.env.EVENT_LOOP_SOCKET)
    .unref();
}
