/** The namespace of an ordinary installation. Tests use others, so that many systems share one server. */
export const DEFAULT_NAMESPACE = 'chuanliu_';

/** A service's schema: `chuanliu_product_pool`. */
export const schemaOf = (namespace: string, service: string): string => `${namespace}${service.replaceAll('-', '_')}`;

/** A topic or consumer group as the broker knows it: bare in an ordinary installation, prefixed elsewhere. */
export const brokerName = (namespace: string, name: string): string =>
  namespace === DEFAULT_NAMESPACE ? name : `${namespace}${name}`;
