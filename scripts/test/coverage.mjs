/**
 * How many branches of the rules and of the contract their own tests take: the unit tests alone, for what
 * the functions' tests take through the built functions is not counted here.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../build/stamp.mjs'

/** A ratchet: the goal is 98, measured with a little room, and whoever covers more writes the larger number down. */
const leastBranches = 97.8

const folder = path.join(root, '.test-out/coverage')

/** jest fails the run below the least. */
export const coverageFlags = [
  '--coverage',
  '--coverageProvider=v8',
  '--collectCoverageFrom=domain/**/*.ts',
  '--collectCoverageFrom=contract/**/*.ts',
  '--coverageReporters=json-summary',
  `--coverageDirectory=${folder}`,
  `--coverageThreshold=${JSON.stringify({ global: { branches: leastBranches } })}`,
]

/** @returns per cent of the branches, of the run before, and what they must be at least */
export const branchesCovered = () => {
  try {
    const { total } = JSON.parse(readFileSync(path.join(folder, 'coverage-summary.json'), 'utf8'))
    return { percent: total.branches.pct, least: leastBranches }
  } catch {
    return { percent: 0, least: leastBranches }
  }
}
