import { useEffect } from 'react'
import { serverNow } from '@/src/platform/clock'
import type { Faces } from '@/src/platform/use-resource'
import { useAction } from '@/src/platform/use-action'
import { type Draft, useDraft } from '@/src/platform/use-draft'
import { type SiteVisit, visitOf } from '../site-visit'
import type { StaffTask } from '../staff-task'

export interface Carried {
  readonly visit: SiteVisit | null
  /** When it was read; epoch milliseconds. */
  readonly at: number
}
const nothing: Carried = { visit: null, at: 0 }

interface Shown {
  /** Null without a network. */
  readonly task: StaffTask | null
  readonly visit: SiteVisit | null
  /** The step is this person's to take, as far as the phone knows. */
  readonly due: boolean
}

/** Names begin with it: the to-do finds what was carried where there is no network. */
const carriedForm = 'site'

/**
 * The step that this person is to take, as it stands now; without a network as it was carried
 * along: opened once with a network, the form opens on site too.
 */
export function useSiteVisit(taskId: string): {
  readonly load: Faces<Shown>
  readonly retry: () => void
  readonly carried: Draft<Carried>
} {
  const carried = useDraft<Carried>(`${carriedForm}.${taskId}`, nothing)
  const { load, retry } = useAction('task.get', { taskId }, { refreshOnShow: true })
  const task = load.face === 'ready' ? load.data : null
  const due = task && visitOf(task, null)
  const { load: asked } = useAction(
    'task.listCheckers',
    due && due.level !== 'province' ? { taskId } : null,
  )
  const { change, read } = carried
  const known = asked.face === 'ready' ? asked.data.items : read().visit?.colleagues
  const fresh = due && { ...due, colleagues: known ?? null }
  useEffect(() => {
    if (!fresh || JSON.stringify(fresh) === JSON.stringify(read().visit)) return
    change({ visit: fresh, at: serverNow() })
  })
  const { visit, at } = carried.value
  if (load.face === 'ready') {
    const data = { task, visit: fresh ?? visit, due: fresh !== null }
    return { load: { ...load, data }, retry, carried }
  }
  if (load.face === 'failed' && load.offline && visit) {
    const { code, offline } = load
    const data = { task: null, visit, due: true }
    return { load: { face: 'ready', data, at, stale: { code, offline } }, retry, carried }
  }
  return { load, retry, carried }
}
