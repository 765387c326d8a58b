import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncApiDocument } from './asyncapi';
import { breaksOf, type JsonSchema } from './compatibility';
import { allEvents } from './sale-flow';
import { topics } from './topics';

const folder = join(__dirname, 'schemas');
const fileOf = (type: string) => join(folder, `${type}.json`);
const plain = (schema: unknown) => JSON.parse(JSON.stringify(schema)) as JsonSchema;

describe('contracts', () => {
  it.each(allEvents.map(event => [event.type, event] as const))(
    '%s keeps to the schema that was committed for it',
    (type, event) => {
      if (!existsSync(fileOf(type)) && process.env.WRITE_SCHEMAS === 'yes') {
        writeFileSync(fileOf(type), `${JSON.stringify(plain(event.data), null, 2)}\n`);
      }
      expect(breaksOf(JSON.parse(readFileSync(fileOf(type), 'utf8')) as JsonSchema, plain(event.data))).toEqual([]);
    },
  );

  it('a committed schema belongs to an event that exists', () => {
    const types = new Set(allEvents.map(event => `${event.type}.json`));
    expect(readdirSync(folder).filter(file => !types.has(file))).toEqual([]);
  });

  it('every event is said on a declared stream, and its type says its version', () => {
    const streams = Object.values(topics).map(topic => topic.name as string);
    for (const event of allEvents) {
      expect(streams).toContain(event.stream);
      expect(event.type).toMatch(/^[a-z-]+\.v[0-9]+$/);
    }
    expect(new Set(allEvents.map(event => event.type)).size).toBe(allEvents.length);
  });

  it('the events document names every stream and every event', () => {
    const document = asyncApiDocument();
    expect(Object.keys(document.channels).sort()).toEqual(
      Object.values(topics)
        .map(topic => topic.name)
        .sort(),
    );
    expect(Object.keys(document.components.messages).sort()).toEqual(allEvents.map(event => event.type).sort());
  });
});

describe('compatibility', () => {
  const old: JsonSchema = {
    type: 'object',
    properties: { paidFen: { type: 'integer', maximum: 10 } },
    required: ['paidFen'],
  };

  it('a new optional field breaks nobody', () => {
    expect(breaksOf(old, { ...old, properties: { ...old.properties, tag: { type: 'string' } } })).toEqual([]);
  });

  it.each([
    ['a field gone', { type: 'object', properties: {}, required: [] }],
    ['another bound', { ...old, properties: { paidFen: { type: 'integer', maximum: 9 } } }],
    ['another type', { ...old, properties: { paidFen: { type: 'string', maximum: 10 } } }],
    ['a field newly required', { ...old, required: ['paidFen', 'tag'] }],
    ['a field no longer required', { ...old, required: [] }],
  ])('%s is a break', (_, changed) => expect(breaksOf(old, changed as JsonSchema)).not.toEqual([]));
});
