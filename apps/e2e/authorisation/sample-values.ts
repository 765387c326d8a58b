/** A JSON Schema, as far as the API's description uses them. */
export interface Schema {
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  anyOf?: Schema[];
  type?: 'object' | 'array' | 'integer' | 'number' | 'boolean' | 'string' | 'null';
  format?: string;
  minimum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  minItems?: number;
  items?: Schema;
  minProperties?: number;
  required?: string[];
  properties?: Record<string, Schema>;
}

/** The value of a place with this name, where the test's world has one: `productId` → `p-1`. */
export type Named = (name: string) => unknown;

/** The smallest value that has the declared shape; ids are those of the test's world. */
export function sampleOf(schema: Schema, named: Named, name = ''): unknown {
  const known = named(name);
  if (known !== undefined) return known;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sampleOf(schema.anyOf[0]!, named, name);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        neededOf(schema).map(field => [field, sampleOf(schema.properties![field]!, named, field)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items!, named, name));
    case 'integer':
    case 'number':
      return schema.minimum ?? (schema.exclusiveMinimum === undefined ? 1 : schema.exclusiveMinimum + 1);
    case 'boolean':
      return true;
    case 'string':
      return textOf(schema);
    case 'null':
      return null;
    case undefined:
      throw new Error(`No sample for ${name || 'a value'} of ${JSON.stringify(schema)}`);
  }
}

/** The fields that must be there, and as many others as an object needs that may not be empty. */
function neededOf({ required = [], properties = {}, minProperties = 0 }: Schema): string[] {
  const others = Object.keys(properties).filter(field => !required.includes(field));
  return [...required, ...others.slice(0, Math.max(0, minProperties - required.length))];
}

function textOf({ format, minLength = 1 }: Schema): string {
  if (format === 'date') return '2026-11-06';
  if (format !== undefined) return '2026-11-06T20:00:00.000Z';
  return 'x'.repeat(Math.max(1, minLength));
}
