import { Type } from '@sinclair/typebox';
import { readConfig, serviceSettings } from '@chuanliu/http/service-config';
import { messagingEnvironment } from '@chuanliu/messaging/settings';

const Settings = Type.Object({ ...serviceSettings, ...messagingEnvironment });

/** The environment, read once; a wrong value stops the start. */
export const config = () => readConfig(Settings);
