const compat = require('eslint-plugin-compat')
const esx = require('eslint-plugin-es-x')

/**
 * What a phone of the declared list (`browserslist` in package.json) does not have. The syntax of
 * later years is compiled away; a built-in is not. `at`, `flat`, `flatMap`, `fromEntries` and
 * `replaceAll` are filled by src/platform/older-engines.ts. Iterator helpers and Set methods have the names of
 * array methods: TypeScript's `lib` refuses them.
 */
const missing = [
  'array-fromasync',
  'array-prototype-findlast-findlastindex',
  'array-prototype-toreversed',
  'array-prototype-tosorted',
  'array-prototype-tospliced',
  'array-prototype-with',
  'arraybuffer-prototype-transfer',
  'bigint',
  'error-cause',
  'global-this',
  'map-groupby',
  'object-groupby',
  'object-hasown',
  'promise-all-settled',
  'promise-any',
  'promise-try',
  'promise-withresolvers',
  'regexp-d-flag',
  'regexp-duplicate-named-capturing-groups',
  'regexp-escape',
  // In ES2018, but WebKit learned it only with iOS 16.4: one such literal blanks every page.
  'regexp-lookbehind-assertions',
  'regexp-modifiers',
  'regexp-unicode-property-escapes-2019',
  'regexp-unicode-property-escapes-2020',
  'regexp-unicode-property-escapes-2021',
  'regexp-unicode-property-escapes-2022',
  'regexp-unicode-property-escapes-2023',
  'regexp-v-flag',
  'string-prototype-iswellformed-towellformed',
  'string-prototype-matchall',
  'string-prototype-trimstart-trimend',
  'symbol-matchall',
  'symbol-prototype-description',
  'weakrefs',
]

const missingOnPhones = Object.fromEntries(missing.map((name) => [`es-x/no-${name}`, 'error']))

/** What is compiled into the bundles for phones and browsers. */
const declaredEngines = {
  files: ['src/**/*.{ts,tsx}', 'copy/**/*.ts', 'domain/**/*.ts'],
  // Read on the server only.
  ignores: ['domain/importer/**'],
  plugins: { 'es-x': esx },
  settings: { 'es-x': { aggressive: true } },
  rules: missingOnPhones,
}

/** The browser's own interfaces; only the pages call them. */
const declaredBrowsers = {
  files: ['src/**/*.{ts,tsx}'],
  plugins: { compat },
  settings: {
    polyfills: [
      'Object.fromEntries',
      // Asked for before they are used: without them there is no voice note, and a photo goes up
      // as it was taken.
      'MediaRecorder',
      'createImageBitmap',
    ],
  },
  rules: { 'compat/compat': 'error' },
}

module.exports = { missingOnPhones, declaredEngines, declaredBrowsers }
