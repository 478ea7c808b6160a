import { generateKeyPairSync } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import manifest from '@/package.json'
import { faultsOfPackage } from '@/scripts/upload/check-package.mjs'
import { declared } from '@/scripts/upload/privacy.mjs'
import { releaseNotes } from '@/scripts/upload/release-notes.mjs'
import { root, run } from './support/command'

const folder = mkdtempSync(path.join(tmpdir(), 'upload-'))
const at = (name: string) => path.join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const appId = 'wx0123456789abcdef'
const envId = 'zheng-gai-1'
const compiled = path.join(root, 'dist/weapp-upload')

const pem = (type: 'rsa' | 'ed25519') =>
  (type === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ed25519')
  ).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
const keyFile = (name: string, text: string) => {
  writeFileSync(at(name), text)
  return at(name)
}
const rsa = pem('rsa')
const key = keyFile(`private.${appId}.key`, rsa)

const right = {
  WECHAT_APPID: appId,
  WECHAT_UPLOAD_KEY: key,
  MINIPROGRAM_CI: path.join(__dirname, 'support/upload-recorder.cjs'),
  RECORD: at('record'),
}

const command = (what: string, args: string[] = [], env: Record<string, string> = {}) =>
  run('scripts/upload.mjs', [what, '--env', envId, ...args], { ...right, ...env })

