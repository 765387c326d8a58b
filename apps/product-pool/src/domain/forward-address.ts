/** What a short link adds to the address that it forwards to; orders that come of it carry both. */
export interface Carried {
  promotionCode: string;
  tag: string | null;
}

const ours = new Set(['promotionCode', 'tag']);

/**
 * The address that a short link forwards to: the product's page, with what the link carries in its query.
 *
 * The page's own query stays as its brand wrote it, letter by letter, but for parameters of our names.
 * @param carried null when the pick has ended: the page is shown, and nobody is credited
 */
export function forwardAddress(url: string, carried: Carried | null): string {
  if (!carried) return url;
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? [];
  const theirs = query.split('&').filter(part => part !== '' && !ours.has(part.split('=')[0]!));
  const added = [`promotionCode=${encodeURIComponent(carried.promotionCode)}`];
  if (carried.tag !== null) added.push(`tag=${encodeURIComponent(carried.tag)}`);
  return `${path}?${[...theirs, ...added].join('&')}${fragment}`;
}
