import { Type } from '@sinclair/typebox';
import { readConfig, serviceSettings } from '@chuanliu/http/service-config';
import { messagingEnvironment } from '@chuanliu/messaging/settings';
import type { AppealTimes } from './domain/appeal';

/** How long what is kept or may be done; whole days. */
export interface AttributionTimes {
  touchLatenessDays: number;
  simulationDays: number;
  appeals: AppealTimes;
}

export const defaultTimes: AttributionTimes = {
  touchLatenessDays: 30,
  simulationDays: 92,
  appeals: { filingDays: 30, resolutionDays: 7 },
};

/** What the environment tells this service. */
export const Settings = Type.Object({
  ...serviceSettings,
  ...messagingEnvironment,
  /** How many days longer than the longest window touches are kept, for orders that come late. */
  TOUCH_LATENESS_DAYS: Type.Integer({ default: defaultTimes.touchLatenessDays, minimum: 0, maximum: 3_650 }),
  /** The longest period that a simulation of another policy may cover, in days. */
  SIMULATION_MAX_DAYS: Type.Integer({ default: defaultTimes.simulationDays, minimum: 1, maximum: 3_660 }),
  /** How many days after it was paid a sale's outcome may be appealed against. */
  APPEAL_FILING_DAYS: Type.Integer({ default: defaultTimes.appeals.filingDays, minimum: 1, maximum: 365 }),
  /** How many days after its filing an appeal is to be resolved. */
  APPEAL_RESOLUTION_DAYS: Type.Integer({ default: defaultTimes.appeals.resolutionDays, minimum: 1, maximum: 365 }),
});

/** The environment, read and checked once; a wrong value stops the start. */
export const config = () => readConfig(Settings);

export const timesIn = (settings: ReturnType<typeof config>): AttributionTimes => ({
  touchLatenessDays: settings.TOUCH_LATENESS_DAYS,
  simulationDays: settings.SIMULATION_MAX_DAYS,
  appeals: { filingDays: settings.APPEAL_FILING_DAYS, resolutionDays: settings.APPEAL_RESOLUTION_DAYS },
});
