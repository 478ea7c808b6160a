import { askedOpinion } from '@/domain/opinion/transitions'
import { askingAfter } from '@/domain/task/asking'
import { visitVillage as visited } from '@/domain/task/village-transitions'
import type { Handler, ParsedInput } from '../../_kit/handler'
import { askedTaskOf } from '../../_stores/asked-task'
import { requireFiles } from '../../_stores/attached-files'
import type { FileRecordStore } from '../../_stores/file-record-store'
import { collectiveIdOf, opinionThing } from '../../_stores/opinion-thing'
import type { TaskRecord } from '../../_stores/task-record'
import { taskThing } from '../../_stores/task-thing'
import type { Acting } from '../../_stores/thing'
import type { TaskDeps } from '../task-deps'

interface Deps extends TaskDeps {
  readonly records: FileRecordStore
}

/** What the two heard is read by intake only, as all that a village says. */
const writeVisit =
  (task: TaskRecord, input: ParsedInput<'task.visitVillage'>, id: string, sealed: string) =>
  async (acting: Acting): Promise<void> => {
    const { villageCode, on, minutesIds } = input
    const { asking } = task
    if (asking === null) return
    const who = {
      id,
      taskId: task.id,
      askingId: asking.id,
      voice: 'visit' as const,
      villageCode,
      unitId: acting.by.actor.unitId,
    }
    const next = {
      ...askedOpinion(who, askedTaskOf(task), acting.context),
      state: 'given' as const,
      said: sealed,
      meeting: { on, present: 2, minutesIds },
      givenOn: acting.by.today,
      revision: 1,
    }
    await acting.make(opinionThing, 'visitVillage', { next, changes: { villageCode, on } })
  }

/** 上门听村里说: the village counts as heard. */
export const visitVillage =
  ({ writer, cipher, records, tasks }: Deps): Handler<'task.visitVillage'> =>
  async (input, call) => {
    const { taskId, villageCode, minutesIds } = input
    const found = await tasks.find(taskId)
    const id = collectiveIdOf(found?.task.asking?.id ?? taskId, 'visit', villageCode)
    const wanted = [{ fileIds: minutesIds, kind: 'photo' as const, field: 'minutesIds' }]
    const files = await requireFiles({ records, cipher }, wanted, call.actor, id)
    const attach = records.attach(files, id)
    const sealed = cipher.seal(
      JSON.stringify({ met: input.met, companion: input.companion, words: input.said }),
    )
    return writer.act(taskThing, call, taskId, 'visitVillage', (task, facts) => {
      const next = { ...task, ...visited(task, input, call.actor, facts) }
      const changes = { villageCode }
      const change = { event: 'villageHeard', changes, before: task, next }
      const asking = askingAfter(task.asking, change)
      return {
        next,
        event: 'villageHeard',
        changes,
        also: async (acting) => {
          await writeVisit({ ...next, asking }, input, id, sealed)(acting)
          await attach(acting.transaction)
        },
      }
    })
  }
