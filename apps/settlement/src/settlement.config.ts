import { Type } from '@sinclair/typebox';
import { readConfig, serviceSettings } from '@chuanliu/http/service-config';
import { messagingEnvironment } from '@chuanliu/messaging/settings';

const Settings = Type.Object({
  ...serviceSettings,
  ...messagingEnvironment,
  /** Partners' PAYEE_KEY: opens the accounts of payees for bank files, and persons' id numbers for tax reports. */
  PAYEE_KEY: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' })),
});

/** The environment, read once; a wrong value stops the start. */
export const config = () => readConfig(Settings);
