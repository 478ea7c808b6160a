import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { doneAll, rework, standardWords, twoSteps } from '../task/close-out'
import { assignment, draftTask, plan } from '../task/ledger'
import { otherVillage, villageCode, villageIn } from './village'

let app: TestApp
let people: Organization
let village: Awaited<ReturnType<typeof villageIn>>

beforeAll(async () => {
  app = await startApp()
  people = await buildOrganization(app)
  village = await villageIn(app, people)
})
afterAll(() => app.close())

const half = { satisfaction: 'half', words: '还有点味' } as const
const bad = { satisfaction: 'unsatisfied', words: '雨天照样臭' } as const
const day = 86_400_000

describe('a resident’s opinion', () => {
  it('is asked of who lives in an affected village, from the first asking on', async () => {
    const taskId = await village.underway('t-from-asking')
    const openid = await village.villager('openid-resident-1')
    const own = () => app.ok(openid, 'opinion.getOwn', { taskId })
    expect((await own()).speaking).toBe('closed')
    expect(await app.refusal(openid, 'opinion.giveOwn', { taskId, ...half })).toBe('OPINION.CLOSED')
    await village.as.ok('housingStaff', 'task.askVillage', { taskId })
    expect((await own()).speaking).toBe('open')
    await app.ok(openid, 'opinion.giveOwn', { taskId, ...half })
    expect((await own()).mine).toMatchObject({ ...half, villageName: '上塘村' })
  })

  it.each([
    ['another village', otherVillage, 'OPINION.OTHER_VILLAGE', 'otherVillage'],
    ['nobody knows which village', null, 'OPINION.VILLAGE_UNKNOWN', 'noVillage'],
  ] as const)('is not taken from %s', async (_who, regionCode, code, speaking) => {
    const taskId = await village.asked(`t-not-from-${speaking}`)
    const openid = await village.villager(`openid-${speaking}`, regionCode)
    expect(await app.refusal(openid, 'opinion.giveOwn', { taskId, ...half })).toBe(code)
    expect(await app.ok(openid, 'opinion.getOwn', { taskId })).toMatchObject({ speaking })
  })

  it('is not taken from who works for the unit that does the work', async () => {
    const taskId = await village.asked('t-own-cause')
    const { openid } = people.housingStaff
    await village.villager(openid)
    expect(await app.refusal(openid, 'opinion.giveOwn', { taskId, ...half })).toBe(
      'OPINION.OWN_CAUSE',
    )
    const stranger = await village.villager(people.waterStaff.openid)
    await app.ok(stranger, 'opinion.giveOwn', { taskId, ...half })
  })

  it('is said by a person, not by somebody who acts for a body just now', async () => {
    const taskId = await village.asked('t-as-staff')
    await village.villager(people.waterStaff.openid)
    expect(await village.as.ok('waterStaff', 'opinion.getOwn', { taskId })).toMatchObject({
      speaking: 'notResident',
    })
    expect(await village.as.refusal('waterStaff', 'opinion.giveOwn', { taskId, ...half })).toBe(
      'ACCESS.ROLE',
    )
  })

  it('of a new cycle is asked anew: what was said before counts for nothing', async () => {
    const taskId = await village.asked('t-next-cycle')
    const openid = await village.villager('openid-next-cycle')
    await app.ok(openid, 'opinion.giveOwn', { taskId, ...half })
    const opinionId = await village.opinionOf(people.villageOfficer, taskId)
    const { as } = village
    await doneAll((input) => as.ok('housingStaff', 'task.reportDone', input), taskId, 'housing')
    await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
    const signed = { standards: standardWords, signOffNumber: null }
    await as.ok('housingLeader', 'task.selfCheck', { taskId, ...signed })
    await as.ok('housingStaff', 'task.requestCloseOut', { taskId, reportNumber: '1号' })
    await as.ok('coordinator', 'task.returnForRework', { taskId, ...rework })
    expect(await app.ok(openid, 'opinion.getOwn', { taskId })).toMatchObject({
      speaking: 'closed',
      mine: null,
    })
    const todo = await village.by(people.villageOfficer).ok('notifier.listTodo', {})
    expect(todo.items.filter(({ thingId }) => thingId === opinionId)).toEqual([])
    await village.as.ok('housingStaff', 'task.askVillage', { taskId })
    expect((await app.ok(openid, 'opinion.getOwn', { taskId })).mine).toBeNull()
    expect((await app.ok(openid, 'opinion.giveOwn', { taskId, ...bad })).state).toBe('given')
  })

  it('counts once a person and is changed by saying it again', async () => {
    const taskId = await village.asked('t-once')
    const openid = await village.villager('openid-changes')
    const other = await village.villager('openid-other')
    const first = await app.ok(openid, 'opinion.giveOwn', { taskId, ...half })
    expect(first.events).toEqual(['giveOwn'])
    const second = await app.ok(openid, 'opinion.giveOwn', { taskId, ...bad })
    expect(second.id).toBe(first.id)
    expect((await app.ok(openid, 'opinion.getOwn', { taskId })).mine).toMatchObject(bad)
    expect((await app.ok(other, 'opinion.getOwn', { taskId })).mine).toBeNull()
  })

  it('is kept once when the phone sends it twice', async () => {
    const taskId = await village.asked('t-twice')
    const openid = await village.villager('openid-twice')
    const send = () =>
      app.ok(openid, 'opinion.giveOwn', { taskId, ...half }, { key: 'k'.repeat(32) })
    expect(await send()).toEqual(await send())
    const { id } = await send()
    const doc = await village.ledger.database.get('opinions', id)
    expect(doc).toMatchObject({ revision: 1 })
  })

  it('leaves the task, its chain and its page as they were', async () => {
    const taskId = await village.asked('t-untouched')
    const before = await village.as.ok('housingStaff', 'task.get', { taskId })
    for (const name of ['a', 'b', 'c']) {
      const openid = await village.villager(`openid-untouched-${name}`)
      await app.ok(openid, 'opinion.giveOwn', { taskId, ...bad })
    }
    const after = await village.as.ok('housingStaff', 'task.get', { taskId })
    expect(after).toEqual(before)
  })

  it('of a task that was never released does not tell that it is there', async () => {
    await village.ledger.draft(draftTask('t-unreleased', { villageCodes: [villageCode] }))
    const openid = await village.villager('openid-guesses')
    const guess = { taskId: 't-unreleased', ...half }
    expect(await app.refusal(openid, 'opinion.giveOwn', guess)).toBe('THING.NOT_FOUND')
    expect(await app.refusal(openid, 'opinion.getOwn', { taskId: 't-unreleased' })).toBe(
      'THING.NOT_FOUND',
    )
  })
})

