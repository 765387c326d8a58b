import { setTimeout as sleep } from 'node:timers/promises';
import { keepResults, noteFailure } from '../report/keep-results';
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
import { caseNames, poolOptionsFrom, type CaseName, type PoolBenchOptions } from './options';
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
    noteFailure(results, 'the bench', fault);
  } finally {
    for (const line of service.complaints().slice(0, 20)) console.error(line);
    await service.stop();
  }
  write(results);
  console.log(`\n${asMarkdown(results)}`);
}

/** After each case: what was measured before the next one goes wrong is kept. */
function write(results: PoolResults): void {
  keepResults('pool-latest', results, asMarkdown(results));
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
  say('starting');
  results.start = await runStart(stage);
  results.memory.start = service.memory();
  say('answers are compared with brute force');
  const hits = await checkAnswers(stage);
  const watch = await TermsWatch.start(service.namespace);
  const fresh = new FreshPicks(stage);
  const cases: Record<CaseName, () => Promise<void>> = {
    searches: async () => void (results.searches = await runSearches(stage, hits)),
    sql: async () => void (results.sql = await runSql(stage)),
    rebuild: async () => void (results.rebuild = await runRebuild(stage, hits)),
    updates: async () => void (results.updates = await runUpdates(stage, hits)),
    picks: async () => void (results.picks = await runPicks(stage, watch, fresh)),
    rates: async () => void (results.rateChanges = await runRateChanges(stage, watch, fresh)),
  };
  try {
    for (const name of caseNames.filter(one => stage.options.cases.includes(one))) {
      say(name);
      await profiled(stage, cases[name]).then(
        () => (results.memory[name] = service.memory()),
        // What comes after a case that failed is still worth reading.
        (fault: unknown) => noteFailure(results, name, fault),
      );
      write(results);
    }
  } finally {
    await watch.stop();
  }
}

async function profiled({ options, process: service }: Stage, work: () => Promise<void>): Promise<void> {
  if (options.profileFolder === undefined) return work();
  service.toggleProfile();
  try {
    await work();
  } finally {
    service.toggleProfile();
    await sleep(PROFILE_IS_WRITTEN_MS);
  }
}

const PROFILE_IS_WRITTEN_MS = 3_000;

const say = (text: string): void => console.log(`— ${text}`);

main().catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});
