import { beijingInstant } from '@/domain/calendar/day'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { ChosenPair, PhotoPair } from '@/domain/release/photo-pair'
import { isSameChoice, pairsToChoose } from '@/domain/release/photos'
import type { TaskFacts } from '@/domain/task/facts'
import { whyNotTask } from '@/domain/task/workflow'
import { startPhotoCheck } from '../../_files/photo-check'
import type { Call, Handler } from '../../_kit/handler'
import type { FileRecord } from '../../_stores/file-record-store'
import { namesOfTask } from '../../_stores/task-names'
import type { TaskRecord } from '../../_stores/task-record'
import { taskThing } from '../../_stores/task-thing'
import { dayOfPhoto, refuseFlagged } from '../shown-photos'
import type { TaskDeps } from '../task-deps'
import { digestedText } from '../text-digest'

type CheckDeps = Pick<TaskDeps, 'files' | 'wechat' | 'photoChecks'>
type Deps = Pick<TaskDeps, 'writer' | 'tasks' | 'organization' | 'records' | 'cipher'> & CheckDeps

type Photos = ReadonlyMap<string, FileRecord>

/** @throws RuleError `FILE.MISSING`: a photo that is none of the offered ones; `RELEASE.*` */
const chosenOf = (
  current: TaskRecord,
  hasResult: boolean,
  wanted: readonly PhotoPair[],
  found: Photos,
): ChosenPair[] => {
  const pairs = hasResult ? pairsToChoose(current, wanted) : null
  const dayOf = (fileId: string) => dayOfPhoto(found.get(fileId) ?? {})
  if (pairs === null) throw new RuleError('FILE.MISSING', ['pairs'])
  if (isSameChoice(current.release.photos ?? [], pairs))
    throw new RuleError('RELEASE.NOTHING_EDITED', ['pairs'])
  refuseFlagged(found.values())
  return pairs.map((pair) => ({
    ...pair,
    beforeOn: dayOf(pair.beforeId),
    afterOn: dayOf(pair.afterId),
  }))
}

/** WeChat looks at what is to become public, once. */
const startChecks = async (deps: CheckDeps, found: Photos, call: Call): Promise<void> => {
  const unseen = [...found.values()].filter(({ verdict }) => verdict === undefined)
  const links = await deps.files.links(unseen.map(({ fileId }) => fileId))
  const dayAt = beijingInstant(call.today)
  await Promise.all(
    [...links].map(([fileId, url]) => startPhotoCheck(deps, call.openid, { fileId, url }, dayAt)),
  )
}

/**
 * 选公示照片: which photos before and after go with the notice. Both check the text anew, and a
 * running notice begins its period again when they have. WeChat is asked before it is written: where
 * the answer is lost nothing is done a second time.
 */
export const choosePhotos =
  (deps: Deps): Handler<'task.choosePhotos'> =>
  async ({ taskId, digest, pairs }, call) => {
    const { writer, tasks, organization, records, cipher } = deps
    const { task } = await tasks.load(taskId, call)
    const names = await namesOfTask(organization, task)
    const ids = pairs.flatMap(({ beforeId, afterId }) => [beforeId, afterId])
    const found = await records.findMany(ids)
    const choose = (current: TaskRecord, facts: TaskFacts) => {
      refuseIf(whyNotTask(current, 'choosePhotos', call.actor, facts))
      const present = digestedText(current, names)
      if (present.digest !== digest) throw new RuleError('RELEASE.TEXT_CHANGED', ['digest'])
      const photos = chosenOf(current, present.text.result !== null, pairs, found)
      const release = { ...current.release, photos, secrecy: null, openness: null }
      return {
        next: { ...current, release },
        changes: { pairs: pairs.length, said: cipher.blind(`${taskId} ${ids.join(' ')}`) },
      }
    }
    choose(task, writer.factsOf(taskThing, task, call))
    await startChecks(deps, found, call)
    return writer.act(taskThing, call, taskId, 'choosePhotos', choose)
  }
