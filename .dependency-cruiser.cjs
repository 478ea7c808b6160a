/**
 * Who may import whom: the house's rules, at error level. `test/architecture` proves with a
 * deliberately bad fixture that each of them bites.
 */

/** @param {string} folder regular expression of the importing place */
const only = (name, folder, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: folder },
  to: { pathNot: allowed },
})

const npm = 'node_modules/'

/** A folder of the local cloud and what lies below it: no arrow runs up. */
const inLocal = (name, folders, above) => ({
  name: `local-${name}`,
  severity: 'error',
  comment:
    'Values and errors lie at the ground, then geometry, the engine, the queries, the services.',
  from: { path: `^local/(${folders})/` },
  to: { path: above },
})
const services = 'clock|faults|functions|realtime|storage|wechat|wire'
const doors = 'archive|gateway|inspection|[^/]+\\.ts$'

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A file that nobody imports and that is no entry point is dead.',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '(^|/)index\\.(ts|tsx|config\\.ts)$',
          '^src/app\\.',
          '\\.js$',
          '\\.scss$',
        ],
      },
      to: {},
    },
    only(
      'domain-is-pure',
      '^domain/',
      ['^domain/', `${npm}dayjs/`],
      'Rules know no I/O, no clock and no library but the calendar’s.',
    ),
    only(
      'reminders-know-steps-and-ids',
      '^domain/reminder/',
      [
        '^domain/(reminder|calendar|organization)/',
        '^domain/(settings(-book)?|known)\\.ts$',
        // Ids of what is told of.
        '^domain/(feedback/feedback|objection/objection|task/task)\\.ts$',
      ],
      'What is owed stands beside its context, in `owed.ts`.',
    ),
    {
      name: 'dayjs-only-in-the-calendar',
      severity: 'error',
      comment:
        'dayjs() is a clock and its own parsing takes 30 February; domain/calendar guards both.',
      from: { pathNot: '^domain/calendar/' },
      to: { path: `${npm}dayjs/` },
    },
    only('contract', '^contract/', ['^contract/', '^domain/', `${npm}zod/`], 'The wire.'),
    {
      name: 'zod-through-one-door',
      severity: 'error',
      comment: 'contract/zod.ts sets jitless before the first parse.',
      from: { path: '^(contract|cloudfunctions|src)/', pathNot: '^contract/zod\\.ts$' },
      to: { path: `${npm}zod/` },
    },
    only(
      'copy',
      '^copy/',
      ['^copy/', '^domain/', '^contract/'],
      'Chinese text over the domain’s unions.',
    ),
    only(
      'kit',
      '^cloudfunctions/_kit/',
      [
        '^cloudfunctions/_kit/',
        '^domain/',
        '^contract/',
        '^(node:)?(crypto|path)$',
        `${npm}chinese-days/`,
      ],
      'The pipeline knows no SDK and no store.',
    ),
    only(
      'stores',
      '^cloudfunctions/_stores/',
      [
        '^cloudfunctions/_stores/',
        '^domain/',
        '^contract/envelope\\.ts$',
        '^(node:)?(crypto|buffer|diagnostics_channel)$',
        `${npm}@cloudbase/`,
      ],
      'The only place that touches the database, storage or WeChat; knows no clock.',
    ),
    {
      name: 'sdk-only-in-stores',
      severity: 'error',
      from: { pathNot: '^(cloudfunctions/_stores|test|scripts)/' },
      to: { path: `${npm}@cloudbase/` },
    },
    {
      name: 'function-not-to-function',
      severity: 'error',
      comment: 'Deployed apart: what two functions need lives in _kit, _stores or domain.',
      from: { path: '^cloudfunctions/([a-z][^/]*)/' },
      to: { path: '^cloudfunctions/[a-z][^/]*/', pathNot: '^cloudfunctions/$1/' },
    },
    {
      name: 'function-not-to-client',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: '^(src|local|scripts|test)/' },
    },
    {
      name: 'importer-is-pure',
      severity: 'error',
      comment: 'It knows how people write numbers, as the ledger does, and nothing else.',
      from: { path: '^cloudfunctions/documents/importer/' },
      to: { pathNot: '^(cloudfunctions/documents/importer/|domain/import/numeral\\.ts$)' },
    },
    {
      name: 'platform',
      severity: 'error',
      comment:
        'The only folder that calls Taro and wx; it knows the wire and no feature, and gives a load in the shape that a list draws.',
      from: { path: '^src/platform/' },
      to: {
        path: '^(src/(?!platform/)|copy|cloudfunctions|local)',
        pathNot: '^src/components/frame/list-faces/loaded\\.ts$',
      },
    },
    {
      name: 'taro-api-only-in-platform',
      severity: 'error',
      from: { path: '^src/(acting|components|features)/' },
      to: { path: `${npm}@tarojs/taro/` },
    },
    {
      name: 'components-know-no-domain',
      severity: 'error',
      from: { path: '^src/components/' },
      to: {
        path: '^(domain|contract|copy|cloudfunctions|local|src/(acting|features|pages|subpackages|platform))/',
      },
    },
    {
      name: 'acting-below-features',
      severity: 'error',
      comment: 'One way to act on a page: it knows the frame and the wire, and no feature.',
      from: { path: '^src/acting/' },
      to: { path: '^(src/(features|pages|subpackages)|cloudfunctions|local)/' },
    },
    {
      name: 'sends-through-acting',
      severity: 'error',
      comment:
        'No page of its own send, toast and reload: src/acting does it once for all. What the hooks of a list and of a roster send goes in portions, or before and after a file; nothing is told by them.',
      from: {
        path: '^src/(features|pages|subpackages)/',
        pathNot: '^src/features/((import|roster)/hooks|local-bar)/',
      },
      to: { path: '^src/platform/(use-send|call-action|intention)\\.ts$' },
    },
    {
      name: 'feature-not-to-feature',
      severity: 'error',
      comment: 'The frame of the office on a wide screen is for every feature that has one.',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/([^/]+)/', pathNot: '^src/features/($1|office)/' },
    },
    {
      name: 'features-below-pages',
      severity: 'error',
      from: { path: '^src/features/' },
      to: { path: '^(src/(pages|subpackages)|cloudfunctions|local)/' },
    },
    {
      name: 'pages-compose-only',
      severity: 'error',
      from: { path: '^src/(pages|subpackages)/' },
      to: { path: '^(domain|cloudfunctions|local)/' },
    },
    {
      name: 'local-stands-alone',
      severity: 'error',
      comment: 'It could be published as a package of its own.',
      from: { path: '^local/' },
      to: { path: '^(domain|contract|copy|cloudfunctions|src|database|scripts)/' },
    },
    inLocal('ground', 'ground', '^local/(?!ground/)'),
    inLocal('geometry', 'geo', `^local/(engine|query|${services}|${doors})`),
    inLocal('engine', 'engine', `^local/(query|${services}|${doors})`),
    inLocal('queries', 'query', `^local/(${services}|${doors})`),
    inLocal('services', services, `^local/(${doors})`),
    {
      name: 'no-junk-drawers',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(utils|helpers|common|shared|misc)/', pathNot: 'node_modules' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    exclude: { path: '^(dist|\\.local-data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
  },
}
