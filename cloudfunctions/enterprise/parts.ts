import { obligationTitle } from '@/copy/obligation-title'
import type { Days } from '@/domain/calendar/period'
import type { RegionCode } from '@/domain/organization/region'
import type { Obligation } from '@/domain/reminder/obligation'
import { obligationsOfTimeline } from '@/domain/reminder/obligations-of-timeline'
import type { Settings } from '@/domain/settings'
import { isOpen, type RectificationTask } from '@/domain/task/task'
import { latestAgreeable } from '@/domain/timeline/eligibility'
import type { TimelineContext } from '@/domain/timeline/transitions'
import { allowedTimelineEvents, type TimelineEvent } from '@/domain/timeline/workflow'
import type { Call } from '../_kit/handler'
import { workCalendar } from '../_kit/work-calendar'
import type { FileRecordStore } from '../_stores/file-record-store'
import type { Stores } from '../_stores/open-stores'
import type { TaskStore } from '../_stores/task-store'
import type { TimelineRecord, TimelineStore } from '../_stores/timeline-store'

/** Everything the actions on agreements are built from; each takes what it needs. */
export interface Parts extends Pick<Stores, 'cipher' | 'files' | 'organization'> {
  readonly timelines: TimelineStore
  readonly tasks: TaskStore
  readonly records: FileRecordStore
  readonly settings: Settings
  readonly city: RegionCode
}

type When = Pick<Call, 'today' | 'now'>

export const daysOf = (
  { settings }: Pick<Parts, 'settings'>,
  { today }: Pick<Call, 'today'>,
): Days => ({ today, calendar: workCalendar, settings })

export const contextOf = (
  parts: Pick<Parts, 'settings'>,
  when: When,
  regionCodes: readonly RegionCode[],
): TimelineContext => ({ ...daysOf(parts, when), regionCodes, at: when.now })

/** What an agreement keeps of its task; a moved deadline counts from the next change on. */
export const copiedFrom = (task: RectificationTask) => ({
  taskNumber: task.number,
  taskTitle: task.title,
  regionCodes: task.regionCodes,
  latestOn: latestAgreeable(task),
  taskIsOver: !isOpen(task.state),
})

/** What this person may do next; nothing once the task is closed or cancelled. */
export const eventsOn = (
  parts: Pick<Parts, 'settings'>,
  timeline: TimelineRecord,
  call: When & Pick<Call, 'actor'>,
): TimelineEvent[] =>
  timeline.taskIsOver
    ? []
    : allowedTimelineEvents(timeline, call.actor, contextOf(parts, call, timeline.regionCodes))

/** What is owed on an agreement from now on. */
export const owedOn = (
  parts: Pick<Parts, 'settings' | 'city'>,
  when: Pick<Call, 'today'>,
  timeline: TimelineRecord,
  task: RectificationTask,
): readonly Obligation[] =>
  obligationsOfTimeline(
    timeline,
    {
      number: task.number,
      title: task.title,
      regionCodes: task.regionCodes,
      isOver: !isOpen(task.state),
      doneMeasureIds: task.measures.filter(({ doneOn }) => doneOn !== null).map(({ id }) => id),
    },
    { ...daysOf(parts, when), title: obligationTitle, rootRegion: parts.city },
  )
