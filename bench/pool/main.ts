import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot } from '@chuanliu/testing/repository-root';
import { machineFacts } from '../report/machine';
import type { Servers } from '../subject';
import { runRebuild, runStart } from './cases/build';
import { FreshPicks, runPicks } from './cases/picks';
import { runRateChanges } from './cases/rate-change';
import { checkAnswers, runSearches } from './cases/search';
import { runSql } from './cases/sql';
import type { Stage } from './cases/stage';
import { runUpdates } from './cases/updates';
import { poolOf } from './data/pool';
import { loadPool } from './load-pool';
import { poolOptionsFrom, type PoolBenchOptions } from './options';
import { Oracle } from './oracle';
import { PoolProcess } from './pool-process';
import { asMarkdown } from './report/markdown';
import type { PoolResults } from './report/results';
import { TermsWatch } from './terms-watch';

/** Runs every case on the servers that bench/pool/run.mjs has started, and writes what was measured. */
async function main(): Promise<void> {
  const options = poolOptionsFrom(process.argv.slice(2));
  const servers = JSON.parse(process.env.BENCH_SERVERS ?? '') as Servers;
  const folder = process.env.BENCH_FOLDER ?? '';
  const results: PoolResults = { ...machineFacts(), options, memory: {}, failures: [] };
  const service = await PoolProcess.prepare(servers, folder, options.profileFolder);
  try {
    const stage = await setUp(options, servers, service);
    await runCases(stage, results);
  } catch (fault) {
    failed(results, 'the bench', fault);
  } finally {
    for (const line of service.complaints().slice(0, 20)) console.error(line);
    await service.stop();
  }
  const text = asMarkdown(results);
  const where = join(repositoryRoot(), 'bench', 'results');
  mkdirSync(where, { recursive: true });
  writeFileSync(join(where, 'pool-latest.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(where, 'pool-latest.md'), text);
  console.log(`\n${text}`);
}

async function setUp(options: PoolBenchOptions, servers: Servers, service: PoolProcess): Promise<Stage> {
  const begin = performance.now();
  say(`a pool of ${options.products} products is made and loaded`);
  const pool = poolOf(options);
  await loadPool(pool, servers.databaseUrl, service.schema);
  const oracle = new Oracle(pool);
  await service.introduce(pool.promoters);
  say(`loaded after ${Math.round((performance.now() - begin) / 1_000)} s`);
  return { options, servers, pool, process: service, oracle };
}

async function runCases(stage: Stage, results: PoolResults): Promise<void> {
  const service = stage.process;
  /** What comes after a case that failed is still worth reading. */
  const attempt = async (what: string, work: () => Promise<void>) => {
    say(what);
    if (stage.options.profileFolder !== undefined && results.start) service.toggleProfile();
    try {
      await work();
      results.memory[what] = service.memory();
    } catch (fault) {
      failed(results, what, fault);
    }
    if (stage.options.profileFolder === undefined || !results.start) return;
    service.toggleProfile();
    await sleep(PROFILE_IS_WRITTEN_MS);
  };
  results.start = await runStart(stage);
  results.memory.start = service.memory();
  say('answers are compared with brute force');
  const hits = await checkAnswers(stage);
  await attempt('searches', async () => void (results.searches = await runSearches(stage, hits)));
  await attempt('plain SQL', async () => void (results.sql = await runSql(stage)));
  await attempt('rebuild', async () => void (results.rebuild = await runRebuild(stage, hits)));
  await attempt('updates', async () => void (results.updates = await runUpdates(stage, hits)));
  const watch = await TermsWatch.start(service.namespace);
  try {
    const fresh = new FreshPicks(stage);
    await attempt('picks', async () => void (results.picks = await runPicks(stage, watch, fresh)));
    await attempt('rate changes', async () => void (results.rateChanges = await runRateChanges(stage, watch, fresh)));
  } finally {
    await watch.stop();
  }
}

function failed(results: PoolResults, what: string, fault: unknown): void {
  console.error(fault);
  results.failures.push({ what, failure: fault instanceof Error ? fault.message : String(fault) });
  process.exitCode = 1;
}

const PROFILE_IS_WRITTEN_MS = 3_000;

const say = (text: string): void => console.log(`— ${text}`);

main().catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});
