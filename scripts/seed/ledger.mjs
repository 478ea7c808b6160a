import { askForChecks, check, consultFirms } from './checking.mjs'
import { beginNotices, bringOnTheWay, decide, decideEarly } from './closing.mjs'
import { importLists } from './import-lists.mjs'
import { buildOrganization } from './staff.mjs'
import { askVisits, recordVisits, setVisitDays } from './visits.mjs'
import {
  agree,
  answer,
  approve,
  askForTime,
  counter,
  handOver,
  handOverMore,
  hear,
  hearMore,
  plan,
  propose,
  publish,
  releaseAnswer,
  reportNodes,
  sign,
} from './story.mjs'

/** The demonstration begins here: when the plan was new. */
const demonstrationStart = '2019-11-18T09:30:00+08:00'

const hasLedger = async (client, openid) => {
  const { items } = await client.call(openid, 'register.listTasks', { filter: {} })
  return items.length > 0
}

/**
 * Two weeks of a ledger's life before the demonstration begins, told in order; the clock moves
 * on between the days, so that limits run and reminders go out as they would have.
 * @returns {Promise<boolean>} false when a ledger was there already
 */
export const seedLedger = async (client, administrator) => {
  if (await hasLedger(client, administrator)) return false
  const on = (day, hour = '10:00') => client.clock.jump(`2019-11-${day}T${hour}:00+08:00`)

  await on('04')
  const people = await buildOrganization(client, administrator)
  const tasks = await importLists(client, people.coordinator)
  await handOver(people, tasks)
  await beginNotices(people, tasks)
  await on('05')
  await sign(people, tasks)
  await on('07')
  const feedbackId = await hear(people)
  await on('08')
  const shares = await plan(people, tasks)
  await on('11')
  await approve(people, shares)
  await setVisitDays(people, 1, 2)
  await on('12')
  await publish(people, tasks)
  await bringOnTheWay(people, tasks)
  await askForChecks(people, tasks)
  await recordVisits(client, people, tasks)
  await setVisitDays(people, 2, 20)
  const timelineId = await propose(people, tasks)
  const agreed = await agree(people, tasks)
  await answer(people, feedbackId)
  await on('13')
  await releaseAnswer(people, feedbackId)
  await on('14')
  await counter(people, timelineId)
  await reportNodes(people, agreed)
  await hearMore(people)
  await consultFirms(people, tasks)
  await on('18', '08:30')
  await handOverMore(people, tasks)
  await askForTime(people, tasks)
  await decide(people, tasks)
  await decideEarly(people, tasks)
  await check(people, tasks)
  await askVisits(people, tasks)
  await client.clock.jump(demonstrationStart)
  return true
}
