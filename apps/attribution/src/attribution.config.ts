import { Type } from '@sinclair/typebox';
import { readConfig, serviceSettings } from '@chuanliu/http/service-config';
import { messagingEnvironment } from '@chuanliu/messaging/settings';

/** The environment, read and checked once; a wrong value stops the start. */
export const config = () => readConfig(Type.Object({ ...serviceSettings, ...messagingEnvironment }));
