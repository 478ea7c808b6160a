/** CPU time of a process and everything it started, from the kernel's own account (Linux). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const read = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // It ended in between.
    return ''
  }
}

const threadsOf = (pid) => {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

const childrenOf = (pid) =>
  threadsOf(pid).flatMap((tid) =>
    read(`/proc/${pid}/task/${tid}/children`)
      .split(' ')
      .filter((child) => child !== ''),
  )

/** The process and everything it started. */
export const treeOf = (pid) => [pid, ...childrenOf(pid).flatMap(treeOf)]

/** Nanoseconds on a CPU of each thread, as one sum in ms. */
const ownMs = (pid) =>
  threadsOf(pid).reduce(
    (sum, tid) => sum + Number(read(`/proc/${pid}/task/${tid}/schedstat`).split(' ')[0] || 0) / 1e6,
    0,
  )

/** @returns ms, or null where the system keeps no such account */
export const cpuMsOf = (pid) =>
  existsSync('/proc/self/schedstat')
    ? treeOf(String(pid)).reduce((sum, each) => sum + ownMs(each), 0)
    : null

/** As `cpuMsOf`, of the process alone. */
export const ownCpuMsOf = (pid) => (existsSync('/proc/self/schedstat') ? ownMs(String(pid)) : null)

/** Resident memory of the process alone, MB; null where it cannot be read. */
export const residentMbOf = (pid) => {
  const kb = /VmRSS:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1]
  return kb === undefined ? null : Number(kb) / 1024
}
