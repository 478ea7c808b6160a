import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

jest.setTimeout(240_000)

const root = path.resolve(__dirname, '../..')

interface Started {
  readonly child: ChildProcess
  readonly origin: string
  readonly said: () => string
}

/** A start that did not come to its end would keep the test run waiting for ever. */
const begun: ChildProcess[] = []
afterAll(() => {
  for (const child of begun) {
    child.kill('SIGTERM')
    for (const stream of [child.stdout, child.stderr]) stream?.destroy()
    child.unref()
  }
})

const start = (data: string, port: number): Promise<Started> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: root,
      env: { ...process.env, LOCAL_DATA: data, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    begun.push(child)
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const origin = /^ {2}(http:\/\/127\.0\.0\.1:\d+)\/$/m.exec(said)?.[1]
      if (origin) resolve({ child, origin, said: () => said })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)))
  })

const stop = ({ child }: Started): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGINT')
  })

/** Processes of this data folder that are still there, by their command lines. */
const leftOver = (data: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readdirSync(`/proc/${pid}/fd`).some((fd) =>
          readlinkSync(`/proc/${pid}/fd/${fd}`).startsWith(data),
        )
      } catch {
        // Gone meanwhile, or not ours to look into.
        return false
      }
    })

const takePort = (): Promise<{ server: Server; port: number }> =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () =>
      resolve({ server, port: (server.address() as { port: number }).port }),
    )
  })

describe('npm start', () => {
  const data = mkdtempSync(path.join(tmpdir(), 'zhenggaitong-'))
  afterAll(() => rmSync(data, { recursive: true, force: true }))

  const registerOf = async (origin: string) => {
    const response = await fetch(`${origin}/call/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'register.listTasks', input: { filter: {} } }),
    })
    const reply = (await response.json()) as { data: { items: readonly unknown[] } }
    return reply.data.items.length
  }

  it('says that the port is taken, takes the next, and opens the demonstration ledger', async () => {
    const { server, port } = await takePort()
    try {
      const started = await start(data, port)
      expect(started.said()).toContain(`${port}`)
      expect(started.origin).not.toContain(`:${port}`)
      expect(await registerOf(started.origin)).toBeGreaterThan(0)
      const page = await fetch(started.origin)
      expect(await page.text()).toContain('整改通')
      expect(await stop(started)).toBe(0)
    } finally {
      server.close()
    }
  })

  it('leaves no process behind after Ctrl-C', () => {
    expect(leftOver(data)).toEqual([])
  })

  it('goes on with the same ledger at the second start, and builds nothing again', async () => {
    const { server, port } = await takePort()
    server.close()
    const started = await start(data, port)
    expect(await registerOf(started.origin)).toBeGreaterThan(0)
    expect(started.said().match(/无变化 unchanged/g)?.length).toBeGreaterThanOrEqual(4)
    expect(await stop(started)).toBe(0)
  })
})
