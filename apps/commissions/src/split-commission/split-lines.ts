import { Injectable } from '@nestjs/common';
import { commissionSplit, type SplitLine } from '@chuanliu/contracts/commissions/commission-split.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import type { EventMeta } from '@chuanliu/messaging/on-events';
import { Outbox } from '@chuanliu/messaging/outbox';
import { stateOf } from '../domain/line-state';
import { readKnownRates } from '../storage/known-rates';
import { receivedAmong } from '../storage/order-receipt';
import {
  deletePartySales,
  partySharesOf,
  rowKeysOf,
  savePartySales,
  type Listing,
  type PartyShare,
} from '../storage/party-sale';
import { saveLines, type SaleFacts, type SaleLine, type SplitRecord } from '../storage/sale-line';
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
  facts: SaleFacts;
  before: SplitRecord;
  record: SplitRecord;
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
  ) {}

  async run(tx: Tx, lines: readonly LineToSplit[]): Promise<void> {
    if (lines.length === 0) return;
    const known = await readKnownRates(
      (sql, parameters) => tx.query(sql, parameters),
      lines.map(({ line }) => line.facts),
    );
    const waiting: Array<Pick<SaleLine, 'facts' | 'record'>> = [];
    const changed: ChangedLine[] = [];
    for (const { line, isChanged, cause } of lines) {
      const { facts, record: before } = line;
      const split = splitLine(line, known);
      if (!split) {
        if (isChanged || !before.waits) waiting.push({ facts, record: { ...before, waits: true } });
        continue;
      }
      const partyShares = partySharesOf(split.shares);
      const record = recordOf(facts, before, split, partyShares);
      if (!isChanged && isSame(before, record)) continue;
      changed.push({ facts, before, record, split, partyShares, cause });
    }
    await saveLines(tx, [...changed, ...waiting]);
    await keepCountOfWaiting(tx, changed, waiting);
    const received = await receivedOf(tx, changed);
    await this.file(tx, changed, received);
    await this.announce(tx, changed, received);
  }

  /** Brings the parties' lists up to date. */
  private async file(tx: Tx, changed: readonly ChangedLine[], received: ReadonlySet<string>): Promise<void> {
    await deletePartySales(tx, changed.flatMap(noLongerListed));
    const listed = changed.map(({ facts, record, partyShares }) => ({
      line: facts,
      partyShares,
      baseFen: record.baseFen,
    }));
    await savePartySales(tx, listed, received, this.clock.now());
  }

  /** One event an order, with its lines that changed. Lines still under another payment's heading go apart. */
  private async announce(tx: Tx, changed: readonly ChangedLine[], received: ReadonlySet<string>): Promise<void> {
    const events = new Map<string, { data: DataOf<typeof commissionSplit>; cause?: EventMeta }>();
    for (const { facts, before, record, split, cause } of changed) {
      if (record.revision === before.revision) continue;
      const { channelId, orderId, brandId, paymentChannel } = facts;
      const { lineNo, orderRevision, decisionRevision, outcome, productId } = facts;
      const state = stateOf(record.baseFen, received.has(orderText(facts)));
      const { revision } = record;
      const told = { lineNo, revision, orderRevision, decisionRevision, outcome, productId, state };
      const line: SplitLine = { ...told, ...announcedBasis(split), steps: split.steps };
      const heading = `${channelId}/${orderId}/${brandId}/${paymentChannel}`;
      const event = events.get(heading);
      if (event) event.data.lines.push(line);
      else events.set(heading, { data: { channelId, orderId, brandId, paymentChannel, lines: [line] }, cause });
    }
    await this.outbox.add(tx, commissionSplit, [...events.values()]);
  }
}

const announcedBasis = ({ basis }: LineSplit) =>
  basis ? { basis: basis.digest, techFeeBps: basis.techFeeBps } : undefined;

const orderText = ({ channelId, orderId }: SaleFacts) => `${channelId}/${orderId}`;

/** The orders of these lines that were received, as `channelId/orderId`. */
function receivedOf(tx: Tx, changed: readonly ChangedLine[]): Promise<Set<string>> {
  const orders = new Map(changed.map(({ facts }) => [orderText(facts), [facts.orderId, facts.channelId] as const]));
  return receivedAmong(tx, [...orders.values()]);
}

function recordOf(
  facts: SaleFacts,
  before: SplitRecord,
  { announcementHash, baseFen }: LineSplit,
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
    waitNoLonger.map(({ facts }) => facts),
  );
  await saveWaiting(
    tx,
    waiting.map(({ facts }) => facts),
  );
}

/** Rows that stood for the line and are not among those that are filed now. */
function noLongerListed({ facts, before, record: { listed } }: ChangedLine) {
  if (!before.listed) return [];
  const staysWhereItWas = listed?.orderedAt === before.listed.orderedAt;
  const stays = new Set(staysWhereItWas ? listed.parties.map(([kind, partyId]) => `${kind}/${partyId}`) : []);
  const parties = before.listed.parties.filter(([kind, partyId]) => !stays.has(`${kind}/${partyId}`));
  return rowKeysOf(facts, { ...before.listed, parties });
}
