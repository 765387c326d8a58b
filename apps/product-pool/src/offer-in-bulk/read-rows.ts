import type { Fault } from '@chuanliu/http/faults';
import { malformedJson } from '@chuanliu/http/problem.filter';
import { compileShape, malformedRequest } from '@chuanliu/http/validate';
import { Problem, typePath } from '@chuanliu/problems/problem';
import { rowRepeats, tooManyRows } from '../domain/product-pool.problems';
import { BulkRow, type Refused } from './offer-in-bulk.dto';

export const MOST_ROWS = 10_000;
const shape = compileShape(BulkRow);

export interface NumberedRow {
  row: number;
  product: BulkRow;
}

/** Takes the lines apart: rows that are products, each product once, and what is wrong with the others. */
export function readRows(text: string): { rows: NumberedRow[]; refused: Refused[] } {
  const lines = text.split('\n').filter(line => line.trim() !== '');
  if (lines.length > MOST_ROWS) throw tooManyRows(MOST_ROWS);
  const rows: NumberedRow[] = [];
  const refused: Refused[] = [];
  const rowOfProduct = new Map<string, number>();
  lines.forEach((line, index) => {
    const row = index + 1;
    const value = parsed(line);
    const faults = value === undefined ? [] : shape.faults(value);
    if (value === undefined) refused.push(refusal(row, null, malformedJson()));
    else if (faults.length > 0) refused.push(refusal(row, productIdIn(value), malformedRequest(faults)));
    else {
      const product = value as BulkRow;
      const firstRow = rowOfProduct.get(product.productId);
      if (firstRow !== undefined) {
        refused.push(refusal(row, product.productId, rowRepeats(product.productId, firstRow)));
        return;
      }
      rowOfProduct.set(product.productId, row);
      rows.push({ row, product });
    }
  });
  return { rows, refused };
}

export function refusal(row: number, productId: string | null, problem: Problem): Refused {
  const errors = (problem.facts.errors as Fault[] | undefined) ?? [];
  return { row, productId, type: typePath(problem.type), title: problem.title, errors };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) ?? null;
  } catch {
    return undefined;
  }
}

function productIdIn(value: unknown): string | null {
  const id = (value as { productId?: unknown } | null)?.productId;
  return typeof id === 'string' ? id.slice(0, 64) : null;
}
