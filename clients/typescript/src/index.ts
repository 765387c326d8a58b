export {
  createChannel,
  type Channel,
  type ChannelOptions,
  type OrderEvent,
  type OrderEventsAnswer,
  type Touch,
  type TouchesAnswer,
} from './channel';
export { createClient, type ChuanliuClient } from './client';
export type { AnswerOf, BodyOf, InitOf, PathOf } from './calls';
export {
  ListChanged,
  ListIncomplete,
  type AmountOf,
  type Control,
  type ControlledListPath,
  type ListPath,
  type RowOf,
} from './lists';
export { ChuanliuProblem, type Fault } from './problem';
export type { components, operations, paths, webhooks } from './schema';
export { createTokens, type ClientOptions, type Tokens } from './tokens';
export { signWebhook, verifyWebhook, WebhookRefused, type VerifiedWebhook, type WebhookMessage } from './webhook';
