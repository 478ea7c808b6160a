import type { UnitId } from '@/domain/organization/unit'
import { atOnceSendAt } from '@/domain/reminder/message'
import { type NoticeTo, templateOfNotice } from '@/domain/reminder/notice'
import type { TaskId } from '@/domain/task/task'
import type { Recipient } from '../_stores/messages/message-recipients'
import { newsOf, type OutboxRow } from '../_stores/messages/message-store'
import type { Parts, Run } from './parts'

const batchSize = 50

type About = Pick<OutboxRow, 'thingId' | 'title' | 'regionCode' | 'hiddenFrom'>
type Addressee = Recipient & About

/** Some of those who are told of a row; `after` names where the rest begins, null when this is all. */
interface Page {
  readonly people: readonly Addressee[]
  readonly after: string | null
}

const aboutOf = ({ thingId, title, regionCode, hiddenFrom }: OutboxRow): About => ({
  thingId,
  title,
  regionCode,
  hiddenFrom,
})

/** Branches and committees that were asked in the present cycle. */
const askedVillages = async (
  { tasks, opinions }: Parts,
  taskId: TaskId,
  { recipients }: Run,
): Promise<Recipient[]> => {
  const asking = (await tasks.find(taskId))?.task.asking
  const asked = asking ? await opinions.collective(asking.id) : []
  const units = [...new Set(asked.flatMap(({ unitId }) => unitId ?? []))]
  const people = await Promise.all(
    units.map((unitId) => recipients.inUnit(unitId, ['villageOfficer'], [])),
  )
  return people.flat()
}

/** The news names the task and no report: whoever reads the message learns of no reporter. */
const concernedBy = async (
  parts: Parts,
  row: OutboxRow,
  taskId: TaskId,
  run: Run,
): Promise<Page> => {
  const { reporters, after } = await parts.reporters.ofTask(taskId, row.after ?? '')
  const villages = row.after === undefined ? await askedVillages(parts, taskId, run) : []
  const residents = reporters.map(({ personId }) => ({ personId, membershipId: null }))
  return {
    people: [...residents, ...villages].map((each) => ({ ...each, ...aboutOf(row) })),
    after,
  }
}

const whole = (people: readonly Addressee[]): Page => ({ people, after: null })

/** Who said it, while they are there to say it again; else everybody of the unit. */
const inUnit = async (
  { unitId, roles, saidBy }: Extract<NoticeTo, { unitId: UnitId }>,
  { hiddenFrom }: OutboxRow,
  { recipients }: Run,
): Promise<readonly Recipient[]> => {
  const members = await recipients.inUnit(unitId, roles, hiddenFrom)
  const said = members.filter(({ personId }) => personId === saidBy)
  return said.length > 0 ? said : members
}

/** Reporters read the news of a matter under their own report. */
const addressees = async (parts: Parts, row: OutboxRow, run: Run): Promise<Page> => {
  const { reporters, objections } = parts
  const { to } = row
  if ('concernedBy' in to) return concernedBy(parts, row, to.concernedBy, run)
  if ('roles' in to) {
    const people =
      'unitId' in to
        ? await inUnit(to, row, run)
        : await run.recipients.forRegion(to.regionCode, to.roles, row.hiddenFrom)
    return whole(people.map((recipient) => ({ ...recipient, ...aboutOf(row) })))
  }
  if ('objectorOf' in to) {
    const sealed = await objections.original(to.objectorOf)
    if (!sealed) return whole([])
    return whole([{ personId: sealed.original.personId, membershipId: null, ...aboutOf(row) }])
  }
  const found = await reporters.of(to.reportersOf)
  return whole(
    found.map(({ personId, feedbackId, number, accusedUnitIds, regionCode }) => ({
      personId,
      membershipId: null,
      thingId: feedbackId,
      title: number,
      regionCode: regionCode ?? row.regionCode,
      hiddenFrom: [...new Set([...row.hiddenFrom, ...accusedUnitIds])],
    })),
  )
}

/** One message per addressee. A run that dies before the row goes makes the same ones again. */
const expandOne = async (parts: Parts, row: OutboxRow, run: Run): Promise<void> => {
  const { queue, outbox, settings, cipher } = parts
  const { people, after } = await addressees(parts, row, run)
  for (const { personId, membershipId, ...about } of people)
    await queue.add({
      // Without our key nobody finds out by trying whom a message is about.
      id: cipher.blind(`notice ${newsOf(row)} ${about.thingId} ${personId}`),
      personId,
      template: templateOfNotice[row.notice],
      state: 'pending',
      at: run.now,
      notBefore: atOnceSendAt(run.now, settings),
      about: row.notice,
      things: 1,
      attempts: 0,
      body: {
        kind: 'notice',
        notice: row.notice,
        thing: row.thing,
        ...about,
        dueOn: row.dueOn,
        membershipId,
      },
    })
  if (after === null) return outbox.remove(row.id)
  await outbox.goOn(row.id, after)
  if (parts.clock() < run.stopAt) await expandOne(parts, { ...row, after }, run)
}

/** Turns what business transactions told into messages, singly and outside quiet hours. */
export const expandOutbox = async (parts: Parts, run: Run): Promise<void> => {
  while (parts.clock() < run.stopAt) {
    const rows = await parts.outbox.oldest(batchSize)
    for (const row of rows) await expandOne(parts, row, run)
    if (rows.length < batchSize) return
  }
}
