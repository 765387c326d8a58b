/** How a change of a plan may be refused, for the description of its routes. */
export const endRefusals = {
  forbidden: ['product-pool/past-is-the-operators'],
  absent: ['no-such-party', 'product-pool/no-such-product', 'product-pool/no-such-plan'],
  conflict: ['product-pool/version-conflict'],
  invalid: ['product-pool/plan-cuts-frozen'],
};

export const changeRefusals = {
  ...endRefusals,
  absent: ['no-such-party', 'product-pool/no-such-product'],
  invalid: ['plan-cuts-frozen', 'named-promoter-unknown', 'exclusive-cut-too-deep', 'exclusive-cut-too-soon'].map(
    name => `product-pool/${name}`,
  ),
};
