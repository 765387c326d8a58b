import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { lineHoldChanged } from '@chuanliu/contracts/settlement/line-hold-changed.v1';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { Outbox } from '@chuanliu/messaging/outbox';
import { lineIsSettled, noSuchLine } from '../domain/line-hold.problems';
import { SettleOnTouch } from '../settle-business-day/settle-on-touch';
import { writeAudit, type AuditedAct } from '../storage/audit-log';
import { lockBooksState } from '../storage/books-state';
import type { LineId } from '../storage/ledger-lines';

export interface HoldLine {
  line: LineId;
  /** Lays a hold, or lifts it. */
  isHeld: boolean;
  /** In the person's own words; null when a hold is lifted without any. */
  reason: string | null;
  caller: Caller;
  at: UtcInstant;
}

/**
 * Finance keeps a line from being settled, or lets it go on. Lifting a hold where none lies changes nothing; nor does
 * laying one that lies, but another reason for it is kept.
 */
@Injectable()
export class HoldLineHandler {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly settleOnTouch: SettleOnTouch,
  ) {}

  /** @throws Problem settlement/no-such-line, settlement/line-is-settled */
  async run(command: HoldLine): Promise<void> {
    await this.database.transaction(async tx => {
      const { line, isHeld } = command;
      const state = await lockBooksState(tx);
      // A line that is due in the run under way belongs to it: the hold comes too late.
      await this.settleOnTouch.before(tx, state, [line]);
      const found = await lockLine(tx, line);
      if (!found) throw noSuchLine(line);
      if (isHeld && found.settled_run !== null) throw lineIsSettled(line, found.settled_run);
      const changes = (found.is_held === 1) !== isHeld;
      if (changes) await this.change(tx, command, found.hold_revision + 1, state.openRun);
      if (changes || (isHeld && (await lastReason(tx, line)) !== command.reason)) await writeAudit(tx, actOf(command));
    });
  }

  private async change(tx: Tx, command: HoldLine, holdRevision: number, openRun: string | null): Promise<void> {
    const { line, isHeld } = command;
    const { channelId, orderId, lineNo } = line;
    if (openRun !== null) {
      await tx.execute('UPDATE order_life SET late_run = ? WHERE order_id = ? AND channel_id = ?', [
        openRun,
        orderId,
        channelId,
      ]);
    }
    await tx.execute(
      'UPDATE ledger_line SET is_held = ?, hold_revision = ? WHERE order_id = ? AND channel_id = ? AND line_no = ?',
      [isHeld ? 1 : 0, holdRevision, orderId, channelId, lineNo],
    );
    await this.outbox.add(tx, lineHoldChanged, [{ data: { channelId, orderId, lineNo, holdRevision, isHeld } }]);
  }
}

const LAY_HOLD = 'lay-hold';
const subjectOf = ({ channelId, orderId, lineNo }: LineId) => ({
  kind: 'order-line',
  id: `${channelId}/${orderId}/${lineNo}`,
});

const actOf = ({ line, isHeld, reason, caller, at }: HoldLine): AuditedAct => ({
  by: caller,
  at,
  action: isHeld ? LAY_HOLD : 'lift-hold',
  subject: subjectOf(line),
  reason,
});

/** Why the hold that lies on a line was laid: the last reason that was given for it. */
async function lastReason(tx: Tx, line: LineId): Promise<string | null> {
  const { kind, id } = subjectOf(line);
  const [entry] = await tx.query<{ reason: string | null }>(
    `SELECT reason FROM audit_entry WHERE subject_kind = ? AND subject_id = ? AND action = ?
     ORDER BY entry_no DESC LIMIT 1`,
    [kind, id, LAY_HOLD],
  );
  return entry?.reason ?? null;
}

/** Held until the transaction ends, the order's row first, as everybody does. */
async function lockLine(
  tx: Tx,
  { channelId, orderId, lineNo }: LineId,
): Promise<{ settled_run: string | null; is_held: number; hold_revision: number } | undefined> {
  await tx.query('SELECT order_id FROM order_life WHERE order_id = ? AND channel_id = ? FOR UPDATE', [
    orderId,
    channelId,
  ]);
  const [row] = await tx.query<{ settled_run: string | null; is_held: number; hold_revision: number }>(
    `SELECT settled_run, is_held, hold_revision FROM ledger_line
     WHERE order_id = ? AND channel_id = ? AND line_no = ? FOR UPDATE`,
    [orderId, channelId, lineNo],
  );
  return row;
}
