import { Type } from '@sinclair/typebox';
import { readConfig, serviceSettings } from '@chuanliu/http/service-config';
import { messagingEnvironment } from '@chuanliu/messaging/settings';
import { SamplePolicy } from './domain/sample-standing';

/** What the environment tells this service. */
export const Settings = Type.Object({
  ...serviceSettings,
  ...messagingEnvironment,
  /** Where buyers reach the gateway: promotion links begin with it. */
  PUBLIC_URL: Type.String({ default: 'http://localhost:8080', pattern: '^https?://[^/]+(/[^/]+)*$' }),
  /** Signs cart tokens: 32 bytes in base64. With another one, every token that is out there reads as forged. */
  CART_TOKEN_SECRET: Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' }),
  /** How many days of 24 hours a promoter has for the content of a sample that arrived. */
  SAMPLE_CONTENT_DAYS: Type.Integer({ default: 14, minimum: 1, maximum: 365 }),
  /** So many overdue samples within so many days suspend further requests for so many. */
  SAMPLE_SUSPEND_AFTER: Type.Integer({ default: 2, minimum: 1, maximum: 100 }),
  SAMPLE_SUSPEND_WINDOW_DAYS: Type.Integer({ default: 90, minimum: 1, maximum: 3_650 }),
  SAMPLE_SUSPEND_DAYS: Type.Integer({ default: 30, minimum: 1, maximum: 3_650 }),
  /** The product score, in hundredths, below which nothing can be picked. */
  POOL_FLOOR: Type.Integer({ default: 380, minimum: 0, maximum: 500 }),
  /** How many days the holders of a pick keep their rate after they are told of a cut. */
  RATE_LOCK_DAYS: Type.Integer({ default: 30, minimum: 0, maximum: 365 }),
  /** What finds products: an index in each process, or an OpenSearch that all of them share. */
  SEARCH: Type.Union([Type.Literal('embedded'), Type.Literal('opensearch')], { default: 'embedded' }),
  /** Where that OpenSearch answers. */
  OPENSEARCH_URL: Type.String({ default: 'http://localhost:9200', pattern: '^https?://' }),
});

/** The environment, read once; a wrong value stops the start. */
export const config = () => readConfig(Settings);

/** The rules of samples, as the environment sets them. */
export const samplePolicy = (settings: ReturnType<typeof config>): SamplePolicy =>
  new SamplePolicy(
    settings.SAMPLE_CONTENT_DAYS,
    settings.SAMPLE_SUSPEND_AFTER,
    settings.SAMPLE_SUSPEND_WINDOW_DAYS,
    settings.SAMPLE_SUSPEND_DAYS,
  );

/** The address of the OpenSearch that finds products; undefined where each process does by itself. */
export const opensearchUrl = (settings: ReturnType<typeof config>): string | undefined =>
  settings.SEARCH === 'opensearch' ? settings.OPENSEARCH_URL : undefined;
