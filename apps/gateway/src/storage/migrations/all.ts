import type { Migration } from '@chuanliu/database/migration';
import { migration as addClient } from './001-add-client';
import { migration as addChannelSecret } from './002-add-channel-secret';
import { migration as addWebhookDelivery } from './003-add-webhook-delivery';
import { migration as addIdempotencyKey } from './004-add-idempotency-key';

export const allMigrations: Migration[] = [addClient, addChannelSecret, addWebhookDelivery, addIdempotencyKey];
