import { keepResults, noteFailure } from '../report/keep-results';
import { machineFacts } from '../report/machine';
import type { Servers } from '../subject';
import { runFloor } from './cases/floor';
import { runPayouts } from './cases/payouts';
import { runReads } from './cases/reads';
import { runSettlement } from './cases/run';
import { runSales } from './cases/sales';
import { dayOver, type Stage } from './cases/stage';
import { startWholeSystem } from './cases/whole-system';
import { addDueLines } from './data/due-lines';
import { openAccounts, partiesOf } from './data/parties';
import { makePayable } from './data/parties-to-pay';
import { settlementOptionsFrom, type SettlementBenchOptions } from './options';
import { asMarkdown } from './report/markdown';
import type { SettlementResults } from './report/results';
import { SettlementProcess } from './settlement-process';

/** Runs every case on the servers that bench/settlement/run.mjs has started, and writes what was measured. */
async function main(): Promise<void> {
  const options = settlementOptionsFrom(process.argv.slice(2));
  const servers = JSON.parse(process.env.BENCH_SERVERS ?? '') as Servers;
  const folder = process.env.BENCH_FOLDER ?? '';
  const results: SettlementResults = { ...machineFacts(), options, failures: [] };
  const tried = async (what: string, work: () => Promise<void>) => {
    say(what);
    await work().catch((fault: unknown) => noteFailure(results, what, fault));
    write(results);
  };
  if (options.cases.includes('run')) await tried('a run alone', () => alone(options, servers, folder, results));
  if (options.cases.includes('payouts')) await tried('payouts', () => everybodyPaid(options, servers, folder, results));
  if (besideOthers(options).length > 0)
    await tried('runs beside others', () => together(options, servers, results, tried));
  console.log(`\n${asMarkdown(results)}`);
}

/** The case that asks one settlement process alone, and the floor in the same database after it. */
async function alone(
  options: SettlementBenchOptions,
  servers: Servers,
  folder: string,
  results: SettlementResults,
): Promise<void> {
  await onStage(options, servers, folder, async stage => {
    const { settlement } = stage;
    const begun = performance.now();
    const feeAccount = await openAccounts(settlement.connection, stage.parties);
    const lines = { parties: stage.parties, feeAccount, dueOn: stage.day, first: 0, count: options.lines };
    await addDueLines(settlement.connection, lines);
    results.loadSeconds = (performance.now() - begun) / 1_000;
    say(`${options.lines} lines are due; the run`);
    if (options.profileFolder !== undefined) settlement.toggleProfile();
    results.run = await runSettlement(stage);
    if (options.profileFolder !== undefined) settlement.toggleProfile();
    say('the floor');
    results.floor = await runFloor(stage, results.run.outcome);
  });
}

/** The case that pays everybody, on a settlement process of its own, and the floor after it. */
async function everybodyPaid(
  options: SettlementBenchOptions,
  servers: Servers,
  folder: string,
  results: SettlementResults,
): Promise<void> {
  await onStage(options, servers, folder, async stage => {
    await openAccounts(stage.settlement.connection, stage.parties);
    await makePayable(stage.settlement.connection, stage.parties, stage.day);
    results.payouts = await runPayouts(stage);
  });
}

/** A settlement process of its own for as long as it is used; what it complained of is shown. */
async function onStage(
  options: SettlementBenchOptions,
  servers: Servers,
  folder: string,
  use: (stage: Stage) => Promise<void>,
): Promise<void> {
  const settlement = await SettlementProcess.start(servers, folder, options.profileFolder);
  try {
    await use({ options, servers, settlement, parties: partiesOf(options.parties), day: dayOver() });
  } finally {
    for (const line of settlement.complaints().slice(0, 20)) console.error(line);
    await settlement.stop();
  }
}

const besideOthers = ({ cases }: SettlementBenchOptions) => cases.filter(name => name === 'reads' || name === 'sales');

/** The cases that ask all services together. */
async function together(
  options: SettlementBenchOptions,
  servers: Servers,
  results: SettlementResults,
  tried: (what: string, work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const chosen = besideOthers(options);
  const stage = await startWholeSystem(options, servers, chosen.length);
  try {
    if (chosen.includes('reads')) await tried('reads', async () => void (results.reads = await runReads(stage)));
    if (chosen.includes('sales')) await tried('sales', async () => void (results.sales = await runSales(stage)));
  } finally {
    await stage.stop();
  }
}

/** After each case: what was measured before the next one goes wrong is kept. */
function write(results: SettlementResults): void {
  keepResults('settlement-latest', results, asMarkdown(results));
}

const began = performance.now();
const say = (text: string): void => console.log(`— ${Math.round((performance.now() - began) / 1_000)} s: ${text}`);

main().catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});
