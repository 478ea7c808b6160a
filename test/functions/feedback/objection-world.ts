import type { ActionInput } from '@/contract/actions'
import { addDays } from '@/domain/calendar/day'
import { startApp } from '../../support/app'
import { buildOrganization } from '../../support/organization'
import { casesIn } from '../task/close-out'
import { actingAs, openLedger } from '../task/ledger'
import { fireTimer, newLookupHash } from './desk'

type Lodge = ActionInput<'feedback.lodgeObjection'>

export const objectionTo = (taskId: string, change: Partial<Lodge> = {}): Lodge => ({
  taskId,
  ground: 'notInPlace',
  words: '下雨后坡脚还有黑水流进沟里',
  photoIds: [],
  voiceId: null,
  contactPhone: '13812345678',
  lookupHash: newLookupHash(),
  ...change,
})

/** A city in which notices run and residents object to them. */
export const openObjectionWorld = async () => {
  const app = await startApp()
  const organization = await buildOrganization(app)
  const ledger = openLedger(app)
  const as = actingAs(app, organization)
  const cases = casesIn(as, ledger)
  let today = '2019-11-18'
  const at = (day: string, time: string) => Date.parse(`${day}T${time}+08:00`)
  const goTo = async (day: string, time = '09:00:00.000') => {
    await app.clock.jump(at(day, time))
    today = day
  }
  const published = async (taskId: string, more: { readonly enterpriseIds?: string[] } = {}) =>
    cases.publish(await cases.asked(taskId, more), organization.farmingColleague.actAs)
  /** Lodged by this resident; its id. */
  const lodged = async (openid: string, taskId: string, change: Partial<Lodge> = {}) => {
    const input = objectionTo(taskId, change)
    return (await app.ok(openid, 'feedback.lodgeObjection', input)).objection!.id
  }
  const summarized = async (objectionId: string) => {
    const written = { objectionId, summary: '坡脚有黑水', clearedPhotoIds: [] }
    await as.ok('intake', 'feedback.summarizeObjection', written)
    return objectionId
  }
  const admitted = async (openid: string, taskId: string) => {
    const objectionId = await summarized(await lodged(openid, taskId))
    await as.ok('coordinator', 'feedback.admitObjection', { objectionId })
    return objectionId
  }
  /** What has to be done again, in `days`. */
  const rework = (days = 30) => ({
    reason: '现场确有黑水渗出',
    on: addDays(today, days),
    demands: [{ unitId: 'housing', words: '封堵坡脚渗口', measureIds: ['m1'] }],
  })
  const stateOf = async (taskId: string) =>
    (await as.ok('coordinator', 'task.get', { taskId })).state
  const owed = async (who: 'intake' | 'coordinator' | 'housingStaff', thingId: string) =>
    (await as.ok(who, 'notifier.listTodo', {})).items
      .filter((row) => row.thingId === thingId)
      .map(({ kind }) => kind)
  return {
    app,
    organization,
    ledger,
    as,
    cases,
    today: () => today,
    goTo,
    published,
    lodged,
    summarized,
    admitted,
    rework,
    stateOf,
    owed,
    tick: () => fireTimer(app, 'task'),
  }
}

export type ObjectionWorld = Awaited<ReturnType<typeof openObjectionWorld>>
