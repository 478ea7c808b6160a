import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { fireTimer } from '../feedback/desk'
import { casesIn, doneAll, twoSteps } from '../task/close-out'
import { answerSummary } from './answer-summary'
import { villageCode, villageIn } from './village'

let app: TestApp
let people: Organization
let village: Awaited<ReturnType<typeof villageIn>>

beforeAll(async () => {
  app = await startApp()
  people = await buildOrganization(app)
  village = await villageIn(app, people)
})
afterAll(() => app.close())

const decision = (taskId: string) => ({ taskId, decisionNumber: '茂整改〔2019〕3号' })

/** Under notice; the branch is heard or silent, and one villager is satisfied. */
const published = async (taskId: string, branch: 'heard' | 'silent' = 'heard') => {
  const { as } = village
  const cases = casesIn(as, village.ledger)
  await village.asked(taskId)
  if (branch === 'heard') {
    const opinionId = await village.opinionOf(people.villageOfficer, taskId)
    await as.ok('villageOfficer', 'opinion.sayNotInvolved', { opinionId })
  }
  const openid = await village.villager(`openid-early-${taskId}`)
  await app.ok(openid, 'opinion.giveOwn', { taskId, satisfaction: 'satisfied', words: '' })
  await doneAll((input) => as.ok('housingStaff', 'task.reportDone', input), taskId, 'housing')
  await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  await cases.ask(taskId)
  await cases.publish(taskId, people.farmingColleague.actAs)
  return taskId
}

const elapse = async (day: string) => {
  await app.clock.jump(Date.parse(`${day}T09:00:00+08:00`))
  await fireTimer(app, 'task')
}

const owedToIntake = async (taskId: string) => {
  const { summaryId } = await village.as.ok('intake', 'opinion.listAsked', { taskId })
  return (await village.as.ok('intake', 'notifier.listTodo', {})).items
    .filter(({ thingId }) => thingId === summaryId)
    .map(({ kind }) => kind)
}

describe('words that come after the summary', () => {
  it('open it again when the notice ends, and refuse the approval until they are answered', async () => {
    const { as } = village
    const unsummarized = await published('late-never')
    const silent = await published('late-silent')
    const late = await published('late-words')
    for (const taskId of [silent, late]) await answerSummary(as.ok, taskId)
    const openid = await village.villager('openid-late')
    const said = { satisfaction: 'unsatisfied', words: '又冒黑水' } as const
    await app.ok(openid, 'opinion.giveOwn', { taskId: late, ...said })
    await elapse('2019-12-02')

    expect(await as.refusal('coordinator', 'task.approveCloseOut', decision(unsummarized))).toBe(
      'TASK.OPINION_UNANSWERED',
    )
    expect((await as.ok('coordinator', 'task.approveCloseOut', decision(silent))).state).toBe(
      'closed',
    )
    expect(await owedToIntake(silent)).toEqual([])

    expect(await owedToIntake(late)).toEqual(['summarizeOpinions'])
    expect(await as.refusal('coordinator', 'task.approveCloseOut', decision(late))).toBe(
      'TASK.OPINION_UNANSWERED',
    )
    await answerSummary(as.ok, late, ['residents'])
    expect((await as.ok('coordinator', 'task.approveCloseOut', decision(late))).state).toBe(
      'closed',
    )
  })

  it('refuse the approval also where a row came in that no timer has seen', async () => {
    const { as } = village
    const taskId = await published('late-between')
    await answerSummary(as.ok, taskId)
    await elapse('2020-01-02')
    const { database } = village.ledger
    const { asking } = (await database.get('tasks', taskId)) as unknown as {
      asking: { id: string }
    }
    // A word that was committed beside the end of the notice.
    const [spoken] = await database.find(
      'opinions',
      { askingId: asking.id, voice: 'resident' },
      { limit: 1 },
    )
    await database.update('opinions', spoken!._id, { revision: 2 })
    expect(await as.refusal('coordinator', 'task.approveCloseOut', decision(taskId))).toBe(
      'TASK.OPINION_UNANSWERED',
    )
  })
})

describe('the villages’ word in the notice', () => {
  it('stands there as its summary was released before, and a later one changes no text', async () => {
    const { as } = village
    const taskId = 'notice-villages'
    await village.asked(taskId)
    const opinionId = await village.opinionOf(people.villageOfficer, taskId)
    await as.ok('villageOfficer', 'opinion.sayNotInvolved', { opinionId })
    const openid = await village.villager('openid-notice-villages')
    const own = { taskId, satisfaction: 'unsatisfied', words: '雨天照样臭得很' } as const
    await app.ok(openid, 'opinion.giveOwn', own)
    await doneAll((input) => as.ok('housingStaff', 'task.reportDone', input), taskId, 'housing')
    await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
    const cases = casesIn(as, village.ledger)
    await cases.ask(taskId)
    await answerSummary(as.ok, taskId, ['residents'])
    await cases.publish(taskId, people.farmingColleague.actAs)
    const shown = async () => (await app.ok(null, 'register.getTask', { taskId })).result?.villages
    const said = await shown()
    expect(said).toMatchObject({ counts: null })
    expect(said!.words.length).toBeGreaterThan(0)
    // Nobody's own words, and no number of so few.
    expect(JSON.stringify(said)).not.toContain('雨天照样臭得很')
    const before = await as.ok('coordinator', 'task.get', { taskId })

    await app.ok(openid, 'opinion.giveOwn', { ...own, words: '还是臭' })
    await elapse('2020-01-17')
    // Changed by the same person after the summary: what was answered before answers it no more.
    expect(await as.refusal('coordinator', 'task.approveCloseOut', decision(taskId))).toBe(
      'TASK.OPINION_UNANSWERED',
    )
    await answerSummary(as.ok, taskId, ['residents'])
    const after = await as.ok('coordinator', 'task.get', { taskId })
    expect(after.release).toEqual(before.release)
    expect(await shown()).toEqual(said)
  })
})

describe('a village of which neither branch nor committee has spoken', () => {
  it('holds the approval, whatever residents say, until two persons have been there', async () => {
    const { as } = village
    const taskId = await published('unheard', 'silent')
    await answerSummary(as.ok, taskId)
    await elapse('2020-02-20')
    expect((await as.ok('coordinator', 'task.get', { taskId })).state).toBe('awaitingApproval')
    expect(await as.refusal('coordinator', 'task.approveCloseOut', decision(taskId))).toBe(
      'TASK.OPINION_MISSING',
    )
    const { minutesIds } = await village.meeting(people.inspector)
    await as.ok('inspector', 'task.visitVillage', {
      taskId,
      villageCode,
      on: '2020-02-20',
      companion: '张某',
      met: '村民两户',
      said: '水清了',
      minutesIds,
    })
    // What the village said there is new to the summary.
    await answerSummary(as.ok, taskId)
    expect((await as.ok('coordinator', 'task.approveCloseOut', decision(taskId))).state).toBe(
      'closed',
    )
  })
})
