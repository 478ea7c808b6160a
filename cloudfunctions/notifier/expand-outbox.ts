import { atOnceSendAt } from '@/domain/reminder/message'
import { templateOfNotice } from '@/domain/reminder/notice'
import type { Recipient } from '../_stores/message-recipients'
import type { OutboxRow } from '../_stores/message-store'
import type { Parts, Run } from './parts'

const batchSize = 50

type About = Pick<OutboxRow, 'thingId' | 'title' | 'regionCode' | 'hiddenFrom'>
type Addressee = Recipient & About

const aboutOf = ({ thingId, title, regionCode, hiddenFrom }: OutboxRow): About => ({
  thingId,
  title,
  regionCode,
  hiddenFrom,
})

/** Reporters read the news of a matter under their own report. */
const addressees = async (
  { reporters, objections }: Parts,
  row: OutboxRow,
  { recipients }: Run,
): Promise<Addressee[]> => {
  const { to } = row
  if ('unitId' in to) {
    const people = await recipients.inUnit(to.unitId, to.roles, row.hiddenFrom)
    return people.map((recipient) => ({ ...recipient, ...aboutOf(row) }))
  }
  if ('objectorOf' in to) {
    const sealed = await objections.original(to.objectorOf)
    if (!sealed) return []
    return [{ personId: sealed.original.personId, membershipId: null, ...aboutOf(row) }]
  }
  const found = await reporters.of(to.reportersOf)
  return found.map(({ personId, feedbackId, number, accusedUnitIds, regionCode }) => ({
    personId,
    membershipId: null,
    thingId: feedbackId,
    title: number,
    regionCode: regionCode ?? row.regionCode,
    hiddenFrom: [...new Set([...row.hiddenFrom, ...accusedUnitIds])],
  }))
}

/** One message per addressee. A run that dies before the row goes makes the same ones again. */
const expandOne = async (parts: Parts, row: OutboxRow, run: Run) => {
  const { queue, outbox, settings, cipher } = parts
  for (const { personId, membershipId, ...about } of await addressees(parts, row, run))
    await queue.add({
      // Without our key nobody finds out by trying whom a message is about.
      id: cipher.blind(`notice ${row.id} ${about.thingId} ${personId}`),
      personId,
      template: templateOfNotice[row.notice],
      state: 'pending',
      at: run.now,
      notBefore: atOnceSendAt(run.now, settings),
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
  await outbox.remove(row.id)
}

/** Turns what business transactions told into messages, singly and outside quiet hours. */
export const expandOutbox = async (parts: Parts, run: Run): Promise<void> => {
  while (parts.clock() < run.stopAt) {
    const rows = await parts.outbox.oldest(batchSize)
    for (const row of rows) await expandOne(parts, row, run)
    if (rows.length < batchSize) return
  }
}
