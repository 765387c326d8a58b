/** Who may import whom. Each rule was seen red once: put the import that it names into a file, and it fails. */
module.exports = {
  forbidden: [
    {
      name: 'a-service-imports-libs-only',
      comment: 'Services learn of each other through events.',
      severity: 'error',
      from: { path: '^apps/(?!e2e/)([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-know-no-service',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'the-client-stands-alone',
      comment: 'It is a package of its own: whoever installs it has none of the rest.',
      severity: 'error',
      from: { path: '^clients/', pathNot: '[.-]spec\\.ts$|/test/' },
      to: { path: '^(apps|libs|deploy|bench)/' },
    },
    {
      name: 'services-do-not-call-the-front-door',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^apps/e2e/|^libs/testing/|[.-]spec\\.ts$' },
      to: { path: '^clients/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Domain folders import domain and the libs of pure rules: a rule can be read and tested alone.',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/domain/', pathNot: '[.-]spec\\.ts$' },
      to: {
        pathNot:
          '^apps/[^/]+/src/domain/|^libs/(money|problems|dated-facts|split-rules)/|^libs/contracts/.*\\.v[0-9]+\\.ts$|^libs/contracts/instants\\.ts$|^(node:)?crypto$',
      },
    },
    {
      name: 'money-stands-alone',
      severity: 'error',
      from: { path: '^libs/(money|problems|dated-facts|split-rules)/', pathNot: '[.-]spec\\.ts$' },
      to: { pathNot: '^libs/(money|problems|dated-facts|split-rules)/|^(node:)?http$' },
    },
    {
      name: 'tests-are-not-shipped',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '[.-]spec\\.ts$|^libs/testing/|^apps/e2e/|/test/' },
      to: { path: '^libs/testing/|[.-]spec\\.ts$' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|apps/console|clients/[^/]+/dist)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default'] },
  },
};
