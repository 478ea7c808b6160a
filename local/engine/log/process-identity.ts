import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** When a process started, as the system tells it; null when no such process runs. */
function startOfProcess(pid: number): string | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null
  }
  try {
    if (process.platform === 'linux') return startOnLinux(pid)
    // Without a cheap way to ask, a reused number counts as the same process.
    if (process.platform === 'win32') return ''
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

function startOnLinux(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  // A zombie runs nothing any more; field 22 of the line is the start in ticks since the machine started.
  if (fields[0] === 'Z') return null
  return `${bootId()} ${fields[19]}`
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}

/**
 * Tells a running process from an earlier one with the same number.
 * @returns some hex digits; null when no such process runs
 */
export function identityOf(pid: number): string | null {
  const start = startOfProcess(pid)
  return start === null ? null : createHash('sha256').update(start).digest('hex').slice(0, 12)
}
