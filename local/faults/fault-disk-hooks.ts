import { setTimeout as sleep } from 'node:timers/promises'
import type { DiskHooks } from '../engine/log/disk-hooks'
import type { FaultList } from './fault-list'

/** What the system says when no space is left. */
class NoSpace extends Error {
  readonly code = 'ENOSPC'
  readonly errno = -28
  readonly syscall = 'write'

  constructor() {
    super('ENOSPC: no space left on device, write')
  }
}

async function suffer(faults: FaultList, step: 'write' | 'sync'): Promise<void> {
  const striking = faults.strike(['disk'], ({ kind, on }) =>
    kind === 'full-disk' ? step === 'write' : on === 'both' || on === step,
  )
  const ms = striking.reduce((sum, rule) => sum + rule.ms, 0)
  if (ms > 0) await sleep(ms)
  if (striking.some(({ kind }) => kind === 'full-disk')) throw new NoSpace()
}

/** A disk as the faults make it. */
export function faultDiskHooks(faults: FaultList): DiskHooks {
  return {
    beforeWrite: () => (faults.empty ? undefined : suffer(faults, 'write')),
    beforeSync: () => (faults.empty ? undefined : suffer(faults, 'sync')),
  }
}
