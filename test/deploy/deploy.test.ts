import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import deployment from '@/cloudbaserc.json'
import schema from '@/database/schema.json'
import { blank, type Cloud, codes, rightVariables, root, run, Tencent } from './support/command'

const tencent = new Tencent()
beforeAll(() => tencent.start(), 300_000)
afterAll(() => tencent.stop())

const kept = () => path.join(tencent.folder, 'kept')
const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder).flatMap((name) => {
        const file = path.join(folder, name)
        return statSync(file).isDirectory() ? filesBelow(file) : [file]
      })
    : []

const without = (name: string) =>
  Object.fromEntries(Object.entries(rightVariables).filter(([key]) => key !== name))

describe('a dry run', () => {
  it('says in its first line that it has no credentials, and plans against an empty environment', async () => {
    const { code, out } = await run(
      'scripts/deploy.mjs',
      ['--env', 'zheng-gai-1', '--dry-run'],
      rightVariables,
    )
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toMatch(/^没有连接腾讯云/)
    for (const { name } of deployment.functions) expect(out).toContain(`新建函数 ${name}`)
    for (const name of Object.keys(schema.collections)) expect(out).toContain(`新建集合 ${name}（`)
    // A minute's reading.
    expect(out.split('\n').length).toBeLessThan(70)
  })

  it('gives a program the same plan, with digests, sizes and names of variables', async () => {
    const { out } = await tencent.deploy(['--dry-run', '--json'])
    const plan = JSON.parse(out)
    expect(plan.steps.map(({ kind }: { kind: string }) => kind)).toContain('createFunction')
    for (const it of Object.values<Record<string, unknown>>(plan.wanted.functions)) {
      expect(it.sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(it.bytes).toBeGreaterThan(100_000)
      expect(it.variables).toContain('IDENTITY_KEYS')
    }
    expect(plan.faults).toEqual([])
    expect(plan.variables).toMatchObject({ WECHAT_SECRET: 'given', TZ: 'given' })
  })

  it('names each variable and whether it has a value, never the value', async () => {
    await tencent.tell({ cloud: blank })
    const { code, out } = await tencent.deploy(['--dry-run'], without('WECHAT_SECRET'))
    const lines = out.slice(out.indexOf('环境变量')).split('\n')
    expect(lines[1]).toMatch(/^ {2}这次给出：.*CITY_NAME/)
    expect([code, lines[2]]).toEqual([1, '  没有：WECHAT_SECRET'])
    for (const value of [rightVariables.IDENTITY_KEYS!, rightVariables.ALARM_WEBHOOK!])
      expect(out).not.toContain(value)
  })

  it('only reads', async () => {
    await tencent.tell({ cloud: blank })
    await tencent.deploy(['--dry-run'])
    const { calls } = await tencent.tell()
    expect(calls.length).toBeGreaterThan(2)
    expect(calls.filter((call) => !/^(Describe|List|Get)/.test(call))).toEqual([])
  })

  it('compares with a state that was saved before', async () => {
    await tencent.tell({ cloud: blank })
    const file = path.join(tencent.folder, 'state.json')
    await tencent.deploy(['--dry-run', '--save-state', file])
    const state = JSON.parse(readFileSync(file, 'utf8'))
    expect(state).toEqual({ collections: {}, functions: {}, storage: 'PRIVATE' })
    writeFileSync(file, JSON.stringify({ ...state, storage: 'ADMINONLY' }))
    const args = ['--env', 'zheng-gai-1', '--dry-run', '--state', file]
    const { out } = await run('scripts/deploy.mjs', args, rightVariables)
    expect(out).toContain('状态文件')
    expect(out).not.toContain('云存储权限设为')
  })
})

describe('a deployment', () => {
  let cloud: Cloud
  beforeAll(async () => {
    await tencent.tell({
      cloud: {
        ...blank,
        tables: { theirs: [], tasks: [{ Name: 'theirs', Keys: [], Unique: false }] },
        rules: { theirs: 'READONLY', tasks: 'PRIVATE' },
        functions: {
          theirs: {
            Runtime: 'Php7',
            MemorySize: 128,
            Environment: { Variables: [] },
            Triggers: [],
          },
        },
      },
    })
    const { code, out, err } = await tencent.deploy(['--yes'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('部署完成')
    cloud = (await tencent.tell()).cloud
  }, 120_000)

  it('puts everything there as the checkout names it, closed to clients', () => {
    for (const [name, { indexes }] of Object.entries(schema.collections)) {
      expect([name, cloud.rules[name]]).toEqual([name, 'ADMINONLY'])
      const names = cloud.tables[name]?.map(({ Name }) => Name)
      expect(names).toEqual(expect.arrayContaining(indexes.map((index) => index.name)))
    }
    expect(cloud.storage).toBe('ADMINONLY')
    for (const { name, envVariables, triggers } of deployment.functions) {
      const there = cloud.functions[name]!
      const given = Object.fromEntries(
        there.Environment.Variables.map(({ Key, Value }) => [Key, Value]),
      )
      expect(Object.keys(given).sort()).toEqual(Object.keys(envVariables).sort())
      expect(given.IDENTITY_KEYS).toBe(rightVariables.IDENTITY_KEYS)
      expect(there.Triggers.length).toBe(triggers.length)
      expect(there.zip.length).toBeGreaterThan(100_000)
    }
  })

  it('leaves what is not ours as it was, and says so', async () => {
    expect(cloud.rules.theirs).toBe('READONLY')
    expect(cloud.functions.theirs?.Runtime).toBe('Php7')
    expect(cloud.tables.tasks?.map(({ Name }) => Name)).toContain('theirs')
    const { out } = await tencent.deploy(['--dry-run'])
    expect(out).toContain('函数：theirs')
    expect(out).toContain('集合：theirs')
    expect(out).toContain('索引：tasks.theirs')
  })

  it('has nothing to do the second time', async () => {
    await tencent.tell()
    const { out } = await tencent.deploy(['--yes'])
    expect(out).toContain('没有要改的')
    const { calls } = await tencent.tell()
    expect(calls.filter((call) => !/^(Describe|List|Get)/.test(call))).toEqual([])
  })

  it('sets a value that changed, and keeps a variable of somebody’s own', async () => {
    const there = cloud.functions.feedback!
    const Variables = [...there.Environment.Variables, { Key: 'THEIRS', Value: 'kept' }]
    const functions = { ...cloud.functions, feedback: { ...there, Environment: { Variables } } }
    await tencent.tell({ cloud: { ...cloud, functions } })
    const changed = { ...rightVariables, COMPLAINT_PHONE: '0668-2280000' }
    const { out } = await tencent.deploy(['--yes', '--only', 'functions'], changed)
    expect(out).toContain('COMPLAINT_PHONE（值有变）')
    expect(out).not.toContain('0668-2280000')
    const after = (await tencent.tell()).cloud.functions.feedback!.Environment.Variables
    const values = Object.fromEntries(after.map(({ Key, Value }) => [Key, Value]))
    expect(values).toMatchObject({
      THEIRS: 'kept',
      COMPLAINT_PHONE: '0668-2280000',
      TZ: 'Asia/Shanghai',
    })
  })

  it('leaves out a variable that nobody needs and nobody gave', async () => {
    await tencent.tell({ cloud: blank })
    const { out } = await tencent.deploy(['--dry-run'], without('ALARM_WEBHOOK'))
    expect(out).not.toContain('ALARM_WEBHOOK')
    const wrong = { ...rightVariables, ALARM_WEBHOOK: 'http://elsewhere.example' }
    expect(codes((await tencent.deploy(['--dry-run'], wrong)).err)).toContain('VARIABLE.FORM')
  })

  it('does not ask for a value that is set there already', async () => {
    await tencent.tell({ cloud })
    const { code } = await tencent.deploy(['--yes'], without('WECHAT_SECRET'))
    expect(code).toBe(0)
    const after = (await tencent.tell()).cloud.functions.notifier!.Environment.Variables
    expect(after.find(({ Key }) => Key === 'WECHAT_SECRET')?.Value).toBe(
      rightVariables.WECHAT_SECRET,
    )
  })

  it('prints no value of a variable and keeps none in a file', async () => {
    const { out, err } = await tencent.deploy(['--dry-run', '--json'])
    const { WECHAT_SECRET, IDENTITY_KEYS, ALARM_WEBHOOK } = rightVariables
    const secrets = [WECHAT_SECRET!, IDENTITY_KEYS!, ALARM_WEBHOOK!]
    const files = filesBelow(kept()).filter((file) => !file.endsWith('.zip'))
    expect(files.length).toBeGreaterThan(0)
    const texts = [out, err, ...files.map((file) => readFileSync(file, 'utf8'))]
    for (const secret of secrets) expect(texts.filter((text) => text.includes(secret))).toEqual([])
  })
})

describe('a refusal', () => {
  beforeEach(() => tencent.tell({ cloud: blank, refuse: null }))

  const refused = async (args: readonly string[], variables: object = rightVariables) => {
    const { code, err } = await tencent.deploy(args, variables)
    const { cloud } = await tencent.tell({ refuse: null })
    expect([code, cloud.tables, cloud.functions]).toEqual([1, {}, {}])
    return err
  }

  it.each([
    ['IDENTITY_KEYS', 'k1:c2hvcnQ=', 'VARIABLE.FORM'],
    ['WECHAT_APPID', 'wx123', 'VARIABLE.FORM'],
    ['CITY_REGION', '440902', 'VARIABLE.FORM'],
    ['FILING_NUMBER', 'none', 'VARIABLE.FORM'],
    ['TEMPLATE_DEADLINE', 'short', 'VARIABLE.FORM'],
  ])('names %s of the wrong form and where to get it', async (name, value, code) => {
    const err = await refused(['--yes'], { ...rightVariables, [name]: value })
    expect(err).toContain(name)
    expect(codes(err)).toContain(code)
    expect(err).not.toContain(`：${value}`)
  })

  it('names what is missing', async () => {
    const err = await refused(['--yes'], without('COMPLAINT_PHONE'))
    expect(err).toMatch(/COMPLAINT_PHONE：没有设置投诉电话.*VARIABLE\.MISSING/)
  })

  it('knows that an environment’s id is none, before anything is asked', async () => {
    const { code, err } = await run('scripts/deploy.mjs', ['--env', 'My Env'], tencent.env)
    expect([code, codes(err)[0]]).toEqual([1, 'ARGUMENTS.ENVIRONMENT'])
  })

  it('says that an environment does not exist', async () => {
    const { code, err } = await run('scripts/deploy.mjs', ['--env', 'other-env-9'], {
      ...tencent.env,
      ...rightVariables,
    })
    expect([code, codes(err)[0]]).toEqual([1, 'CLOUD.ENVIRONMENT'])
  })

  it.each([
    ['AuthFailure.SignatureExpire', 'CLOUD.CLOCK', '时间'],
    ['AuthFailure.SecretIdNotFound', 'CLOUD.CREDENTIALS', '密钥'],
    ['AuthFailure.UnauthorizedOperation', 'CLOUD.PERMISSION', '权限'],
  ])('translates %s', async (vendorCode, code, word) => {
    await tencent.tell({ refuse: { action: '.', with: [vendorCode, 'refused'] } })
    const err = await refused(['--yes'])
    expect(codes(err)[0]).toBe(code)
    expect(err).toContain(word)
  })

  it('names the step that credentials may not do', async () => {
    const readOnly = { action: '^Create', with: ['UnauthorizedOperation', 'read only'] }
    // Nothing at all may be written: not even that somebody deploys.
    await tencent.tell({ refuse: readOnly })
    expect(codes(await refused(['--yes']))[0]).toBe('CLOUD.PERMISSION')
    await tencent.tell({ cloud: { ...blank, tables: { deployment: [] } }, refuse: readOnly })
    const { code, err } = await tencent.deploy(['--yes'])
    expect([code, codes(err)[0]]).toEqual([1, 'CLOUD.PERMISSION'])
    expect(err).toContain('第 1 步')
    const { cloud } = await tencent.tell({ refuse: null })
    expect([cloud.tables, cloud.functions]).toEqual([{ deployment: [] }, {}])
  })

  it('does not go over an older deployment that was not finished', async () => {
    const file = path.join(kept(), 'zheng-gai-1', 'under-way.json')
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify({ digest: 'older', at: '2026-01-01T00:00:00.000Z' }))
    expect(codes(await refused(['--yes']))[0]).toBe('DEPLOY.UNFINISHED')
    expect(
      (await tencent.deploy(['--yes', '--only', 'storage', '--replace-unfinished'])).code,
    ).toBe(0)
  })

  it('leaves a runtime and an index that differ to a person', async () => {
    const task = {
      Runtime: 'Nodejs16.13',
      Handler: 'index.main',
      MemorySize: 256,
      Timeout: 30,
      Environment: { Variables: [] },
      Triggers: [],
    }
    await tencent.tell({ cloud: { ...blank, functions: { task } } })
    const { code, err } = await tencent.deploy(['--yes'])
    expect([code, codes(err)[0]]).toEqual([1, 'DEPLOY.DECIDE'])
    expect(err).toContain('Nodejs16.13')
    expect((await tencent.tell()).cloud.tables).toEqual({})
  })

  it('needs the confirmation of a person', async () => {
    const { code, err } = await tencent.deploy([])
    expect([code, codes(err)[0]]).toEqual([1, 'DEPLOY.NOT_CONFIRMED'])
  })

  it('takes no file for a state that is none', async () => {
    const file = path.join(root, 'package.json')
    const { code, err } = await tencent.deploy(['--dry-run', '--state', file])
    expect([code, codes(err)[0]]).toEqual([1, 'STATE.FORM'])
  })
})

it('sees that somebody else deployed between the plan and the yes, and changes nothing', async () => {
  const { out, err } = await run(
    'test/deploy/support/changed-meanwhile.mjs',
    [tencent.key, tencent.cert, path.join(tencent.folder, 'meanwhile')],
    tencent.env,
  )
  expect(err).toBe('')
  expect(JSON.parse(out)).toEqual({ first: 'DEPLOY.CHANGED', writes: 0, second: 'done' })
})

interface Attempt {
  readonly undisturbed?: string
  readonly writes?: number
  readonly again?: string
  readonly writesAgain?: number
  readonly first?: string
  readonly second?: string
  readonly same?: boolean
}

it('ends the same, and does nothing twice, after a failure of each call in turn', async () => {
  const { out, err } = await run(
    'test/deploy/support/every-failure.mjs',
    [tencent.key, tencent.cert],
    tencent.env,
  )
  expect(err).toBe('')
  const { results } = JSON.parse(out) as { results: Attempt[] }
  const whole = results.filter(({ undisturbed }) => undisturbed)
  expect(
    whole.map(({ undisturbed, again, writesAgain }) => [undisturbed, again, writesAgain]),
  ).toEqual([
    ['done', 'done', 0],
    ['done', 'done', 0],
  ])
  const cutOff = results.filter(({ first }) => first)
  expect(cutOff.length).toBe(2 * whole.reduce((sum, { writes }) => sum + (writes ?? 0), 0))
  expect(
    cutOff.filter(({ first, second, same }) => first === 'done' || second !== 'done' || !same),
  ).toEqual([])
}, 400_000)

it('goes back to the deployment before the last: code, settings, timers; no value, no index', async () => {
  const { out, err } = await run(
    'test/deploy/support/roll-back.mjs',
    [tencent.key, tencent.cert, path.join(tencent.folder, 'rolled')],
    tencent.env,
  )
  expect(err).toBe('')
  expect(JSON.parse(out)).toEqual({
    code: 'a',
    memory: 128,
    trigger: ['{"cron":"0 5 * * * * *"}'],
    city: ['茂名市'],
    indexes: ['state', 'number'],
  })
})
