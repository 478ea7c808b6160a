import { existsSync, rmSync, statSync } from 'node:fs'
import { dataFiles, logNumbers, syncDirectory } from './data-files'
import type { LoadedState } from './log-operations'
import { DamagedLog, readLog } from './read-log'
import type { LogReading } from './read-log'
import { readSnapshot } from './read-snapshot'
import { readSyncedLength } from './synced-length'

export interface LoadedDirectory {
  /** The log to go on with, and the length of its good part in bytes. */
  number: number
  length: number
  /** Earlier logs that the snapshot does not hold yet: number → bytes. */
  earlier: Map<number, number>
  snapshotSize: number
  /** Logs that are to be removed once the start has succeeded. */
  leftover: number[]
}

const isEmpty = (directory: string, number: number) => {
  const files = dataFiles(directory)
  const size = existsSync(files.log(number)) ? statSync(files.log(number)).size : 0
  return size === 0 && (readSyncedLength(files.synced(number)) ?? 0) === 0
}

/**
 * Numbers of the logs to be read, oldest first, without gaps.
 * @throws DamagedLog when one is missing
 */
function logsToRead(directory: string, firstLog: number, found: readonly number[]): number[] {
  const wanted = found.filter((number) => number >= firstLog)
  // A log is created before it is needed: an empty one at the end may have remained from an attempt.
  while (wanted.length > 1 && isEmpty(directory, wanted.at(-1) as number)) wanted.pop()
  const last = wanted.at(-1) ?? firstLog
  const files = dataFiles(directory)
  for (let number = firstLog; number < last; number++)
    if (!wanted.includes(number)) throw new DamagedLog(`${files.log(number)} is missing`)
  if (firstLog > 0 && !existsSync(files.log(firstLog)))
    throw new DamagedLog(`${files.log(firstLog)} is missing`)
  return wanted.length > 0 ? wanted : [firstLog]
}

/**
 * Reads a data directory into `state`: the snapshot, then the logs in order. Changes nothing on disk.
 * @throws DamagedLog naming file and offset
 */
export function loadDirectory(
  directory: string,
  state: LoadedState,
  report: (message: string) => void,
): LoadedDirectory {
  const files = dataFiles(directory)
  const snapshot = readSnapshot(files.snapshot, state)
  const found = logNumbers(directory)
  const numbers = logsToRead(directory, snapshot?.firstLog ?? 0, found)
  const newest = numbers.at(-1) as number
  const earlier = new Map<number, number>()
  let reading: LogReading = { length: 0, torn: 0 }
  for (const number of numbers) {
    const synced = readSyncedLength(files.synced(number))
    const file = files.log(number)
    reading = readLog({ file, synced, last: number === newest }, (json) => state.replay(json))
    if (number !== newest) earlier.set(number, reading.length)
    if (synced === null && reading.length > 0)
      report(`how much of ${file} was on disk is not known; what is legible was taken`)
  }
  if (reading.torn > 0)
    report(`cut ${reading.torn} bytes of an unfinished write at the end of the log`)
  return {
    number: newest,
    length: reading.length,
    earlier,
    snapshotSize: snapshot?.size ?? 0,
    leftover: found.filter((number) => !numbers.includes(number)),
  }
}

/** Removes what an interrupted compaction left behind. */
export function removeLogs(directory: string, numbers: Iterable<number>): void {
  const files = dataFiles(directory)
  rmSync(files.nextSnapshot, { force: true })
  for (const number of numbers) {
    // The length goes first: a length without its log would look like a lost log.
    rmSync(files.synced(number), { force: true })
    rmSync(files.log(number), { force: true })
  }
  syncDirectory(directory)
}
