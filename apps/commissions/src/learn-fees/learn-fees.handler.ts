import { Injectable } from '@nestjs/common';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { DueWork } from '@chuanliu/messaging/due-work';
import { enqueueConcerned, type ConcernedSales } from '../storage/due-line';

/** Learns what the platform takes from an instant on, and has the sales since then split again. */
@Injectable()
export class LearnFeesHandler {
  constructor(private readonly dueWork: DueWork) {}

  /** Technical fees. A version that leaves the fee out changes nothing here. */
  async ofBrands(
    tx: Tx,
    versions: ReadonlyArray<{ brandId: string; effectiveFrom: string; techFeeBps?: number }>,
  ): Promise<void> {
    const fees = versions.filter(version => version.techFeeBps !== undefined);
    await insertRows(
      tx,
      'brand_fee',
      ['brand_id', 'effective_from', 'tech_fee_bps'],
      fees.map(fee => [fee.brandId, toColumn(fee.effectiveFrom), fee.techFeeBps]),
      { ignore: true },
    );
    const concerned = fees.map(({ brandId, effectiveFrom }) => ({
      of: { column: 'brand_id' as const, id: brandId },
      from: effectiveFrom,
      to: null,
    }));
    await this.enqueue(tx, concerned);
  }

  /** The promotion fee on commissions. */
  async ofCommissions(
    tx: Tx,
    versions: ReadonlyArray<{ effectiveFrom: string; promotionFeeBps?: number }>,
  ): Promise<void> {
    const fees = versions.filter(version => version.promotionFeeBps !== undefined);
    if (fees.length === 0) return;
    await insertRows(
      tx,
      'promotion_fee',
      ['effective_from', 'promotion_fee_bps'],
      fees.map(fee => [toColumn(fee.effectiveFrom), fee.promotionFeeBps]),
      { ignore: true },
    );
    const earliest = fees.map(fee => fee.effectiveFrom).reduce((a, b) => (a < b ? a : b));
    await this.enqueue(tx, [{ of: 'every-promoter', from: earliest, to: null }]);
  }

  private async enqueue(tx: Tx, concerned: ConcernedSales[]): Promise<void> {
    if ((await enqueueConcerned(tx, concerned)) > 0) tx.afterCommit(() => this.dueWork.wake());
  }
}
