import { useCallback, useEffect, useRef, useState } from 'react'
import { errorTexts } from '@/copy/errors'
import type { ErrorCode } from '@/contract/errors'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { callMade } from '@/src/platform/call-action'
import { CallError } from '@/src/platform/call-error'
import { Intention } from '@/src/platform/intention'
import { askAtTap } from './consent'
import type { Deed } from './deed'

/** What was shown is no longer so: the page is loaded anew beside the refusal. */
const outdated: readonly ErrorCode[] = ['THING.STATE', 'THING.CHANGED', 'TIMELINE.ROUND']

const sentence = (code: ErrorCode): string => errorTexts[code]

export interface OpenDialog<D extends string = string> {
  readonly name: D
  /** What it is about, where a page has several, e.g. a unit. */
  readonly about: string
}

/** What a dialog needs of the page it acts for. */
export interface Acting {
  /**
   * Sends, empties the form that it came from, closes the dialog, tells, loads anew; or says why
   * not and leaves all as it is.
   */
  readonly run: (deed: Deed, draft?: { readonly clear: () => void }) => Promise<boolean>
  readonly busy: boolean
  /** Sentence of the last refusal, until the next try. */
  readonly refusal: string | null
  readonly close: () => void
}

export interface Act<D extends string = string> extends Acting {
  readonly open: OpenDialog<D> | null
  readonly show: (name: D, about?: string) => void
}

/**
 * The one way to act on a page. One deed at a time, with one idempotency key as long as the same
 * input may still be under way, so that a second tap after a lost reply does not do it twice.
 * @param reload loads what the page shows anew
 * @param sentenceOf why not, where a page says it in words of its own: the same function each time
 */
export function useAct<D extends string = string>(
  reload?: () => Promise<void> | void,
  sentenceOf: (code: ErrorCode) => string = sentence,
): Act<D> {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [open, setOpen] = useState<OpenDialog<D> | null>(null)
  const [intention] = useState(() => new Intention())
  const running = useRef(false)
  const page = useRef(reload)
  useEffect(() => {
    page.current = reload
  })

  const send = useCallback(
    async ({ action, input }: Deed) => {
      const idempotencyKey = await intention.keyFor([action, input])
      try {
        const output = await callMade(action, input, { idempotencyKey })
        intention.answered()
        return { output: output as never }
      } catch (caught) {
        intention.failed(caught)
        const code = caught instanceof CallError ? caught.code : 'INTERNAL'
        setRefusal(sentenceOf(code))
        if (outdated.includes(code)) void page.current?.()
        return null
      }
    },
    [intention, sentenceOf],
  )

  const run = useCallback(
    async (deed: Deed, draft?: { readonly clear: () => void }) => {
      if (running.current) return false
      running.current = true
      // Before any await: WeChat takes the question in the tap only.
      const asked = deed.consent ? askAtTap(deed.consent) : null
      setBusy(true)
      setRefusal(null)
      try {
        const sent = await send(deed)
        if (!sent) return false
        const { told, then } = deed
        draft?.clear()
        setOpen(null)
        if (told) toast(typeof told === 'string' ? told : told(sent.output))
        // The phone's own question is still open: nothing moves under it.
        await asked
        if (then) then(sent.output)
        else await page.current?.()
        return true
      } finally {
        running.current = false
        setBusy(false)
      }
    },
    [send],
  )
  const show = useCallback((name: D, about = '') => {
    setRefusal(null)
    setOpen({ name, about })
  }, [])
  const close = useCallback(() => {
    setRefusal(null)
    setOpen(null)
  }, [])
  return { run, busy, refusal, open, show, close }
}
