import { Problem } from '@chuanliu/problems/problem';

/** @param open where products of the source may be sold at the pick's beginning */
export const surfaceBarred = (productId: string, source: string, surface: string | null, open: readonly string[]) =>
  new Problem('invalid', 'product-pool/surface-barred', 'Products of this source may not be sold on that surface', {
    productId,
    source,
    surface,
    surfaces: open,
  });

export const policyVersionConflict = (source: string, effectiveFrom: string) =>
  new Problem('conflict', 'product-pool/version-conflict', 'Another version holds from this very instant', {
    source,
    effectiveFrom,
  });
