import { spawnSync, spawn, type ChildProcess } from 'node:child_process'
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

/**
 * What `npm start` opens: the bundled local cloud as a process of its own with the H5 build and
 * the demonstration ledger, in memory, on a free port.
 */
export const startDemonstration = async (): Promise<Demonstration> => {
  const flags = [
    ...['--port', '0', '--memory', '--demo', '--quiet'],
    ...['--functions', path.join(root, 'dist/cloudfunctions')],
    ...['--schema', path.join(root, 'database/schema.json')],
    ...['--templates', path.join(root, 'database/message-templates.json')],
    ...['--web', path.join(root, 'dist/h5')],
    ...['--start-at', '2019-11-04T09:00:00+08:00'],
    // As `npm start` has them: what WeChat pushes, and the function that takes it.
    ...['--push', 'subscribe_msg_popup_event=notifier', '--push', 'wxa_media_check=feedback'],
    ...['--push', 'subscribe_msg_change_event=notifier'],
    ...['--push', 'subscribe_msg_sent_event=notifier'],
  ]
  const cloud = spawn(process.execPath, [script('local-cloud.mjs'), ...flags], {
    cwd: root,
    env: { ...process.env, ...testEnvironment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const origin = await endpointOf(cloud)
  const administrator = testEnvironment.FIRST_ADMINISTRATOR
  const seeded = spawnSync(
    process.execPath,
    [script('seed.mjs'), '--origin', origin, '--administrator', administrator],
    { cwd: root, encoding: 'utf8' },
  )
  const close = () =>
    new Promise<void>((resolve) => {
      cloud.once('exit', () => resolve())
      cloud.kill('SIGTERM')
    })
  if (seeded.status !== 0) {
    await close()
    throw new Error(`the ledger could not be made: ${seeded.stderr}${seeded.stdout}`)
  }
  return { origin, close }
}
