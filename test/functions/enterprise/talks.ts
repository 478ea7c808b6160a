import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import type { ErrorCode } from '@/contract/errors'
import type { MeasureDate } from '@/domain/timeline/timeline'
import type { TestApp } from '../../support/app'
import type { Organization } from '../../support/organization'
import { assignment, draftTask, openLedger } from '../task/ledger'

/** One day for each of the two measures of a test task. */
export const datesOf = (first: string, second = first): MeasureDate[] => [
  { measureId: 'm1', on: first },
  { measureId: 'm2', on: second },
]

type Name = keyof Organization

/** Calls in the role of a colleague, and tasks that two sides can talk about. */
export const talksIn = (app: TestApp, people: Organization) => {
  const ledger = openLedger(app)
  const ok = <N extends ActionName>(
    name: Name,
    action: N,
    input: ActionInput<N>,
  ): Promise<ActionOutput<N>> =>
    app.ok(people[name].openid, action, input, { actAs: people[name].actAs })
  const refusal = <N extends ActionName>(
    name: Name,
    action: N,
    input: ActionInput<N>,
  ): Promise<ErrorCode> =>
    app.refusal(people[name].openid, action, input, { actAs: people[name].actAs })

  /** Due on 31 December 2020, given to the housing office, and it affects the farm. */
  const taskFor = async (id: string, enterpriseIds = ['farm']): Promise<string> => {
    await ledger.draft(draftTask(id))
    await ok('coordinator', 'task.assign', assignment(id, ['housing'], { enterpriseIds }))
    return id
  }
  const proposal = (taskId: string, dates = datesOf('2020-06-30')) => ({
    taskId,
    enterpriseId: 'farm',
    dates,
    reason: null,
  })
  return {
    ok,
    refusal,
    taskFor,
    proposal,
    draft: (id: string) => ledger.draft(draftTask(id)),
    proposed: async (id: string): Promise<string> =>
      (await ok('housingStaff', 'enterprise.propose', proposal(await taskFor(id)))).id,
    counterOf: (timelineId: string, round: number, dates = datesOf('2020-08-15')) => ({
      timelineId,
      round,
      dates,
      reason: '设备到货要三个月',
      technicalPlan: '先建临时池,再换膜',
      planFileIds: [] as string[],
    }),
  }
}
