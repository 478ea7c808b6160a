import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { doneAll, standardWords, twoSteps } from '../task/close-out'
import { villageIn } from './village'

let app: TestApp
let people: Organization
let village: Awaited<ReturnType<typeof villageIn>>

beforeAll(async () => {
  app = await startApp()
  people = await buildOrganization(app)
  village = await villageIn(app, people)
})
afterAll(() => app.close())

let villagers = 0
const say = async (taskId: string, satisfaction: 'satisfied' | 'half' | 'unsatisfied') => {
  const openid = await village.villager(`openid-says-${(villagers += 1)}`)
  const words = satisfaction === 'unsatisfied' ? '雨天照样臭得很' : ''
  await app.ok(openid, 'opinion.giveOwn', { taskId, satisfaction, words })
  return openid
}

/** Close-out was asked for after these villagers spoke. */
const requested = async (
  taskId: string,
  said: readonly ('satisfied' | 'half' | 'unsatisfied')[],
) => {
  const { as } = village
  await village.asked(taskId)
  const openids: string[] = []
  for (const satisfaction of said) openids.push(await say(taskId, satisfaction))
  await doneAll((input) => as.ok('housingStaff', 'task.reportDone', input), taskId, 'housing')
  await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  const signed = { taskId, standards: standardWords, signOffNumber: null }
  await as.ok('housingLeader', 'task.selfCheck', signed)
  await as.ok('housingStaff', 'task.requestCloseOut', { taskId, reportNumber: '1号' })
  const { summaryId } = await as.ok('intake', 'opinion.listAsked', { taskId })
  return { summaryId: summaryId!, openids }
}

const matters = [{ side: 'residents' as const, words: '雨天有味' }]
const words = '多数说好，有人说雨天有味'
const read = async (summaryId: string) =>
  (await village.as.ok('intake', 'opinion.openWords', { summaryId })).digest

