import { Type } from '@sinclair/typebox';
import { readConfig, serviceSettings } from '@chuanliu/http/service-config';
import { messagingEnvironment } from '@chuanliu/messaging/settings';

const Settings = Type.Object({
  ...serviceSettings,
  ...messagingEnvironment,
  /** Where buyers reach the gateway: promotion links begin with it. */
  PUBLIC_URL: Type.String({ default: 'http://localhost:8080', pattern: '^https?://[^/]+(/[^/]+)*$' }),
});

/** The environment, read once; a wrong value stops the start. */
export const config = () => readConfig(Settings);
