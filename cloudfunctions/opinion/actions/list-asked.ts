import { daysBetween } from '@/domain/calendar/day'
import type { Opinion } from '@/domain/opinion/opinion'
import { refuseIf } from '@/domain/refusal'
import { villagesToAsk, villagesUnheard } from '@/domain/task/asking'
import { readsAsConcerned, whyNotRead } from '@/domain/task/readers'
import type { TaskState } from '@/domain/task/task'
import type { Call, Handler } from '../../_kit/handler'
import { opinionThing } from '../../_stores/opinion-thing'
import { summaryIdOf } from '../../_stores/summary-thing'
import type { TaskRecord } from '../../_stores/task-record'
import { taskThing } from '../../_stores/task-thing'
import type { Parts } from '../parts'

type Deps = Pick<Parts, 'opinions' | 'tasks' | 'organization' | 'writer'>

/** A village reads of itself only, a firm of none: who else is concerned is not theirs to know. */
const rowsFor = (all: readonly Opinion[], { actor }: Call): Opinion[] =>
  all.filter(({ unitId }) => !readsAsConcerned(actor.role) || actor.unitId === unitId)

const toVisit = (task: TaskRecord, { today }: Call): string[] =>
  task.asking !== null && today > task.asking.dueOn
    ? villagesUnheard(task, task.asking).filter((code) => task.asking?.villageCodes.includes(code))
    : []

/** Asked for with close-out. */
const summaryIn: readonly TaskState[] = [
  'verifying',
  'underNotice',
  'awaitingApproval',
  'reportedUp',
  'closed',
]

/** 村里看法: who was asked and who has spoken, never what. */
export const listAsked =
  ({ opinions, tasks, organization, writer }: Deps): Handler<'opinion.listAsked'> =>
  async ({ taskId }, call) => {
    const { task } = await tasks.load(taskId, call)
    refuseIf(whyNotRead(task, call.actor))
    const all = task.asking === null ? [] : await opinions.collective(task.asking.id)
    const rows = rowsFor(all, call)
    const regions = await organization.regions(task.villageCodes)
    const units = await organization.units(rows.flatMap(({ unitId }) => unitId ?? []))
    const ref = (code: string) => ({ code, name: regions.get(code)?.name ?? code })
    const staff = !readsAsConcerned(call.actor.role)
    return {
      number: task.number,
      title: task.title,
      items: rows.map((opinion) => ({
        id: opinion.id,
        village: ref(opinion.villageCode ?? ''),
        voice: opinion.voice,
        unitName: opinion.unitId === null ? null : (units.get(opinion.unitId)?.name ?? null),
        state: opinion.state,
        dueOn: opinion.dueOn ?? opinion.askedOn,
        dueProvisional: opinion.dueProvisional,
        overdueDays:
          opinion.state === 'asked' && opinion.dueOn !== null
            ? Math.max(0, daysBetween(opinion.dueOn, call.today))
            : 0,
        events: writer.eventsOn(opinionThing, opinion, call),
      })),
      summaryId:
        staff && task.asking !== null && summaryIn.includes(task.state)
          ? summaryIdOf(task.asking.id)
          : null,
      notAsked: staff ? villagesToAsk(task, task.asking).map(ref) : [],
      toVisit: staff ? toVisit(task, call).map(ref) : [],
      events: taskThing
        .allowed(task, call.actor, writer.factsOf(taskThing, task, call))
        .filter((event) => event === 'askVillage' || event === 'visitVillage'),
    }
  }
