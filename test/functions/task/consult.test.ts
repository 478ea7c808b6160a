import { openTaskWorld, type TaskWorld } from './task-world'
import { assignment, draftTask } from './ledger'

/** 征求意见: draft measures before the assignment, each opinion answered 采纳 or 不采纳. */

let world: TaskWorld
let as: TaskWorld['as']
beforeAll(async () => {
  world = await openTaskWorld()
  as = world.as
})
afterAll(() => world.app.close())

const villageCode = '440902101201'
/** Monday 18 November 2019 is today: five working days on is the 25th. */
const dueOn = '2019-11-25'
const asked = { villageCodes: [villageCode], enterpriseIds: ['farm'], dueOn }

const consulted = async (taskId: string) => {
  await world.ledger.draft(draftTask(taskId))
  await as.ok('coordinator', 'task.consult', { taskId, ...asked })
  return taskId
}
const say = (who: 'villageOfficer' | 'enterprise', taskId: string, words: string) =>
  as.ok(who, 'task.sayOnDraft', { taskId, agrees: words === '', words })
const office = async (taskId: string) =>
  (await as.ok('coordinator', 'task.get', { taskId })).consultation!
const ownOf = async (who: 'villageOfficer' | 'enterprise', taskId: string) =>
  (await as.ok(who, 'task.get', { taskId })).consultation!
const assigned = (taskId: string) =>
  assignment(taskId, ['housing'], { villageCodes: [villageCode] })
const answer = async (taskId: string, adopted: boolean) => {
  const { opinions } = await office(taskId)
  const opinionId = opinions.find(({ answer: given }) => given === null)!.id
  const reason = adopted ? '有道理' : '不可行'
  await as.ok('coordinator', 'task.answerDraftOpinion', { taskId, opinionId, adopted, reason })
}

describe('asking about a draft', () => {
  it('leaves at least five working days, the fifth one included', async () => {
    await world.ledger.draft(draftTask('short'))
    const on = (day: string) => ({ taskId: 'short', ...asked, dueOn: day })
    expect(await as.refusal('coordinator', 'task.consult', on('2019-11-24'))).toBe(
      'TASK.CONSULT_DAY',
    )
    await as.ok('coordinator', 'task.consult', on('2019-11-25'))
  })

  it('asks somebody: an empty list is refused, and so is a village that is none', async () => {
    await world.ledger.draft(draftTask('nobody'))
    const nobody = { taskId: 'nobody', villageCodes: [], enterpriseIds: [], dueOn }
    expect(await as.refusal('coordinator', 'task.consult', nobody)).toBe('TASK.NOBODY_CONSULTED')
    const town = { ...nobody, villageCodes: ['440902101'] }
    expect(await as.refusal('coordinator', 'task.consult', town)).toBe('THING.NOT_FOUND')
  })

  it('puts a word on the list of village and firm until they have spoken', async () => {
    const taskId = await consulted('owed')
    const owed = async (who: 'villageOfficer' | 'enterprise' | 'coordinator') =>
      (await as.ok(who, 'notifier.listTodo', {})).items
        .filter(({ thingId }) => thingId === taskId)
        .map(({ kind, dueOn: day }) => [kind, day])
    expect(await owed('villageOfficer')).toEqual([['sayOnDraft', dueOn]])
    expect(await owed('enterprise')).toEqual([['sayOnDraft', dueOn]])
    await say('enterprise', taskId, '改到年底')
    expect(await owed('enterprise')).toEqual([])
    expect(await owed('coordinator')).toEqual([['answerDraftOpinion', dueOn]])
  })

  it('is taken back before the first word, not after it', async () => {
    const taskId = await consulted('taken-back')
    const back = await as.ok('coordinator', 'task.withdrawConsult', { taskId })
    expect(back.state).toBe('draft')
    expect(await as.refusal('enterprise', 'task.get', { taskId })).toBe('ACCESS.UNIT')
    await as.ok('coordinator', 'task.consult', { taskId, ...asked })
    await say('enterprise', taskId, '')
    expect(await as.refusal('coordinator', 'task.withdrawConsult', { taskId })).toBe(
      'TASK.NEXT_STEP_TAKEN',
    )
  })
})

