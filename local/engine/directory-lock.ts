import { execFileSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

export class DirectoryInUse extends Error {}

/**
 * When a process started, as the system tells it: with the pid it names one process for good, so that a
 * reused pid does not keep a directory locked. Null when no such process runs.
 */
function startOfProcess(pid: number): string | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null
  }
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      // A zombie runs nothing any more; field 22 of the line is the start time.
      return fields[0] === 'Z' ? null : (fields[19] ?? '')
    }
    if (process.platform === 'win32') return ''
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

function holderOf(file: string): { pid: number; start: string } | null {
  try {
    const { pid, start } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; start: string }
    return startOfProcess(pid) === start ? { pid, start } : null
  } catch {
    return null
  }
}

/**
 * Makes this process the only one that uses a data directory. A lock left by a killed process is taken over.
 * @returns the function that gives the directory back
 * @throws DirectoryInUse naming the process that holds it
 */
export function lockDirectory(directory: string): () => void {
  const file = join(directory, 'lock')
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const fd = openSync(file, 'wx')
      writeSync(fd, JSON.stringify({ pid: process.pid, start: startOfProcess(process.pid) }))
      closeSync(fd)
      return () => {
        if (existsSync(file)) unlinkSync(file)
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = holderOf(file)
    if (holder) throw new DirectoryInUse(`${directory} is in use by process ${holder.pid}`)
    // Renaming is atomic: of two starters only one takes the stale file away.
    try {
      const stale = `${file}.stale-${process.pid}`
      renameSync(file, stale)
      unlinkSync(stale)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  throw new DirectoryInUse(`${directory} is being opened by another process`)
}
