import type { ActionOutput } from '@/contract/actions'
import type { Persona } from './persona'

interface Offered {
  readonly id: string
  readonly events: readonly string[]
}
type Kind =
  | 'task'
  | 'released'
  | 'own'
  | 'report'
  | 'objection'
  | 'opinion'
  | 'summary'
  | 'timeline'
  | 'visit'
  | 'batch'
  | 'round'
  | 'measure'
export type Things = Readonly<Record<Kind, readonly Offered[]>>

/** What each thing of a list offers this person. */
const offersOf = async (
  page: { readonly items: readonly { readonly id: string }[] } | null,
  read: (id: string) => Promise<{ readonly events: readonly string[] } | null> | null,
): Promise<Offered[]> => {
  const offers: Offered[] = []
  for (const { id } of page?.items ?? [])
    offers.push({ id, events: (await read(id))?.events ?? [] })
  return offers
}

/** What can be done with a task, and what its page has to look at. */
const seenOn = ({ events, ...task }: ActionOutput<'task.get'>): string[] => {
  const { cycles = [] } = task.closeOut ?? {}
  const reports = task.parts.flatMap(({ report }) => report ?? [])
  const hasPhotos = reports.some(({ photos }) => photos > 0)
  const seen = {
    askVisit: task.asksVisit,
    evidence: reports.some(({ photos, files }) => photos + files > 0),
    siteFiles: cycles.some(({ checks }) =>
      checks.some(({ measures }) => measures.some(({ photos }) => photos > 0)),
    ),
    recheckFiles: cycles.some(({ rechecks }) => rechecks.some(({ photos }) => photos > 0)),
    correctEvent: events.includes('enterEvent') && task.deadline.event?.entered != null,
    choosesPhotos: hasPhotos && events.includes('choosePhotos') && cycles.at(-1)?.notice === null,
  }
  const more = Object.entries(seen).flatMap(([name, isThere]) => (isThere ? [name] : []))
  return [...events.filter((event) => event !== 'enterEvent' || !seen.correctEvent), ...more]
}

/** By the to-dos: what is asked of a body, and who is to be called on. */
const owedOpinions = async (call: Persona['call']): Promise<Offered[]> => {
  const owed = (await call('notifier.listTodo', {}))?.items ?? []
  return owed.flatMap(({ thing, thingId, kind }) =>
    thing === 'opinion' ? [{ id: thingId, events: [kind] }] : [],
  )
}

/** Of the tasks of the ledger whose close-out was asked for. */
const summariesOf = async (call: Persona['call']): Promise<Offered[]> => {
  const found: Offered[] = []
  for (const { id: taskId } of (await call('task.listLedger', { filter: {} }))?.items ?? []) {
    const summaryId = (await call('opinion.listAsked', { taskId }))?.summaryId
    if (summaryId) found.push({ id: summaryId, events: [] })
  }
  return found
}

/** As the page of one asks for it: the task, and which of its measures. */
const measuresOf = async (call: Persona['call']): Promise<Offered[]> => {
  const { items = [] } = (await call('task.listLedger', { filter: {} })) ?? {}
  const task = items[0] && (await call('task.get', { taskId: items[0].id }))
  return (task?.measures ?? []).map(({ id }) => ({ id: `${task!.id}&measure=${id}`, events: [] }))
}

export const thingsOf = async ({ call }: Persona): Promise<Things> => ({
  task: await offersOf(await call('task.listLedger', { filter: {} }), async (taskId) => {
    const task = await call('task.get', { taskId })
    const asked = await call('opinion.listAsked', { taskId })
    return task && { events: [...seenOn(task), ...(asked?.items.length ? ['asked'] : [])] }
  }),
  released: await offersOf(await call('register.listTasks', { filter: {} }), async (taskId) => {
    const own = await call('opinion.getOwn', { taskId })
    return own && { events: [own.speaking] }
  }),
  own: await offersOf(await call('feedback.listMine', {}), (feedbackId) =>
    call('feedback.get', { feedbackId }),
  ),
  report: await offersOf(await call('feedback.listDesk', {}), (feedbackId) =>
    call('feedback.getHandled', { feedbackId }),
  ),
  objection: await offersOf(await call('feedback.listObjections', { open: true }), (objectionId) =>
    call('feedback.getObjection', { objectionId }),
  ),
  opinion: await owedOpinions(call),
  summary: await summariesOf(call),
  timeline: await offersOf(await call('enterprise.listTimelines', {}), (timelineId) =>
    call('enterprise.getTimeline', { timelineId }),
  ),
  visit: await offersOf(await call('enterprise.listVisits', {}), (visitId) =>
    call('enterprise.getVisit', { visitId }),
  ),
  round: await offersOf(await call('documents.listRounds', {}), () => null),
  measure: await measuresOf(call),
  batch: await offersOf(await call('documents.listBatches', {}), async (batchId) => {
    const found = await call('documents.getBatch', { batchId })
    return found && { events: [found.batch.state] }
  }),
})

export const pathOf = (route: string) => `${route.split('?')[0]}/index`

/**
 * @param known what was offered before, to anybody; what this route offers comes in
 * @returns the addresses that a route of the table stands for
 */
export const addressesOf = (route: string, things: Things, known = new Set<string>()): string[] => {
  const [, kind, wanted, more = ''] = /\?:(\w+)([^&]*)(&.*)?$/.exec(route) ?? []
  if (kind === undefined) return [pathOf(route)]
  const offers = things[kind as Kind]
  const fits = offers.find(({ events }) => events.includes(wanted?.slice(1) ?? ''))
  const chosen =
    wanted === '*'
      ? offers.filter(({ events }, place) => {
          const isNew = events.some((event) => !known.has(`${kind} ${event}`))
          for (const event of events) known.add(`${kind} ${event}`)
          return isNew || place === 0
        })
      : [fits ?? offers[0]]
  // A thing that this person has none of: the page says so.
  const ids = chosen.length > 0 ? chosen.map((thing) => thing?.id ?? 'none') : ['none']
  return ids.map((id) => `${pathOf(route)}?id=${id}${more}`)
}
