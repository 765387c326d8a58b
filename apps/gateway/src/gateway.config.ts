import { Type, type Static } from '@sinclair/typebox';
import { readConfig, serviceSettings } from '@chuanliu/http/service-config';

const address = Type.String({ pattern: '^https?://[^/]+$' });

/** What the environment tells this service. */
export const Settings = Type.Object({
  ...serviceSettings,
  DATABASE_URL: Type.String({ minLength: 1 }),
  KAFKA_BROKERS: Type.String({ minLength: 1 }),
  NAMESPACE: Type.String({ default: 'chuanliu_', pattern: '^[a-z0-9_]{1,30}$' }),
  ORDERS_URL: address,
  PARTNERS_URL: address,
  PRODUCT_POOL_URL: address,
  ATTRIBUTION_URL: address,
  COMMISSIONS_URL: address,
  SETTLEMENT_URL: address,
  PUSH_URL: address,
  /** JSON text of the EC P-256 key that signs tokens. */
  JWT_PRIVATE_JWK: Type.String({ minLength: 2 }),
  /** The one permanent secret under which buyers' ids become keys; a new one would make every buyer a stranger. */
  BUYER_KEY_SECRET: Type.String({ minLength: 16 }),
  /** Where health and metrics are served; PORT + 1000 unless told. */
  INTERNAL_PORT: Type.Optional(Type.Integer({ minimum: 1, maximum: 65_535 })),
  /** Requests a second that one client, or one channel, may make. */
  REQUESTS_PER_SECOND: Type.Integer({ default: 500, minimum: 1 }),
  /** The same for everything from one address that shows no valid token or signature. */
  UNAUTHENTICATED_REQUESTS_PER_SECOND: Type.Integer({ default: 500, minimum: 1 }),
  /** How long an answer is kept for a repeat of its request, in hours. */
  ANSWERS_KEPT_HOURS: Type.Integer({ default: 72, minimum: 1 }),
});

/** The services behind the gateway. */
export const upstreamNames = [
  'orders',
  'partners',
  'product-pool',
  'attribution',
  'commissions',
  'settlement',
  'push',
] as const;
export type UpstreamName = (typeof upstreamNames)[number];

/** The settings as the gateway's parts take them. */
export interface GatewaySettings {
  databaseUrl: string;
  kafkaBrokers: string[];
  namespace: string;
  upstreams: Record<UpstreamName, string>;
  jwtPrivateJwk: string;
  buyerKeySecret: string;
  /** Undefined: no internal port is opened, as in tests that inject their requests. */
  internalPort?: number;
  requestsPerSecond: number;
  unauthenticatedRequestsPerSecond: number;
  answersKeptHours: number;
}

/** Token under which the settings are injected. */
export const GATEWAY_SETTINGS = Symbol('gateway settings');

export const config = () => readConfig(Settings);

export function gatewaySettings(env: Static<typeof Settings>): GatewaySettings {
  return {
    databaseUrl: env.DATABASE_URL,
    kafkaBrokers: env.KAFKA_BROKERS.split(',').map(broker => broker.trim()),
    namespace: env.NAMESPACE,
    upstreams: {
      orders: env.ORDERS_URL,
      partners: env.PARTNERS_URL,
      'product-pool': env.PRODUCT_POOL_URL,
      attribution: env.ATTRIBUTION_URL,
      commissions: env.COMMISSIONS_URL,
      settlement: env.SETTLEMENT_URL,
      push: env.PUSH_URL,
    },
    jwtPrivateJwk: env.JWT_PRIVATE_JWK,
    buyerKeySecret: env.BUYER_KEY_SECRET,
    internalPort: env.INTERNAL_PORT ?? (env.PORT > 0 && env.PORT <= 64_535 ? env.PORT + 1_000 : undefined),
    requestsPerSecond: env.REQUESTS_PER_SECOND,
    unauthenticatedRequestsPerSecond: env.UNAUTHENTICATED_REQUESTS_PER_SECOND,
    answersKeptHours: env.ANSWERS_KEPT_HOURS,
  };
}
