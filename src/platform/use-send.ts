import { useCallback, useRef, useState } from 'react'
import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import { callAction, type CallOptions } from './call-action'
import { CallError, mayRepeat } from './call-error'
import { newKey } from './key'

/**
 * Sends a write by a tap: one at a time, and with one idempotency key as long as the same input
 * may still be under way, so that a second tap after a lost reply does not do it twice.
 * `send` gives the output, or null when it failed; then `error` says why.
 */
export function useSend<N extends ActionName>(name: N) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const intention = useRef<{ input: string; key: string } | null>(null)
  const running = useRef(false)

  const send = useCallback(
    async (input: ActionInput<N>, options: CallOptions = {}): Promise<ActionOutput<N> | null> => {
      if (running.current) return null
      running.current = true
      setBusy(true)
      setError(null)
      const said = JSON.stringify(input)
      try {
        if (intention.current?.input !== said) {
          intention.current = { input: said, key: await newKey() }
        }
        const idempotencyKey = intention.current.key
        const output = await callAction(name, input, { idempotencyKey, ...options })
        intention.current = null
        return output
      } catch (caught) {
        const failure = caught instanceof CallError ? caught : new CallError('INTERNAL')
        if (!mayRepeat(failure)) intention.current = null
        setError(failure)
        return null
      } finally {
        running.current = false
        setBusy(false)
      }
    },
    [name],
  )
  return { send, busy, error, clearError: useCallback(() => setError(null), []) }
}
