/** A file a day, a part of it at most so large, and none older than a month. */
import { appendFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

const keptDays = 30
const mostBytes = 20 * 1024 * 1024
const dayMs = 86_400_000
const beijingMs = 8 * 3_600_000

const dayOf = (at: number) => new Date(at + beijingMs).toISOString().slice(0, 10)

export class LogFile {
  private day = ''
  private bytes = 0

  /** @param most bytes of one file, for tests */
  constructor(
    private readonly folder: string,
    private readonly now: () => number,
    private readonly most = mostBytes,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  }

  readonly write = (line: string): void => {
    const at = this.now()
    const day = dayOf(at)
    const file = path.join(this.folder, `${day}.log`)
    if (day !== this.day) this.begin(day, file, at)
    const text = `${new Date(at).toISOString()} ${line}\n`
    try {
      if (this.bytes > 0 && this.bytes + text.length > this.most) this.turn(day, file)
      appendFileSync(file, text, { mode: 0o600 })
      this.bytes += text.length
    } catch {
      // A full disk must not end the service; the health page shows that backups fail.
    }
  }

  private begin(day: string, file: string, at: number): void {
    this.day = day
    this.bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    const oldest = dayOf(at - keptDays * dayMs)
    for (const name of readdirSync(this.folder))
      if (/^\d{4}-\d\d-\d\d(\.\d+)?\.log$/.test(name) && name.slice(0, 10) < oldest)
        rmSync(path.join(this.folder, name))
  }

  private turn(day: string, file: string): void {
    const isPart = (name: string) => name.startsWith(`${day}.`) && name !== `${day}.log`
    const parts = readdirSync(this.folder).filter(isPart).length
    renameSync(file, path.join(this.folder, `${day}.${parts}.log`))
    this.bytes = 0
  }
}