const recorded = () =>
  readFileSync(at('record'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

const wanted = (): string[] => {
  const app = JSON.parse(readFileSync(path.join(compiled, 'app.json'), 'utf8')) as {
    pages: string[]
    subPackages: { root: string; pages: string[] }[]
  }
  return [
    ...app.pages,
    ...app.subPackages.flatMap(({ root: below, pages }) => pages.map((it) => `${below}/${it}`)),
  ]
}

describe('what is lacking is told by name before anything is compiled', () => {
  const gone = at('gone.key')
  const lacks: [string, string, Record<string, string>][] = [
    ['no key', 'UPLOAD.KEY_MISSING', { WECHAT_UPLOAD_KEY: '' }],
    ['a key file that is not there', 'UPLOAD.KEY_MISSING', { WECHAT_UPLOAD_KEY: gone }],
    [
      'a file that is no key',
      'UPLOAD.KEY_FORM',
      { WECHAT_UPLOAD_KEY: keyFile('private.wx0000000000000001.key', 'hello') },
    ],
    [
      'a key of another kind',
      'UPLOAD.KEY_FORM',
      { WECHAT_UPLOAD_KEY: keyFile('private.wx0000000000000002.key', pem('ed25519')) },
    ],
    [
      'a key for another app id',
      'UPLOAD.KEY_OTHER',
      { WECHAT_UPLOAD_KEY: keyFile('private.wxaaaaaaaaaaaaaaaa.key', rsa) },
    ],
    [
      'a key under a name that says nothing',
      'UPLOAD.KEY_OTHER',
      { WECHAT_UPLOAD_KEY: keyFile('mine.pem', rsa) },
    ],
    ['no app id', 'VARIABLE.MISSING', { WECHAT_APPID: '' }],
    ['an app id of the wrong form', 'VARIABLE.FORM', { WECHAT_APPID: 'touristappid' }],
    ['no tool', 'TOOL.MISSING', { MINIPROGRAM_CI: at('nowhere') }],
  ]

  it.each(lacks)('%s', async (_, code, env) => {
    const said = await command('upload', [], env)
    expect(said.code).toBe(1)
    expect(said.err).toContain(code)
    expect(said.out).toBe('')
    expect(existsSync(at('record'))).toBe(false)
  })

  it('everything that is lacking at once', async () => {
    const { err } = await command('upload', [], { WECHAT_APPID: '', WECHAT_UPLOAD_KEY: '' })
    expect(err).toContain('WECHAT_APPID')
    expect(err).toContain('WECHAT_UPLOAD_KEY')
  })

  it('an environment that is none, and a robot that is none', async () => {
    const env = await run('scripts/upload.mjs', ['upload', '--env', 'Not One'], right)
    expect(env.err).toMatch(/^ARGUMENTS\.ENVIRONMENT/)
    for (const robot of ['0', '31', '1.5', 'x'])
      expect((await command('upload', ['--robot', robot])).err).toMatch(/^ARGUMENTS\.ROBOT/)
  })

  it('a changelog whose newest section is of another version', () => {
    const changelog = '# Changelog\n\n## 1.2.3 (unreleased)\n\n- One\n  thing.\n- Two.\n'
    expect(releaseNotes(changelog, '1.2.3')).toEqual({
      version: '1.2.3',
      description: 'One thing. Two.',
    })
    expect(() => releaseNotes(changelog, '1.2.4')).toThrow(/1\.2\.3.*1\.2\.4/)
    expect(() => releaseNotes('', '1.2.4')).toThrow(/CHANGELOG/)
    const long = `## 1.2.3\n${'- A point of some length.\n'.repeat(30)}`
    expect(releaseNotes(long, '1.2.3').description.length).toBeLessThanOrEqual(200)
  })
})

it('the page says what the privacy guideline must name, and nothing else', () => {
  const page = readFileSync(path.join(root, 'docs/deploy.md'), 'utf8')
  const table = page.slice(page.indexOf('| entry'), page.indexOf('## Refusals'))
  const rows = [...table.matchAll(/^\| (\p{Script=Han}\S*) +\| (\S+) +\|$/gmu)]
  expect(rows.map(([, entry, purpose]) => ({ entry, purpose }))).toEqual(declared)
})

describe('the tool is handed', () => {
  const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8')
  const desc = releaseNotes(changelog, manifest.version).description
  const common = {
    version: manifest.version,
    desc,
    setting: { es6: false, minify: false, autoPrefixWXSS: false },
    project: {
      options: {
        appid: appId,
        type: 'miniProgram',
        projectPath: compiled,
        privateKeyPath: key,
        ignores: ['node_modules/**/*', '**/*.LICENSE.txt'],
      },
    },
  }

  beforeAll(async () => {
    const said = await command('upload', ['--robot', '7'])
    expect(said).toMatchObject({ code: 0, err: '' })
  }, 300_000)

  it('the compiled package with version, description, robot, settings and key', () => {
    expect(recorded()).toEqual([{ what: 'upload', robot: 7, ...common }])
    const { appid } = JSON.parse(
      readFileSync(path.join(compiled, 'project.config.json'), 'utf8'),
    ) as { appid: string }
    expect(appid).toBe(appId)
  })

  it('the same for a preview, whose code is shown or written to a file', async () => {
    rmSync(at('record'))
    await command('preview')
    await command('preview', ['--qrcode', at('code.jpg')])
    expect(recorded()).toEqual([
      { what: 'preview', robot: 1, ...common, qrcodeFormat: 'terminal' },
      {
        what: 'preview',
        robot: 1,
        ...common,
        qrcodeFormat: 'image',
        qrcodeOutputDest: at('code.jpg'),
      },
    ])
  })

  it('and what it refuses is said in its own words', async () => {
    const said = await command('upload', [], { REFUSE: 'invalid ip: 192.0.2.1' })
    expect(said.code).toBe(1)
    expect(said.err).toMatch(/^UPLOAD\.REFUSED.*invalid ip: 192\.0\.2\.1/)
  })

  describe('no package that', () => {
    const broken = (change: (copy: string) => void) => {
      const copy = at('copy')
      rmSync(copy, { recursive: true, force: true })
      cpSync(compiled, copy, { recursive: true })
      change(copy)
      return faultsOfPackage(copy, wanted(), envId).map(({ code, name }) => `${code} ${name}`)
    }
    const app = (copy: string, change: object) => {
      const file = path.join(copy, 'app.json')
      const now = JSON.parse(readFileSync(file, 'utf8')) as object
      writeFileSync(file, JSON.stringify({ ...now, ...change }))
    }
    const code = (copy: string, text: string) => appendFileSync(path.join(copy, 'app.js'), text)

    it('is as it should be', () => expect(broken(() => undefined)).toEqual([]))

    const faults: [string, string, (copy: string) => void][] = [
      [
        'lacks a page of the list',
        'PACKAGE.PAGE pages/home/index',
        (copy) => rmSync(path.join(copy, 'pages/home/index.js')),
      ],
      [
        'lists a page too many',
        'PACKAGE.PAGE pages/other/index',
        (copy) => app(copy, { pages: [...wanted(), 'pages/other/index'] }),
      ],
      [
        'names a foreign server',
        'PACKAGE.DOMAIN example.org',
        (copy) => code(copy, 'wx.request("https://example.org/x")'),
      ],
      [
        'calls this machine',
        'PACKAGE.DOMAIN 127.0.0.1',
        (copy) => code(copy, '"http://127.0.0.1:8787"'),
      ],
      [
        'asks where one is without saying so',
        'PACKAGE.PRIVACY getLocation',
        (copy) => app(copy, { requiredPrivateInfos: [] }),
      ],
      [
        'says that it asks where one is and does not',
        'PACKAGE.PRIVACY chooseLocation',
        (copy) => app(copy, { requiredPrivateInfos: ['getLocation', 'chooseLocation'] }),
      ],
      [
        'asks for a permission that nothing needs',
        'PACKAGE.PRIVACY scope.record',
        (copy) => app(copy, { permission: { 'scope.record': { desc: 'x' } } }),
      ],
      [
        'does not say what a place is asked for',
        'PACKAGE.PRIVACY scope.userLocation',
        (copy) => app(copy, { permission: {} }),
      ],
      [
        'leaves out the privacy popup',
        'PACKAGE.PRIVACY app.json',
        (copy) => app(copy, { __usePrivacyCheck__: false }),
      ],
      [
        'is larger than WeChat takes',
        'PACKAGE.SIZE 主包',
        (copy) => code(copy, `//${'x'.repeat(2_100_000)}`),
      ],
      [
        'carries a tool of the demonstration',
        'PACKAGE.LOCAL /_local/',
        (copy) => code(copy, '"/_local/clock"'),
      ],
    ]
    it.each(faults)('%s', (_, expected, change) => expect(broken(change)).toContain(expected))

    it('names no environment', () =>
      expect(faultsOfPackage(compiled, wanted(), 'another-1')).toEqual([
        expect.objectContaining({ code: 'PACKAGE.ENVIRONMENT' }),
      ]))
  })
})
