import { useState } from 'react'
import { siteWords as words } from '@/copy/site-list'
import { RefusalNote } from '@/src/acting/refusal-note'
import type { Acting } from '@/src/acting/use-act'
import { ConfirmDialog } from '@/src/components/frame/sheet/confirm-dialog'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { locate } from '@/src/platform/locate'

interface PointDialogProps {
  /** What its photos are held beside. */
  line: string
  act: Pick<Acting, 'busy' | 'refusal' | 'close'>
  onPicked: (point: { latitude: number; longitude: number }) => Promise<unknown>
}

/** 记下位置, asked first: the person stands there, or it tells nothing. */
export function PointDialog({ line, act, onPicked }: PointDialogProps) {
  const [locating, setLocating] = useState(false)
  const pick = async () => {
    setLocating(true)
    const place = await locate()
    setLocating(false)
    if (!place) return toast(words.pickFailed)
    await onPicked({ latitude: place.latitude, longitude: place.longitude })
  }
  return (
    <ConfirmDialog
      open
      title={words.pickTitle}
      confirm={words.pick}
      busy={locating || act.busy}
      onCancel={act.close}
      onConfirm={() => void pick()}
    >
      <RefusalNote text={act.refusal} />
      {line}
    </ConfirmDialog>
  )
}
