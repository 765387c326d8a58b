import { Type } from '@sinclair/typebox';
import { readConfig, serviceSettings } from '@chuanliu/http/service-config';
import { messagingEnvironment } from '@chuanliu/messaging/settings';

const Settings = Type.Object({
  ...serviceSettings,
  ...messagingEnvironment,
  /** Where buyers reach the gateway: promotion links begin with it. */
  PUBLIC_URL: Type.String({ default: 'http://localhost:8080', pattern: '^https?://[^/]+(/[^/]+)*$' }),
  /** Signs cart tokens: 32 bytes in base64. With another one, every token that is out there reads as forged. */
  CART_TOKEN_SECRET: Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' }),
});

/** The environment, read once; a wrong value stops the start. */
export const config = () => readConfig(Settings);