describe('speaking on a draft', () => {
  it('shows each their own word only, and the office all', async () => {
    const taskId = await consulted('apart')
    await say('enterprise', taskId, '设备要定制')
    await say('villageOfficer', taskId, '先修路口')
    const shown = JSON.stringify(await as.ok('villageOfficer', 'task.get', { taskId }))
    expect(shown).toContain('先修路口')
    expect(shown).not.toMatch(/设备要定制|养殖/)
    const firm = await ownOf('enterprise', taskId)
    expect(firm.opinions.map(({ words }) => words)).toEqual(['设备要定制'])
    expect(firm.parties.map(({ name }) => name)).toEqual(['某某养殖有限公司'])
    expect((await office(taskId)).opinions).toHaveLength(2)
  })

  it('tells the village nothing of who else spoke, in no line of the history', async () => {
    const taskId = await consulted('history')
    await say('enterprise', taskId, '设备要定制')
    const { history } = await as.ok('villageOfficer', 'task.get', { taskId })
    expect(history.map(({ event }) => event)).not.toContain('sayOnDraft')
  })

  it('takes words or 没有意见, never neither', async () => {
    const taskId = await consulted('empty-words')
    const empty = { taskId, agrees: false, words: ' ' }
    expect(await as.refusal('enterprise', 'task.sayOnDraft', empty)).toBe('TASK.WORDS_REQUIRED')
  })

  it('is changed until it is answered, and then stands', async () => {
    const taskId = await consulted('changed')
    await say('enterprise', taskId, '改到年底')
    await say('enterprise', taskId, '改到明年')
    expect((await office(taskId)).opinions).toMatchObject([{ words: '改到明年' }])
    await answer(taskId, false)
    const late = { taskId, agrees: true, words: '' }
    expect(await as.refusal('enterprise', 'task.sayOnDraft', late)).toBe('TASK.NEXT_STEP_TAKEN')
    expect((await ownOf('enterprise', taskId)).opinions[0]!.answer).toEqual({
      ...{ adopted: false, reason: '不可行', on: '2019-11-18' },
    })
  })

  it('is recorded by the office from a paper with its number', async () => {
    const taskId = await consulted('paper')
    const paper = { taskId, agrees: false, words: '水压不够', party: villageCode }
    expect(await as.refusal('coordinator', 'task.sayOnDraft', paper)).toBe(
      'TASK.PAPER_NUMBER_REQUIRED',
    )
    const numbered = { ...paper, paperNumber: '上塘〔2019〕3号' }
    const unasked = { ...numbered, party: '440902101202' }
    expect(await as.refusal('coordinator', 'task.sayOnDraft', unasked)).toBe('THING.NOT_FOUND')
    await as.ok('coordinator', 'task.sayOnDraft', numbered)
    expect((await office(taskId)).parties).toMatchObject([{ spoke: true }, { spoke: false }])
  })

  it('is for nobody who was not asked', async () => {
    const taskId = await consulted('unasked')
    const said = { taskId, agrees: true, words: '' }
    expect(await as.refusal('otherEnterprise', 'task.sayOnDraft', said)).toBe('ACCESS.UNIT')
    expect(await as.refusal('housingStaff', 'task.sayOnDraft', said)).toBe('ACCESS.ROLE')
  })
})

describe('the assignment after it', () => {
  it('waits until all have spoken and every opinion is answered', async () => {
    const taskId = await consulted('waits')
    await say('enterprise', taskId, '改到年底')
    expect(await as.refusal('coordinator', 'task.assign', assigned(taskId))).toBe(
      'TASK.CONSULT_RUNNING',
    )
    await say('villageOfficer', taskId, '')
    expect(await as.refusal('coordinator', 'task.assign', assigned(taskId))).toBe(
      'TASK.CONSULT_UNANSWERED',
    )
    await answer(taskId, true)
    const given = await as.ok('coordinator', 'task.assign', assigned(taskId))
    expect(given.state).toBe('assigned')
  })

  it('does not come sooner by leaving the silent village out of it', async () => {
    const taskId = await consulted('left-out')
    await say('enterprise', taskId, '')
    const without = assignment(taskId, ['housing'])
    expect(await as.refusal('coordinator', 'task.assign', without)).toBe('TASK.CONSULT_RUNNING')
  })

  it('carries a measure as it was adopted', async () => {
    const taskId = await consulted('adopted')
    await say('enterprise', taskId, '分两期')
    const [opinion] = (await office(taskId)).opinions
    const given = { taskId, opinionId: opinion!.id, adopted: true, reason: '分期更稳' }
    const measure = { id: 'm1', text: '分两期建成截污管' }
    const refused = { ...given, adopted: false, measure }
    expect(await as.refusal('coordinator', 'task.answerDraftOpinion', refused)).toBe(
      'THING.NOT_FOUND',
    )
    await as.ok('coordinator', 'task.answerDraftOpinion', { ...given, measure })
    const { measures } = await as.ok('coordinator', 'task.get', { taskId })
    expect(measures.map(({ text }) => text)).toEqual(['分两期建成截污管', '措施m2'])
  })

  it('asks for a reason, and for an opinion that is there', async () => {
    const taskId = await consulted('reasons')
    await say('enterprise', taskId, '分两期')
    const given = { taskId, opinionId: 'other', adopted: true, reason: '好' }
    expect(await as.refusal('coordinator', 'task.answerDraftOpinion', given)).toBe(
      'THING.NOT_FOUND',
    )
  })

  it('follows silence the day after the last day, not on it; the answers stay readable', async () => {
    const taskId = await consulted('silent')
    const noon = (day: string) => new Date(`${day}T12:00:00+08:00`).getTime()
    await world.app.clock.jump(noon('2019-11-25'))
    expect(await as.refusal('coordinator', 'task.assign', assigned(taskId))).toBe(
      'TASK.CONSULT_RUNNING',
    )
    await world.app.clock.jump(noon('2019-11-26'))
    await as.ok('coordinator', 'task.assign', assigned(taskId))
    expect((await office(taskId)).parties.map(({ spoke }) => spoke)).toEqual([false, false])
  })
})
