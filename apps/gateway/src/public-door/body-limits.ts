const MiB = 1024 * 1024;

/** Most bytes that a body may have, unless its route says otherwise. */
export const usualBodyLimit = MiB;

/** Routes whose bodies are larger by nature, as their patterns are registered. */
const larger: Record<string, number> = {
  '/v1/orders/events': 8 * MiB,
  '/v1/touches': 2 * MiB,
  '/v1/products/bulk': 16 * MiB,
  '/v1/products/import': 16 * MiB,
  '/v1/payouts/results': 16 * MiB,
  '/v1/bills': 64 * MiB,
};

/** @param pattern the route's pattern; undefined where no route was found. */
export const bodyLimitOf = (pattern: string | undefined): number => larger[pattern ?? ''] ?? usualBodyLimit;
