import { notificationTypes, type NotificationType } from '@chuanliu/contracts/push/notifications.v1';

/** Types that nobody has to ask for: a test goes to the webhook that is tested. */
const unasked: readonly NotificationType[] = ['webhook.test'];

const askable = notificationTypes.filter(type => !unasked.includes(type));
const families = [...new Set(askable.map(type => `${type.split('.')[0]}.*`))];

/** All that a webhook may ask for: types, families such as `sale.*`, and `*` for everything. */
export const eventPatterns: readonly string[] = ['*', ...families, ...askable];

/** Whether a webhook that asks for these patterns wants to be told of this. */
export const wants = (patterns: readonly string[], type: NotificationType): boolean =>
  patterns.some(pattern => pattern === '*' || pattern === type || pattern === `${type.split('.')[0]}.*`);
