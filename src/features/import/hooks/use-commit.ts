import { useEffect, useRef, useState } from 'react'
import { useSend } from '@/src/platform/use-send'
import type { Batch } from '../review/draft'

/** Puts the batch into the ledger, some tasks per call, until none is left. */
export function useCommit(batchId: string, onDone: () => void) {
  const { send, error } = useSend('documents.commitBatch')
  const [running, setRunning] = useState(false)
  const [progress, setProgress] = useState<Batch | null>(null)
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])

  const run = async () => {
    setRunning(true)
    let batch: Batch | null
    do {
      batch = await send({ batchId })
      if (batch && alive.current) setProgress(batch)
    } while (batch && batch.state !== 'complete' && alive.current)
    if (!alive.current) return
    setRunning(false)
    if (batch) onDone()
  }
  return { run, running, progress, error }
}
