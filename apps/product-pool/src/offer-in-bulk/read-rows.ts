import type { Fault } from '@chuanliu/http/faults';
import { malformedJson } from '@chuanliu/http/problem.filter';
import { compileShape, malformedRequest } from '@chuanliu/http/validate';
import { typePath, type Problem } from '@chuanliu/problems/problem';
import { rowRepeats, tooManyRows } from '../domain/product-pool.problems';
import { BulkRow, type Refused } from './offer-in-bulk.dto';

export const MOST_ROWS = 10_000;
const shape = compileShape(BulkRow);

export interface NumberedRow {
  row: number;
  product: BulkRow;
}

/** What a row says, or why it cannot be read; `row` is how whoever sent it finds it, counted from 1. */
export type ReadRow = { row: number } & ({ value: unknown } | { problem: Problem });

/** Sorts rows: those that are products, each product once, and what is wrong with the others. */
export async function sortRows(
  read: Iterable<ReadRow> | AsyncIterable<ReadRow>,
): Promise<{ rows: NumberedRow[]; refused: Refused[] }> {
  const rows: NumberedRow[] = [];
  const refused: Refused[] = [];
  const rowOfProduct = new Map<string, number>();
  let count = 0;
  for await (const one of read) {
    count += 1;
    if (count > MOST_ROWS) throw tooManyRows(MOST_ROWS);
    const { row } = one;
    if ('problem' in one) {
      refused.push(refusal(row, null, one.problem));
      continue;
    }
    const faults = shape.faults(one.value);
    if (faults.length > 0) {
      refused.push(refusal(row, productIdIn(one.value), malformedRequest(faults)));
      continue;
    }
    const product = one.value as BulkRow;
    const firstRow = rowOfProduct.get(product.productId);
    if (firstRow !== undefined) {
      refused.push(refusal(row, product.productId, rowRepeats(product.productId, firstRow)));
      continue;
    }
    rowOfProduct.set(product.productId, row);
    rows.push({ row, product });
  }
  return { rows, refused };
}

/**
 * The rows of a text with one JSON value a line, with or without a byte order mark. A row is numbered as its line is, so
 * that it is found again in the file; blank lines are passed over.
 */
export function* readNdjson(text: string): Generator<ReadRow> {
  let row = 0;
  for (const line of text.replace(/^\uFEFF/, '').split('\n')) {
    row += 1;
    if (line.trim() !== '') yield { row, ...parsed(line) };
  }
}

export function refusal(row: number, productId: string | null, problem: Problem): Refused {
  const errors = (problem.facts.errors as Fault[] | undefined) ?? [];
  return { row, productId, type: typePath(problem.type), title: problem.title, errors };
}

function parsed(line: string): { value: unknown } | { problem: Problem } {
  try {
    return { value: JSON.parse(line) as unknown };
  } catch {
    return { problem: malformedJson() };
  }
}

function productIdIn(value: unknown): string | null {
  const id = (value as { productId?: unknown } | null)?.productId;
  return typeof id === 'string' ? id.slice(0, 64) : null;
}
