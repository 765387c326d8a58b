import { allEvents } from './sale-flow';
import { PARTITIONS, topics } from './topics';

/** The events between services, as an AsyncAPI 3 document made from the contracts themselves. */
export function asyncApiDocument() {
  const channels = Object.values(topics).map(({ name, keyedBy }) => {
    const types = allEvents.filter(event => event.stream === name).map(event => event.type);
    const channel = {
      address: name,
      description: `Keyed by ${keyedBy}; ${PARTITIONS} partitions.`,
      messages: Object.fromEntries(types.map(type => [type, { $ref: `#/components/messages/${type}` }])),
    };
    return [name, channel] as const;
  });
  const operations = Object.values(topics).map(({ name }) => {
    const [producer] = name.split('.');
    return [
      `${producer}-says-${name.replace('.', '-')}`,
      { action: 'send', channel: { $ref: `#/channels/${name}` } },
    ] as const;
  });
  const messages = allEvents.map(event => {
    const message = {
      name: event.type,
      title: event.title,
      contentType: 'application/json',
      headers: { $ref: '#/components/schemas/eventHeaders' },
      payload: JSON.parse(JSON.stringify(event.data)) as object,
    };
    return [event.type, message] as const;
  });
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Chuanliu events',
      version: '1.0.0',
      description:
        'What the services tell each other. Amounts are whole fen, rates whole basis points, instants UTC with three decimals.',
      license: { name: 'Apache-2.0' },
    },
    channels: Object.fromEntries(channels),
    operations: Object.fromEntries(operations),
    components: {
      messages: Object.fromEntries(messages),
      schemas: {
        eventHeaders: {
          type: 'object',
          required: ['type', 'eventId'],
          properties: {
            type: { type: 'string', description: 'Name and version of the event' },
            eventId: { type: 'string', format: 'uuid', description: 'The same in every delivery of one event' },
            requestId: { type: 'string' },
            traceparent: { type: 'string', description: 'W3C Trace Context' },
          },
        },
      },
    },
  };
}
