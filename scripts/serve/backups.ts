/** A copy of everything each night, and before another version touches the data. */
import { once } from 'node:events'
import {
  closeSync,
  createWriteStream,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import path from 'node:path'
import { pinContent } from '@/local/archive/running-store'
import { archiveBytes } from '@/local/archive/write-archive'
import type { Parts } from '@/local/make-parts'

/** Two weeks of nights; copies before an upgrade are kept beside them, the last three. */
const kept = { nightly: 14, upgrade: 3 } as const
export type Occasion = keyof typeof kept

const hourMs = 3_600_000
/** Three in the night in Beijing is 19:00 UTC. */
const nightMs = 19 * hourMs

export interface BackupState {
  /** Epoch ms of the last one that came to its end; null before the first. */
  lastAt: number | null
  lastFailed: boolean
}

interface Options {
  readonly parts: Pick<Parts, 'store' | 'files' | 'clock'>
  readonly folder: string
  /** The accounts: without them nobody could be let in again. */
  readonly accountsFile: string
  readonly log: (line: string) => void
}

const sync = (file: string) => {
  const open = openSync(file, 'r')
  try {
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}

const write = async ({ parts }: Options, file: string) => {
  const { content, release } = pinContent(parts.store, parts.files, parts.clock)
  const out = createWriteStream(file, { mode: 0o600 })
  const failed = once(out, 'error').then(([error]) => Promise.reject(error as Error))
  // Awaited below; a failure in between must not end the process.
  failed.catch(() => undefined)
  try {
    for await (const chunk of archiveBytes(content, () => undefined))
      if (!out.write(chunk)) await Promise.race([once(out, 'drain'), failed])
    await Promise.race([new Promise<void>((resolve) => out.end(resolve)), failed])
    sync(file)
  } finally {
    out.destroy()
    await release()
  }
}

const removeOld = (folder: string, occasion: Occasion) => {
  const own = readdirSync(folder)
    .filter((name) => name.endsWith(`-${occasion}`))
    .sort()
    .reverse()
  for (const name of own.slice(kept[occasion])) rmSync(path.join(folder, name), { recursive: true })
}

export class Backups {
  readonly state: BackupState = { lastAt: null, lastFailed: false }
  private timer: NodeJS.Timeout | null = null

  constructor(private readonly options: Options) {}

  /**
   * A folder with the archive and the accounts, under its name only when both are on the disk.
   * @returns false when it could not be made, e.g. for a full disk; nothing is left then
   */
  async make(occasion: Occasion): Promise<boolean> {
    const { folder, accountsFile, log, parts } = this.options
    const at = new Date(parts.clock.now()).toISOString().replaceAll(/[:.]/g, '-')
    const partial = path.join(folder, `${at}.part`)
    try {
      mkdirSync(partial, { recursive: true, mode: 0o700 })
      await write(this.options, path.join(partial, 'ledger.ndjson.gz'))
      if (existsSync(accountsFile)) copyFileSync(accountsFile, path.join(partial, 'accounts.json'))
      renameSync(partial, path.join(folder, `${at}-${occasion}`))
      removeOld(folder, occasion)
      Object.assign(this.state, { lastAt: parts.clock.now(), lastFailed: false })
      log(`[backup] ${at}-${occasion} written`)
      return true
    } catch (error) {
      this.state.lastFailed = true
      if (existsSync(partial)) rmSync(partial, { recursive: true })
      log(`[backup] failed: ${String((error as NodeJS.ErrnoException).code ?? 'error')}`)
      return false
    }
  }

  /** Every night from now on. */
  start(): void {
    const now = this.options.parts.clock.now()
    const wait = (nightMs - (now % (24 * hourMs)) + 24 * hourMs) % (24 * hourMs) || 24 * hourMs
    this.timer = setTimeout(() => void this.make('nightly').finally(() => this.start()), wait)
    this.timer.unref()
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
  }
}
