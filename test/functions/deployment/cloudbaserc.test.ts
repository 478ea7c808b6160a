import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { ofEveryFunction } from '@/cloudfunctions/_stores/environment'
import deployment from '@/cloudbaserc.json'
import { deployedVersion } from '../../support/deployed-node'

const root = path.resolve(__dirname, '../../..')
const functionsFolder = path.join(root, 'cloudfunctions')

const folders = readdirSync(functionsFolder).filter(
  (name) => !name.startsWith('_') && statSync(path.join(functionsFolder, name)).isDirectory(),
)

/** Source of a function's own folder, without the shared ones. */
const sourceOf = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const inside = path.join(folder, entry.name)
      if (entry.isDirectory()) return sourceOf(inside)
      return entry.name.endsWith('.ts') ? readFileSync(inside, 'utf8') : ''
    })
    .join('\n')

describe('the deployment', () => {
  test('names every function once, and no other', () => {
    expect(deployment.functions.map(({ name }) => name).sort()).toEqual([...folders].sort())
  })

  test.each(deployment.functions)('$name keeps the platform’s limits', (settings) => {
    expect(settings.timeout).toBeGreaterThanOrEqual(1)
    expect(settings.timeout).toBeLessThanOrEqual(60)
    expect([256, 512]).toContain(settings.memorySize)
    expect(Buffer.byteLength(JSON.stringify(settings.envVariables))).toBeLessThan(4096)
    expect(settings.envVariables.TZ).toBe('Asia/Shanghai')
    expect(settings.triggers.length).toBeLessThanOrEqual(1)
    for (const { type, config } of settings.triggers) {
      expect(type).toBe('timer')
      expect(config.split(' ')).toHaveLength(7)
    }
  })

  test('runs every function on the one runtime that is tested and kept: it cannot be changed later', () => {
    const line = deployedVersion.split('.').slice(0, 2).join('.')
    for (const { name, runtime } of deployment.functions)
      expect([name, runtime]).toEqual([name, `Nodejs${line}`])
  })

  test.each(['Nodejs18.15', 'Nodejs16.13', 'Nodejs22', 'nodejs20.19', ''])(
    'is not deployed on another one: “%s”',
    (runtime) => {
      const [settings] = deployment.functions
      const { timeout, memorySize } = settings!
      const named = { timeout, memorySize, zippedBytes: 1, triggers: [], variables: [] }
      const wanted = {
        functions: { other: { ...named, runtime }, own: { ...named, runtime: settings!.runtime } },
        collections: {},
      }
      const ask = `import { faultsOf } from './scripts/deploy/validate.mjs'
        console.log(JSON.stringify(faultsOf(${JSON.stringify(wanted)}, {})))`
      const said = execFileSync(process.execPath, ['--input-type=module', '-e', ask], {
        cwd: root,
        encoding: 'utf8',
      })
      expect(JSON.parse(said)).toEqual([
        expect.objectContaining({ code: 'FUNCTION.RUNTIME', name: 'other' }),
      ])
    },
  )

  test.each(deployment.functions)('$name is given what its wiring asks for', (settings) => {
    const wiring = readFileSync(path.join(functionsFolder, settings.name, 'index.ts'), 'utf8')
    const [, names] = /environmentFrom\(process\.env, (\[[^\]]*\]|ofEveryFunction)\)/.exec(wiring)!
    const own = [...names!.matchAll(/'([A-Z_]+)'/g)].map(([, name]) => name!)
    // TCB_ENV is the platform's own, and the zone is for the process.
    const ofAll = ofEveryFunction.filter((name) => name !== 'TCB_ENV')
    const given = Object.keys(settings.envVariables)
    expect(given.sort()).toEqual(['TZ', ...ofAll, ...own].sort())
  })

  test('no function reads its environment beside that one place', () => {
    for (const folder of ['_kit', '_files', '_stores', ...folders]) {
      const source = sourceOf(path.join(functionsFolder, folder)).replaceAll(/\/?\*.*/g, '')
      const reads = [...source.matchAll(/process\.env\b/g)].length
      expect([folder, reads]).toEqual([folder, folder.startsWith('_') ? 0 : 1])
    }
  })

  test('whoever acts on time has a timer', () => {
    for (const { name, triggers } of deployment.functions) {
      const actsOnTime = /onTimer/.test(sourceOf(path.join(functionsFolder, name)))
      expect([name, !actsOnTime || triggers.length === 1]).toEqual([name, true])
    }
  })

  test('every value comes from the environment: no secret stands in the file', () => {
    for (const { envVariables } of deployment.functions)
      for (const [name, value] of Object.entries(envVariables))
        expect([name, value]).toEqual([name, name === 'TZ' ? 'Asia/Shanghai' : `{{env.${name}}}`])
  })
})
