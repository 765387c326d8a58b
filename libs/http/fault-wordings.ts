import { Id } from '@chuanliu/contracts/shapes';

const formats: Record<string, string> = {
  instant: 'must be an RFC 3339 instant with an offset and at most three decimals, from 1970 to 9998 in UTC',
  'utc-instant': 'must be a UTC instant with exactly three decimals',
  date: 'must be a date, YYYY-MM-DD',
};

const patterns: Record<string, string> = {
  [String(Id.pattern)]: 'must be an id: 1 to 64 characters of A–Z a–z 0–9 . _ : -',
};

const types: Record<string, string> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};

type Params = Record<string, unknown>;

const wordings: Record<string, (params: Params) => string> = {
  type: params => `must be ${[params.type].flat().map(nameOfType).join(' or ')}`,
  enum: params => `must be ${oneOf(params.allowedValues as unknown[])}`,
  const: params => `must be ${JSON.stringify(params.allowedValue)}`,
  minimum: params => `must be at least ${String(params.limit)}`,
  maximum: params => `must be at most ${String(params.limit)}`,
  exclusiveMinimum: params => `must be more than ${String(params.limit)}`,
  exclusiveMaximum: params => `must be less than ${String(params.limit)}`,
  multipleOf: params => `must be a multiple of ${String(params.multipleOf)}`,
  minLength: params => `must have at least ${counted(params.limit, 'character')}`,
  maxLength: params => `must have at most ${counted(params.limit, 'character')}`,
  minItems: params => `must have at least ${counted(params.limit, 'item')}`,
  maxItems: params => `must have at most ${counted(params.limit, 'item')}`,
  minProperties: params => `must have at least ${counted(params.limit, 'field')}`,
  maxProperties: params => `must have at most ${counted(params.limit, 'field')}`,
  uniqueItems: params => `must not repeat an item (items ${String(params.j)} and ${String(params.i)} are equal)`,
  pattern: params => patterns[String(params.pattern)] ?? `must match ${String(params.pattern)}`,
  format: params => formats[String(params.format)] ?? `must be of the format ${String(params.format)}`,
};

/** What a failed keyword of a schema means, for the person who wrote the value. */
export function wordingOf(keyword: string, params: Params): string | undefined {
  return wordings[keyword]?.(params);
}

export function nameOfType(type: unknown): string {
  return types[String(type)] ?? String(type);
}

export function oneOf(values: readonly unknown[]): string {
  const texts = [...new Set(values)].map(value => JSON.stringify(value));
  return texts.length === 1 ? String(texts[0]) : `one of ${texts.join(', ')}`;
}

function counted(limit: unknown, thing: string): string {
  return `${String(limit)} ${thing}${limit === 1 ? '' : 's'}`;
}
