import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { SampleState } from '@chuanliu/contracts/product-pool/sample-changed.v1';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { historyOf, type PastStep } from '../storage/sample-history';
import { sampleOf, SELECT_SAMPLE, type SampleRow, type StoredSample } from '../storage/samples';

export interface SamplesFilter {
  promoterId?: string;
  brandId?: string;
  productId?: string;
  /** As of `now`, whether or not that a sample came due has been announced. */
  state?: SampleState;
  updatedFrom?: UtcInstant;
  now: UtcInstant;
}

/** Samples in the order in which they were asked for. */
@Injectable()
export class ListSamplesQuery {
  constructor(private readonly database: Database) {}

  /** The ids of the whole filtered list. */
  async ids(filter: SamplesFilter): Promise<string[]> {
    const { where, parameters } = conditions(filter);
    const sql = `SELECT sample_id AS id FROM sample WHERE ${where} ORDER BY sample_id`;
    return (await this.database.read<{ id: string }>(sql, parameters)).map(row => row.id);
  }

  async page(filter: SamplesFilter, afterSampleId: string, limit: number): Promise<StoredSample[]> {
    const { where, parameters } = conditions(filter);
    const sql = `${SELECT_SAMPLE} WHERE ${where} AND sample_id > ? ORDER BY sample_id LIMIT ?`;
    return (await this.database.read<SampleRow>(sql, [...parameters, afterSampleId, limit])).map(sampleOf);
  }

  async one(sampleId: string): Promise<StoredSample | undefined> {
    const [row] = await this.database.read<SampleRow>(`${SELECT_SAMPLE} WHERE sample_id = ?`, [sampleId]);
    return row && sampleOf(row);
  }

  history(sampleId: string): Promise<PastStep[]> {
    return historyOf((sql, parameters) => this.database.read(sql, parameters), sampleId);
  }
}

function conditions({ promoterId, brandId, productId, state, updatedFrom, now }: SamplesFilter) {
  const given: Array<[string, unknown[]]> = [];
  if (promoterId !== undefined) given.push(['promoter_id = ?', [promoterId]]);
  if (brandId !== undefined) given.push(['brand_id = ?', [brandId]]);
  if (productId !== undefined) given.push(['product_id = ?', [productId]]);
  if (state === 'overdue') {
    given.push([`(state = 'overdue' OR state = 'received' AND content_due_at <= ?)`, [toColumn(now)]]);
  } else if (state === 'received') given.push([`state = 'received' AND content_due_at > ?`, [toColumn(now)]]);
  else if (state !== undefined) given.push(['state = ?', [state]]);
  if (updatedFrom !== undefined) given.push(['updated_at >= ?', [toColumn(updatedFrom)]]);
  return {
    where: given.map(([condition]) => condition).join(' AND '),
    parameters: given.flatMap(([, values]) => values),
  };
}
