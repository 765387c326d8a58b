import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';

/** Ids in one series. With 2²⁶ of them there are 2²⁷ series below 2⁵³: one for every start of a process, for ages. */
const IDS_A_SERIES = 2 ** 26;

/**
 * Posting ids, made here and not by the table, since an entry needs its posting's id before either is written.
 * Each process takes a series that the database gives to nobody else, so that no two instances ever make the same id.
 */
@Injectable()
export class PostingIds {
  private next = 0;
  private end = 0;

  constructor(private readonly database: Database) {}

  /** Takes so many ids. @returns the first; the others follow it */
  async take(count: number): Promise<number> {
    while (this.end - this.next < count) await this.openSeries();
    const first = this.next;
    this.next += count;
    return first;
  }

  private async openSeries(): Promise<void> {
    const opened = await this.database.write('INSERT INTO posting_series (opened_at) VALUES (?)', [
      toColumn(new Date().toISOString()),
    ]);
    this.next = opened.insertId * IDS_A_SERIES;
    this.end = this.next + IDS_A_SERIES;
  }
}
