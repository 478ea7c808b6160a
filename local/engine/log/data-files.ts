import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Files of a data directory: the snapshot, and logs numbered in the order they were written. */
export const dataFiles = (directory: string) => ({
  snapshot: join(directory, 'snapshot'),
  /** A snapshot that is being written; worth nothing after a crash. */
  nextSnapshot: join(directory, 'snapshot.next'),
  log: (number: number) => join(directory, `${logName(number)}.log`),
  synced: (number: number) => join(directory, `${logName(number)}.synced`),
})

/** The first log has no number, as when there was only one. */
const logName = (number: number) => (number === 0 ? 'commits' : `commits-${number}`)

const LOG_NAME = /^commits(?:-([1-9]\d*))?\.(?:log|synced)$/

/** Numbers of the logs of which anything is there, ascending. */
export function logNumbers(directory: string): number[] {
  const numbers = new Set<number>()
  for (const name of readdirSync(directory)) {
    const match = LOG_NAME.exec(name)
    if (match) numbers.add(Number(match[1] ?? 0))
  }
  return [...numbers].sort((left, right) => left - right)
}

/** Makes a directory and those above it, so that they are there after a power cut too. */
export function makeDirectory(directory: string): void {
  const created = mkdirSync(directory, { recursive: true })
  if (created !== undefined) syncDirectory(dirname(created))
}

/** Forces created, renamed and removed names to the disk; a file's own sync does not. */
export function syncDirectory(directory: string): void {
  // Windows has no handle on a directory; its file systems keep names in a journal of their own.
  if (process.platform === 'win32') return
  const fd = openSync(directory, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
