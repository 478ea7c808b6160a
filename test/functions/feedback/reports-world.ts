import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { admission, answerOf, as, reportInput } from './desk'

/** Who reports where one reporter is enough. */
export const reporter = 'openid-reporter'

export interface ReportsWorld {
  readonly app: TestApp
  readonly people: Organization
  /** Id of a report that was submitted and given to the farming office. */
  readonly assigned: (change?: Parameters<typeof reportInput>[0]) => Promise<string>
  /** Id of one whose answer was released. */
  readonly answered: () => Promise<string>
}

export const openReports = async (): Promise<ReportsWorld> => {
  const app = await startApp()
  const people = await buildOrganization(app)
  const assigned: ReportsWorld['assigned'] = async (change = {}) => {
    const { id } = await app.ok(reporter, 'feedback.submit', reportInput(change))
    await as(app, people.intake).ok('feedback.admit', admission(id))
    const { unitId } = people.farmingStaff
    await as(app, people.intake).ok('feedback.assign', { feedbackId: id, unitId })
    return id
  }
  const answered = async () => {
    const id = await assigned()
    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(id))
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: id })
    return id
  }
  return { app, people, assigned, answered }
}
