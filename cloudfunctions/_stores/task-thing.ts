import { earliest } from '@/domain/calendar/day'
import { keepEvidence } from '@/domain/papers/evidence'
import { recountTask } from '@/domain/task/recount'
import { coveringRegion } from '@/domain/organization/scope'
import type { Notice } from '@/domain/reminder/notice'
import { comeBackOf, presentCycle, presentNotice } from '@/domain/task/cycle'
import { tellLater } from './messages/message-store'
import { regionsTouched } from '@/domain/organization/region-path'
import { obligationsOfTask } from '@/domain/task/owed'
import { hasSameText, publicFactsOf } from '@/domain/release/public-task'
import { isNoticeReleased } from '@/domain/release/task-release'
import { reopenWithChild } from '@/domain/task/closing-transitions'
import { allowedOnTask, type EventOfTask } from '@/domain/task/events'
import { newsOfRework } from '@/domain/task/returned-news'
import type { TaskFacts } from '@/domain/task/facts'
import { factsAfter } from '@/domain/task/kept-facts'
import { statesToSpeakIn } from '@/domain/task/asking'
import { dutyTurnOn } from '@/domain/task/duty'
import { noticeTurnOn } from '@/domain/task/notice-turn'
import { readerKeyIn, readerKeyOfComeBack, readersOf } from '@/domain/task/readers'
import { unitsWithAPart } from '@/domain/task/responsibility'
import { finalDueOn, nextNodeDueOn } from '@/domain/task/schedule'
import { lapseSignatures } from '@/domain/task/share-signature'
import { searchTerms } from '@/domain/task/search-terms'
import { isOpen } from '@/domain/task/task'
import { taskCollection } from './asked-task'
import { endAsking } from './opinion-thing'
import { openSummary } from './summary-thing'
import { type TaskRecord, taskOf } from './task-record'
import { publicTaskDoc, publicTaskOf, publicTasks } from './public-task-store'
import { numberSortKey, sortKey } from './sort-key'
import type { Acting, Thing } from './thing'

/** Enough of a long text to find it by; every term is an entry of the index. */
const searchedLength = 400

const derived = (task: TaskRecord): Record<string, unknown> => {
  const dueOn = finalDueOn(task)
  const areas = regionsTouched([...task.regionCodes, ...task.villageCodes])
  const readers = readersOf(task)
  const comeBack = comeBackOf(task) === null ? [] : readers.map(readerKeyOfComeBack)
  return {
    readers: [...readers, ...comeBack].flatMap((key) => [
      key,
      ...areas.map((area) => readerKeyIn(key, area)),
    ]),
    unitIds: unitsWithAPart(task),
    order: sortKey(dueOn, task.id),
    numberOrder: numberSortKey(task.number, task.id),
    finalDueOn: dueOn,
    nextNodeDueOn: nextNodeDueOn(task),
    terms: searchTerms([
      task.number,
      task.upperNumber ?? '',
      task.title,
      task.problem.slice(0, searchedLength),
      ...task.searchNames,
    ]),
  }
}

/** Released facts follow the task in its own transaction; released text never does. */
const refreshPublic = async (
  { transaction }: Acting,
  before: TaskRecord | null,
  next: TaskRecord,
): Promise<void> => {
  if (!next.release.released || !before) return
  if (next.state === 'cancelled') {
    await transaction.remove(publicTasks, next.id)
    return
  }
  const of = (task: TaskRecord) => JSON.stringify(publicFactsOf(task, task.reachedOn, null))
  if (of(before) === of(next)) return
  const doc = await transaction.get(publicTasks, next.id)
  if (!doc) return
  const published = publicTaskOf(doc)
  const facts = publicFactsOf(next, next.reachedOn, published.releasedSchedule)
  await transaction.put(publicTasks, publicTaskDoc({ ...published, facts }))
}

/** A child that ends, or is taken up again, is counted on its parent. */
const tellParent = async (
  acting: Acting,
  before: TaskRecord | null,
  next: TaskRecord,
): Promise<void> => {
  const { id, parentId, state } = next
  if (!before || parentId === null || isOpen(before.state) === isOpen(state)) return
  await acting.change(
    taskThing,
    parentId,
    isOpen(state) ? 'childResumed' : 'childEnded',
    (parent) => ({
      next: isOpen(parent.state)
        ? parent
        : { ...parent, ...reopenWithChild(parent, next, acting.by.today) },
      changes: { childId: id },
    }),
    () => Promise.resolve(next),
  )
}

