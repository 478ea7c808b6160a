import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import type { ErrorCode } from '@/contract/errors'
import { releasableTaskFields } from '@/domain/release/release'
import type { RectificationTask } from '@/domain/task/task'
import type { TestApp } from '../../support/app'
import type { Colleague, Organization } from '../../support/organization'
import { invite, uploadPhoto, villageCode } from '../feedback/desk'
import { actingAs, assignment, draftTask, openLedger, plan } from '../task/ledger'
import { readAll } from '../task/read-places'

export { villageCode }
export const otherVillage = '440902101202'

/** A village with a branch and a committee, and a task that touches it. */
export const villageIn = async (app: TestApp, people: Organization) => {
  const as = actingAs(app, people)
  const ledger = openLedger(app)
  const { openid, actAs } = people.administrator
  const committeeUnit = {
    key: 'committee-shangtang',
    name: '上塘村民委员会',
    kind: 'villagersCommittee' as const,
    regionCode: villageCode,
    aliases: [],
    phone: null,
  }
  await app.ok(
    openid,
    'identity.importOrganization',
    { regions: [], units: [committeeUnit] },
    { actAs },
  )
  const committee: Colleague = await invite(app, people, 'committee', [
    'villageOfficer',
    'committee-shangtang',
    villageCode,
  ])
  const by = (who: Colleague) => ({
    ok: <N extends ActionName>(action: N, input: ActionInput<N>): Promise<ActionOutput<N>> =>
      app.ok(who.openid, action, input, { actAs: who.actAs }),
    refusal: <N extends ActionName>(action: N, input: ActionInput<N>): Promise<ErrorCode> =>
      app.refusal(who.openid, action, input, { actAs: who.actAs }),
  })

  /** Released and in progress; housing does it alone. */
  const underway = async (
    taskId: string,
    change: Partial<RectificationTask> = {},
    villageCodes: string[] = [villageCode],
  ): Promise<string> => {
    await ledger.draft(draftTask(taskId, change))
    await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing'], { villageCodes }))
    const digest = await readAll(as.ok, taskId)
    const check = { taskId, fields: [...releasableTaskFields], digest }
    await as.ok('coordinator', 'task.checkSecrecy', check)
    await as.ok('publisher', 'task.checkOpenness', check)
    await as.ok('housingStaff', 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })
    await as.ok('housingStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
    return taskId
  }
  const asked = async (taskId: string): Promise<string> => {
    await underway(taskId)
    await as.ok('housingStaff', 'task.askVillage', { taskId })
    return taskId
  }
  const opinionOf = async (who: Colleague, taskId: string): Promise<string> =>
    (await by(who).ok('opinion.listAsked', { taskId })).items[0]!.id

  const meeting = async (who: Colleague, on = '2019-11-18') => ({
    meetingOn: on,
    present: 21,
    minutesIds: [await uploadPhoto(app, who.openid, who)],
  })
  /** Somebody who says that they live there; by default in the affected village. */
  const villager = async (openid: string, regionCode: string | null = villageCode) => {
    await app.ok(openid, 'identity.setVillage', { regionCode })
    return openid
  }
  return { as, by, ledger, committee, underway, asked, opinionOf, meeting, villager }
}
