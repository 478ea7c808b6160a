import { useState } from 'react'
import { siteWords as words } from '@/copy/site-list'
import { deed } from '@/src/acting/deed'
import { RefusalNote } from '@/src/acting/refusal-note'
import type { Act } from '@/src/acting/use-act'
import { ConfirmDialog } from '@/src/components/sheet/confirm-dialog'
import { toast } from '@/src/components/toast/toast-bus'
import { locate } from '@/src/platform/locate'
import type { Part } from '../staff-task'

interface PickPointProps {
  taskId: string
  measureId: string
  sites: readonly Part[]
  act: Act<'pick' | 'remove'>
}

/** 记下位置: whoever stands at the site keeps where it is; its photos are held beside that. */
export function PickPoint({ taskId, measureId, sites, act }: PickPointProps) {
  const [locating, setLocating] = useState(false)
  const site = act.open?.name === 'pick' && sites.find(({ id }) => id === act.open?.about)
  if (!site) return null
  const pick = async () => {
    setLocating(true)
    const place = await locate()
    setLocating(false)
    if (!place) return toast(words.pickFailed)
    const { latitude, longitude } = place
    const row = { name: site.text, place: site.place ?? '', unitId: site.unit.id }
    const sites = [{ ...row, point: { latitude, longitude } }]
    await act.run(
      deed('task.setSites', { taskId, measureId, sites, removed: [] }, { told: words.picked }),
    )
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
      {words.pickLine}
    </ConfirmDialog>
  )
}
