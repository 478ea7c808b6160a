import tseslint from 'typescript-eslint'
import hooks from 'eslint-plugin-react-hooks'
import engines from './eslint.engines.cjs'

/** The clock is read in few places, so that every rule can be tested at any date. */
const clockFiles = [
  'cloudfunctions/_kit/clock.ts',
  'src/platform/**',
  'local/**',
  'scripts/**',
  'test/**',
]

/** What is longer or more complex asks to be parted: a warning, because some things are not. */
const size = (lines, functionLines) => ({
  complexity: ['warn', 12],
  'max-lines': ['warn', { max: lines, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': functionLines
    ? ['warn', { max: functionLines, skipBlankLines: true, skipComments: true }]
    : 'off',
})

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'test/architecture/fixture/**', '.local-data/**'] },
  ...tseslint.configs.recommended,
  { rules: size(200, 40) },
  // A suite is one function however many tests it holds.
  { files: ['test/**'], rules: size(400, null) },
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { 'react-hooks': hooks },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take now or today as an argument.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Take now as an argument.',
        },
      ],
    },
  },
  engines.declaredEngines,
  engines.declaredBrowsers,
  {
    files: ['src/**/*.tsx'],
    ignores: ['src/components/show/picture/index.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: '@tarojs/components',
          importNames: ['Image'],
          message: 'Use Picture: a browser reads the address of a picture without words.',
        },
      ],
    },
  },
  { files: clockFiles, rules: { 'no-restricted-syntax': 'off' } },
  {
    // Read by the tests too, which are CommonJS.
    files: ['eslint.engines.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['scripts/**', 'local/**', 'test/**', 'cloudfunctions/_kit/logger.ts'],
    rules: { 'no-console': 'off' },
  },
)
