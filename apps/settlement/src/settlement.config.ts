import { Type } from '@sinclair/typebox';
import { readConfig, serviceSettings } from '@chuanliu/http/service-config';
import { messagingEnvironment } from '@chuanliu/messaging/settings';

/** What the environment tells this service. */
export const Settings = Type.Object({
  ...serviceSettings,
  ...messagingEnvironment,
  /** Partners' PAYEE_KEY: opens the accounts of payees for bank files, and persons' id numbers for tax returns. */
  PAYEE_KEY: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' })),
  /** Orders that a settlement run settles in one transaction. */
  ORDERS_A_STEP: Type.Integer({ default: 500, minimum: 1, maximum: 5_000 }),
  /** Parties that a batch of payouts pays in one transaction. */
  PARTIES_A_STEP: Type.Integer({ default: 50, minimum: 1, maximum: 1_000 }),
});

/** The environment, read once; a wrong value stops the start. */
export const config = () => readConfig(Settings);
