import { randomBytes } from 'node:crypto';
import { dropNamespace } from '@chuanliu/testing/unique-namespace';
import { runBacklog } from './cases/backlog';
import { runIdle } from './cases/idle';
import { runSteady } from './cases/steady';
import { allianceOf } from './load/orders';
import { memoryOf } from './measure/process-times';
import { optionsFrom, type BenchOptions } from './options';
import { Ours } from './ours/ours';
import { ProcessPerHop } from './process-per-hop';
import { profileDuring } from './profile';
import { keepResults } from './report/keep-results';
import { machineFacts } from './report/machine';
import { asMarkdown } from './report/markdown';
import type { Results, SubjectResults } from './report/results';
import type { Servers, Subject } from './subject';

/** Runs every subject on the servers that bench/run.mjs has started, one after the other, and writes what was measured. */
async function main(): Promise<void> {
  const options = optionsFrom(process.argv.slice(2));
  const servers = JSON.parse(process.env.BENCH_SERVERS ?? '') as Servers;
  const folder = process.env.BENCH_FOLDER ?? '';
  const results: Results = { ...machineFacts(), options, subjects: [] };
  for (const name of options.subjects) {
    const measured: SubjectResults = { subject: name, backlogs: [], steady: [], idle: {}, memory: {}, sales: 0 };
    results.subjects.push(measured);
    try {
      await measure(measured, options, servers, folder);
    } catch (fault) {
      // What was measured before is still worth reading, and so are the other subjects.
      console.error(fault);
      measured.failure = fault instanceof Error ? fault.message : String(fault);
      process.exitCode = 1;
    }
  }
  const text = asMarkdown(results);
  keepResults('latest', results, text);
  console.log(`\n${text}`);
}

async function measure(
  results: SubjectResults,
  options: BenchOptions,
  servers: Servers,
  folder: string,
): Promise<void> {
  const name = results.subject;
  const prefix = `b${randomBytes(3).toString('hex')}_`;
  const subject: Subject =
    name === 'ours' ? new Ours(servers, options.profileFolder) : new ProcessPerHop(name, servers, prefix, folder);
  try {
    say(`${name}: starting`);
    await subject.start();
    await runCases(subject, options, servers, results);
  } catch (fault) {
    say(`${name}: failed; stopping it (${String(fault)})`);
    throw fault;
  } finally {
    await subject.stop();
    if (name !== 'ours') await dropNamespace({ name: prefix, servers });
  }
}

async function runCases(
  subject: Subject,
  options: BenchOptions,
  servers: Servers,
  results: SubjectResults,
): Promise<void> {
  const spread = await subject.learn(allianceOf('spread'));
  const hot = await subject.learn(allianceOf('hot'));
  const { compareAt, orders, warmUp, steady } = options;
  // The usual way is far too slow for a large backlog, and would fall ever further behind under steady load.
  const isUsual = subject.name === 'usual-way';
  const first = isUsual ? Math.ceil(warmUp / 10) : warmUp;
  await runBacklog(subject, servers, spread, first, 'warm-up');
  results.sales += first;
  const backlogs = [
    { alliance: spread, sales: compareAt },
    ...(isUsual ? [] : [spread, hot].map(alliance => ({ alliance, sales: orders }))).slice(orders > compareAt ? 0 : 1),
  ];
  const profile = options.profileFolder && subject.name === 'ours' ? profileDuring(subject) : {};
  for (const [n, { alliance, sales }] of backlogs.entries()) {
    const result = await runBacklog(subject, servers, alliance, sales, `backlog${n}-${alliance.name}`, profile);
    results.backlogs.push(result);
    results.sales += sales;
    say(
      `${subject.name}: backlog of ${sales} (${alliance.name}): ${Math.round(result.salesPerSecond)} sales/s, ` +
        `${result.cpuPerThousandTotal.toFixed(2)} CPU s per 1,000`,
    );
  }
  results.idle = await runIdle(subject, servers, IDLE_SECONDS);
  for (const { rate, seconds } of isUsual ? [] : steady) {
    const result = await runSteady(subject, servers, spread, { rate, seconds }, `steady${rate}`, profile);
    results.steady.push(result);
    results.sales += result.sales;
    say(
      `${subject.name}: ${rate}/s: p99 ${result.ledger.p99.toFixed(0)} ms, ` +
        `${result.cpuPerThousandTotal.toFixed(2)} CPU s per 1,000`,
    );
  }
  for (const participant of [...subject.processes(), ...servers.participants])
    results.memory[participant.name] = memoryOf(participant);
}

const IDLE_SECONDS = 5;

const say = (text: string): void => console.log(`— ${text}`);

main().catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});
