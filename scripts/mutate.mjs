/**
 * `npm run mutate -- --sample 40 --seed 7 --in domain,contract`: changes one place of the rules at a time and
 * runs the unit tests that rest on it. Whatever survives is named: there the tests are thin. Ends with 1 when
 * something survived.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './build/stamp.mjs'
import { closureOf, readGraph } from './check/closure.mjs'
import { readFiles } from './check/files.mjs'
import { run } from './check/run.mjs'
import { isUnitTest } from './check/unit.mjs'
import { copyOf } from './mutate/copy.mjs'
import { mutantsOf } from './mutate/mutants.mjs'
import { sample } from './mutate/sample.mjs'

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '40' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    in: { type: 'string', default: 'domain,contract' },
  },
})
const places = values.in.split(',')
const files = readFiles(root)
const graph = readGraph(root, files)
const closures = [...files.keys()].filter(isUnitTest).map((test) => [test, closureOf(graph, test)])
const testsOf = (name) => closures.filter(([, closure]) => closure.has(name)).map(([test]) => test)

const isMutated = (name) =>
  places.some((place) => name.startsWith(`${place}/`)) && /\.ts$/.test(name)
const candidates = [...files.keys()]
  .filter((name) => isMutated(name) && testsOf(name).length > 0)
  .flatMap((name) =>
    mutantsOf(name, readFileSync(path.join(root, name), 'utf8')).map((each) => ({ name, ...each })),
  )

/** Whether every test that rests on the file still passes. */
const survives = async (folder, { name, text }) => {
  const file = path.join(folder, name)
  const before = readFileSync(file, 'utf8')
  writeFileSync(file, text)
  const jest = path.join(root, 'node_modules/jest/bin/jest.js')
  const flags = ['--selectProjects', 'unit', '--bail', '--silent', '--maxWorkers=2']
  const tests = ['--runTestsByPath', ...testsOf(name)]
  const { code } = await run(process.execPath, [jest, ...tests, ...flags], { cwd: folder })
  writeFileSync(file, before)
  return code === 0
}

const chosen = sample(candidates, Number(values.sample), Number(values.seed))
console.log(`${chosen.length} of ${candidates.length} places, --seed ${values.seed}`)
const { folder, remove } = copyOf(root, [...files.keys()])
const survivors = []
try {
  for (const mutant of chosen) {
    const survived = await survives(folder, mutant)
    const { name, line, from, to } = mutant
    console.log(`${survived ? 'SURVIVED' : 'found   '} ${name}:${line}  ${from}  →  ${to}`)
    if (survived) survivors.push(mutant)
  }
} finally {
  remove()
}
console.log(`\n${chosen.length - survivors.length} found, ${survivors.length} survived`)
process.exitCode = survivors.length > 0 ? 1 : 0
