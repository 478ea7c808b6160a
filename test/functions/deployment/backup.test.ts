import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Doc } from '@/cloudfunctions/_stores/document'
import { digestOf } from '@/cloudfunctions/_stores/messages/message-store'
import { startApp, type TestApp } from '../../support/app'
import { testEnvironment } from '../../support/environment'
import { buildOrganization } from '../../support/organization'
import { reportInput, uploadPhoto } from '../feedback/desk'
import { dump } from '../feedback/dump'
import { openDatabase } from '../task/ledger'

const root = path.resolve(__dirname, '../../..')
const own: string = testEnvironment.IDENTITY_KEYS
const reporter = 'openid-reporter'
/** An environment of another name, reached as the cloud is. */
const elsewhere = 'zheng-gai-2'

const folder = mkdtempSync(path.join(tmpdir(), 'backup-'))
const at = (name: string) => path.join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

const run = (
  command: readonly string[],
  app: TestApp | null,
  variables: Readonly<Record<string, string>>,
): Promise<Ended> =>
  new Promise((resolve) => {
    const env = {
      ...process.env,
      IDENTITY_KEYS: own,
      TENCENTCLOUD_SECRETID: 'id',
      TENCENTCLOUD_SECRETKEY: 'key',
      NODE_OPTIONS: `--import ${path.join(__dirname, 'no-wait.mjs')}`,
      // With the second the SDK does not ask this machine before every call whether it stands in the cloud.
      ...(app && { TENCENTCLOUD_ENDPOINT: app.endpoint, TENCENTCLOUD: 'true' }),
      ...variables,
    }
    const [program, ...args] = command
    execFile(program!, args, { cwd: root, env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    )
  })

/** The command as a person types it; `app` stands where the cloud would. */
const operate = (args: readonly string[], app: TestApp | null = null, keys = own): Promise<Ended> =>
  run([process.execPath, path.join(root, 'scripts/operator.mjs'), ...args], app, {
    IDENTITY_KEYS: keys,
  })

const refusalOf = ({ code, err }: Ended): string => {
  expect(code).toBe(1)
  return err.split(' ')[0]!
}

/** Makes the place refuse; what is returned makes it well again. */
const strike = async (app: TestApp, rule: object): Promise<() => Promise<unknown>> => {
  const faults = `${app.origin}/_local/faults`
  await fetch(faults, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'struck', ...rule }),
  })
  return () => fetch(`${faults}/struck`, { method: 'DELETE' })
}

const switchOf = async (app: TestApp): Promise<unknown> =>
  (await dump(app, ['deployment'])).get('deployment')![0]!.isClosed

