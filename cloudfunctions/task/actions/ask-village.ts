import { askedOpinion } from '@/domain/opinion/transitions'
import type { RegionCode } from '@/domain/organization/region'
import type { Unit } from '@/domain/organization/unit'
import { dueAfter } from '@/domain/reminder/obligation-context'
import { askingAfter, villagesToAsk } from '@/domain/task/asking'
import { doingUnitsOf } from '@/domain/task/responsibility'
import { askVillage as asked } from '@/domain/task/village-transitions'
import type { Handler } from '../../_kit/handler'
import { askedTaskOf } from '../../_stores/asked-task'
import { collectiveIdOf, opinionThing } from '../../_stores/opinion-thing'
import type { TaskRecord } from '../../_stores/task-record'
import { taskThing } from '../../_stores/task-thing'
import type { Acting } from '../../_stores/thing'
import type { TaskDeps } from '../task-deps'

const kinds = { branch: 'partyBranch', committee: 'villagersCommittee' } as const

/** A branch or committee that does the work itself is no voice of its village. */
const voiceIn = (
  units: readonly Unit[],
  task: TaskRecord,
  villageCode: RegionCode,
  voice: keyof typeof kinds,
) => {
  const own = units.filter(
    ({ kind, regionCode }) => kind === kinds[voice] && regionCode === villageCode,
  )
  const foreign = own.find(({ id }) => !doingUnitsOf(task).includes(id))
  return { unitId: foreign?.id ?? null, isItself: own.length > 0 && !foreign }
}

/** From now on branch and committee of each village owe their word, each apart. */
const makeVoices =
  (units: readonly Unit[], task: TaskRecord, villageCodes: readonly RegionCode[]) =>
  async (acting: Acting): Promise<void> => {
    const { asking } = task
    if (asking === null) return
    for (const villageCode of villageCodes)
      for (const voice of ['branch', 'committee'] as const) {
        const { unitId, isItself } = voiceIn(units, task, villageCode, voice)
        if (isItself) continue
        const id = collectiveIdOf(asking.id, voice, villageCode)
        const who = { id, taskId: task.id, askingId: asking.id, voice, villageCode, unitId }
        const next = askedOpinion(who, askedTaskOf(task), acting.context)
        await acting.make(opinionThing, 'askVillage', { next, changes: { voice, villageCode } })
      }
  }

/** 请村里说看法: branch and committee by a day, residents from now on. */
export const askVillage =
  ({
    writer,
    organization,
  }: Pick<TaskDeps, 'writer' | 'organization'>): Handler<'task.askVillage'> =>
  ({ taskId }, call) =>
    writer.act(taskThing, call, taskId, 'askVillage', async (task, facts) => {
      const next = { ...task, ...asked(task, call.actor, facts) }
      const units = await organization.voicesOf(task.villageCodes)
      const villageCodes = villagesToAsk(task, task.asking)
      const changes = {
        askingId: task.asking?.id ?? call.newId('asking'),
        dueOn: dueAfter(facts.today, 'giveOpinionWorkingDays', facts).dueOn,
        villageCodes,
      }
      const asking = askingAfter(task.asking, { event: 'askVillage', changes, before: task, next })
      return { next, changes, also: makeVoices(units, { ...next, asking }, villageCodes) }
    })
