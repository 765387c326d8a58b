import { Problem } from '@chuanliu/problems/problem';

/** The same for a webhook that is somebody else's. */
export const noSuchWebhook = (webhookId: string) =>
  new Problem('absent', 'push/no-such-webhook', 'There is no such webhook', { webhookId });

export const noSuchDelivery = (deliveryId: string) =>
  new Problem('absent', 'push/no-such-delivery', 'The webhook has no such delivery', { deliveryId });

export const partyMissing = () =>
  new Problem('invalid', 'push/party-missing', 'An operator names the party whom the webhook is for', {
    errors: [{ pointer: '/party', problem: 'is required' }],
  });

/** Why an address cannot be a webhook's. */
export type UrlFault =
  | 'not-a-url'
  | 'scheme-not-allowed'
  | 'user-info-not-allowed'
  | 'fragment-not-allowed'
  | 'port-not-allowed'
  | 'host-not-public';

export const urlNotAllowed = (reason: UrlFault) =>
  new Problem('invalid', 'push/url-not-allowed', 'The address cannot be a webhook’s', {
    reason,
    errors: [{ pointer: '/url', problem: reason }],
  });

export const tooManyWebhooks = (most: number) =>
  new Problem('conflict', 'push/too-many-webhooks', 'The party has as many webhooks as it may have', { most });

export const webhookDisabled = (webhookId: string) =>
  new Problem('conflict', 'push/webhook-disabled', 'The webhook is disabled; enable it first', { webhookId });

export const deliveryPending = (deliveryId: string) =>
  new Problem('conflict', 'push/delivery-pending', 'The delivery is still being tried', { deliveryId });
