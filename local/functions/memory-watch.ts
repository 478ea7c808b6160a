import { readFileSync } from 'node:fs'

/** Memory of an idle node process: a function's limit is meant for what the function itself takes. */
const OWN_MB = 96
const EVERY_MS = 100

/** Resident memory of a process in MB; null where the system does not tell or the process is gone. */
function residentMb(pid: number): number | null {
  try {
    const match = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return match ? Number(match[1]) / 1024 : null
  } catch {
    return null
  }
}

/**
 * Watches a process for buffers and other memory that the heap limit does not count.
 * @param limitMb of the function
 * @returns ends the watch
 */
export function watchMemory(
  pid: number | undefined,
  limitMb: number,
  exceeded: () => void,
): () => void {
  if (pid === undefined || process.platform !== 'linux') return () => undefined
  const timer = setInterval(() => {
    const used = residentMb(pid)
    if (used === null || used <= limitMb + OWN_MB) return
    clearInterval(timer)
    exceeded()
  }, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
