import { generateKeyPairSync } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import manifest from '@/package.json'
import { startApp, type TestApp } from '../support/app'
import { type Ended, rightVariables, root, run, Tencent } from './support/command'

/**
 * The commands of `docs/deploy.md` in their order, as a stranger types them: against Tencent's stand-in,
 * one local cloud for each environment that it names, and a WeChat that knows one code.
 */
const page = readFileSync(path.join(root, 'docs/deploy.md'), 'utf8')
const commands = [...page.matchAll(/^```bash\n([^]*?)^```$/gm)]
  .flatMap(([, block]) => block!.trim().split('\n'))
  .filter((line) => line.startsWith('npm run'))

const tencent = new Tencent()
const at = (name: string) => path.join(tencent.folder, name)
const clouds = new Map<string, TestApp>()
let wechat: Server
let api: string

const openid = 'o1234567890123456789012345_A'
const answers: Readonly<Record<string, object>> = {
  CODE: { openid, session_key: 'x' },
  OLD: { errcode: 40029, errmsg: 'invalid code' },
  USED: { errcode: 40163, errmsg: 'code been used' },
}

beforeAll(async () => {
  await tencent.start()
  wechat = createServer((request, response) => {
    const { searchParams } = new URL(request.url!, 'http://localhost')
    response.end(JSON.stringify(answers[searchParams.get('js_code')!]))
  })
  await new Promise<void>((resolve) => wechat.listen(0, '127.0.0.1', resolve))
  api = `http://127.0.0.1:${(wechat.address() as AddressInfo).port}`
  const envId = 'zhenggai-3g1a2b3c'
  await tencent.tell({
    cloud: { envId, functions: {}, tables: {}, rules: {}, storage: 'PRIVATE' },
  })
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  writeFileSync(at(`private.${rightVariables.WECHAT_APPID}.key`), pem)
  writeFileSync(
    at('list.txt'),
    '1、上塘村黑臭水体未整治\n整改措施：清淤\n整改时限：2026年12月底前\n',
  )
}, 300_000)
afterAll(async () => {
  for (const app of clouds.values()) await app.close()
  await new Promise((resolve) => wechat.close(resolve))
  await tencent.stop()
})

const ownFiles = ['identity.keys', 'ledger.backup', 'preview.jpg']

const wordsOf = (command: string): { name: string; args: string[] } => {
  const [, name = '', rest = ''] = /^npm run (?:--silent )?(\S+)(?: -- (.*))?$/.exec(command) ?? []
  const args = rest.split(' ').map((word) => {
    if (word === 'LIST.docx') return at('list.txt')
    return ownFiles.includes(word) ? at(word) : word
  })
  return { name, args }
}

/** The environment that a command of the operator names, with the key of step 5. */
const cloudOf = async (envId: string, keys: string): Promise<TestApp> => {
  const there = clouds.get(envId) ?? (await startApp({ envId, variables: { IDENTITY_KEYS: keys } }))
  clouds.set(envId, there)
  return there
}

const typed = async (command: string, more: Record<string, string> = {}): Promise<Ended> => {
  const { name, args } = wordsOf(command)
  const keys =
    name === 'keys' && args[0] === 'add' ? '' : readFileSync(at('identity.keys'), 'utf8').trim()
  const envId = args[args.indexOf('--env') + 1]!
  const isOperator =
    ['keys', 'backup', 'restore', 'writing'].includes(name) && args.includes('--env')
  const endpoint = isOperator ? (await cloudOf(envId, keys)).endpoint : ''
  const [, script = '', ...before] = (manifest.scripts as Record<string, string>)[name]!.split(' ')
  // A person says yes; nobody waits for what is under way.
  const yes = name === 'deploy' && !args.includes('--dry-run') ? ['--yes'] : []
  return run(script, [...before, ...args, ...yes], {
    ...rightVariables,
    ...tencent.env,
    IDENTITY_KEYS: keys,
    WECHAT_API_BASE: name === 'openid' ? api : 'https://api.weixin.qq.com',
    WECHAT_UPLOAD_KEY: at(`private.${rightVariables.WECHAT_APPID}.key`),
    MINIPROGRAM_CI: at('no-tool'),
    NODE_OPTIONS: `--import ${path.join(root, 'test/functions/deployment/no-wait.mjs')}`,
    // With the second the SDK does not ask this machine before every call whether it stands in the cloud.
    ...(isOperator && { TENCENTCLOUD_ENDPOINT: endpoint, TENCENTCLOUD: 'true' }),
    ...more,
  })
}

// Built by the tests of the pages themselves.
const walked = commands.filter((command) => !command.startsWith('npm run build'))

it('the page names the commands from a key to a restored ledger', () => {
  const names = walked.map((command) => wordsOf(command).name)
  expect([...new Set(names)]).toEqual([
    'keys',
    'openid',
    'deploy',
    'preview',
    'upload',
    'import',
    'backup',
    'restore',
    'writing',
  ])
})

it.each(walked.map((command) => [command]))(
  '%s',
  async (command) => {
    const { code, err, out } = await typed(command)
    // The upload's own tests go on from here with a recorder.
    if (/^npm run (upload|preview)/.test(command))
      expect([code, err.split(' ')[0]]).toEqual([1, 'TOOL.MISSING'])
    else expect({ code, err, out }).toEqual({ code: 0, err: '', out: expect.stringMatching(/\S/) })
  },
  120_000,
)

describe('npm run openid', () => {
  const typedCode = (code: string, more: Record<string, string> = {}) =>
    typed(`npm run openid -- ${code}`, more)

  it('prints the openid and nothing else', async () => {
    expect(await typedCode('CODE')).toEqual({ code: 0, out: `${openid}\n`, err: '' })
  })

  it.each([
    ['OPENID.CODE', 'OLD', {}],
    ['OPENID.CODE', 'USED', {}],
    ['OPENID.UNREACHABLE', 'CODE', { WECHAT_API_BASE: 'http://127.0.0.1:9' }],
    ['VARIABLE.MISSING', 'CODE', { WECHAT_SECRET: '' }],
    ['VARIABLE.FORM', 'CODE', { WECHAT_APPID: 'wx1' }],
    ['ARGUMENTS.CODE', 'CODE TWICE', {}],
  ])('refuses by %s: %s', async (code, given, more) => {
    const said = await typedCode(given, more as Record<string, string>)
    expect([said.code, said.out, said.err.split(' ')[0]]).toEqual([1, '', code])
    expect(said.err).not.toContain(rightVariables.WECHAT_SECRET)
  })
})
