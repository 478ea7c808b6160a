/**
 * Names that no test replaces. A test's file has a global object of its own, where the engine looks a name up anew
 * at each use: what decodes pictures was four times slower for the look-up of `Math`. As parameters of a module
 * they cost nothing.
 */
const quickNames = [
  'Array',
  'JSON',
  'Map',
  'Math',
  'Number',
  'Object',
  'Promise',
  'Set',
  'String',
  'Uint8Array',
]

/** @type {import('jest').Config} */
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  // The runtime is set explicitly: deadlines are Beijing days whatever the machine's zone is.
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  sandboxInjectedGlobals: quickNames,
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/$1' },
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // These ship as ES modules only; jest runs CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(bson|unpdf)/)'],
}

/** Projects that start the functions: the SDK comes in one file, see scripts/build/for-tests.mjs. */
const onBundles = (setup) => ({
  globalSetup: `<rootDir>/test/support/${setup}.ts`,
  moduleNameMapper: {
    ...base.moduleNameMapper,
    '^@cloudbase/node-sdk$': '<rootDir>/dist/for-tests/node-sdk.cjs',
  },
})

/** Unit projects run in `npm run check`; the others need the built functions or bundles. */
const project = (name, folders, extra = {}) => ({
  ...base,
  displayName: name,
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts?(x)`),
  ...extra,
})

/** What `npm run check` runs of the local cloud while nothing of it has changed: its promises, in seconds. */
const shortLocal = [
  'database-documents',
  'database-queries',
  'ejson',
  'environments',
  'gateway',
  'inspection',
  'starting-over',
  'storage',
  'storage-links',
  'strict-mode',
  'transactions',
  'transactions-through-sdk',
  'wechat',
]

/** @type {import('jest').Config} */
const config = {
  projects: [
    project('unit', ['architecture', 'domain', 'contract', 'copy', 'importer', 'docs', 'src']),
    project('local', ['local']),
    project('local-short', [], {
      testMatch: shortLocal.map((name) => `<rootDir>/test/local/${name}.test.ts`),
    }),
    project('functions', ['functions'], onBundles('build-functions')),
    project('deploy', ['deploy'], onBundles('build-functions')),
    project('weapp', ['weapp'], onBundles('build-weapp')),
    project('e2e', ['e2e'], onBundles('build-h5')),
  ],
  // Two cores in the smallest place that runs this.
  maxWorkers: 2,
  testTimeout: 60_000,
}

module.exports = config
