import { useCallback, useRef, useState } from 'react'
import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import { callAction, type CallOptions } from './call-action'
import { CallError } from './call-error'
import { Intention } from './intention'

/**
 * Sends a write by a tap: one at a time, and with one idempotency key as long as the same input
 * may still be under way, so that a second tap after a lost reply does not do it twice.
 * `send` gives the output, or null when it failed; then `error` says why.
 */
export function useSend<N extends ActionName>(name: N) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const [intention] = useState(() => new Intention())
  const running = useRef(false)

  const send = useCallback(
    async (input: ActionInput<N>, options: CallOptions = {}): Promise<ActionOutput<N> | null> => {
      if (running.current) return null
      running.current = true
      setBusy(true)
      setError(null)
      try {
        const idempotencyKey = await intention.keyFor(input)
        const output = await callAction(name, input, { idempotencyKey, ...options })
        intention.answered()
        return output
      } catch (caught) {
        const failure = caught instanceof CallError ? caught : new CallError('INTERNAL')
        intention.failed(failure)
        setError(failure)
        return null
      } finally {
        running.current = false
        setBusy(false)
      }
    },
    [name, intention],
  )
  return { send, busy, error, clearError: useCallback(() => setError(null), []) }
}
