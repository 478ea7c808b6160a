import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import deployment from '@/cloudbaserc.json'

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

  test.each(deployment.functions)('$name is given what its wiring asks for', (settings) => {
    const source = sourceOf(path.join(functionsFolder, settings.name))
    const given = Object.keys(settings.envVariables)
    const named = [...source.matchAll(/(?:env\.|^\s+)([A-Z][A-Z_]{4,})\b/gm)].map(
      ([, name]) => name!,
    )
    const needed = named.filter((name) => /^(CITY|HOST|FILING|COMPLAINT|FIRST)_/.test(name))
    if (/open(Stores|Reading)\(/.test(source)) needed.push('IDENTITY_KEYS')
    if (source.includes('templateIdsFrom('))
      needed.push('TEMPLATE_ANSWER_READY', 'TEMPLATE_DEADLINE', 'TEMPLATE_TIMELINE')
    if (source.includes('wechatSettingsFrom('))
      needed.push('WECHAT_API_BASE', 'WECHAT_APPID', 'WECHAT_SECRET', 'MINI_PROGRAM_STATE')
    expect(needed.length).toBeGreaterThan(0)
    expect(given).toEqual(expect.arrayContaining([...new Set(needed)]))
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
