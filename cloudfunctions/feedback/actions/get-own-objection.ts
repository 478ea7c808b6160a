import type { ActionOutput } from '@/contract/actions'
import { isNoticeRunning } from '@/domain/objection/objection'
import type { Actor } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import type { Call, Handler } from '../../_kit/handler'
import { objectedTaskOf } from '../../_stores/objection-thing'
import type { TaskRecord } from '../../_stores/task-record'
import type { Parts } from '../parts'
import { photosOf } from '../views/answer-view'

type Own = ActionOutput<'feedback.getOwnObjection'>
type Deps = Pick<Parts, 'publicTasks' | 'tasks' | 'objections' | 'files' | 'writer'>

const objecting = (
  task: TaskRecord,
  { writer }: Deps,
  { actor, today }: Call,
): Own['objecting'] => {
  if (actor.role !== 'resident') return 'notResident'
  const of = objectedTaskOf(task)
  if (!isNoticeRunning(of, today, writer.contextOn(today).calendar)) return 'closed'
  const isOwn = [...of.doingUnitIds, ...of.enterpriseIds].some((id) => actor.belongsTo.includes(id))
  return isOwn ? 'ownCause' : 'open'
}

const describe = async ({ objections, files }: Deps, id: string | null, actor: Actor) => {
  if (id === null || actor.personId === null) return null
  const [objection, row] = await Promise.all([objections.find(id), objections.original(id)])
  if (!objection || row?.reporterKey !== objections.keyOf(actor)) return null
  const { words, contactPhone, photoIds } = row.original
  const { state, ground, lodgedOn, dueOn, dueProvisional, decidedOn, reply } = objection
  const photos = photosOf(photoIds, await files.links(photoIds))
  const own = { words, contactPhone, photos }
  const view = { state, ground, ...own, lodgedOn, dueOn, dueProvisional, decidedOn, reply }
  return { taskId: objection.taskId, view }
}

/** What a resident may object to, and what became of what they objected. */
export const getOwnObjection =
  (deps: Deps): Handler<'feedback.getOwnObjection'> =>
  async ({ taskId, objectionId = null }, call) => {
    const { actor } = call
    const isKnown = actor.personId !== null && taskId !== undefined
    const id = isKnown ? await deps.objections.lastOf(actor, taskId) : objectionId
    const mine = await describe(deps, id, actor)
    const about = taskId ?? mine?.taskId
    if (about === undefined) throw new RuleError('THING.NOT_FOUND')
    const [published, found] = await Promise.all([
      deps.publicTasks.find(about),
      deps.tasks.find(about),
    ])
    if (!published || !found) throw new RuleError('THING.NOT_FOUND')
    return {
      taskId: about,
      title: published.text.title,
      objecting: objecting(found.task, deps, call),
      mine: mine?.view ?? null,
    }
  }
