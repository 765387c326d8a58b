import { Injectable } from '@nestjs/common';
import { commissionSplit, type SplitLine } from '@chuanliu/contracts/commissions/commission-split.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { DueWork } from '@chuanliu/messaging/due-work';
import type { EventMeta } from '@chuanliu/messaging/on-events';
import { Outbox } from '@chuanliu/messaging/outbox';
import { basisDigest, basisIn } from '../domain/basis';
import { stateOf, type LineState } from '../domain/line-state';
import { saveEarlierBases } from '../storage/earlier-basis';
import { readKnownRates } from '../storage/known-rates';
import { livesOfLines, ordersOf, type LivesOfLines } from '../storage/life-of-lines';
import type { LineKey } from '../storage/line-key';
import {
  deletePartySales,
  partySharesOf,
  rowKeysOf,
  savePartySales,
  type Listing,
  type PartyShare,
} from '../storage/party-sale';
import {
  decisionInForce,
  saveLines,
  withDecision,
  type SaleFacts,
  type SaleLine,
  type SplitRecord,
} from '../storage/sale-line';
import { setSettledDue } from '../storage/told-by-settlement';
import { deleteWaiting, saveWaiting } from '../storage/waiting-line';
import { splitLine, type LineSplit } from './split-line';

/** A line to be split anew, locked by the transaction or not known to anybody else. */
export interface LineToSplit {
  line: SaleLine;
  /** Whether something was learned of the line itself, which must be kept whatever the split. */
  isChanged: boolean;
  /** The event that made it necessary. */
  cause?: EventMeta | undefined;
}

interface ChangedLine {
  line: SaleLine;
  before: SplitRecord;
  split: LineSplit;
  partyShares: PartyShare[];
  cause: EventMeta | undefined;
}

/** Splits lines by all that is known now, keeps what came out, and announces what differs from what was announced last. */
@Injectable()
export class SplitLines {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly dueWork: DueWork,
  ) {}

  async run(tx: Tx, lines: readonly LineToSplit[]): Promise<void> {
    if (lines.length === 0) return;
    const known = await readKnownRates(
      (sql, parameters) => tx.query(sql, parameters),
      lines.flatMap(({ line }) => salesToRate(line)),
    );
    const waiting: SaleLine[] = [];
    const changed: ChangedLine[] = [];
    for (const { line, isChanged, cause } of lines) {
      const { facts, record: before, settled } = line;
      const split = splitLine(line, known);
      if (!split) {
        if (isChanged || !before.waits) waiting.push({ facts, record: { ...before, waits: true }, settled });
        continue;
      }
      const partyShares = partySharesOf(split.shares);
      const record = recordOf(facts, before, split, partyShares);
      if (!isChanged && isSame(before, record)) continue;
      changed.push({ line: { facts, record, settled }, before, split, partyShares, cause });
    }
    await saveLines(tx, [...changed.map(({ line }) => line), ...waiting]);
    await saveEarlierBases(tx, changed.flatMap(earlierBasis));
    await keepCountOfWaiting(tx, changed, waiting);
    const lives = await livesOfLines(tx, ordersOf(changed.map(({ line }) => line)));
    await this.tryAgain(tx, lives.waiting);
    await this.file(tx, changed, lives);
    await this.announce(tx, changed, lives);
  }

  /** Settled lines that waited for what was just learned of them. */
  private async tryAgain(tx: Tx, waiting: readonly LineKey[]): Promise<void> {
    if (waiting.length === 0) return;
    await setSettledDue(tx, waiting, true);
    tx.afterCommit(() => this.dueWork.wake());
  }

  /** Brings the parties' lists up to date. */
  private async file(tx: Tx, changed: readonly ChangedLine[], lives: LivesOfLines): Promise<void> {
    await deletePartySales(tx, changed.flatMap(noLongerListed));
    const listed = changed.map(({ line, partyShares }) => ({
      line: line.facts,
      partyShares,
      state: stateOf(line.record.baseFen, lives.of(line)),
    }));
    await savePartySales(tx, listed, this.clock.now());
  }

  /** One event an order, with its lines that changed. Lines still under another payment's heading go apart. */
  private async announce(tx: Tx, changed: readonly ChangedLine[], lives: LivesOfLines): Promise<void> {
    const events = new Map<string, { data: DataOf<typeof commissionSplit>; cause?: EventMeta }>();
    for (const { line, before, split, cause } of changed) {
      if (line.record.revision === before.revision) continue;
      const { channelId, orderId, brandId, paymentChannel } = line.facts;
      const announced = announcedLine(line, split, stateOf(line.record.baseFen, lives.of(line)));
      const heading = `${channelId}/${orderId}/${brandId}/${paymentChannel}`;
      const event = events.get(heading);
      if (event) event.data.lines.push(announced);
      else events.set(heading, { data: { channelId, orderId, brandId, paymentChannel, lines: [announced] }, cause });
    }
    await this.outbox.add(tx, commissionSplit, [...events.values()]);
  }
}

