import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, unpacked } from './support/archive'
import { sdk, temporaryFolder, testCloud } from './support/cloud'
import { exit, start } from './support/server'
import type { Server } from './support/server'

const OPENID = 'oReader00000000000000000000A'
const VISITOR = 'oVisitor0000000000000000000B'
const HASH = /^[0-9a-f]{64}$/

const DOCUMENTS = [
  { _id: 'z', text: '行\n"\u2028\ud83d\ude00', empty: '', number: 1.5e300, wide: Number.MAX_VALUE },
  { _id: 'a', date: new Date(5), pattern: /^a\/b+$/im, none: null, yes: true, no: false },
  { _id: 7, nested: { 3: [1, [], {}, { deep: [new Date(-1)] }], b: 1, a: 2 } },
  { _id: '7', place: { type: 'Point', coordinates: [116.4, 39.9] } },
]
const BIG = randomBytes(300_001)
const FILES: Array<[path: string, bytes: Buffer]> = [
  ['目录/整改 报告（第1版）.docx', Buffer.from('report')],
  ['percent%2525 #?&+.txt', Buffer.from('odd')],
  ['back\\slash..\\..\\up.png', BIG],
  ['.hidden', Buffer.from([0, 255, 10, 13])],
  ['empty.bin', Buffer.alloc(0)],
]

const originOf = ({ endpoint }: Pick<Server, 'endpoint'>) => endpoint.replace(/\/admin$/, '')
const appOf = ({ endpoint }: Pick<Server, 'endpoint'>) => sdk({ endpoint, envId: 'local-env' })

async function ask(server: Server, path: string, body?: unknown, method = 'POST') {
  const headers = { 'content-type': 'application/json' }
  const init = body === undefined ? {} : { method, headers, body: JSON.stringify(body) }
  const response = await fetch(`${originOf(server)}${path}`, init)
  return { response, answer: (await response.json()) as never as Record<string, unknown> }
}

async function sendMessage(server: Server) {
  const { answer } = await ask(server, '/wechat/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: 'wx0123456789abcdef',
    secret: 'a-long-enough-secret',
  })
  const token = String(answer.access_token)
  const sent = await ask(server, `/wechat/cgi-bin/message/subscribe/send?access_token=${token}`, {
    touser: OPENID,
    template_id: 'tasks',
    data: { thing1: { value: '整改任务' } },
  })
  expect(sent.answer).toMatchObject({ errcode: 0 })
  return token
}

async function stop(server: Server) {
  server.child.kill('SIGTERM')
  await exit(server)
}

const archiveOf = async (server: Server) => {
  const response = await fetch(`${originOf(server)}/_local/archive`)
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}

