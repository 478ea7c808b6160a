import { functionsFolder, sdk, temporaryFolder } from './support/cloud'
import { exit, request, start } from './support/server'
import { locks } from './support/store'

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('the process', () => {
  it('goes on with its clock and leaves no function behind after kill -9', async () => {
    const folder = temporaryFolder()
    const functions = functionsFolder({ pid: 'exports.main = () => process.pid' })
    const args = ['--data', folder, '--functions', functions, '--demo']
    const first = await start(...args, '--start-at', '2026-03-02T09:00:00+08:00')
    const origin = new URL(first.endpoint).origin
    const pid = (await request(`${origin}/call/pid`, {})) as unknown as number
    const moved = Date.parse('2026-05-01T00:00:00+08:00')
    await request(`${origin}/_local/clock`, { to: moved })
    first.child.kill('SIGKILL')
    await exit(first)
    const second = await start(...args)
    const { now } = (await (
      await fetch(`${new URL(second.endpoint).origin}/_local/clock`)
    ).json()) as { now: number }
    expect(now).toBeGreaterThanOrEqual(moved)
    expect(now - moved).toBeLessThan(60_000)
    const deadline = Date.now() + 20_000
    while (runs(pid) && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect(runs(pid)).toBe(false)
    second.child.kill('SIGTERM')
    expect(await exit(second)).toBe(0)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends cleanly on %s and frees port and directory',
    async (signal) => {
      const folder = temporaryFolder()
      const server = await start('--data', folder, '--demo')
      const { db } = { db: sdk({ endpoint: server.endpoint, envId: 'local-env' }).database() }
      await db.createCollection('c')
      await db.collection('c').add({ _id: 'kept' })
      server.child.kill(signal)
      expect(await exit(server)).toBe(0)
      expect(locks(folder)).toEqual([])
      const port = new URL(server.endpoint).port
      const again = await start('--data', folder, '--port', port)
      expect(again.endpoint).toBe(server.endpoint)
      expect(
        (
          await sdk({ endpoint: again.endpoint, envId: 'local-env' })
            .database()
            .collection('c')
            .doc('kept')
            .get()
        ).data,
      ).toHaveLength(1)
      again.child.kill('SIGTERM')
      await exit(again)
    },
  )

  it.each([
    [['--port', 'x'], /--port x is no port/],
    [['--nope'], /Unknown option '--nope'/],
    [['--data', '/x', '--memory'], /exclude each other/],
    [['--start-at', 'soon'], /no ISO time/],
    [['--schema', 'nowhere.json'], /cannot read the schema file/],
    [['--functions', 'nowhere'], /no directory of functions/],
    [['--web', 'nowhere'], /no index\.html/],
    [['--templates', 'nowhere'], /cannot read templates/],
  ])('says in one line what is wrong with %j', async (args, text) => {
    await expect(start(...args)).rejects.toThrow(text)
  })

  it('says that a port is taken, and that a directory is in use', async () => {
    const folder = temporaryFolder()
    const server = await start('--data', folder)
    await expect(start('--port', new URL(server.endpoint).port)).rejects.toThrow(/EADDRINUSE/)
    await expect(start('--data', folder)).rejects.toThrow(
      `${folder} is in use by process ${server.child.pid}`,
    )
    server.child.kill('SIGTERM')
    await exit(server)
  })
})
