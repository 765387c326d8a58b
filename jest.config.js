// SWC compiles each file on its own; `npm run types` checks the types.
const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

module.exports = {
  testEnvironment: 'node',
  // Real servers, on machines that may be busy: a slow answer is no fault.
  testTimeout: 120_000,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/bench', '<rootDir>/deploy', '<rootDir>/clients'],
  testRegex: '[.-]spec\\.ts$',
  moduleNameMapper: {
    '^@chuanliu/client$': '<rootDir>/clients/typescript/src/index.ts',
    '^@chuanliu/(.*)$': '<rootDir>/libs/$1',
  },
  // jose is the one library that ships ES modules only.
  transform: { '^.+\\.ts$': ['@swc/jest', swc], 'node_modules/jose/.+\\.js$': ['@swc/jest', swc] },
  transformIgnorePatterns: ['/node_modules/(?!jose/)'],
};
