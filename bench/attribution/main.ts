import { randomBytes } from 'node:crypto';
import { accountOwned } from '@chuanliu/contracts/partners/account-owned.v1';
import { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { topics } from '@chuanliu/contracts/topics';
import { dropNamespace } from '@chuanliu/testing/unique-namespace';
import { keepResults, noteFailure } from '../report/keep-results';
import { machineFacts } from '../report/machine';
import type { Servers } from '../subject';
import { AttributionProcess } from './attribution-process';
import { runDecisions, warmUp } from './cases/decisions';
import { runExplanations } from './cases/explanations';
import { runLateAccount } from './cases/late-account';
import { runSales } from './cases/sales';
import type { Stage, StoreName } from './cases/stage';
import { runSteadyTouches } from './cases/steady-touches';
import { runUsual } from './cases/usual';
import { startWholeSystem } from './cases/whole-system';
import { touchesOfBuyers } from './data/buyers';
import { ownAccounts, picksKnown } from './data/facts';
import { TouchTableShown } from './data/touch-table-shown';
import { fillStore, type TouchStore } from './data/touch-store';
import { attributionOptionsFrom, caseNames, type AttributionBenchOptions, type CaseName } from './options';
import { asMarkdown } from './report/markdown';
import type { AttributionResults } from './report/results';

const ALONE: readonly CaseName[] = ['decisions', 'usual', 'late'];

/** Runs every case on the servers that bench/attribution/run.mjs has started, and writes what was measured. */
async function main(): Promise<void> {
  const options = attributionOptionsFrom(process.argv.slice(2));
  const servers = JSON.parse(process.env.BENCH_SERVERS ?? '') as Servers;
  const folder = process.env.BENCH_FOLDER ?? '';
  const results: AttributionResults = { ...machineFacts(), options, failures: [] };
  const prefix = `b${randomBytes(3).toString('hex')}_`;
  try {
    const stores = await fillStores(options, servers, prefix);
    results.stores = stores;
    await alone(options, servers, folder, stores, prefix, results);
    await together(options, servers, stores.many, prefix, results);
  } catch (fault) {
    noteFailure(results, 'the bench', fault);
  } finally {
    await dropNamespace({ name: prefix, servers });
  }
  write(results);
  console.log(`\n${asMarkdown(results)}`);
}

async function fillStores(
  { touches, fewTouches, orders }: AttributionBenchOptions,
  { databaseUrl }: Servers,
  prefix: string,
): Promise<Record<StoreName, TouchStore>> {
  const now = Date.now();
  const fill = async (name: StoreName, count: number) => {
    say(`${count} touches are stored`);
    return fillStore(databaseUrl, `${prefix}${name}`, count, touchesOfBuyers(orders, now), now);
  };
  return { many: await fill('many', touches), few: await fill('few', fewTouches) };
}

/** The cases that ask one attribution process alone. */
async function alone(
  options: AttributionBenchOptions,
  servers: Servers,
  folder: string,
  stores: Record<StoreName, TouchStore>,
  prefix: string,
  results: AttributionResults,
): Promise<void> {
  const chosen = caseNames.filter(name => ALONE.includes(name) && options.cases.includes(name));
  if (chosen.length === 0) return;
  const attribution = await AttributionProcess.start(servers, folder, options.profileFolder);
  const table = new TouchTableShown(attribution.connection, attribution.schema, `${prefix}own`);
  try {
    const picks = picksKnown();
    const accounts = ownAccounts();
    await attribution.speaker.sayAll(pickKnown, picks.length, n => picks[n]!);
    await attribution.speaker.sayAll(accountOwned, accounts.length, n => accounts[n]!);
    await attribution.untilApplied(picks.length, topics.termsEvents.name);
    await attribution.untilApplied(accounts.length, topics.partnerEvents.name);
    const stage: Stage = { options, servers, folder, attribution, stores, table };
    say('warming up');
    await warmUp(stage);
    const cases: Partial<Record<CaseName, () => Promise<void>>> = {
      decisions: async () => void (results.decisions = await runDecisions(stage)),
      usual: async () => void (results.usual = await runUsual(stage)),
      late: async () => void (results.late = await runLateAccount(stage)),
    };
    const profile = () => attribution.toggleProfile();
    await runChosen(chosen, cases, results, options.profileFolder === undefined ? () => {} : profile);
    results.memory = attribution.memory();
  } finally {
    for (const line of attribution.complaints().slice(0, 20)) console.error(line);
    await table.restore();
    await attribution.stop();
  }
}

/** The cases that ask all services together. */
async function together(
  options: AttributionBenchOptions,
  servers: Servers,
  many: TouchStore,
  prefix: string,
  results: AttributionResults,
): Promise<void> {
  const chosen = caseNames.filter(name => !ALONE.includes(name) && options.cases.includes(name));
  if (chosen.length === 0) return;
  say('all services start, and sell');
  const stage = await startWholeSystem(options, servers, many, prefix);
  try {
    const cases: Partial<Record<CaseName, () => Promise<void>>> = {
      sales: async () => void (results.sales = await runSales(stage)),
      explanation: async () => void (results.explanations = await runExplanations(stage)),
      touches: async () => void (results.steady = await runSteadyTouches(stage)),
    };
    const profile = () => stage.subject.processes().forEach(({ pid }) => process.kill(pid, 'SIGWINCH'));
    await runChosen(chosen, cases, results, options.profileFolder === undefined ? () => {} : profile);
  } finally {
    await stage.stop();
  }
}

/** One after the other; what comes after a case that failed is still worth reading. */
async function runChosen(
  chosen: readonly CaseName[],
  cases: Partial<Record<CaseName, () => Promise<void>>>,
  results: AttributionResults,
  toggleProfile: () => void,
): Promise<void> {
  for (const name of chosen) {
    say(name);
    toggleProfile();
    await cases[name]!().catch((fault: unknown) => noteFailure(results, name, fault));
    toggleProfile();
    write(results);
  }
}

/** After each case: what was measured before the next one goes wrong is kept. */
function write(results: AttributionResults): void {
  keepResults('attribution-latest', results, asMarkdown(results));
}

const began = performance.now();
const say = (text: string): void => console.log(`— ${Math.round((performance.now() - began) / 1_000)} s: ${text}`);

main().catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});
