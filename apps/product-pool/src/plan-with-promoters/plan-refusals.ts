/** How a change of a plan may be refused, for the description of its routes. */
export const endRefusals = {
  forbidden: ['product-pool/past-is-the-operators'],
  absent: ['no-such-party', 'product-pool/no-such-product', 'product-pool/no-such-plan'],
  conflict: ['product-pool/version-conflict'],
  invalid: ['product-pool/plan-cuts-frozen', 'product-pool/plan-changed-too-often'],
};

export const changeRefusals = {
  ...endRefusals,
  absent: ['no-such-party', 'product-pool/no-such-product'],
  invalid: [
    ...endRefusals.invalid,
    ...['named-promoter-unknown', 'named-agency-unknown', 'exclusive-cut-too-deep', 'exclusive-cut-too-soon'].map(
      name => `product-pool/${name}`,
    ),
  ],
};
