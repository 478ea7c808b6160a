import { closeSync, openSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { identityOf } from './process-identity'

export class DirectoryInUse extends Error {}

/** A claim is a file that names its process for good: one whose process is gone can be removed by anybody. */
const CLAIM = /^lock-(\d+)-[0-9a-f]+$/

const claimOf = (pid: number) => {
  const identity = identityOf(pid)
  return identity === null ? null : `lock-${pid}-${identity}`
}

/** Real ms that a claim waits for another one that may be about to give up, and between two looks. */
const PATIENCE = 1000
const PAUSE = 5

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
}

/** Claims of other processes that run; those of dead ones are removed. */
function otherClaims(directory: string, own: string): string[] {
  return readdirSync(directory).filter((name) => {
    const pid = CLAIM.exec(name)?.[1]
    if (pid === undefined || name === own) return false
    if (claimOf(Number(pid)) === name) return true
    rmSync(join(directory, name), { force: true })
    return false
  })
}

const inUse = (directory: string, claim: string) =>
  new DirectoryInUse(`${directory} is in use by process ${CLAIM.exec(claim)?.[1]}`)

function create(directory: string, claim: string): void {
  try {
    closeSync(openSync(join(directory, claim), 'wx'))
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? inUse(directory, claim) : error
  }
}

/**
 * Makes this process the only one that uses a data directory. What a killed process left behind does not count.
 * Everybody first puts a claim down and then looks for others: of two, at least one sees the other. When both
 * do, the one whose name sorts first waits for the other to withdraw.
 * @returns the function that gives the directory back
 * @throws DirectoryInUse naming the process that holds it
 */
export function lockDirectory(directory: string): () => void {
  const own = claimOf(process.pid)
  if (own === null) throw new Error('the system does not tell when this process started')
  create(directory, own)
  const withdraw = () => rmSync(join(directory, own), { force: true })
  const deadline = Date.now() + PATIENCE
  try {
    for (;;) {
      const [first] = otherClaims(directory, own).sort()
      if (first === undefined) return withdraw
      if (first < own || Date.now() > deadline) throw inUse(directory, first)
      pause()
    }
  } catch (error) {
    withdraw()
    throw error
  }
}
