/**
 * What `npm run check` asks. A step is left out while nothing it looks at has changed since it was last in
 * order; `lint` and `unit` look at each file by what it rests on.
 */
import { runLocalLane } from '../test/local-lane.mjs'
import { bin, run } from './run.mjs'
import { licences } from './licences.mjs'
import { lint } from './lint.mjs'
import { secrets } from './secrets.mjs'
import { types } from './types.mjs'
import { unit } from './unit.mjs'

const layers = ['domain', 'contract', 'copy', 'cloudfunctions', 'src', 'local']
const code = /\.(ts|tsx|mjs|cjs|js|json)$/
const isCode = (name) => code.test(name)
const isLayer = (name) =>
  layers.some((layer) => name.startsWith(`${layer}/`)) || name === '.dependency-cruiser.cjs'

const program =
  (name, ...args) =>
  async () => {
    const { code: status, output } = await run(bin(name), args)
    return { ok: status === 0, output }
  }

/** Side by side with everything else: one worker. */
const localLane = async () => {
  const result = await runLocalLane({ isQuiet: true, flags: ['--maxWorkers=1'] })
  return { ...result, ok: result.failed === 0, note: `${result.files.length} files` }
}
const localTests = {
  name: 'local cloud',
  looksAt: (name) =>
    /^((test\/)?local\/|jest\.config\.cjs$|package-lock\.json$|tsconfig\.json$)/.test(name),
  run: localLane,
}

const unitTests = { name: 'unit tests', looksAt: () => true, run: unit }

/** The longest first: two run at a time. */
export const steps = [
  { name: 'lint', looksAt: isCode, run: lint },
  { name: 'types', looksAt: isCode, run: types },
  unitTests,
  localTests,
  {
    name: 'format',
    looksAt: () => true,
    run: program(
      ...['prettier', '--check', '--log-level', 'warn', '--cache'],
      ...['--cache-location', '.test-out/prettier-cache', '.'],
    ),
  },
  {
    name: 'import rules',
    looksAt: (name) => isLayer(name) || name === 'tsconfig.json',
    run: program('depcruise', ...layers, '--config', '.dependency-cruiser.cjs'),
  },
  { name: 'unused exports and files', looksAt: isCode, run: program('knip', '--no-progress') },
  { name: 'secrets', looksAt: () => true, run: secrets },
  { name: 'licences', looksAt: (name) => name === 'package-lock.json', run: licences },
]

/** Everything but the tests. */
export const staticSteps = steps.filter((step) => step !== unitTests && step !== localTests)
