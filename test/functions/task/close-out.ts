import type { ActionInput } from '@/contract/actions'
import type { Deadline } from '@/domain/task/deadline'
import { releasableTaskFields } from '@/domain/release/release'
import { type actingAs, assignment, draftTask, type Ledger, plan } from './ledger'
import { readAll } from './read-places'

/** A word on each of the five standards. */
export const standardWords = {
  measuresDone: '两条都做完',
  violationsPunished: '没有违法',
  normsMet: '出水达标',
  likeProblemsDone: '同类管口一起查过',
  treatedAtSource: '每月巡查一次',
}

/** The county's step by its farming office, the city's by the water office. */
export const twoSteps: Pick<ActionInput<'task.changeChain'>, 'chain' | 'closingLevel'> = {
  chain: [
    { level: 'county', unitId: 'farming-maonan' },
    { level: 'city', unitId: 'water' },
  ],
  closingLevel: 'city',
}

/** Both measures of the draft task reported done by one unit. */
export const doneAll = async (
  report: (input: ActionInput<'task.reportDone'>) => Promise<unknown>,
  taskId: string,
  unitId: string,
): Promise<void> => {
  for (const measureId of ['m1', 'm2'])
    await report({
      taskId,
      partId: `measure.${measureId}.${unitId}`,
      on: '2019-11-18',
      words: '截污管已接通',
      paperNumber: '茂建函〔2019〕1号',
    })
}

type Verify = ActionInput<'task.verify'>

/** A step that finds both measures in place, looked at with one more person. */
export const inPlace = (
  taskId: string,
  level: Verify['level'],
  other: Verify['others'][number] = { name: '王工', unitName: '市环科院' },
): Verify => ({
  taskId,
  level,
  others: [other],
  measures: ['m1', 'm2'].map((measureId) => ({ measureId, inPlace: true, words: '看了验收单' })),
  words: '现场看过，都到位',
  paperNumber: null,
  rework: null,
})

/** The first measure has to be done again by the housing office. */
export const rework = {
  on: '2020-03-31',
  reason: '截污管还有一处没接',
  demands: [{ unitId: 'housing', words: '接通最后一处截污管', measureIds: ['m1'] }],
}

type As = ReturnType<typeof actingAs>

/** When the list and the plan want it done. */
interface Dates {
  readonly deadline: Deadline
  readonly plannedOn: string
}

/** Tasks that housing does alone, as far on the way to close-out as a test needs them. */
export const casesIn = (as: As, ledger: Ledger, dates?: Dates) => {
  const underway = async (
    taskId: string,
    more: Parameters<typeof assignment>[2] = {},
    change: Parameters<typeof draftTask>[1] = {},
  ) => {
    await ledger.draft(draftTask(taskId, { ...(dates && { deadline: dates.deadline }), ...change }))
    await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing'], more))
    await as.ok('housingStaff', 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })
    await as.ok('housingStaff', 'task.submitPlan', {
      taskId,
      plan: plan(['m1', 'm2'], dates?.plannedOn),
    })
    await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
    return taskId
  }
  const done = async (...named: Parameters<typeof underway>) => {
    const taskId = await underway(...named)
    await doneAll((input) => as.ok('housingStaff', 'task.reportDone', input), taskId, 'housing')
    return taskId
  }
  /** Water answers for it, housing has a share of it; each has said its own done. */
  const doneByTwo = async (taskId: string) => {
    await ledger.draft(draftTask(taskId))
    const led = { leadUnitId: 'water' }
    await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing', 'water'], led))
    const both = [
      ['housingStaff', 'housing'],
      ['waterStaff', 'water'],
    ] as const
    for (const [who] of both) {
      await as.ok(who, 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })
      await as.ok(who, 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    }
    await as.ok('waterStaff', 'task.approvePlan', { taskId, unitId: 'housing' })
    await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'water' })
    for (const [who, unitId] of both)
      await doneAll((input) => as.ok(who, 'task.reportDone', input), taskId, unitId)
    return taskId
  }
  /** Self-checked by the leader and asked for by staff. */
  const ask = async (taskId: string) => {
    const said = { standards: standardWords, signOffNumber: null }
    await as.ok('housingLeader', 'task.selfCheck', { taskId, ...said })
    const reportNumber = '茂建报〔2019〕8号'
    await as.ok('housingStaff', 'task.requestCloseOut', { taskId, reportNumber })
  }
  const asked = async (taskId: string, more: Parameters<typeof assignment>[2] = {}) => {
    await done(taskId, more)
    await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
    await ask(taskId)
    return taskId
  }
  /** Both steps passed, the county's confirmed by its second checker. */
  const pass = async (taskId: string, membershipId: string) => {
    await as.ok('farmingStaff', 'task.verify', inPlace(taskId, 'county', { membershipId }))
    await as.ok('farmingColleague', 'task.confirmCheck', { taskId })
    await as.ok('waterStaff', 'task.verify', inPlace(taskId, 'city'))
  }
  /** Both checks on the text as it stands. */
  const release = async (taskId: string) => {
    const digest = await readAll(as.ok, taskId)
    const read = { taskId, fields: [...releasableTaskFields], digest }
    await as.ok('coordinator', 'task.checkSecrecy', read)
    await as.ok('publisher', 'task.checkOpenness', read)
  }
  /** From verification on to a running notice. */
  const publish = async (taskId: string, membershipId: string) => {
    await pass(taskId, membershipId)
    await release(taskId)
    await as.ok('coordinator', 'task.publishNotice', { taskId })
    return taskId
  }
  return { underway, done, doneByTwo, ask, asked, pass, release, publish }
}
