import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockDirectory } from '@/local/engine/log/directory-lock'
import { bundle } from './support/bundle'
import { temporaryFolder } from './support/cloud'
import { exit, start } from './support/server'
import { locks, openStore } from './support/store'

const script = bundle('lock-contender')

interface Contender {
  pid: number
  kill: () => Promise<unknown>
  /** What it has said so far: output and errors. */
  said: () => string
  ended: Promise<unknown>
}

function contend(folder: string, begin: number, duration: number): Contender {
  const args = [script, folder, String(begin), String(duration)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += String(chunk)))
  const ended = once(child, 'close')
  const kill = () => {
    child.kill('SIGKILL')
    return ended
  }
  return { pid: child.pid ?? 0, kill, said: () => said, ended }
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('waited too long')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe('the directory lock', () => {
  it('refuses a second user in the same process, and leaves nothing behind', async () => {
    const folder = temporaryFolder()
    const first = openStore(folder)
    expect(() => openStore(folder)).toThrow(`${folder} is in use by process ${process.pid}`)
    await first.close()
    expect(locks(folder)).toEqual([])
    const next = openStore(folder)
    await next.close()
  })

  it('does not count what a dead process left, nor an earlier process with a number in use now', () => {
    const folder = temporaryFolder()
    const left = [
      'lock-999999999-0123456789ab',
      `lock-${process.pid}-0123456789ab`,
      'lock-1-abcdef',
    ]
    for (const name of left) writeFileSync(join(folder, name), '')
    lockDirectory(folder)()
    expect(readdirSync(folder)).toEqual([])
  })

  it('names the process that holds the directory, and is free once that is killed', async () => {
    const folder = temporaryFolder()
    const holder = contend(folder, 0, 0)
    await until(() => holder.said() !== '')
    expect(() => lockDirectory(folder)).toThrow(`${folder} is in use by process ${holder.pid}`)
    await holder.kill()
    expect(locks(folder)).toHaveLength(1)
    lockDirectory(folder)()
    expect(locks(folder)).toEqual([])
  })

  it('of several that start at the same instant exactly one wins, also over a dead one', async () => {
    const folder = temporaryFolder()
    for (let round = 0; round < 5; round++) {
      const begin = Date.now() + 1000
      const contenders = Array.from({ length: 4 }, () => contend(folder, begin, 0))
      const winners = () => contenders.filter(({ said }) => said() === 'won\n')
      await until(() => contenders.every(({ said }) => said() !== ''))
      expect(winners()).toHaveLength(1)
      for (const { said } of contenders) expect(said()).toMatch(/^won\n$|is in use by process/)
      await Promise.all(contenders.map(({ kill }) => kill()))
    }
  })

  it('is never held by two while many take it and give it back', async () => {
    const folder = temporaryFolder()
    const begin = Date.now() + 1000
    const contenders = Array.from({ length: 3 }, () => contend(folder, begin, 2000))
    await Promise.all(contenders.map(({ ended }) => ended))
    const times = contenders.map(({ said }) => Number(said()))
    expect(times.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(50)
    expect(locks(folder)).toEqual([])
  })

  it('a server killed with kill -9 does not block the next one', async () => {
    const folder = temporaryFolder()
    const first = await start('--data', folder)
    await expect(start('--data', folder)).rejects.toThrow(
      `${folder} is in use by process ${first.child.pid}`,
    )
    first.child.kill('SIGKILL')
    await exit(first)
    const second = await start('--data', folder)
    second.child.kill('SIGTERM')
    expect(await exit(second)).toBe(0)
    expect(locks(folder)).toEqual([])
  })
})
