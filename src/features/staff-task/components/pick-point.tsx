import { siteWords as words } from '@/copy/site-list'
import { deed } from '@/src/acting/deed'
import type { Act } from '@/src/acting/use-act'
import type { Part } from '../staff-task'
import { PointDialog } from './point-dialog'

interface PickPointProps {
  taskId: string
  measureId: string
  sites: readonly Part[]
  act: Act<'pick' | 'remove'>
}

/** 记下位置: whoever stands at the site keeps where it is; its photos are held beside that. */
export function PickPoint({ taskId, measureId, sites, act }: PickPointProps) {
  const site = act.open?.name === 'pick' && sites.find(({ id }) => id === act.open?.about)
  if (!site) return null
  const row = { name: site.text, place: site.place ?? '', unitId: site.unit.id }
  return (
    <PointDialog
      line={words.pickLine}
      act={act}
      onPicked={(point) => {
        const input = { taskId, measureId, sites: [{ ...row, point }], removed: [] }
        return act.run(deed('task.setSites', input, { told: words.picked }))
      }}
    />
  )
}
