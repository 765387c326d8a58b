import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { PolicyFieldsOf } from '@chuanliu/contracts/partners/policy-version.v1';
import { valueInForce } from '@chuanliu/dated-facts/versions';

export type RiverFields = Required<PolicyFieldsOf<'river'>>;
export type RiverPolicyVersion = PolicyFieldsOf<'river'> & { effectiveFrom: UtcInstant };

/** What holds where no version of the river policy says otherwise. */
export const RIVER_DEFAULTS: RiverFields = {
  windowDays: 30,
  brandTrafficPerYuan: 10,
  promoterTrafficPerYuan: 5,
  holdoutBps: 1000,
  salt: 'chuanliu',
  minShopScore: 420,
  minReputation: 400,
};

/** How long impressions can be used, in days after paidAt. Not a setting: grants already made would change under their owners. */
export const GRANT_DAYS = 30;

/** A setting of the river policy as of an instant. */
export function riverSetting<F extends keyof RiverFields>(
  versions: readonly RiverPolicyVersion[],
  field: F,
  at: UtcInstant,
): RiverFields[F] {
  return valueInForce(
    versions,
    field,
    at,
    RIVER_DEFAULTS[field] as NonNullable<RiverPolicyVersion[F]>,
  ) as RiverFields[F];
}
