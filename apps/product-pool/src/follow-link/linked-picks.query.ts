import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { fromColumn } from '@chuanliu/database/instant';

/** What following a link needs of the pick that it belongs to, and of its product. */
export interface LinkedPick {
  pickId: string;
  productId: string;
  tag: string | null;
  from: UtcInstant;
  to: UtcInstant | null;
  url: string | null;
  title: string;
  priceFen: number;
}

@Injectable()
export class LinkedPicks {
  constructor(private readonly database: Database) {}

  async withCode(promotionCode: string): Promise<LinkedPick | null> {
    const [row] = await this.database.read<
      Omit<LinkedPick, 'from' | 'to'> & { picked_from: string; picked_to: string | null }
    >(
      `SELECT pick_id AS pickId, pick.product_id AS productId, tag, picked_from, picked_to, url, title,
         price_fen AS priceFen
       FROM pick JOIN product ON product.product_id = pick.product_id WHERE promotion_code = ?`,
      [promotionCode],
    );
    if (!row) return null;
    const { picked_from, picked_to, ...pick } = row;
    return { from: fromColumn(picked_from), to: fromColumn(picked_to), ...pick };
  }
}