describe('an archive of everything', () => {
  const folder = temporaryFolder()
  const data = join(folder, 'data')
  const running = join(folder, 'running.ndjson.gz')
  const closed = join(folder, 'closed.ndjson.gz')
  const restored = join(folder, 'on', 'the', 'way', 'restored')
  const keys: string[] = []
  let clockAt = 0
  let printed = ''
  let documents: unknown

  beforeAll(async () => {
    const server = await start('--data', data, '--control')
    const app = appOf(server)
    await app.database().createCollection('things')
    await app.database().createCollection('nothing')
    for (const document of DOCUMENTS) await app.database().collection('things').add(document)
    await app.database().collection('things').add({ _id: 'gone' })
    await app.database().collection('things').doc('gone').remove()
    documents = (await app.database().collection('things').get()).data
    for (const [cloudPath, bytes] of FILES)
      await app.uploadFile({ cloudPath, fileContent: bytes as never })
    for (const templateIds of [['tasks'], ['tasks'], ['tasks', 'news']])
      await ask(server, '/_local/consent', { openid: OPENID, templateIds })
    keys.push(await sendMessage(server))
    await ask(server, '/_local/identities', [{ openid: OPENID, name: '李明' }], 'PUT')
    const { response } = await ask(server, '/_local/session', { openid: VISITOR })
    keys.push(/zgt_session=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')![1]!)
    keys.push(...readdirSync(join(data, 'files')))
    const { answer } = await ask(server, '/_local/clock', { to: Date.now() + 40 * 86_400_000 })
    clockAt = Number(answer.now)

    const { response: archived, bytes } = await archiveOf(server)
    expect(archived.status).toBe(200)
    expect(archived.headers.get('content-type')).toBe('application/gzip')
    expect(archived.headers.get('content-disposition')).toMatch(
      /^attachment; filename="local-cloud-\d{8}T\d{6}Z\.ndjson\.gz"$/,
    )
    writeFileSync(running, bytes)
    const refused = run('export', '--data', data, '--to', closed)
    expect(refused.status).toBe(1)
    expect(refused.errors).toMatch(/is in use by process \d+: stop it, or .* GET \/_local\/archive/)
    expect(run('hash', '--data', data).status).toBe(1)
    await stop(server)
    const exported = run('export', '--data', data, '--to', closed)
    expect(exported).toMatchObject({ status: 0, out: expect.stringMatching(HASH) })
    printed = exported.out
  })

  it('has the same hash from the running server, the closed directory, restored, and by "hash"', () => {
    expect(run('hash', '--data', data).out).toBe(printed)
    expect(run('hash', '--from', running).out).toBe(printed)
    expect(run('hash', '--from', closed).out).toBe(printed)
    expect(run('restore', '--from', running, '--data', restored)).toMatchObject({
      status: 0,
      out: printed,
    })
    expect(run('hash', '--data', restored).out).toBe(printed)
  })

  it('made of the restored folder has the same bytes', () => {
    const again = join(folder, 'again.gz')
    expect(run('export', '--data', restored, '--to', again).out).toBe(printed)
    expect(readFileSync(again).equals(readFileSync(running))).toBe(true)
  })

  it('leaves nothing beside what was asked for', () => {
    expect(readdirSync(folder).sort()).toEqual([
      'again.gz',
      'closed.ndjson.gz',
      'data',
      'on',
      'running.ndjson.gz',
    ])
    expect(readdirSync(join(restored, '..'))).toEqual(['restored'])
    for (const directory of [data, restored])
      expect(readdirSync(directory).filter((name) => name.startsWith('lock'))).toEqual([])
  })

  it('holds no session, token, or key of a blob', () => {
    for (const file of [running, closed]) {
      const text = unpacked(readFileSync(file))
      expect(keys.length).toBeGreaterThan(FILES.length)
      for (const key of keys) expect(text).not.toContain(key)
      expect(text).not.toContain('_local_sessions')
    }
  })

  describe('restored, under a server', () => {
    let server: Server
    beforeAll(async () => {
      server = await start('--data', restored, '--control')
    })
    afterAll(() => stop(server))

    it('gives back every document in its order and with its types', async () => {
      const { data: found } = await appOf(server).database().collection('things').get()
      expect(found).toEqual(documents)
      expect(found.map(({ _id: id }: { _id: unknown }) => id)).toEqual(['z', 'a', 7, '7'])
    })

    it('has the empty collection too', async () => {
      const { total } = await appOf(server).database().collection('nothing').count()
      expect(total).toBe(0)
      await expect(appOf(server).database().collection('never').count()).rejects.toThrow()
    })

    it.each(FILES)('gives back the file %s with its bytes and type', async (path, bytes) => {
      const app = appOf(server)
      const fileID = `cloud://local-env.6c6f-local-env-1250000000/${path}`
      const { fileList } = await app.getTempFileURL({ fileList: [fileID] })
      const link = (fileList as Array<{ tempFileURL: string }>)[0]!.tempFileURL
      const response = await fetch(link)
      expect(response.status).toBe(200)
      expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
      if (path.endsWith('.png')) expect(response.headers.get('content-type')).toBe('image/png')
    })

    it('keeps consents, messages, identities and the clock', async () => {
      const left = async (templateId: string) =>
        (await ask(server, `/_local/consent?openid=${OPENID}&templateId=${templateId}`)).answer.left
      expect([await left('tasks'), await left('news')]).toEqual([2, 1])
      const { answer: messages } = await ask(server, `/_local/messages?openid=${OPENID}`)
      expect(messages).toMatchObject([{ openid: OPENID, fields: [{ value: '整改任务' }] }])
      const { answer: identities } = await ask(server, '/_local/identities')
      expect(identities).toMatchObject([{ openid: OPENID, name: '李明' }])
      const now = Number((await ask(server, '/_local/clock')).answer.now)
      expect(now - clockAt).toBeGreaterThanOrEqual(0)
      expect(now - clockAt).toBeLessThan(600_000)
    })

    it('takes no session of before, but knows who had one', async () => {
      const session = keys.find((key) => /^[\w-]{32}$/.test(key))!
      const response = await fetch(`${originOf(server)}/_local/session`, {
        headers: { cookie: `zgt_session=${session}` },
      })
      const { openid } = (await response.json()) as { openid: string }
      expect(openid).not.toBe(VISITOR)
      expect(unpacked(readFileSync(running))).toContain(`["document",{"_id":"${VISITOR}"}]`)
    })

    it('goes on: what is written is there after a restart', async () => {
      await appOf(server).database().collection('things').add({ _id: 'new' })
      await stop(server)
      server = await start('--data', restored, '--control')
      const { total } = await appOf(server).database().collection('things').count()
      expect(total).toBe(DOCUMENTS.length + 1)
    })
  })
})

describe('the route', () => {
  it('is not there without --demo or --control', async () => {
    const { cloud } = await testCloud()
    expect((await fetch(`${cloud.origin}/_local/archive`)).status).toBe(404)
    const { cloud: demo } = await testCloud({ demo: true })
    expect((await fetch(`${demo.origin}/_local/archive`)).status).toBe(200)
  })

  it('refuses pages of other origins', async () => {
    const { cloud } = await testCloud({ demo: true })
    const headers = { origin: 'http://example.cn' }
    expect((await fetch(`${cloud.origin}/_local/archive`, { headers })).status).toBe(403)
  })

  it('archives a cloud in memory too', async () => {
    const { cloud, app } = await testCloud({ demo: true })
    await app.uploadFile({ cloudPath: 'a/b.txt', fileContent: Buffer.from('words') as never })
    const response = await fetch(`${cloud.origin}/_local/archive`)
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.gz'), Buffer.from(await response.arrayBuffer()))
    expect(run('hash', '--from', join(folder, 'a.gz')).out).toMatch(HASH)
  })

  it('lets replaced files go when the reader breaks off', async () => {
    const data = temporaryFolder()
    const { cloud, app } = await testCloud({ demo: true, data })
    const upload = (bytes: Buffer) =>
      app.uploadFile({ cloudPath: 'big.bin', fileContent: bytes as never })
    await upload(randomBytes(40_000_000))
    const interruption = new AbortController()
    const response = await fetch(`${cloud.origin}/_local/archive`, { signal: interruption.signal })
    await response.body!.getReader().read()
    await upload(Buffer.from('small'))
    // Held for the archive that is under way.
    expect(readdirSync(join(data, 'files'))).toHaveLength(2)
    interruption.abort()
    for (let i = 0; i < 500 && readdirSync(join(data, 'files')).length > 1; i++)
      await new Promise((resolve) => setTimeout(resolve, 10))
    expect(readdirSync(join(data, 'files'))).toHaveLength(1)
  })

  it('breaks off when the bytes of a file are missing, so that the rest is no archive', async () => {
    const data = temporaryFolder()
    const { cloud, app, log } = await testCloud({ demo: true, data })
    await app.uploadFile({ cloudPath: 'a.bin', fileContent: randomBytes(3_000_000) as never })
    await app.uploadFile({ cloudPath: 'b.bin', fileContent: Buffer.from('b') as never })
    for (const name of readdirSync(join(data, 'files'))) {
      const file = join(data, 'files', name)
      if (readFileSync(file).length === 1) writeFileSync(file, 'x')
    }
    const whole = fetch(`${cloud.origin}/_local/archive`).then((response) => response.arrayBuffer())
    await expect(whole).rejects.toThrow()
    expect(log.join('\n')).toContain('the bytes of the file b.bin are not those that were uploaded')
  })
})

describe('a wrong use', () => {
  const folder = temporaryFolder()
  const at = (...names: string[]) => join(folder, ...names)
  mkdirSync(at('full'))
  writeFileSync(at('full', 'notes'), 'mine')
  mkdirSync(at('empty'))
  writeFileSync(at('text'), 'words')
  writeFileSync(at('nothing'), '')

  it.each<[string, string[], RegExp]>([
    ['export without --data', ['export', '--to', at('x')], /^export: --data is missing\nUsage/],
    ['export without --to', ['export', '--data', at('full')], /^export: --to is missing\nUsage/],
    ['an empty option', ['export', '--data', '', '--to', at('x')], /^export: --data is empty/],
    ['an option twice', ['hash', '--data', 'a', '--data', 'b'], /^hash: --data may be given once/],
    ['an unknown option', ['export', '--port', '1'], /^export: Unknown option '--port'/],
    ['a word too many', ['hash', '--data', 'a', 'b'], /^hash: Unexpected argument 'b'/],
    ['a missing value', ['hash', '--data'], /^hash: .*--data.*argument missing/],
    ['hash of nothing', ['hash'], /^hash: --data is missing/],
    ['hash of two', ['hash', '--data', 'a', '--from', 'b'], /exclude each other/],
    ['restore without --from', ['restore', '--data', at('x')], /^restore: --from is missing/],
    [
      'an unknown command',
      ['exprot'],
      /^Unexpected argument 'exprot'.*\n(.*\n)+.*local-cloud export/,
    ],
    ['a missing directory', ['hash', '--data', at('none')], /none does not exist/],
    ['a directory of something else', ['hash', '--data', at('full')], /full holds no data of the/],
    ['a file as directory', ['hash', '--data', at('text')], /text is no folder/],
    [
      'an existing file',
      ['export', '--data', at('full'), '--to', at('text')],
      /text exists already/,
    ],
    ['a missing place', ['export', '--data', at('full'), '--to', at('no', 'x')], /no is no folder/],
    [
      'a place in the data directory',
      ['export', '--data', at('full'), '--to', at('full', 'x')],
      /x lies in the data directory/,
    ],
    [
      'a missing archive',
      ['restore', '--from', at('none'), '--data', at('x')],
      /none does not exist/,
    ],
    ['a folder as archive', ['restore', '--from', at('full'), '--data', at('x')], /is a folder/],
    ['an empty archive', ['restore', '--from', at('nothing'), '--data', at('x')], /it is empty/],
    ['what is not packed', ['restore', '--from', at('text'), '--data', at('x')], /it is not gzip/],
    [
      'a folder in use for other things',
      ['restore', '--from', at('text'), '--data', at('full')],
      /full is not empty/,
    ],
    [
      'a file as target',
      ['restore', '--from', at('text'), '--data', at('text')],
      /text is no folder/,
    ],
  ])('%s ends with 1, says what is wrong and changes nothing', (_name, args, message) => {
    const { status, out, errors } = run(...args)
    expect(errors.replace(/^local-cloud: /, '')).toMatch(message)
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(existsSync(at('x'))).toBe(false)
    expect(readdirSync(folder).sort()).toEqual(['empty', 'full', 'nothing', 'text'])
    expect(readdirSync(at('full'))).toEqual(['notes'])
    expect(readFileSync(at('text'), 'utf8')).toBe('words')
  })

  it('is answered by --help with how it is meant', () => {
    for (const args of [['export', '--help'], ['--help']])
      expect(run(...args)).toMatchObject({
        status: 0,
        out: expect.stringContaining('local-cloud restore --from FILE --data DIR'),
      })
  })
})
