import { Type, type Static } from '@sinclair/typebox';
import { readConfig, serviceSettings } from '@chuanliu/http/service-config';
import { messagingEnvironment } from '@chuanliu/messaging/settings';

const YesOrNo = Type.Union([Type.Literal('yes'), Type.Literal('no')], { default: 'no' });

/** What the environment tells this service. */
export const Settings = Type.Object({
  ...serviceSettings,
  ...messagingEnvironment,
  /** 32 bytes in base64: seals the signing secrets at rest. Without it they are stored readable. */
  PUSH_KEY: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' })),
  /** Whether webhooks may point into private, loopback and other special networks: for tests and local use. */
  PUSH_ALLOW_PRIVATE_TARGETS: YesOrNo,
  /** Whether webhooks may be plain http. */
  PUSH_ALLOW_HTTP: YesOrNo,
  /** Ports that webhooks may use, comma-separated, or `any`. */
  PUSH_TARGET_PORTS: Type.String({ default: '80,443,8443', pattern: '^(any|[0-9]{1,5}(,[0-9]{1,5})*)$' }),
  /** Deliveries under way at once, of this instance. */
  PUSH_IN_FLIGHT: Type.Integer({ default: 64, minimum: 1, maximum: 1_000 }),
});

/** The environment, read once; a wrong value stops the start. */
export const config = () => readConfig(Settings);

/** Where webhooks may lead. */
export interface TargetRules {
  allowPrivate: boolean;
  allowHttp: boolean;
  /** undefined: any. */
  ports: ReadonlySet<number> | undefined;
}

export interface DeliverySettings {
  targets: TargetRules;
  secretKey: string | undefined;
  mostInFlight: number;
}

export function deliverySettings(env: Static<typeof Settings>): DeliverySettings {
  const ports = env.PUSH_TARGET_PORTS;
  return {
    targets: {
      allowPrivate: env.PUSH_ALLOW_PRIVATE_TARGETS === 'yes',
      allowHttp: env.PUSH_ALLOW_HTTP === 'yes',
      ports: ports === 'any' ? undefined : new Set(ports.split(',').map(Number)),
    },
    secretKey: env.PUSH_KEY,
    mostInFlight: env.PUSH_IN_FLIGHT,
  };
}
