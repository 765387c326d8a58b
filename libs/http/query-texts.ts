import type { TObject, TSchema } from '@sinclair/typebox';
import { escaped, type Fault } from './faults';

/**
 * One text as the schema's type has it: whole numbers of digits alone, `true` or `false`. A text that does not read
 * so is returned as it is, and the schema then refuses it.
 */
export function parseText(schema: TSchema, text: string): unknown {
  const branches = (schema.anyOf as TSchema[] | undefined) ?? [schema];
  const types = new Set(branches.map(branch => branch.type as string | undefined));
  // In a query a plus sign means a blank: an offset written as +08:00, not as %2B08:00, arrives with one.
  if (branches.some(branch => branch.format === 'instant')) return text.replace(/ (?=\d\d:\d\d$)/, '+');
  if (types.has('string')) return text;
  if (types.has('integer') && /^-?(0|[1-9]\d{0,15})$/.test(text)) return Number(text);
  if (types.has('number') && /^-?(0|[1-9]\d{0,15})(\.\d{1,15})?$/.test(text)) return Number(text);
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/** Reads parsed query or environment texts by the object's declared types; faults are what no schema can see. */
export function fromTexts(
  schema: TObject,
  texts: Record<string, unknown>,
): { values: Record<string, unknown>; faults: Fault[] } {
  const values: Record<string, unknown> = {};
  const faults: Fault[] = [];
  for (const [name, given] of Object.entries(texts)) {
    const declared = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    if (Array.isArray(given)) faults.push({ pointer: `/${escaped(name)}`, problem: 'must be given once' });
    // Defined, not assigned: a parameter may be called __proto__.
    const value = declared && typeof given === 'string' ? parseText(declared, given) : given;
    Object.defineProperty(values, name, { value, enumerable: true, writable: true, configurable: true });
  }
  for (const [name, declared] of Object.entries(schema.properties)) {
    if (!Object.hasOwn(values, name) && declared.default !== undefined) values[name] = declared.default;
  }
  return { values, faults };
}
