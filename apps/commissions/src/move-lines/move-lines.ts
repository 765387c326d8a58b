import { Injectable } from '@nestjs/common';
import { saleStateChanged } from '@chuanliu/contracts/commissions/sale-state-changed.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import type { EventMeta } from '@chuanliu/messaging/on-events';
import { Outbox } from '@chuanliu/messaging/outbox';
import { stateOf, type LineState } from '../domain/line-state';
import { livesOfLines, ordersOf } from '../storage/life-of-lines';
import { keyText } from '../storage/line-key';
import { readPartySales, rowKeysOf, setPartySaleState, type FiledShare, type RowKey } from '../storage/party-sale';
import { decisionInForce, type SaleLine } from '../storage/sale-line';

/** A line that is in another state than it was filed under; its shares are those that it was split into last. */
interface MovedLine {
  line: SaleLine;
  state: LineState;
  shares: Array<Omit<FiledShare, 'state'>>;
}

const STATES: readonly LineState[] = ['estimated', 'confirmed', 'frozen', 'settled'];

/** Shows lines under the state that receipts, holds and settlement give them, and announces it. Amounts do not move. */
@Injectable()
export class MoveLines {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @param lines locked, after what was learned of them was written: see livesOfLines()
   * @param causeOf the event that made it necessary, by order (`channelId/orderId`)
   */
  async run(tx: Tx, lines: readonly SaleLine[], causeOf: ReadonlyMap<string, EventMeta> = new Map()): Promise<void> {
    if (lines.length === 0) return;
    const moved = await movedLines(tx, lines);
    const now = this.clock.now();
    for (const state of STATES) {
      const rows = moved.filter(one => one.state === state).flatMap(({ line }) => rowsOf(line));
      await setPartySaleState(tx, rows, state, now);
    }
    await this.announce(tx, moved, causeOf);
  }

  /** One event an order. Lines still under another payment's brand go apart. */
  private async announce(tx: Tx, moved: readonly MovedLine[], causeOf: ReadonlyMap<string, EventMeta>): Promise<void> {
    const events = new Map<string, { data: DataOf<typeof saleStateChanged>; cause?: EventMeta }>();
    for (const { line, state, shares } of moved) {
      const { channelId, orderId, brandId, lineNo, productId } = line.facts;
      const { outcome } = decisionInForce(line);
      const said = { lineNo, productId, outcome, state, baseFen: line.record.baseFen, shares };
      const heading = `${channelId}/${orderId}/${brandId}`;
      const event = events.get(heading);
      if (event) event.data.lines.push(said);
      else {
        const cause = causeOf.get(`${channelId}/${orderId}`);
        events.set(heading, { data: { channelId, orderId, brandId, lines: [said] }, cause });
      }
    }
    await this.outbox.add(tx, saleStateChanged, [...events.values()]);
  }
}

const rowsOf = ({ facts, record }: SaleLine): RowKey[] => (record.listed ? rowKeysOf(facts, record.listed) : []);

async function movedLines(tx: Tx, lines: readonly SaleLine[]): Promise<MovedLine[]> {
  const lives = await livesOfLines(tx, ordersOf(lines));
  const filed = await readPartySales(tx, lines.flatMap(rowsOf));
  return lines.flatMap(line => {
    const state = stateOf(line.record.baseFen, lives.of(line));
    const shares = filed.get(keyText(line.facts));
    if (!shares || state === 'void' || shares[0]!.state === state) return [];
    return [{ line, state, shares: shares.map(({ share, partyId, amountFen }) => ({ share, partyId, amountFen })) }];
  });
}
