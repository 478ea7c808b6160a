import { atOnceSendAt } from '@/domain/reminder/message'
import { templateOfNotice } from '@/domain/reminder/notice'
import type { Recipient } from '../_stores/message-recipients'
import { digestOf, type OutboxRow } from '../_stores/message-store'
import type { Parts, Run } from './parts'

const batchSize = 50

const addressees = async ({ to }: OutboxRow, { recipients }: Run): Promise<Recipient[]> =>
  'personId' in to
    ? [{ personId: to.personId, membershipId: null }]
    : recipients.inUnit(to.unitId, to.roles)

/** One message per addressee. A run that dies before the row goes makes the same ones again. */
const expandOne = async ({ queue, outbox, settings }: Parts, row: OutboxRow, run: Run) => {
  for (const { personId, membershipId } of await addressees(row, run))
    await queue.add({
      id: digestOf('notice', row.id, personId),
      personId,
      template: templateOfNotice[row.notice],
      state: 'pending',
      at: row.at,
      notBefore: atOnceSendAt(run.now, settings),
      things: 1,
      attempts: 0,
      body: {
        kind: 'notice',
        notice: row.notice,
        thing: row.thing,
        thingId: row.thingId,
        title: row.title,
        dueOn: row.dueOn,
        regionCode: row.regionCode,
        hiddenFrom: row.hiddenFrom,
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
