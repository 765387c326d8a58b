import type { OpenAPIObject } from '@nestjs/swagger';
import { notificationBody, notificationTypes, type NotificationType } from '@chuanliu/contracts/push/notifications.v1';

type Webhooks = NonNullable<OpenAPIObject['webhooks']>;

/** What a party's own system is sent once it has registered a webhook, one entry for each type of message. */
export const describedNotifications = (): Webhooks =>
  Object.fromEntries(notificationTypes.map(type => [type, { post: describedMessage(type) }]));

const header = (name: string, description: string) => ({
  name,
  in: 'header' as const,
  required: true,
  description,
  schema: { type: 'string' },
});

const headers = [
  header('webhook-id', 'The same in every attempt: whoever keeps it is never told twice'),
  header('webhook-timestamp', 'Seconds since 1970, of this attempt'),
  header('webhook-signature', 'Standard Webhooks: v1,<base64>, of several secrets while one is replaced'),
];

function describedMessage(type: NotificationType) {
  return {
    operationId: `told-of.${type}`,
    tags: ['webhooks'],
    summary: `A message of type ${type}`,
    parameters: headers,
    requestBody: {
      required: true,
      content: { 'application/json': { schema: JSON.parse(JSON.stringify(notificationBody(type))) as object } },
    },
    responses: {
      '2XX': { description: 'Taken. Anything else is tried again; redirects are not followed' },
      '410': { description: 'The webhook is no longer wanted, and is disabled' },
    },
  };
}
