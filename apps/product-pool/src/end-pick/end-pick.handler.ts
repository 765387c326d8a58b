import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { pickKnown } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Outbox } from '@chuanliu/messaging/outbox';
import { Problem } from '@chuanliu/problems/problem';
import { endsBeforeItBegins, noSuchPick, pickHasEnded } from '../domain/product-pool.problems';
import { readKnownPlans } from '../storage/known-plans';
import { announcementOf, pickOf, SELECT_PICK, type Pick, type PickRow } from '../storage/picks';
import { lockProduct } from '../storage/products';

@Injectable()
export class EndPickHandler {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends a pick, and its code with it; one that has ended already stays as it is.
   * @param at the instant from which it no longer holds; an operator's alone to name, now unless told
   */
  async run(caller: Caller, promoterId: string, pickId: string, at: UtcInstant | undefined): Promise<void> {
    if (at !== undefined && caller.role !== 'operator') {
      throw new Problem('forbidden', 'forbidden', 'Only an operator names the end of a pick', { role: caller.role });
    }
    await this.database.transaction(async tx => {
      const productId = (await pickIn(tx, promoterId, pickId, '')).productId;
      await lockProduct(tx, productId);
      const pick = await pickIn(tx, promoterId, pickId, 'FOR UPDATE');
      const now = this.clock.now();
      const to = endOf(pick, at, now);
      if (to !== pick.to) await this.end(tx, { ...pick, to }, now);
    });
  }

  private async end(tx: Tx, pick: Pick & { to: UtcInstant }, now: UtcInstant): Promise<void> {
    const revision = pick.revision + 1;
    await tx.execute('UPDATE pick SET picked_to = ?, open_slot = ?, revision = ?, updated_at = ? WHERE pick_id = ?', [
      toColumn(pick.to),
      pick.to > now ? 1 : null,
      revision,
      toColumn(now),
      pick.pickId,
    ]);
    const plans = await readKnownPlans((sql, parameters) => tx.query(sql, parameters), [pick]);
    await this.outbox.add(tx, pickKnown, [announcementOf({ ...pick, revision }, plans)]);
  }
}

/** When the pick ends after this request: now or as told, unless it has ended before. */
function endOf(pick: Pick, at: UtcInstant | undefined, now: UtcInstant): UtcInstant {
  if (pick.to !== null && pick.to <= now) {
    if (at !== undefined && at !== pick.to) throw pickHasEnded(pick.pickId, pick.to);
    return pick.to;
  }
  if (at !== undefined && at < pick.from) throw endsBeforeItBegins(pick.from, at);
  // A pick that was to begin later never begins.
  return at ?? (now < pick.from ? pick.from : now);
}

async function pickIn(tx: Tx, promoterId: string, pickId: string, lock: '' | 'FOR UPDATE'): Promise<Pick> {
  const sql = `${SELECT_PICK} WHERE pick_id = ? AND promoter_id = ? ${lock}`;
  const [row] = await tx.query<PickRow>(sql, [pickId, promoterId]);
  if (!row) throw noSuchPick(pickId);
  return pickOf(row);
}
