import { readFileSync } from 'node:fs';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const ignored = readFileSync('.gitignore', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map(path => `**/${path.replace(/\/$/, '/**')}`);

const restricted = [
  {
    selector:
      "MemberExpression[object.name='Number'][property.name='parseFloat'], CallExpression[callee.name='parseFloat']",
    message: 'Money is whole fen: no floating point.',
  },
  {
    selector:
      'TemplateElement[value.raw=/\\b(SKIP LOCKED|RETURNING|JSON_TABLE|LOCK IN SHARE MODE|FOR SHARE|GET_LOCK|->>)/i]',
    message: 'Outside the SQL that MySQL, MariaDB and TiDB share.',
  },
];

/** V8 gives each such object a shape of its own, in the old generation: 250 times the cost of the literal that it means. */
const spreadLiteral = {
  selector: 'ObjectExpression > SpreadElement > ObjectExpression',
  message: 'Say the properties plainly, without a literal in between.',
};

export default tseslint.config(
  { ignores: [...ignored, 'apps/console/**', 'clients/typescript/src/schema.ts'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // A class that is injected must be imported as a value: the decorator metadata needs it.
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': ['error', ...restricted],
    },
  },
  {
    files: ['apps/*/src/**/*.ts', 'libs/**/*.ts', 'clients/**/*.ts'],
    ignores: ['**/*spec.ts', 'libs/testing/**'],
    rules: { 'no-restricted-syntax': ['error', ...restricted, spreadLiteral] },
  },
  {
    files: ['**/*spec.ts', 'libs/testing/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  prettier,
);
