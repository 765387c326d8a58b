import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Database } from '@chuanliu/database/database';
import { insertRows } from '@chuanliu/database/insert-rows';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import type { GrantKind } from '../domain/grants';
import { notEnoughTraffic } from '../domain/river.problems';
import { spendsOf } from '../storage/traffic-spends';
import { trafficWallet } from '../storage/traffic-wallet';
import type { NewSpend, SpendMade } from './spend.dto';

/** Spends traffic of a brand or promoter on one of its own contents. */
@Injectable()
export class SpendTraffic {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-enough-traffic` (422), with what is there */
  run(kind: GrantKind, partyId: string, spend: NewSpend): Promise<SpendMade> {
    return this.database.transaction(tx => this.spend(tx, kind, partyId, spend));
  }

  private async spend(
    tx: Tx,
    kind: GrantKind,
    partyId: string,
    { impressions, contentId }: NewSpend,
  ): Promise<SpendMade> {
    await lockWallet(tx, kind, partyId);
    const spends = await spendsOf(tx, kind, partyId);
    const last = spends.at(-1);
    const now = this.clock.now();
    // Instances' clocks may differ a little; the sequence of commands is what counts.
    const spentAt = last && last.spentAt > now ? last.spentAt : now;
    const { balance } = await trafficWallet(tx, kind, partyId, spends, spentAt);
    if (impressions > balance) throw notEnoughTraffic(balance, impressions);
    const id = `ts-${uuidv7()}`;
    const columns = ['party_kind', 'party_id', 'spend_no', 'spend_id', 'content_id', 'impressions', 'spent_at'];
    const row = [kind, partyId, (last?.no ?? 0) + 1, id, contentId, impressions, toColumn(spentAt)];
    await insertRows(tx, 'traffic_spend', columns, [row]);
    return { id, impressions, contentId, spentAt, balance: balance - impressions };
  }
}

/** Two who spend from one wallet do so one after the other; the later reads what the earlier left. */
async function lockWallet(tx: Tx, kind: GrantKind, partyId: string): Promise<void> {
  await insertRows(tx, 'traffic_wallet', ['party_kind', 'party_id'], [[kind, partyId]], {
    onDuplicate: 'party_id = VALUES(party_id)',
  });
}
