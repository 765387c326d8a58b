import type { Servers } from '../../subject';
import type { AttributionProcess } from '../attribution-process';
import type { TouchStore } from '../data/touch-store';
import type { TouchTableShown } from '../data/touch-table-shown';
import type { AttributionBenchOptions } from '../options';

export type StoreName = 'few' | 'many';

/** What every case with attribution alone works with. */
export interface Stage {
  options: AttributionBenchOptions;
  servers: Servers;
  folder: string;
  attribution: AttributionProcess;
  stores: Record<StoreName, TouchStore>;
  table: TouchTableShown;
}
