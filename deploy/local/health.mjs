import { setTimeout as sleep } from 'node:timers/promises';
import { healthPortOf } from './services.mjs';

/** @returns {Promise<{ready: boolean, told: string}>} what a service's readiness says */
export async function healthOf(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(3_000) });
    const body = await answer.json().catch(() => ({}));
    const troubles = Object.entries(body.parts ?? {}).filter(([, state]) => state !== 'ready');
    const told = troubles.map(([part, state]) => `${part}: ${state}`).join('; ');
    return { ready: answer.ok, told: answer.ok ? 'ready' : told || `answers ${answer.status}` };
  } catch {
    return { ready: false, told: 'does not answer' };
  }
}

/**
 * Waits until every service makes progress.
 *
 * @throws after two minutes, naming those that do not and their logs
 */
export async function untilHealthy(names, ports, logOf, timeoutMs = 120_000) {
  const until = Date.now() + timeoutMs;
  let waiting = names;
  for (;;) {
    const looked = await Promise.all(
      waiting.map(async name => ({ name, ...(await healthOf(healthPortOf(name, ports))) })),
    );
    const late = looked.filter(one => !one.ready);
    if (late.length === 0) return;
    if (Date.now() > until) {
      throw new Error(
        `not ready in time:\n${late.map(({ name, told }) => `  ${name} (${told}); see ${logOf(name)}`).join('\n')}`,
      );
    }
    waiting = late.map(one => one.name);
    await sleep(200);
  }
}