const photoOf = async (app: TestApp, feedbackId: string): Promise<Buffer> => {
  const { photos } = await app.ok(reporter, 'feedback.get', { feedbackId })
  const response = await fetch(photos[0]!.url)
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

/** What moves; what a database says of itself stays. */
const moved = async (app: TestApp) => {
  const all = await dump(app)
  all.delete('deployment')
  return all
}

describe('a ledger that moves', () => {
  const archive = at('ledger.backup')
  let there: TestApp
  let feedbackId: string
  let photo: Buffer
  let before: Awaited<ReturnType<typeof moved>>

  beforeAll(async () => {
    const here = await startApp({ data: at('here') })
    await buildOrganization(here)
    const photoIds = [await uploadPhoto(here, reporter)]
    const sent = await here.ok(reporter, 'feedback.submit', reportInput({ photoIds }))
    feedbackId = sent.id
    photo = await photoOf(here, feedbackId)
    before = await moved(here)
    await here.close()
    there = await startApp({ envId: elsewhere })
  }, 120_000)
  afterAll(() => there.close())

  it('holds nothing that names the environment it is in', () => {
    expect(JSON.stringify([...before])).not.toMatch(/cloud:\/\/|local-env/)
  })

  it('goes from a machine to an environment of another name, with every file', async () => {
    const made = await operate(['backup', '--data', at('here'), archive])
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(made.out).toContain('文件：1')
    expect(readFileSync(archive, 'utf8')).not.toContain(reporter)

    expect(await operate(['restore', '--env', elsewhere, archive], there)).toMatchObject({
      code: 0,
      out: expect.stringContaining('都对得上'),
    })
    expect(await moved(there)).toEqual(before)
    expect(await photoOf(there, feedbackId)).toEqual(photo)
    // Nobody is a stranger, and writing is open again.
    await there.ok(reporter, 'identity.setVillage', { regionCode: null })
    expect((await there.ok(reporter, 'feedback.listMine', {})).items).toHaveLength(1)
  })

  it('written when documents held the platform’s ids, moves with paths and every file', async () => {
    const here = await startApp({ data: at('here') })
    const database = openDatabase(here)
    const older = (text: string) => `cloud://local-env.6c6f-local/${text}`
    const [file] = before.get('files')!
    const kept = file!.fileId as string
    for (const [collection, docs] of before)
      for (const doc of docs) {
        const json = JSON.stringify(doc)
        if (collection === 'auditEvents' || !json.includes(kept)) continue
        const old = JSON.parse(json.replaceAll(`"${kept}"`, `"${older(kept)}"`)) as Doc
        const isNamed = collection === 'files'
        if (isNamed) await database.remove(collection, old._id)
        const _id = isNamed ? digestOf('file', older(kept)) : old._id
        await database.put(collection, { ...old, _id })
      }
    expect(JSON.stringify([...(await moved(here))])).toContain(older(kept))
    await here.close()

    const made = await operate(['backup', '--data', at('here'), at('older.backup')])
    expect(made).toMatchObject({ code: 0, err: '' })
    const envId = 'zheng-gai-3'
    const next = await startApp({ envId })
    try {
      const put = await operate(['restore', '--env', envId, at('older.backup')], next)
      expect(put).toMatchObject({ code: 0, out: expect.stringContaining('都对得上') })
      expect(await moved(next)).toEqual(before)
      expect(await photoOf(next, feedbackId)).toEqual(photo)
    } finally {
      await next.close()
    }
  })

  it('comes back the same way', async () => {
    const back = at('back.backup')
    const state = await moved(there)
    expect(await operate(['backup', '--env', elsewhere, back], there)).toMatchObject({ code: 0 })
    expect(await operate(['restore', '--data', at('back'), back])).toMatchObject({ code: 0 })
    const app = await startApp({ data: at('back') })
    try {
      expect(await moved(app)).toEqual(state)
    } finally {
      await app.close()
    }
  })

  it('is not put where something is, nor under another key; nothing is changed', async () => {
    const state = await dump(there)
    const onto = ['restore', '--env', elsewhere, archive]
    expect(refusalOf(await operate(onto, there))).toBe('RESTORE.NOT_EMPTY')
    const other = `test:${Buffer.alloc(32, 8).toString('base64')}`
    expect(refusalOf(await operate(onto, there, other))).toBe('KEY.OTHER')
    expect(refusalOf(await operate(['backup', '--env', elsewhere, at('x')], there, other))).toBe(
      'KEY.OTHER',
    )
    expect(existsSync(at('x'))).toBe(false)
    expect(await dump(there)).toEqual(state)
  })

  it('is refused when it was cut short, changed by a byte, of another version or none', async () => {
    const text = readFileSync(archive, 'utf8')
    const middle = Math.floor(text.length / 2)
    const flipped = text[middle] === 'a' ? 'b' : 'a'
    const bad = {
      'ARCHIVE.CUT': text.slice(0, text.lastIndexOf('\n', middle) + 1),
      'ARCHIVE.CHANGED': `${text.slice(0, middle)}${flipped}${text.slice(middle + 1)}`,
      'ARCHIVE.VERSION': text.replace('"version":1', '"version":7'),
      'ARCHIVE.FORM': 'something else\n',
    }
    for (const [code, content] of Object.entries(bad)) {
      const file = at(`${code}.backup`)
      writeFileSync(file, content)
      const said = await operate(['restore', '--data', at('empty'), file])
      expect(refusalOf(said)).toBe(code)
      if (code === 'ARCHIVE.VERSION') expect(said.err).toContain('7')
    }
    const other = `test:${Buffer.alloc(32, 8).toString('base64')}`
    const under = await operate(['restore', '--data', at('empty'), archive], null, other)
    expect(refusalOf(under)).toBe('KEY.OTHER')
    // The place was not even opened: it would have come into being by it.
    expect(existsSync(at('empty'))).toBe(false)
    const missing = await operate(['restore', '--data', at('empty'), at('none')])
    expect(refusalOf(missing)).toBe('ARCHIVE.MISSING')
    expect(refusalOf(await operate(['backup', '--data', at('here'), archive]))).toBe(
      'BACKUP.EXISTS',
    )
  })

  it('is gone on with after a restore that was stopped, and serves nobody’s write before', async () => {
    const app = await startApp({ envId: elsewhere })
    try {
      const heal = await strike(app, { action: 'upload', kind: 'error', code: 'FULL' })
      const stopped = await operate(['restore', '--env', elsewhere, archive], app)
      expect(stopped.code).toBe(1)
      await heal()
      expect(await operate(['restore', '--env', elsewhere, archive], app)).toMatchObject({
        code: 0,
      })
      expect(await moved(app)).toEqual(before)
    } finally {
      await app.close()
    }
  })

  it('has a switch that a person may turn, whatever stopped a backup', async () => {
    expect(await operate(['writing', '--env', elsewhere, 'close'], there)).toMatchObject({
      code: 0,
    })
    expect(await switchOf(there)).toBe(true)
    expect(await operate(['writing', '--env', elsewhere, 'open'], there)).toMatchObject({ code: 0 })
    expect(await switchOf(there)).toBe(false)
    expect(refusalOf(await operate(['writing', '--env', elsewhere, 'ajar'], there))).toBe(
      'ARGUMENTS.UNKNOWN',
    )
  })

  /** A disk of 16 KB that is seen by the command alone; what is left on it is told at the end. */
  const onSmallDisk = [
    ...['unshare', '-rm', 'bash', '-c'],
    'mount -t tmpfs -o size=16k none "$DISK" && { "$0" "$@"; code=$?; ls -A "$DISK"; exit $code; }',
  ]
  /** Where nothing may be mounted: a file may grow to 1 KB, and the write fails as on a full disk. */
  const onShortFiles = [
    ...['bash', '-c'],
    `trap '' XFSZ; ulimit -f 1; "$0" "$@"; code=$?; ls -A "$DISK"; exit $code`,
  ]

  it('leaves no backup where the disk fills meanwhile, and writing open', async () => {
    const disk = at('disk')
    mkdirSync(disk)
    const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', disk])
    const [limited, said] =
      mayMount.status === 0 ? [onSmallDisk, 'ENOSPC'] : [onShortFiles, 'EFBIG']
    const command = [process.execPath, path.join(root, 'dist/operator.cjs'), 'backup']
    const ended = await run(
      [...limited, ...command, '--env', elsewhere, path.join(disk, 'full.backup')],
      there,
      { DISK: disk },
    )
    expect(refusalOf(ended)).toBe('BACKUP.DISK')
    expect(ended.err).toContain(said)
    expect(ended.out).not.toContain('full.backup')
    expect(await switchOf(there)).toBe(false)
  })

  const clock = { code: 'SIGN_PARAM_INVALID', message: 'signature is expired' }
  const secret = { code: 'SIGN_PARAM_INVALID', message: 'secret id error' }
  const readOnly = { code: 'PERMISSION_DENIED', message: 'no right to write' }
  it.each([
    ['CLOUD.CLOCK', { action: 'database.*', ...clock }],
    ['CLOUD.CREDENTIALS', { action: 'database.*', ...secret }],
    ['CLOUD.PERMISSION', { action: 'database.modifyDocument', ...readOnly }],
  ])('is told in words that the cloud refused: %s; nothing is changed', async (code, rule) => {
    const file = at(`${code}.backup`)
    const state = await dump(there)
    const heal = await strike(there, { kind: 'error', ...rule })
    const said = await operate(['backup', '--env', elsewhere, file], there)
    await heal()
    expect(refusalOf(said)).toBe(code)
    expect(said.err).toContain(rule.message)
    expect(existsSync(file)).toBe(false)
    expect(await dump(there)).toEqual(state)
  })

  it('is told in words that nothing answers', async () => {
    const nowhere = { ...there, endpoint: 'http://127.0.0.1:9' }
    const said = await operate(['backup', '--env', elsewhere, at('none.backup')], nowhere)
    expect(refusalOf(said)).toBe('CLOUD.UNREACHABLE')
  })

  it('is no point in time when the service went on, and says so where it is put', async () => {
    const file = at('open.backup')
    const heal = await strike(there, { action: 'database.modifyDocument', kind: 'error' })
    // Nothing is closed: with writing refused it comes to its end.
    const made = await operate(['backup', '--env', elsewhere, '--stay-open', file], there)
    await heal()
    expect(made).toMatchObject({ code: 0, err: '' })
    const put = await operate(['restore', '--data', at('from-open'), file])
    expect(put).toMatchObject({ code: 0, out: expect.stringContaining('不是同一时刻') })
  })

  it('is told where a chain or an obligation does not hold, and nothing is served there', async () => {
    const app = await startApp({ data: at('broken') })
    const { events, obligations } = await (async () => {
      await buildOrganization(app)
      await app.ok(reporter, 'feedback.submit', reportInput())
      const all = await dump(app, ['auditEvents', 'obligations'])
      return { events: all.get('auditEvents')!, obligations: all.get('obligations')! }
    })()
    const database = openDatabase(app)
    const [event] = events.filter(({ thing }) => thing === 'feedback')
    const [obligation] = obligations
    await database.update('auditEvents', event!._id as string, { action: 'another' })
    await database.remove('obligations', obligation!._id as string)
    await app.close()
    const file = at('broken.backup')
    expect(await operate(['backup', '--data', at('broken'), file])).toMatchObject({ code: 0 })
    const said = await operate(['restore', '--data', at('restored'), file])
    expect(refusalOf(said)).toBe('RESTORE.LEDGER')
    expect(said.err).toContain(String(event!.thingId))
    expect(said.err).toContain(`obligations ${String(obligation!._id)}`)
    const restored = await startApp({ data: at('restored') })
    try {
      expect(await restored.refusal(reporter, 'identity.setVillage', { regionCode: null })).toBe(
        'SERVICE.CLOSED',
      )
    } finally {
      await restored.close()
    }
  })
})
