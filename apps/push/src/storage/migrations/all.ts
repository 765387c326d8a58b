import type { Migration } from '@chuanliu/database/migration';
import { addWebhook } from './001-add-webhook';
import { addWebhookSecret } from './002-add-webhook-secret';
import { addWebhookGeneration } from './003-add-webhook-generation';
import { beginWebhookGeneration } from './004-begin-webhook-generation';
import { addDelivery } from './005-add-delivery';
import { addToldSale } from './006-add-told-sale';
import { addToldPick } from './007-add-told-pick';

export const allMigrations: Migration[] = [
  addWebhook,
  addWebhookSecret,
  addWebhookGeneration,
  beginWebhookGeneration,
  addDelivery,
  addToldSale,
  addToldPick,
];
