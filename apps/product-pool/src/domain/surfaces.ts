import { filledIn, versionInForce, type Version } from '@chuanliu/dated-facts/versions';
import { surfaceBarred } from './surface.problems';

/** Where content of a promoter sells. */
export const surfaces = ['live', 'short_video', 'showcase', 'shelf', 'search', 'link'] as const;
export type Surface = (typeof surfaces)[number];

/** On which surfaces products of one source may be sold; a surface that no version names is open. */
export interface SourcePolicyVersion extends Version, Partial<Record<Surface, boolean>> {}

/** The surfaces that are open to a source at an instant. */
export function openSurfaces(versions: readonly SourcePolicyVersion[], at: string): Surface[] {
  const inForce = versionInForce(filledIn(versions), at);
  return surfaces.filter(surface => inForce?.[surface] !== false);
}

/**
 * The gate of picking that a source's policy keeps.
 *
 * @param wanted the surface that the promoter means to sell on, if they say
 * @param open the surfaces that are open to the product's source at the pick's beginning
 * @throws Problem `product-pool/surface-barred` (422) when that surface, or every one, is barred
 */
export function passSurfaces(
  { productId, source }: { productId: string; source: string },
  wanted: Surface | undefined,
  open: readonly Surface[],
): void {
  const isOpen = wanted === undefined ? open.length > 0 : open.includes(wanted);
  if (!isOpen) throw surfaceBarred(productId, source, wanted ?? null, open);
}
