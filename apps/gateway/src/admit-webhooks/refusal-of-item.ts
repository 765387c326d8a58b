import { Type } from '@sinclair/typebox';
import { Closed, Id, Nullable } from '@chuanliu/contracts/shapes';
import type { Fault } from '@chuanliu/http/faults';
import { compileShape } from '@chuanliu/http/validate';
import { typePath } from '@chuanliu/problems/problem';

/** Why one of a request's items was not accepted. */
export interface ItemRefusal {
  type: string;
  title: string;
  errors: Fault[];
}

/** An item's refusal as it is answered: which one it was, and what was wrong with it. */
export const RefusedItem = <I extends string>(idField: I) =>
  Closed({
    index: Type.Integer({ minimum: 0 }),
    ...({ [idField]: Nullable(Id) } as Record<I, ReturnType<typeof Nullable<typeof Id>>>),
    type: Type.String({ description: 'A problem type' }),
    title: Type.String(),
    errors: Type.Array(Closed({ pointer: Type.String(), problem: Type.String() })),
  });

/** No declared object has as many fields; a value that has is not looked at further. */
const mostFields = 32;
/** Nobody reads more faults of one item, and the answer must not outgrow the question. */
const mostFaults = 50;
const longestPointer = 200;

/** Where a value has more fields, items or levels than any item can have: checking all of it would only cost time. */
export function sprawlOf(value: unknown, mostItems: number, pointer = '', depth = 0): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > 6) return pointer;
  const entries = Array.isArray(value) ? value : Object.values(value);
  if (entries.length > (Array.isArray(value) ? mostItems : mostFields)) return pointer;
  const names = Array.isArray(value) ? undefined : Object.keys(value);
  for (const [index, entry] of entries.entries()) {
    if (typeof entry !== 'object' || entry === null) continue;
    const found = sprawlOf(entry, mostItems, `${pointer}/${names?.[index] ?? index}`, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function refusal(type: string, title: string, faults: Fault[]): ItemRefusal {
  const errors = faults.slice(0, mostFaults).map(({ pointer, problem }) => ({
    pointer: pointer.length > longestPointer ? `${pointer.slice(0, longestPointer)}…` : pointer,
    problem,
  }));
  return { type: typePath(type), title, errors };
}

const anId = compileShape(Id);

/** The item's own id, where it has one to be called by. */
export function idIn(item: unknown, field: string): string | null {
  const id = typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[field] : undefined;
  return anId.fits(id) ? id : null;
}
