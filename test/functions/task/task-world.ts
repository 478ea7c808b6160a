import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { casesIn } from './close-out'
import { actingAs, assignment, draftTask, type Ledger, openLedger, plan } from './ledger'

const signer = { person: '李某', phone: '0668-2111111' }

/** What the tests of tasks are set in. */
export interface TaskWorld {
  readonly app: TestApp
  readonly organization: Organization
  readonly ledger: Ledger
  readonly as: ReturnType<typeof actingAs>
  readonly cases: ReturnType<typeof casesIn>
  /** Housing leads, water does it too, and a firm is affected; every plan is approved. */
  readonly underway: (taskId: string) => Promise<string>
}

export const openTaskWorld = async (): Promise<TaskWorld> => {
  const app = await startApp()
  const organization = await buildOrganization(app)
  const ledger = openLedger(app)
  const as = actingAs(app, organization)
  const underway = async (taskId: string) => {
    await ledger.draft(draftTask(taskId))
    const given = { leadUnitId: 'housing', enterpriseIds: ['farm'] }
    await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing', 'water'], given))
    for (const name of ['housingStaff', 'waterStaff'] as const) {
      await as.ok(name, 'task.signFor', { taskId, ...signer })
      await as.ok(name, 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    }
    await as.ok('housingLeader', 'task.approvePlan', { taskId, unitId: 'water' })
    await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
    return taskId
  }
  return { app, organization, ledger, as, cases: casesIn(as, ledger), underway }
}
