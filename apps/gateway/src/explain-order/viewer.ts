import type { Explanation } from './explain-order';
import { asABrandSeesIt } from './as-a-brand-sees-it';
import { asAPromoterSeesIt } from './as-a-promoter-sees-it';

/** A party to whom an order is explained, be it by itself or in an answer that staff write to it. */
export interface Viewer {
  kind: 'promoter' | 'brand';
  id: string;
}

/** `promoter:pr-1` → its kind and id; ids may hold colons. */
export function viewerOf(party: string): Viewer {
  const colon = party.indexOf(':');
  return { kind: party.slice(0, colon) as Viewer['kind'], id: party.slice(colon + 1) };
}

/**
 * What a party may see of an explanation.
 *
 * @param brandId whose order it is
 * @returns undefined when it is none of theirs: for them there is no such order
 */
export function asSeenBy(viewer: Viewer, explanation: Explanation, brandId: string): Explanation | undefined {
  if (viewer.kind === 'promoter') return asAPromoterSeesIt(explanation, viewer.id);
  return brandId === viewer.id ? asABrandSeesIt(explanation, brandId) : undefined;
}
