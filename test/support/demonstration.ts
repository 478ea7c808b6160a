import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { testEnvironment } from './environment'

const root = path.resolve(__dirname, '../..')
const script = (name: string) => path.join(root, 'scripts', name)

export interface Demonstration {
  readonly origin: string
  close(): Promise<void>
}

const endpointOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /^(http:\/\/127\.0\.0\.1:\d+)\/admin$/m.exec(said)
      if (found?.[1]) resolve(found[1])
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', () => reject(new Error(`the local cloud ended: ${said}`)))
  })

/** As `npm start` has them: also what WeChat pushes, and the function that takes it. */
const flags = [
  ...['--functions', path.join(root, 'dist/cloudfunctions')],
  ...['--schema', path.join(root, 'database/schema.json')],
  ...['--templates', path.join(root, 'database/message-templates.json')],
  ...['--start-at', '2019-11-04T09:00:00+08:00'],
  ...['--push', 'subscribe_msg_popup_event=notifier', '--push', 'wxa_media_check=feedback'],
  ...['--push', 'subscribe_msg_change_event=notifier'],
  ...['--push', 'subscribe_msg_sent_event=notifier'],
]

const env = { ...process.env, ...testEnvironment }
const kept = path.join(root, 'dist/for-tests/demonstration')

/** Makes the ledger that every demonstration begins with, once for all files of a run. */
export const keepDemonstration = (): void => {
  execFileSync(
    process.execPath,
    [path.join(root, 'test/support/keep-demonstration.mjs'), ...flags],
    { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] },
  )
}

const functions = (
  JSON.parse(readFileSync(path.join(root, 'cloudbaserc.json'), 'utf8')) as {
    functions: readonly { readonly name: string }[]
  }
).functions.map(({ name }) => name)

/** Every function has a process, as after a seeding: the first page that is opened waits for none to start. */
const warm = async (origin: string): Promise<void> => {
  const headers = {
    'content-type': 'application/json',
    'x-local-openid': testEnvironment.FIRST_ADMINISTRATOR,
  }
  const calls = functions.map((name) =>
    fetch(`${origin}/call/${name}`, { method: 'POST', headers, body: '{}' }),
  )
  for (const reply of await Promise.all(calls)) await reply.text()
}

/**
 * What `npm start` opens: the bundled local cloud as a process of its own with the H5 build and
 * the demonstration ledger, a copy of its own, on a free port.
 */
export const startDemonstration = async (): Promise<Demonstration> => {
  const data = mkdtempSync(path.join(tmpdir(), 'demonstration-'))
  cpSync(kept, data, { recursive: true })
  const own = ['--port', '0', '--demo', '--quiet', '--web', path.join(root, 'dist/h5')]
  // Nobody looks at the data after the test: no write waits for the disk.
  const args = [...own, '--no-sync', '--data', data, ...flags]
  const cloud = spawn(process.execPath, [script('local-cloud.mjs'), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise((resolve) => cloud.once('exit', resolve))
  const close = async () => {
    cloud.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
  const origin = await endpointOf(cloud)
  await warm(origin)
  return { origin, close }
}
