/** A JSON Schema, as far as our events use it. */
export interface JsonSchema {
  type?: string | string[];
  const?: unknown;
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  [keyword: string]: unknown;
}

/**
 * What of a changed schema would break those who know the old one. Allowed is one thing: a new optional field. Whatever
 * changes a meaning (another type or bound, a field gone, a field newly required or no longer so) needs a new version.
 * @returns one sentence per break, none when the change is harmless
 */
export function breaksOf(before: JsonSchema, after: JsonSchema, where = ''): string[] {
  const here = where || '/';
  const breaks: string[] = [];
  for (const keyword of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (keyword === 'properties' || keyword === 'items' || keyword === 'anyOf' || keyword === 'required') continue;
    if (JSON.stringify(before[keyword]) !== JSON.stringify(after[keyword])) {
      breaks.push(
        `${here}: ${keyword} was ${JSON.stringify(before[keyword])} and is ${JSON.stringify(after[keyword])}`,
      );
    }
  }
  const required = { before: new Set(before.required), after: new Set(after.required) };
  for (const field of required.before)
    if (!required.after.has(field)) breaks.push(`${here}: ${field} is no longer required`);
  for (const field of required.after)
    if (!required.before.has(field)) breaks.push(`${here}: ${field} is newly required`);
  const fields = { before: before.properties ?? {}, after: after.properties ?? {} };
  for (const [field, schema] of Object.entries(fields.before)) {
    const now = fields.after[field];
    if (!now) breaks.push(`${here}: ${field} is gone`);
    else breaks.push(...breaksOf(schema, now, `${where}/${field}`));
  }
  if (before.items || after.items) breaks.push(...breaksOf(before.items ?? {}, after.items ?? {}, `${where}/items`));
  if (before.anyOf || after.anyOf) {
    const [old, now] = [before.anyOf ?? [], after.anyOf ?? []];
    if (old.length !== now.length) breaks.push(`${here}: had ${old.length} alternatives and has ${now.length}`);
    else old.forEach((schema, i) => breaks.push(...breaksOf(schema, now[i]!, `${where}/anyOf/${i}`)));
  }
  return breaks;
}
