import { Injectable } from '@nestjs/common';
import { saleAttributed } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Arrivals } from '@chuanliu/messaging/arrivals';
import { DueWork } from '@chuanliu/messaging/due-work';
import { Progress } from '@chuanliu/messaging/progress';
import { basisDigest, basisIn, type Basis } from '../domain/basis';
import { MoveLines } from '../move-lines/move-lines';
import { SplitLines } from '../split-commission/split-lines';
import { earlierBases, earlierName } from '../storage/earlier-basis';
import { keyText, type LineKey } from '../storage/line-key';
import { lockLines, markSettled, type SaleLine } from '../storage/sale-line';
import {
  dueSettled,
  forgetSettled,
  lockDueSettled,
  setSettledDue,
  type ToldSettled,
} from '../storage/told-by-settlement';

/** Lines a transaction marks. */
const AT_ONCE = 500;
/** Sales wait for their split, lists for the mark: while sales come in, four fifths of the time are theirs. */
const RESTS = 4;

/**
 * Fixes decision and terms of the lines that settlement took, as they were when it took them, and shows them as settled.
 * Nearly all are still divided as they were then; one that is not, or beside which something was told that came too late,
 * is divided again as it was, and what came too late is said.
 */
@Injectable()
export class SettleLines {
  constructor(
    private readonly splitLines: SplitLines,
    private readonly moveLines: MoveLines,
  ) {}

  /** @returns how many lines were due; 0 when there is nothing to do */
  async run(tx: Tx): Promise<number> {
    const keys = await dueSettled(tx, AT_ONCE);
    if (keys.length === 0) return 0;
    const before = await lockLines(tx, keys);
    const told = await lockDueSettled(tx, keys);
    const lines = [...before, ...(await cameMeanwhile(tx, keys, before))];
    const { asAnnounced, asBefore, known } = await basesOf(tx, lines, told);

    await markSettled(tx, asAnnounced);
    await this.moveLines.run(tx, asAnnounced);
    await this.splitLines.run(
      tx,
      asBefore.map(line => ({ line, isChanged: true })),
    );
    await forgetSettled(tx, known);
    const done = new Set(known.map(keyText));
    await setSettledDue(
      tx,
      [...told.values()].filter(line => !done.has(keyText(line))),
      false,
    );
    return keys.length;
  }
}

/** A sale's slice that wrote its line after we looked has looked at what was told before we held it: so look again. */
async function cameMeanwhile(tx: Tx, keys: readonly LineKey[], before: readonly SaleLine[]): Promise<SaleLine[]> {
  if (before.length === keys.length) return [];
  const found = new Set(before.map(({ facts }) => keyText(facts)));
  return lockLines(
    tx,
    keys.filter(key => !found.has(keyText(key))),
  );
}

/** What was settled of each line; one whose settled split is not known here (yet) is in neither list, and not known. */
async function basesOf(tx: Tx, lines: readonly SaleLine[], told: ReadonlyMap<string, ToldSettled>) {
  const asAnnounced: SaleLine[] = [];
  const asBefore: SaleLine[] = [];
  const otherwise: Array<{ line: SaleLine; told: ToldSettled & { digest: string } }> = [];
  const known: LineKey[] = [];
  for (const line of lines) {
    const settled = told.get(keyText(line.facts));
    if (!settled) continue;
    const { digest, decisionRevision } = settled;
    const { announcedBasis, waits } = line.record;
    const basis = announcedBasis === null ? undefined : basisIn(announcedBasis);
    if (line.settled) known.push(line.facts);
    else if (basis && !waits && (digest === null || digest === basisDigest(basis))) {
      // Attribution may have heard of the settlement first, and have told what came too late before it was due here.
      if (line.facts.late) asBefore.push(settledAs(line, basis, decisionRevision));
      else asAnnounced.push({ ...line, settled: { basis, decisionRevision } });
      known.push(line.facts);
    } else if (digest !== null) otherwise.push({ line, told: { ...settled, digest } });
  }
  const earlier = await earlierBases(
    tx,
    otherwise.map(({ line }) => line.facts),
  );
  for (const { line, told } of otherwise) {
    const basis = earlier.get(earlierName(line.facts, told.digest)) ?? announcedAs(line, told.digest);
    if (!basis) continue;
    asBefore.push(settledAs(line, basis, told.decisionRevision));
    known.push(line.facts);
  }
  return { asAnnounced, asBefore, known };
}

/** Whatever was announced of the line last, what is announced next says that it is settled. */
const settledAs = (line: SaleLine, basis: Basis, decisionRevision: number): SaleLine => ({
  ...line,
  settled: { basis, decisionRevision },
  record: { ...line.record, announcedHash: null },
});

/** Of a line that waits for other terms: what it was divided by last, if that is what was settled. */
function announcedAs({ record }: SaleLine, digest: string): Basis | undefined {
  const basis = record.announcedBasis === null ? undefined : basisIn(record.announcedBasis);
  return basis && basisDigest(basis) === digest ? basis : undefined;
}

/** Enters this work, and what waits for its sale, into the service's progress. */
@Injectable()
export class SettledLinesInProgress {
  constructor(database: Database, dueWork: DueWork, progress: Progress, settleLines: SettleLines, arrivals: Arrivals) {
    const count = async (isDue: 0 | 1) => {
      const sql = 'SELECT COUNT(*) AS n FROM told_by_settlement WHERE is_due = ? AND is_settled = 1';
      return (await database.read<{ n: number }>(sql, [isDue]))[0]!.n;
    };
    dueWork.register({
      name: 'settled lines',
      count: () => count(1),
      work: tx => settleLines.run(tx),
      givesWay: { arrivals: () => arrivals.of(saleAttributed), times: RESTS },
    });
    progress.waiting(() => count(0));
  }
}
