import { Injectable } from '@nestjs/common';
import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { insertRows } from '@chuanliu/database/insert-rows';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { OnEvents, type EventOf } from '@chuanliu/messaging/on-events';
import { DueLines } from '../decide-again/due-lines';

/** A brand's shop score decides whether its sales earn traffic, as of when they were paid; by its fee simulations split. */
@Injectable()
export class OnBrandVersion {
  constructor(private readonly dueLines: DueLines) {}

  @OnEvents(brandVersion, { fenced: true })
  async handle(events: EventOf<typeof brandVersion>[], tx: Tx): Promise<void> {
    const rows = events.map(({ data }) => [
      data.brandId,
      toColumn(data.effectiveFrom),
      data.shopScore ?? null,
      data.techFeeBps ?? null,
    ]);
    const columns = ['brand_id', 'effective_from', 'shop_score', 'tech_fee_bps'];
    await insertRows(tx, 'brand_version', columns, rows, { ignore: true });
    const scored = rows.filter(row => row[2] !== null);
    if (scored.length === 0) return;
    await this.dueLines.noteFound(
      tx,
      `FROM brand_version v JOIN line l ON l.brand_id = v.brand_id AND l.paid_at >= v.effective_from
       WHERE v.brand_id IN (?) AND v.effective_from IN (?) AND l.river_promoter_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM brand_version n WHERE n.brand_id = v.brand_id
           AND n.shop_score IS NOT NULL AND n.effective_from > v.effective_from AND n.effective_from <= l.paid_at)`,
      [[...new Set(scored.map(row => row[0]))], [...new Set(scored.map(row => row[1]))]],
    );
  }
}