describe('the summary of opinions', () => {
  it('goes from intake to the unit to the office, each owing it, and then to who has spoken', async () => {
    const { as } = village
    const taskId = 's-way'
    const { summaryId, openids } = await requested(taskId, ['satisfied', 'unsatisfied'])
    const owed = async (who: 'intake' | 'housingStaff' | 'coordinator') =>
      (await as.ok(who, 'notifier.listTodo', {})).items
        .filter(({ thingId }) => thingId === summaryId)
        .map(({ kind }) => kind)
    expect(await owed('intake')).toEqual(['summarizeOpinions'])
    expect(await as.refusal('housingStaff', 'opinion.getSummary', { summaryId })).toBe(
      'THING.NOT_FOUND',
    )
    const digest = await read(summaryId)
    await as.ok('intake', 'opinion.summarize', { summaryId, digest, words, matters })
    expect(await owed('housingStaff')).toEqual(['answerOpinions'])
    const answers = ['月底前再清一次']
    expect(
      await as.refusal('housingStaff', 'opinion.answerOpinions', { summaryId, answers: [] }),
    ).toBe('OPINION.ANSWER_MISSING')
    await as.ok('housingStaff', 'opinion.answerOpinions', { summaryId, answers })
    expect(await owed('coordinator')).toEqual(['releaseSummary'])
    const own = () => app.ok(openids[0]!, 'opinion.getOwn', { taskId })
    expect((await own()).summary).toBeNull()
    // On the desk of the notice it stands when it is released, and until then that it is still to come.
    const onDesk = async () =>
      (await as.ok('publisher', 'task.previewRelease', { taskId })).villages
    expect(await onDesk()).toEqual({ released: false, words: '', counts: null })
    await as.ok('coordinator', 'opinion.releaseSummary', { summaryId })
    expect(await onDesk()).toEqual({ released: true, words, counts: null })
    expect((await own()).summary).toMatchObject({ words, matters: [{ answer: answers[0] }] })
    const silent = await village.villager('openid-silent')
    expect((await app.ok(silent, 'opinion.getOwn', { taskId })).summary).toBeNull()
  })

  it('shows no number where one of the three is small: of two, one unsatisfied, nobody is found', async () => {
    const { summaryId } = await requested('s-two', ['satisfied', 'unsatisfied'])
    const digest = await read(summaryId)
    await village.as.ok('intake', 'opinion.summarize', { summaryId, digest, words, matters })
    for (const who of ['housingStaff', 'coordinator'] as const) {
      const { summary } = await village.as.ok(who, 'opinion.getSummary', { summaryId })
      expect(summary).toEqual({ words, counts: null, matters: [{ ...matters[0], answer: null }] })
    }
  })

  it('shows the three numbers where each is of five or more', async () => {
    const five = <T>(value: T): T[] => Array.from({ length: 5 }, () => value)
    const said = [
      ...five('satisfied' as const),
      ...five('half' as const),
      ...five('unsatisfied' as const),
    ]
    const { summaryId } = await requested('s-fifteen', said)
    const digest = await read(summaryId)
    await village.as.ok('intake', 'opinion.summarize', { summaryId, digest, words, matters })
    const { summary } = await village.as.ok('housingStaff', 'opinion.getSummary', { summaryId })
    expect(summary.counts).toEqual({ satisfied: 5, half: 5, unsatisfied: 5 })
  })

  it('is refused when a word came in, or was changed, between reading and writing', async () => {
    const taskId = 's-between'
    const { summaryId, openids } = await requested(taskId, ['unsatisfied'])
    const send = (digest: string) => ({ summaryId, digest, words, matters })
    const before = await read(summaryId)
    await say(taskId, 'half')
    expect(await village.as.refusal('intake', 'opinion.summarize', send(before))).toBe(
      'THING.CHANGED',
    )
    const again = await read(summaryId)
    await app.ok(openids[0]!, 'opinion.giveOwn', { taskId, satisfaction: 'half', words: '好些了' })
    expect(await village.as.refusal('intake', 'opinion.summarize', send(again))).toBe(
      'THING.CHANGED',
    )
    await village.as.ok('intake', 'opinion.summarize', send(await read(summaryId)))
  })

  it('leaves out nobody who is not satisfied', async () => {
    const { summaryId } = await requested('s-left-out', ['unsatisfied'])
    const digest = await read(summaryId)
    const written = { summaryId, digest, words, matters: [] }
    expect(await village.as.refusal('intake', 'opinion.summarize', written)).toBe(
      'OPINION.MATTER_MISSING',
    )
  })

  it('is written from words that only intake reads, each look in the chain', async () => {
    const { summaryId } = await requested('s-looks', ['unsatisfied'])
    for (const who of ['housingStaff', 'coordinator', 'inspector', 'villageOfficer'] as const)
      expect(await village.as.refusal(who, 'opinion.openWords', { summaryId })).toBe('ACCESS.ROLE')
    const { items } = await village.as.ok('intake', 'opinion.openWords', { summaryId })
    expect(items).toEqual([
      {
        voice: 'resident',
        villageName: '上塘村',
        satisfaction: 'unsatisfied',
        words: '雨天照样臭得很',
        recording: null,
      },
    ])
    const looks = await village.ledger.database.count('auditEvents', {
      thing: 'opinionSummary',
      thingId: summaryId,
    })
    expect(looks).toBe(2)
  })

  it('goes back to the unit with a reason when the answers answer nothing', async () => {
    const { as } = village
    const { summaryId } = await requested('s-returned', ['unsatisfied'])
    const digest = await read(summaryId)
    await as.ok('intake', 'opinion.summarize', { summaryId, digest, words, matters })
    await as.ok('housingStaff', 'opinion.answerOpinions', { summaryId, answers: ['已阅'] })
    const { state } = await as.ok('coordinator', 'opinion.returnAnswers', {
      summaryId,
      reason: '没说哪天',
    })
    expect(state).toBe('toAnswer')
    const reasonTo = async (who: 'housingStaff' | 'coordinator') =>
      (await as.ok(who, 'opinion.getSummary', { summaryId })).returnedFor
    expect([await reasonTo('housingStaff'), await reasonTo('coordinator')]).toEqual([
      '没说哪天',
      '没说哪天',
    ])
    await as.ok('housingStaff', 'opinion.answerOpinions', { summaryId, answers: ['月底前再清'] })
    expect(await reasonTo('housingStaff')).toBeNull()
  })
})
