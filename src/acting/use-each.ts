import { useRef, useState } from 'react'
import { sentenceOf } from '@/copy/acting'
import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import { callAction, callMade } from '@/src/platform/call-action'
import { Intention } from '@/src/platform/intention'
import type { Deed } from './deed'

/** What became of one: null where it was done, else the sentence of why not. */
interface Outcome {
  readonly key: string
  readonly refused: string | null
}

/** One of several: what is read of it first, and what is then sent, or the sentence of why nothing is. */
interface One<N extends ActionName> {
  readonly key: string
  readonly read: ActionInput<N>
  readonly deedOf: (output: ActionOutput<N>) => Deed | string
}

/**
 * The same deed on several things, one call each and one after the other: what one is refused keeps no
 * other from being done. A try after a lost reply does nothing twice, as with `useAct`.
 * @param action what is read of each
 * @param then once all were tried
 */
export function useEach<N extends ActionName>(action: N, then: () => Promise<void>) {
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const [intentions] = useState(() => new Map<string, Intention>())

  const send = async ({ key, read, deedOf }: One<N>): Promise<string | null> => {
    const intention = intentions.get(key) ?? new Intention()
    intentions.set(key, intention)
    try {
      const next = deedOf(await callAction(action, read))
      if (typeof next === 'string') return next
      const idempotencyKey = await intention.keyFor([next.action, next.input])
      await callMade(next.action, next.input, { idempotencyKey })
      intention.answered()
      return null
    } catch (caught) {
      intention.failed(caught)
      return sentenceOf(caught)
    }
  }

  const run = async (each: readonly One<N>[]): Promise<void> => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setOutcomes([])
    try {
      for (const one of each) {
        const refused = await send(one)
        setOutcomes((before) => [...before, { key: one.key, refused }])
      }
      await then()
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { run, busy, outcomes, forget: () => setOutcomes([]) }
}