/** The sale as it is divided, and of a settled one also as it would be divided if it were not. */
const salesToRate = ({ facts, settled }: SaleLine): SaleFacts[] =>
  settled && facts.late ? [facts, withDecision(facts, facts.late)] : [facts];

function announcedLine(line: SaleLine, { steps, basis, late }: LineSplit, state: LineState): SplitLine {
  const { lineNo, orderRevision, decisionRevision, productId } = line.facts;
  const { outcome } = decisionInForce(line);
  return {
    lineNo,
    revision: line.record.revision,
    orderRevision,
    decisionRevision,
    outcome,
    productId,
    ...(basis && { basis: basis.digest, techFeeBps: basis.techFeeBps }),
    ...(late && { late }),
    state,
    steps,
  };
}

/** What divided the line until now, if something else does from now on. */
function earlierBasis({ line, before, split }: ChangedLine) {
  if (before.announcedBasis === null || before.announcedBasis === split.basis?.text) return [];
  const digest = basisDigest(basisIn(before.announcedBasis));
  return digest === split.basis?.digest ? [] : [{ line: line.facts, digest, basis: before.announcedBasis }];
}

function recordOf(
  facts: SaleFacts,
  before: SplitRecord,
  { announcementHash, baseFen, basis }: LineSplit,
  partyShares: readonly PartyShare[],
): SplitRecord {
  const parties = partyShares.map(({ partyKind, partyId, share }): Listing['parties'][0] => [
    partyKind,
    partyId,
    share,
  ]);
  return {
    revision: before.revision + (announcementHash === before.announcedHash ? 0 : 1),
    announcedHash: announcementHash,
    announcedBasis: basis?.text ?? before.announcedBasis,
    waits: false,
    baseFen,
    listed: parties.length === 0 ? null : { orderedAt: facts.orderedAt, parties },
  };
}

const isSame = (before: SplitRecord, now: SplitRecord) =>
  before.revision === now.revision && !before.waits && JSON.stringify(before.listed) === JSON.stringify(now.listed);

async function keepCountOfWaiting(
  tx: Tx,
  changed: readonly ChangedLine[],
  waiting: ReadonlyArray<{ facts: SaleFacts }>,
): Promise<void> {
  const waitNoLonger = changed.filter(({ before }) => before.waits);
  await deleteWaiting(
    tx,
    waitNoLonger.map(({ line }) => line.facts),
  );
  await saveWaiting(
    tx,
    waiting.map(({ facts }) => facts),
  );
}

/** Rows that stood for the line and are not among those that are filed now. */
function noLongerListed({ line: { facts, record }, before }: ChangedLine) {
  const { listed } = record;
  if (!before.listed) return [];
  const staysWhereItWas = listed?.orderedAt === before.listed.orderedAt;
  const stays = new Set(staysWhereItWas ? listed.parties.map(([kind, partyId]) => `${kind}/${partyId}`) : []);
  const parties = before.listed.parties.filter(([kind, partyId]) => !stays.has(`${kind}/${partyId}`));
  return rowKeysOf(facts, { ...before.listed, parties });
}