/** The last day to speak is over, or a new cycle has begun. */
const closeAsking = async (
  acting: Acting,
  before: TaskRecord | null,
  { state, asking }: TaskRecord,
): Promise<void> => {
  if (!before?.asking || !statesToSpeakIn.includes(before.state)) return
  if (asking?.id === before.asking.id && statesToSpeakIn.includes(state)) return
  await endAsking(acting, before.asking.id, before.asking.villageCodes)
}

/** Somebody reported a relapse, and nobody has looked yet. */
const isAwaited = (task: TaskRecord): boolean => !!presentCycle(task).relapseReportedOn

/** What a released task says by the state it comes into. */
const newsOf = (before: TaskRecord, next: TaskRecord): Notice | null => {
  const { state } = next
  if (before.state === state) return isAwaited(before) && !isAwaited(next) ? 'taskRechecked' : null
  if (state === 'underNotice' || state === 'preNotice') return 'taskUnderNotice'
  if (state === 'closed') return 'taskClosed'
  return before.state === 'closed' ? 'taskReopened' : null
}

const begunOn = (task: TaskRecord): string =>
  task.state === 'underNotice' ? `.${presentNotice(task)?.from}` : ''

/** Whoever is concerned hears of the notice, of the close-out and of what is taken up again. */
const tellConcerned = async (
  { transaction, context, by }: Acting,
  before: TaskRecord | null,
  next: TaskRecord,
): Promise<void> => {
  const notice = before && next.release.released && newsOf(before, next)
  if (!notice) return
  const { ordinal, rechecks } = presentCycle(next)
  const news = {
    notice,
    thing: 'task',
    thingId: next.id,
    // A notice before the request and the one after the chain are two of one cycle, and each time that
    // one begins again is another.
    node: `${next.state === 'preNotice' ? 'before.' : ''}${ordinal}.${rechecks.length}${begunOn(next)}`,
    to: { concernedBy: next.id },
    title: next.number,
    dueOn: null,
    regionCode: coveringRegion(next.regionCodes) ?? context.rootRegion,
    hiddenFrom: [],
  } as const
  await tellLater([news], by.now)(transaction)
}

export const taskThing: Thing<TaskRecord, TaskFacts, EventOfTask> = {
  kind: 'task',
  collection: taskCollection,
  parsed: taskOf,
  derived,
  isShown: (task, { actor }) =>
    task.shownTo === 'everybody' || task.shownTo === actor.personId || actor.role === 'system',
  // The day of a new state, signatures under what is otherwise now, files that no record names any more, and checks
  // of a text that is gone.
  followed: (before, next, { event, changes, by: { actor, today } }) => ({
    ...keepEvidence(before, lapseSignatures(before, next, today)),
    ...factsAfter(next, { event, changes, actor, before, next }),
    reachedOn:
      next.state === before?.state ? next.reachedOn : { ...next.reachedOn, [next.state]: today },
    release:
      before === null || hasSameText(before, next)
        ? next.release
        : { ...next.release, secrecy: null, openness: null },
  }),
  facts: ({ madeById, childrenOpen, workedOnIt, asking, release, objectionsOpen }, context) => ({
    ...context,
    madeById,
    childrenOpen,
    workedOnIt,
    asking,
    objectionsOpen,
    released: isNoticeReleased(release),
  }),
  allowed: allowedOnTask,
  recounted: recountTask,
  turnOn: (task, { calendar }) => earliest([noticeTurnOn(task, calendar), dutyTurnOn(task)]),
  owed: (task, context) =>
    obligationsOfTask(
      task,
      { release: task.release, since: task.reachedOn[task.state] ?? context.today },
      context,
    ),
  beside: async (acting, before, next) => {
    await refreshPublic(acting, before, next)
    await tellParent(acting, before, next)
    await closeAsking(acting, before, next)
    await tellConcerned(acting, before, next)
    if (before) {
      const { rootRegion } = acting.context
      await tellLater(newsOfRework(before, next, rootRegion), acting.by.now)(acting.transaction)
    }
    if (before?.state === 'selfChecked' && next.state === 'verifying')
      await openSummary(acting, next)
  },
}
