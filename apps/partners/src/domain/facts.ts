import { valueInForce, type Version } from '@chuanliu/dated-facts/versions';
import type { SupplyTier } from '@chuanliu/contracts/partners/brand-version.v1';
import type { PolicyFieldsOf, PolicyName } from '@chuanliu/contracts/partners/policy-version.v1';

/** A brand's dated facts; every version is sparse. */
export interface BrandVersion extends Version {
  name?: string;
  joinedAt?: string;
  techFeeBps?: number;
  shopScore?: number;
  supplyTier?: SupplyTier;
}

/** A promoter's dated facts. buyerKeys only add up: whose key was registered once stays registered. */
export interface PromoterVersion extends Version {
  name?: string;
  kind?: 'person' | 'company';
  buyerKeys?: string[];
  reputation?: number;
}

export interface AccountOwner {
  kind: 'brand' | 'promoter';
  id: string;
}

export interface AccountVersion extends Version {
  owner: AccountOwner;
}

/** What holds where nobody has set anything. */
export const defaults = { techFeeBps: 500, shopScore: 450, supplyTier: 'none' as SupplyTier, reputation: 450 };

export const policyDefaults: { [P in PolicyName]: Required<PolicyFieldsOf<P>> | Record<string, unknown> } = {
  attribution: { liveHours: 24, shortVideoHours: 72, showcaseHours: 72, linkHours: 360 },
  fees: { promotionFeeBps: 0 },
  settlement: {
    minPayoutFen: 100,
    tiers: [
      { minShopScore: 460, holdDays: 7 },
      { minShopScore: 400, holdDays: 15 },
      { minShopScore: 0, holdDays: 20 },
    ],
  },
  river: {
    windowDays: 30,
    brandTrafficPerYuan: 10,
    promoterTrafficPerYuan: 5,
    holdoutBps: 1000,
    salt: 'chuanliu',
    minShopScore: 420,
    minReputation: 400,
  },
  newcomer: { joinedFrom: null, joinedTo: null, quotaFen: 10_000_000 },
};

export function brandInForce(versions: readonly BrandVersion[], at: string) {
  return {
    name: inForceOrFirst(versions, 'name', at) ?? '',
    joinedAt: inForce(versions, 'joinedAt', at) ?? null,
    techFeeBps: inForce(versions, 'techFeeBps', at) ?? defaults.techFeeBps,
    shopScore: inForce(versions, 'shopScore', at) ?? defaults.shopScore,
    supplyTier: inForce(versions, 'supplyTier', at) ?? defaults.supplyTier,
  };
}

export function promoterInForce(versions: readonly PromoterVersion[], at: string) {
  return {
    name: inForceOrFirst(versions, 'name', at) ?? '',
    kind: inForceOrFirst(versions, 'kind', at) ?? 'person',
    reputation: inForce(versions, 'reputation', at) ?? defaults.reputation,
    buyerKeys: [...new Set(versions.flatMap(version => version.buyerKeys ?? []))].sort(),
  };
}

/** A policy's values in force, by field. */
export function policyInForce(policy: PolicyName, versions: readonly Version[], at: string): Record<string, unknown> {
  const series = versions as ReadonlyArray<Version & Record<string, unknown>>;
  const fields = Object.entries(policyDefaults[policy]);
  return Object.fromEntries(fields.map(([field, fallback]) => [field, inForce(series, field, at) ?? fallback]));
}

const NONE = Symbol('no version sets this field');

function inForce<V extends Version, F extends keyof V>(versions: readonly V[], field: F, at: string) {
  const value: unknown = valueInForce(versions, field, at, NONE as never);
  return value === NONE ? undefined : (value as NonNullable<V[F]>);
}

/** A party whose facts begin later has a name all the same. */
function inForceOrFirst<V extends Version, F extends keyof V>(versions: readonly V[], field: F, at: string) {
  return inForce(versions, field, at) ?? versions.find(version => version[field] !== undefined)?.[field];
}
