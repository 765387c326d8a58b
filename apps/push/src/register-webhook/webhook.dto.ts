import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Nullable, Utc } from '@chuanliu/contracts/shapes';
import { eventPatterns } from '../domain/event-patterns';
import type { Webhook } from '../storage/webhooks';

/** `promoter:pr-1` or `brand:br-1`. */
export const Party = Type.String({ pattern: '^(promoter|brand):[A-Za-z0-9._:-]{1,64}$' });

export const WebhookUrl = Type.String({ minLength: 1, maxLength: 2_000, description: 'Where messages are posted to' });

/** Types, families such as `sale.*`, or `*`. */
export const Events = Type.Array(Type.Union(eventPatterns.map(pattern => Type.Literal(pattern))), {
  minItems: 1,
  maxItems: 50,
  uniqueItems: true,
});

export const State = Type.Union([Type.Literal('active'), Type.Literal('disabled')]);

export const WebhookAnswer = Closed({
  id: Id,
  party: Party,
  url: Type.String(),
  events: Type.Array(Type.String()),
  state: State,
  disabledBecause: Nullable(Type.Union([Type.Literal('owner'), Type.Literal('gone'), Type.Literal('only-failures')])),
  failingSince: Nullable(Utc),
  createdAt: Utc,
  updatedAt: Utc,
});
export type WebhookAnswer = Static<typeof WebhookAnswer>;

/** The secret signs what is sent; it is shown once. */
export const Secret = Type.String({ pattern: '^whsec_', description: 'Signs what is sent (Standard Webhooks)' });

export const shownWebhook = (webhook: Webhook): WebhookAnswer => ({
  id: webhook.webhookId,
  party: `${webhook.partyKind}:${webhook.partyId}`,
  url: webhook.url,
  events: webhook.events,
  state: webhook.state,
  disabledBecause: webhook.disabledBecause,
  failingSince: webhook.failingSince,
  createdAt: webhook.createdAt,
  updatedAt: webhook.updatedAt,
});