describe('branch and committee', () => {
  it('are asked each apart, owe their word in ten working days, and are done with it', async () => {
    const taskId = await village.asked('t-collective')
    const officer = people.villageOfficer
    const { items } = await village.as.ok('housingStaff', 'opinion.listAsked', { taskId })
    expect(items.map(({ voice, state, dueOn }) => [voice, state, dueOn]).sort()).toEqual([
      ['branch', 'asked', '2019-12-02'],
      ['committee', 'asked', '2019-12-02'],
    ])
    const opinionId = await village.opinionOf(officer, taskId)
    const owed = async () =>
      (await village.by(officer).ok('notifier.listTodo', {})).items.filter(
        ({ thingId }) => thingId === opinionId,
      )
    expect(await owed()).toMatchObject([{ kind: 'giveOpinion', thing: 'opinion' }])
    const meeting = await village.meeting(officer)
    await village.by(officer).ok('opinion.giveCollective', { opinionId, ...bad, ...meeting })
    expect(await owed()).toEqual([])
    const seen = await village.by(officer).ok('opinion.getCollective', { opinionId })
    expect(seen).toMatchObject({ state: 'given', given: { ...bad, present: 21, onPaper: false } })
    expect(seen.given?.minutes).toHaveLength(1)
    expect(seen.events).toEqual(['giveCollective', 'sayNotInvolved'])
  })

  it('read nothing of each other, and nobody of the office or the unit reads either', async () => {
    const taskId = await village.asked('t-apart')
    const officer = people.villageOfficer
    const opinionId = await village.opinionOf(officer, taskId)
    const meeting = await village.meeting(officer)
    await village.by(officer).ok('opinion.giveCollective', { opinionId, ...bad, ...meeting })
    const read = { opinionId }
    expect(await village.by(village.committee).refusal('opinion.getCollective', read)).toBe(
      'THING.NOT_FOUND',
    )
    expect((await village.by(village.committee).ok('opinion.listAsked', { taskId })).items).toEqual(
      [expect.objectContaining({ voice: 'committee', state: 'asked' })],
    )
    for (const who of ['housingStaff', 'intake', 'inspector'] as const)
      expect(await village.as.refusal(who, 'opinion.getCollective', read)).toBe('THING.NOT_FOUND')
    const office = await village.as.ok('coordinator', 'opinion.getCollective', read)
    expect(office.given).toBeNull()
    const list = await village.as.ok('housingStaff', 'opinion.listAsked', { taskId })
    expect(JSON.stringify(list)).not.toMatch(/satisf|half|雨天/)
  })

  it('say 不涉及 in one tap and may still speak later', async () => {
    const taskId = await village.asked('t-not-involved')
    const opinionId = await village.opinionOf(village.committee, taskId)
    const said = await village.by(village.committee).ok('opinion.sayNotInvolved', { opinionId })
    expect(said.state).toBe('notInvolved')
    const meeting = await village.meeting(village.committee)
    const spoken = { opinionId, ...half, ...meeting }
    expect((await village.by(village.committee).ok('opinion.giveCollective', spoken)).state).toBe(
      'given',
    )
  })

  it('need a meeting that was held and its minutes', async () => {
    const taskId = await village.asked('t-meeting')
    const officer = people.villageOfficer
    const opinionId = await village.opinionOf(officer, taskId)
    const ahead = await village.meeting(officer, '2019-12-30')
    const send = (change: object) =>
      village
        .by(officer)
        .refusal('opinion.giveCollective', { opinionId, ...half, ...ahead, ...change })
    expect(await send({})).toBe('OPINION.MEETING_AHEAD')
    expect(await send({ minutesIds: [] })).toBe('INPUT.INVALID')
    const theirs = await village.meeting(village.committee)
    expect(await send(theirs)).toBe('FILE.MISSING')
  })

  it('are written down from paper by the office, never by the unit', async () => {
    const taskId = await village.asked('t-paper')
    const opinionId = await village.opinionOf(people.villageOfficer, taskId)
    const byUnit = { opinionId, ...half, ...(await village.meeting(people.housingStaff)) }
    expect(await village.as.refusal('housingStaff', 'opinion.giveCollective', byUnit)).toBe(
      'ACCESS.ROLE',
    )
    const onPaper = { opinionId, ...half, ...(await village.meeting(people.coordinator)) }
    await village.as.ok('coordinator', 'opinion.giveCollective', onPaper)
    const seen = await village.as.ok('coordinator', 'opinion.getCollective', { opinionId })
    expect(seen.given).toMatchObject({ ...half, onPaper: true })
  })

  it('are not overwritten from paper once the village has typed its own word', async () => {
    const taskId = await village.asked('t-typed')
    const officer = people.villageOfficer
    const opinionId = await village.opinionOf(officer, taskId)
    await village.by(officer).ok('opinion.sayNotInvolved', { opinionId })
    const onPaper = { opinionId, ...half, ...(await village.meeting(people.coordinator)) }
    expect(await village.as.refusal('coordinator', 'opinion.giveCollective', onPaper)).toBe(
      'ACCESS.UNIT',
    )
  })

  it('owe nothing any more on a task that ends', async () => {
    const taskId = await village.asked('t-cancelled')
    const opinionId = await village.opinionOf(people.villageOfficer, taskId)
    await village.as.ok('coordinator', 'task.cancelTask', { taskId, reason: '并入另一项' })
    const { items } = await village.by(people.villageOfficer).ok('notifier.listTodo', {})
    expect(items.filter(({ thingId }) => thingId === opinionId)).toEqual([])
    expect(
      await village.by(people.villageOfficer).refusal('opinion.sayNotInvolved', { opinionId }),
    ).toBe('OPINION.CLOSED')
  })
})

