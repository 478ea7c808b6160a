/** The unit tests that anything changed for since they last passed. */
import { closureOf, keysOf, reachesOut } from './closure.mjs'
import { digestOfFiles } from './files.mjs'
import { runJest } from '../test/run-jest.mjs'

const isCommon = (name) =>
  /^(jest\.config\.cjs|package-lock\.json|tsconfig\.json|test\/support\/global-setup\.ts)$/.test(
    name,
  )

/** Folders of the project `unit`, as jest.config.cjs names them. */
const unitFolders = ['architecture', 'domain', 'contract', 'copy', 'importer', 'docs', 'src']
export const isUnitTest = (name) =>
  unitFolders.some((folder) => name.startsWith(`test/${folder}/`)) && /\.test\.tsx?$/.test(name)

/**
 * What the slowest tests of those look at that read files or start programs themselves. One that is not here rests
 * on everything there is. `npm test` asks nothing of it: it runs each test.
 */
const looksAt = [
  {
    tests: /^test\/importer\//,
    files: /^(cloudfunctions\/(documents|_kit)|domain|contract|scripts|test\/(importer|support))\//,
  },
  { tests: /^test\/domain\/calendar\/zones\./, files: /^(cloudfunctions\/_kit|domain)\// },
  { tests: /^test\/architecture\/check\./, files: /^scripts\// },
  {
    tests: /^test\/architecture\/import-rules\./,
    files: /^(\.dependency-cruiser\.cjs$|test\/architecture\/fixture\/)/,
  },
]

/** @returns the key of a test: the same while nothing has changed that it rests on */
export const keyOfTest = ({ files, graph }) => {
  const common = digestOfFiles(files, isCommon)
  const all = digestOfFiles(files, () => true)
  const looked = looksAt.map((row) => digestOfFiles(files, (name) => row.files.test(name)))
  const keyOf = keysOf(files, graph, common)
  return (name) => {
    if (!reachesOut(graph, name)) return keyOf(name)
    const row = looksAt.findIndex(({ tests }) => tests.test(name))
    const rest = row < 0 ? all : looked[row]
    return `${rest} ${keyOf(name)} ${closureOf(graph, name).size}`
  }
}

/** @returns `{ ok, passed, failed, note }`; `cache.unit` gets what passes now */
export const unit = async (context) => {
  const { files, cache } = context
  const keyOf = keyOfTest(context)
  const tests = [...files.keys()].filter(isUnitTest)
  const stale = tests.filter((name) => cache.unit[name]?.key !== keyOf(name))
  const found = Object.fromEntries(
    tests.filter((name) => !stale.includes(name)).map((name) => [name, cache.unit[name]]),
  )
  let failed = 0
  let output = ''
  if (stale.length > 0) {
    const result = await runJest(['unit'], {
      tests: stale,
      isQuiet: true,
      flags: ['--maxWorkers=1'],
    })
    failed = result.failed
    output = result.output
    for (const { name, passed, failed: count } of result.files)
      if (count === 0) found[name] = { key: keyOf(name), passed }
  }
  cache.unit = found
  const passed = Object.values(found).reduce((sum, each) => sum + each.passed, 0)
  return {
    ok: failed === 0,
    output,
    passed,
    failed,
    note: `${stale.length} of ${tests.length} files`,
  }
}
