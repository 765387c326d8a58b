import { Type } from '@sinclair/typebox';
import { readConfig, serviceSettings } from '@chuanliu/http/service-config';
import { messagingEnvironment } from '@chuanliu/messaging/settings';

/** What the environment tells this service. */
export const Settings = Type.Object({
  ...serviceSettings,
  ...messagingEnvironment,
  /** 32 bytes in base64: seals payees' bank accounts at rest. Without it they are stored readable. */
  PAYEE_KEY: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' })),
});

/** The environment, read once; a wrong value stops the start. */
export const config = () => readConfig(Settings);