describe('asking', () => {
  it('goes before the self-check: no affected village is left out', async () => {
    const taskId = await village.underway('t-not-asked')
    const { as } = village
    await doneAll((input) => as.ok('housingStaff', 'task.reportDone', input), taskId, 'housing')
    const signed = { taskId, standards: standardWords, signOffNumber: null }
    expect(await as.refusal('housingLeader', 'task.selfCheck', signed)).toBe(
      'TASK.VILLAGE_NOT_ASKED',
    )
    await as.ok('housingStaff', 'task.askVillage', { taskId })
    await as.ok('housingLeader', 'task.selfCheck', signed)
  })

  it('is the responsible unit’s, once each village and cycle', async () => {
    const taskId = await village.underway('t-ask-once')
    expect(await village.as.refusal('coordinator', 'task.askVillage', { taskId })).toBe(
      'ACCESS.ROLE',
    )
    expect(await village.as.refusal('waterStaff', 'task.askVillage', { taskId })).toBe(
      'ACCESS.UNIT',
    )
    const asked = await village.as.ok('housingStaff', 'task.askVillage', { taskId })
    expect(asked.events).not.toContain('askVillage')
    expect(await village.as.refusal('housingStaff', 'task.askVillage', { taskId })).toBe(
      'THING.STATE',
    )
  })

  it('goes to no branch that does the work itself', async () => {
    const taskId = 't-branch-works'
    await village.ledger.draft(draftTask(taskId))
    await village.as.ok('coordinator', 'task.assign', {
      ...assignment(taskId, ['housing'], { villageCodes: [villageCode] }),
      supportingUnitIds: ['branch-shangtang'],
    })
    await village.as.ok('housingStaff', 'task.signFor', {
      taskId,
      person: '李某',
      phone: '0668-2111111',
    })
    await village.as.ok('housingStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    await village.as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
    await village.as.ok('housingStaff', 'task.askVillage', { taskId })
    const { items } = await village.as.ok('coordinator', 'opinion.listAsked', { taskId })
    expect(items.map(({ voice }) => voice)).toEqual(['committee'])
  })

  it('of a village without a committee in the system falls to the office, on paper', async () => {
    const taskId = await village.underway('t-no-committee', {}, [otherVillage])
    await village.as.ok('housingStaff', 'task.askVillage', { taskId })
    const { items } = await village.as.ok('coordinator', 'opinion.listAsked', { taskId })
    expect(items.map(({ unitName }) => unitName)).toEqual([null, null])
    const todo = await village.as.ok('coordinator', 'notifier.listTodo', {})
    expect(todo.items.filter(({ kind }) => kind === 'giveOpinion')).toHaveLength(2)
  })
})

describe('a silent village', () => {
  it('is visited after its day, by two persons of whom none works for the unit', async () => {
    const taskId = await village.asked('t-silent')
    const visit = async (who: 'inspector' | 'housingStaff') => ({
      taskId,
      villageCode,
      on: '2019-11-18',
      companion: '张某',
      met: '村民两户',
      said: '水清了些，雨天还臭',
      minutesIds: (await village.meeting(people[who])).minutesIds,
    })
    expect(
      await village.as.refusal('inspector', 'task.visitVillage', await visit('inspector')),
    ).toBe('THING.STATE')
    await app.clock.jump(app.clock.now() + 20 * day)
    expect(
      await village.as.refusal('housingStaff', 'task.visitVillage', await visit('housingStaff')),
    ).toBe('ACCESS.ROLE')
    const asked = await village.as.ok('inspector', 'opinion.listAsked', { taskId })
    expect(asked.toVisit).toEqual([{ code: villageCode, name: '上塘村' }])
    await village.as.ok('inspector', 'task.visitVillage', await visit('inspector'))
    expect((await village.as.ok('inspector', 'opinion.listAsked', { taskId })).toVisit).toEqual([])
  })
})

describe('a resident who is not satisfied', () => {
  const phone = '13912345678'
  const unsatisfied = { satisfaction: 'unsatisfied', words: '雨天还臭' } as const
  const owed = async (who: 'inspector' | 'coordinator' | 'intake' | 'housingStaff') =>
    (await village.as.ok(who, 'notifier.listTodo', {})).items.filter(
      ({ kind }) => kind === 'visitResident',
    )
  const own = (openid: string, taskId: string) => app.ok(openid, 'opinion.getOwn', { taskId })

  it('is called on by an inspector after agreeing to it, and by nobody else', async () => {
    const taskId = await village.asked('t-visit')
    const openid = await village.villager('openid-visit')
    const silent = await app.ok(openid, 'opinion.giveOwn', { taskId, ...unsatisfied })
    const opinionId = silent.id
    expect(await owed('inspector')).toEqual([])
    expect(await village.as.refusal('inspector', 'opinion.getVisit', { opinionId })).toBe(
      'THING.NOT_FOUND',
    )
    await app.ok(openid, 'opinion.giveOwn', { taskId, ...unsatisfied, visitPhone: phone })
    expect((await own(openid, taskId)).mine?.visit).toEqual({ phone, madeOn: null })
    expect(await owed('inspector')).toMatchObject([{ thingId: opinionId }])
    for (const who of ['coordinator', 'intake', 'housingStaff'] as const) {
      expect(await owed(who)).toEqual([])
      expect(await village.as.refusal(who, 'opinion.getVisit', { opinionId })).toBe(
        'THING.NOT_FOUND',
      )
      expect(await village.as.refusal(who, 'opinion.openVisit', { opinionId })).toBe(
        'THING.NOT_FOUND',
      )
    }
    // Nothing of the person before the look.
    const read = await village.as.ok('inspector', 'opinion.getVisit', { opinionId })
    expect(read.events).toEqual(['openVisit', 'recordVisit'])
    expect(JSON.stringify(read)).not.toMatch(/上塘村|雨天还臭|139/)
    expect(await village.as.ok('inspector', 'opinion.openVisit', { opinionId })).toEqual({
      villageName: '上塘村',
      satisfaction: 'unsatisfied',
      words: '雨天还臭',
      recording: null,
      phone,
    })
    const inChain = { thing: 'opinion', thingId: opinionId }
    // Two words and one look.
    expect(await village.ledger.database.count('auditEvents', inChain)).toBe(3)
  })

  it('is called on no more once that is recorded, and the phone goes', async () => {
    const taskId = await village.asked('t-visited')
    const openid = await village.villager('openid-visited')
    const said = { taskId, ...unsatisfied, visitPhone: phone }
    const { id: opinionId } = await app.ok(openid, 'opinion.giveOwn', said)
    const today = (await own(openid, taskId)).mine!.givenOn
    const record = { opinionId, on: today, heard: '说雨天还有味' }
    expect(
      await village.as.refusal('inspector', 'opinion.recordVisit', { ...record, on: '2030-01-01' }),
    ).toBe('TASK.DATE_AHEAD')
    expect(
      await village.as.refusal('inspector', 'opinion.recordVisit', { ...record, on: '2019-11-01' }),
    ).toBe('TASK.DATE_PAST')
    await village.as.ok('inspector', 'opinion.recordVisit', record)
    expect((await own(openid, taskId)).mine?.visit).toEqual({ phone: null, madeOn: today })
    expect((await owed('inspector')).map(({ thingId }) => thingId)).not.toContain(opinionId)
    const refused = await village.as.refusal('inspector', 'opinion.openVisit', { opinionId })
    expect(refused).toBe('THING.STATE')
    // Changed words leave what was done; what the inspector heard is no word of the resident's.
    await app.ok(openid, 'opinion.giveOwn', { ...said, words: '好些了' })
    expect((await own(openid, taskId)).mine).toMatchObject({
      words: '好些了',
      visit: { phone: null, madeOn: today },
    })
  })

  it('is not called on after changing the mind, being satisfied or without a number', async () => {
    const taskId = await village.asked('t-visit-not')
    const openid = await village.villager('openid-visit-not')
    const agreed = { taskId, ...unsatisfied, visitPhone: phone }
    const { id: opinionId } = await app.ok(openid, 'opinion.giveOwn', agreed)
    const isOwed = async () =>
      (await owed('inspector')).some(({ thingId }) => thingId === opinionId)
    expect(await isOwed()).toBe(true)
    await app.ok(openid, 'opinion.giveOwn', { taskId, ...unsatisfied })
    expect(await isOwed()).toBe(false)
    await app.ok(openid, 'opinion.giveOwn', agreed)
    expect(await isOwed()).toBe(true)
    await app.ok(openid, 'opinion.giveOwn', { ...agreed, satisfaction: 'satisfied' })
    expect(await isOwed()).toBe(false)
    expect(await app.refusal(openid, 'opinion.giveOwn', { ...agreed, visitPhone: '问村长' })).toBe(
      'INPUT.INVALID',
    )
  })
})
