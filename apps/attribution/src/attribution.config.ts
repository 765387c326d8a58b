import { Type } from '@sinclair/typebox';
import { readConfig, serviceSettings } from '@chuanliu/http/service-config';
import { messagingEnvironment } from '@chuanliu/messaging/settings';

export const DEFAULT_TOUCH_LATENESS_DAYS = 30;

const Settings = Type.Object({
  ...serviceSettings,
  ...messagingEnvironment,
  /** How many days longer than the longest window touches are kept, for orders that come late. */
  TOUCH_LATENESS_DAYS: Type.Integer({ default: DEFAULT_TOUCH_LATENESS_DAYS, minimum: 0, maximum: 3_650 }),
});

/** The environment, read and checked once; a wrong value stops the start. */
export const config = () => readConfig(Settings);
