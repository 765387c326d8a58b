import { Problem } from '@chuanliu/problems/problem';

export const noSuchProduct = (productId: string) =>
  new Problem('absent', 'product-pool/no-such-product', 'There is no such product', { productId });

/** A product that a body names. */
export const namedProductUnknown = (productId: string) =>
  new Problem('invalid', 'product-pool/named-product-unknown', 'The product that is named here does not exist', {
    productId,
    errors: [{ pointer: '/productId', problem: 'is not a known product' }],
  });

/** An activity that does not offer the product is none to the promoter. */
export const namedActivityUnknown = (activityId: string) =>
  new Problem('invalid', 'product-pool/named-activity-unknown', 'The activity that is named here does not exist', {
    activityId,
    errors: [{ pointer: '/activityId', problem: 'is not a known activity' }],
  });

export const namedBrandUnknown = (brandId: string) =>
  new Problem('invalid', 'product-pool/named-brand-unknown', 'The brand that is named here does not exist', {
    brandId,
    errors: [{ pointer: '/brandId', problem: 'is not a known brand' }],
  });

/** The same answer as for a brand that does not exist, so that ids cannot be probed. */
export const brandIsNotYours = (brandId: string) =>
  new Problem('absent', 'no-such-party', 'There is no such brand', { kind: 'brand', id: brandId });

export const noSuchCategory = (categoryId: string) =>
  new Problem('invalid', 'product-pool/no-such-category', 'There is no such category', {
    categoryId,
    errors: [{ pointer: '/categoryId', problem: 'is not a known category' }],
  });

export const categoryIsDivided = (categoryId: string) =>
  new Problem('invalid', 'product-pool/category-is-divided', 'The category is divided further; name a leaf of it', {
    categoryId,
    errors: [{ pointer: '/categoryId', problem: 'must be a leaf of the category tree' }],
  });

export const productOfOtherBrand = (productId: string) =>
  new Problem('conflict', 'product-pool/product-of-other-brand', 'The product belongs to another brand', {
    productId,
  });

export const productChanged = (productId: string, revision: number) =>
  new Problem('conflict', 'product-pool/product-changed', 'The product is no longer what If-Match names', {
    productId,
    revision,
  });

export const stateOutOfReach = (productId: string, from: string, to: string) =>
  new Problem('conflict', 'product-pool/state-out-of-reach', 'The product cannot go from this state to that one', {
    productId,
    from,
    to,
  });

export const scoreIsNotTheBrands = () =>
  new Problem('forbidden', 'product-pool/score-is-not-the-brands', 'A product’s score is set by an operator');

export const urlLeadsNowhere = () =>
  new Problem('invalid', 'product-pool/url-leads-nowhere', 'The page’s address cannot be one', {
    errors: [{ pointer: '/url', problem: 'is not an address that a browser could open' }],
  });

export const rowRepeats = (productId: string, firstRow: number) =>
  new Problem('invalid', 'product-pool/row-repeats', 'An earlier row is about this product already', {
    productId,
    firstRow,
  });

export const tooManyRows = (most: number) =>
  new Problem('too-large', 'product-pool/too-many-rows', 'There are more rows than are taken at once', { most });

export const versionConflict = (productId: string, effectiveFrom: string) =>
  new Problem('conflict', 'product-pool/version-conflict', 'Another version holds from this very instant', {
    productId,
    effectiveFrom,
  });

export const pastIsTheOperators = (field: string) =>
  new Problem('forbidden', 'product-pool/past-is-the-operators', 'An instant in the past is for operators to give', {
    errors: [{ pointer: `/${field}`, problem: 'must not lie in the past' }],
  });

export const noSuchPlan = (productId: string) =>
  new Problem('absent', 'product-pool/no-such-plan', 'The product has no such plan', { productId });

export const noSuchPick = (pickId: string) =>
  new Problem('absent', 'product-pool/no-such-pick', 'There is no such pick', { pickId });

export const pickHasEnded = (pickId: string, at: string) =>
  new Problem('conflict', 'product-pool/pick-has-ended', 'The pick has ended at another instant', { pickId, at });

export const endsBeforeItBegins = (from: string, at: string) =>
  new Problem('invalid', 'product-pool/ends-before-it-begins', 'The end lies before the beginning', { from, at });

/** Why a promoter may not pick a product. */
export const notOnShelf = (productId: string, state: string) =>
  new Problem('invalid', 'product-pool/not-on-shelf', 'The product is not on the shelf', { productId, state });

export const outOfStock = (productId: string) =>
  new Problem('invalid', 'product-pool/out-of-stock', 'The product is out of stock', { productId });

export const productScoreTooLow = (productId: string, productScore: number, floor: number) =>
  new Problem('invalid', 'product-pool/product-score-too-low', 'The product’s score is below the pool’s floor', {
    productId,
    productScore,
    floor,
  });

export const noPlanInForce = (productId: string, at: string) =>
  new Problem('invalid', 'product-pool/no-plan-in-force', 'No plan of the product is open to the promoter', {
    productId,
    at,
  });

export const promoterSuspended = (promoterId: string, at: string) =>
  new Problem('invalid', 'product-pool/promoter-suspended', 'The promoter is suspended', { promoterId, at });

export const reputationTooLow = (promoterId: string, reputation: number, floor: number) =>
  new Problem('invalid', 'product-pool/reputation-too-low', 'The promoter’s reputation is below the plan’s floor', {
    promoterId,
    reputation,
    floor,
  });
