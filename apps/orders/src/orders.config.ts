import { Type } from '@sinclair/typebox';
import { readConfig, serviceSettings } from '@chuanliu/http/service-config';
import { messagingEnvironment } from '@chuanliu/messaging/settings';

/** What the environment tells this service. */
export const Settings = Type.Object({ ...serviceSettings, ...messagingEnvironment });

/** The environment, parsed once; a wrong value stops the start. */
export const config = () => readConfig(Settings);
