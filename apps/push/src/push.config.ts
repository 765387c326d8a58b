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
  /** Where webhooks may point besides the public internet: nowhere, to this machine alone, or into private networks too. */
  PUSH_ALLOW_PRIVATE_TARGETS: Type.Union([Type.Literal('no'), Type.Literal('loopback'), Type.Literal('private')], {
    default: 'no',
  }),
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
  /**
   * Addresses besides those of the public internet. `loopback`: 127.0.0.0/8 and ::1; `private`: 10.0.0.0/8, 172.16.0.0/12,
   * 192.168.0.0/16 and fc00::/7 as well. Link-local and all other special ones are refused whatever it says.
   */
  besidePublic: 'no' | 'loopback' | 'private';
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
      besidePublic: env.PUSH_ALLOW_PRIVATE_TARGETS,
      allowHttp: env.PUSH_ALLOW_HTTP === 'yes',
      ports: ports === 'any' ? undefined : new Set(ports.split(',').map(Number)),
    },
    secretKey: env.PUSH_KEY,
    mostInFlight: env.PUSH_IN_FLIGHT,
  };
}
