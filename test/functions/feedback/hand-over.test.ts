import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Colleague, type Organization } from '../../support/organization'
import { admission, answerOf, as, fireTimer, invite, reportInput } from './desk'
import { dump } from './dump'

const reporter = 'openid-reporter'
const reason = '反映的就是我们单位'

describe('a report that accuses the office itself', () => {
  let app: TestApp
  let people: Organization
  /** Of another unit than the office, whose intake, coordinator and inspector sit together. */
  let team: Colleague
  let teammate: Colleague
  let countyIntake: Colleague

  beforeAll(async () => {
    app = await startApp()
    people = await buildOrganization(app)
    team = await invite(app, people, 'team', ['inspector', 'water', '440900'])
    teammate = await invite(app, people, 'teammate', ['inspector', 'housing', '440900'])
    countyIntake = await invite(app, people, 'county-intake', [
      'intake',
      'farming-maonan',
      '440902',
    ])
  })
  afterAll(() => app.close())

  const office = () => people.coordinator.unitId
  const submit = async (change = {}) =>
    (await app.ok(reporter, 'feedback.submit', reportInput(change))).id

  const handedOver = async () => {
    const feedbackId = await submit()
    const to = { membershipId: team.actAs }
    const given = { feedbackId, to, accusedUnitIds: [office()], reason }
    await as(app, people.intake).ok('feedback.handOverDesk', given)
    return feedbackId
  }

  const idsOnList = async (colleague: Colleague) => {
    const ids: string[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await as(app, colleague).ok('feedback.listDesk', cursor ? { cursor } : {})
      ids.push(...page.items.map(({ id }) => id))
      cursor = page.cursor
    }
    return ids
  }
  const idsToDo = async (colleague: Colleague) =>
    (await as(app, colleague).ok('notifier.listTodo', {})).items.map(({ thingId }) => thingId)

  it('is not admitted by its desk, which is told to whom it goes', async () => {
    const feedbackId = await submit()
    const accusing = admission(feedbackId, { accusedUnitIds: [office()] })
    const reply = await app.call(people.intake.openid, 'feedback.admit', accusing, people.intake)
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'FEEDBACK.DESK_ACCUSED', fields: ['accusedUnitIds'] },
    })
    const { desks } = await as(app, people.intake).ok('feedback.listNextDesks', {
      feedbackId,
      accusedUnitIds: [office()],
    })
    // The office's own inspector is not among them.
    expect(desks).toEqual(
      expect.arrayContaining([
        { to: { membershipId: team.actAs }, name: 'team', unitName: '市水务局' },
        { to: { membershipId: teammate.actAs }, name: 'teammate', unitName: '市住房城乡建设局' },
      ]),
    )
    expect(desks).toHaveLength(2)
    const seen = await as(app, people.intake).ok('feedback.getHandled', { feedbackId })
    expect(seen).toMatchObject({ state: 'submitted', accused: [] })
  })

  it('goes to nobody who is accused, who is no desk, or who has left', async () => {
    const feedbackId = await submit()
    for (const to of [
      { membershipId: people.inspector.actAs },
      { membershipId: people.townStaff.actAs },
      { membershipId: 'nobody' },
      { regionCode: '440900' },
      { regionCode: '440902' },
    ]) {
      const given = { feedbackId, to, accusedUnitIds: [office()], reason }
      expect(await as(app, people.intake).refusal('feedback.handOverDesk', given)).toBe(
        'FEEDBACK.DESK_NOT_NEXT',
      )
    }
  })

  it('leaves the old desk whole and is the named inspector’s alone', async () => {
    const feedbackId = await handedOver()
    for (const colleague of [people.intake, people.coordinator, people.inspector, teammate]) {
      expect(await as(app, colleague).refusal('feedback.getHandled', { feedbackId })).toBe(
        'THING.NOT_FOUND',
      )
      const look = { feedbackId, reason: '看看' }
      expect(await as(app, colleague).refusal('feedback.openOriginal', look)).toBe(
        'THING.NOT_FOUND',
      )
      expect(await idsOnList(colleague)).not.toContain(feedbackId)
      expect(await idsToDo(colleague)).not.toContain(feedbackId)
    }
    expect(await idsOnList(team)).toContain(feedbackId)
    expect(await idsToDo(team)).toContain(feedbackId)
    const original = await as(app, team).ok('feedback.openOriginal', {
      feedbackId,
      reason: '受理',
    })
    expect(original.words).toBe('村口的水渠又黑又臭')
    const looks = await app.ok(reporter, 'identity.listLooks', {})
    expect(looks.items[0]).toMatchObject({ reason: '受理' })
  })

  it('is carried to its answer without the office', async () => {
    const feedbackId = await handedOver()
    const seen = await as(app, team).ok('feedback.getHandled', { feedbackId })
    expect(seen.accused).toEqual([{ id: office(), name: '市整改办' }])
    await as(app, team).ok('feedback.admit', admission(feedbackId, { accusedUnitIds: [office()] }))
    const assign = { feedbackId, unitId: people.farmingStaff.unitId }
    expect(await as(app, people.intake).refusal('feedback.assign', assign)).toBe('THING.NOT_FOUND')
    await as(app, team).ok('feedback.assign', assign)
    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(feedbackId))
    expect(
      await as(app, people.coordinator).refusal('feedback.releaseAnswer', { feedbackId }),
    ).toBe('THING.NOT_FOUND')
    expect(await idsToDo(team)).toContain(feedbackId)
    await as(app, team).ok('feedback.releaseAnswer', { feedbackId })
    expect((await app.ok(reporter, 'feedback.get', { feedbackId })).state).toBe('answered')
  })

  it('comes back to the office’s list when the new desk finds another one accused', async () => {
    const feedbackId = await handedOver()
    const accusedUnitIds = [people.townStaff.unitId]
    const wrong = admission(feedbackId, { accusedUnitIds: [office()] })
    await as(app, team).ok('feedback.admit', wrong)
    const correction = { feedbackId, accusedUnitIds, reason: '误标' }
    await as(app, team).ok('feedback.correctAccused', correction)
    await as(app, people.coordinator).ok('feedback.getHandled', { feedbackId })
    // The words stay with the desk it was handed to.
    expect(await as(app, people.intake).refusal('feedback.getHandled', { feedbackId })).toBe(
      'THING.NOT_FOUND',
    )
  })

  it('is marked so by no desk of the office', async () => {
    const feedbackId = await submit()
    await as(app, people.intake).ok('feedback.admit', admission(feedbackId))
    const own = { feedbackId, accusedUnitIds: [office()], reason }
    expect(await as(app, people.intake).refusal('feedback.correctAccused', own)).toBe(
      'FEEDBACK.DESK_ACCUSED',
    )
    const to = { membershipId: team.actAs }
    await as(app, people.intake).ok('feedback.handOverDesk', { ...own, to })
    expect(await idsOnList(people.coordinator)).not.toContain(feedbackId)
    expect(await idsOnList(team)).toContain(feedbackId)
  })

  it('goes from a county’s intake to the city’s', async () => {
    const feedbackId = await submit()
    const county = people.farmingStaff.unitId
    const given = { feedbackId, accusedUnitIds: [county] }
    const { desks } = await as(app, countyIntake).ok('feedback.listNextDesks', given)
    expect(desks).toEqual([{ to: { regionCode: '440900' }, name: '茂名市', unitName: '市整改办' }])
    const to = { regionCode: '440900' }
    await as(app, countyIntake).ok('feedback.handOverDesk', { ...given, to, reason })
    expect(await as(app, countyIntake).refusal('feedback.getHandled', { feedbackId })).toBe(
      'THING.NOT_FOUND',
    )
    expect(await idsToDo(countyIntake)).not.toContain(feedbackId)
    expect(await idsToDo(people.intake)).toContain(feedbackId)
    await as(app, people.intake).ok('feedback.admit', admission(feedbackId, given))
  })

  it('is taken back from a unit before that unit is marked', async () => {
    const feedbackId = await submit()
    await as(app, people.intake).ok('feedback.admit', admission(feedbackId))
    const { unitId } = people.farmingStaff
    await as(app, people.intake).ok('feedback.assign', { feedbackId, unitId })
    const mark = { feedbackId, accusedUnitIds: [unitId], reason: '反映的是它' }
    expect(await as(app, people.intake).refusal('feedback.correctAccused', mark)).toBe(
      'FEEDBACK.TAKE_BACK_FIRST',
    )
    await as(app, people.coordinator).ok('feedback.takeBack', { feedbackId, reason: '反映的是它' })
    await as(app, people.intake).ok('feedback.correctAccused', mark)
    expect(await as(app, people.farmingStaff).refusal('feedback.getHandled', { feedbackId })).toBe(
      'THING.NOT_FOUND',
    )
    expect(await as(app, people.intake).refusal('feedback.assign', { feedbackId, unitId })).toBe(
      'FEEDBACK.UNIT_ACCUSED',
    )
    const seen = await as(app, people.intake).ok('feedback.getHandled', { feedbackId })
    expect(seen).toMatchObject({ state: 'admitted', dueOn: '2020-01-17' })
  })

  it('leaves an answered unit that turns out to be accused, and the second look to an inspector', async () => {
    const feedbackId = await submit()
    await as(app, people.intake).ok('feedback.admit', admission(feedbackId))
    const { unitId } = people.farmingStaff
    await as(app, people.intake).ok('feedback.assign', { feedbackId, unitId })
    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(feedbackId))
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId })
    const mark = { feedbackId, accusedUnitIds: [unitId], reason: '反映的是它' }
    await as(app, people.intake).ok('feedback.correctAccused', mark)
    await app.ok(reporter, 'feedback.rate', { feedbackId, rating: 'notDone', words: '还是臭' })
    expect(await idsToDo(people.farmingColleague)).not.toContain(feedbackId)
    expect(await idsToDo(people.inspector)).toContain(feedbackId)
    await as(app, people.inspector).ok('feedback.submitSecondAnswer', answerOf(feedbackId))
  })

  it('goes on to another desk when the named inspector leaves the office', async () => {
    const feedbackId = await submit()
    const leaving = await invite(app, people, 'leaving', ['inspector', 'water', '440900'])
    const to = { membershipId: leaving.actAs }
    const given = { feedbackId, to, accusedUnitIds: [office()], reason }
    await as(app, people.intake).ok('feedback.handOverDesk', given)
    await as(app, people.administrator).ok('identity.endMembership', {
      membershipId: leaving.actAs,
    })
    await fireTimer(app, 'feedback')
    const owed = (await dump(app))
      .get('obligations')!
      .filter(({ thingId }) => thingId === feedbackId)
    expect(owed).toHaveLength(1)
    const has = await Promise.all(
      [team, teammate].map(async (colleague) => (await idsToDo(colleague)).includes(feedbackId)),
    )
    expect(has.filter(Boolean)).toHaveLength(1)
    expect(await idsOnList(people.intake)).not.toContain(feedbackId)
  })
})

describe('a report that accuses the office, where no inspector belongs to another unit', () => {
  let app: TestApp
  let people: Organization
  let leader: Colleague

  beforeAll(async () => {
    app = await startApp()
    people = await buildOrganization(app)
    leader = await invite(app, people, 'mayor', ['cityLeader', 'water', '440900'])
  })
  afterAll(() => app.close())

  it('goes to a leader of the city, who is its desk to the end', async () => {
    const { id: feedbackId } = await app.ok(reporter, 'feedback.submit', reportInput())
    const accusedUnitIds = [people.coordinator.unitId]
    const given = { feedbackId, accusedUnitIds }
    const { desks } = await as(app, people.intake).ok('feedback.listNextDesks', given)
    // The office's own leader and its inspector are not among them.
    const to = { membershipId: leader.actAs }
    expect(desks).toEqual([{ to, name: 'mayor', unitName: '市水务局' }])
    await as(app, people.intake).ok('feedback.handOverDesk', { ...given, to, reason })
    const own = as(app, leader)
    const owed = async () =>
      (await own.ok('notifier.listTodo', {})).items.map(({ thingId }) => thingId)
    const listed = async (colleague: Colleague) =>
      (await as(app, colleague).ok('feedback.listDesk', {})).items.map(({ id }) => id)
    expect(await owed()).toContain(feedbackId)
    expect(await listed(leader)).toEqual([feedbackId])
    expect(await listed(people.cityLeader)).toEqual([])
    const look = { feedbackId, reason: '受理' }
    expect((await own.ok('feedback.openOriginal', look)).words).toBe('村口的水渠又黑又臭')
    await own.ok('feedback.admit', admission(feedbackId, { accusedUnitIds }))
    await own.ok('feedback.assign', { feedbackId, unitId: people.farmingStaff.unitId })
    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(feedbackId))
    expect(await owed()).toContain(feedbackId)
    await own.ok('feedback.releaseAnswer', { feedbackId })
    expect((await app.ok(reporter, 'feedback.get', { feedbackId })).state).toBe('answered')
  })

  it('is on no list of the office’s own inspector', async () => {
    const { id: feedbackId } = await app.ok(reporter, 'feedback.submit', reportInput())
    const to = { membershipId: leader.actAs }
    const given = { feedbackId, accusedUnitIds: [people.coordinator.unitId], to, reason }
    await as(app, people.intake).ok('feedback.handOverDesk', given)
    const { items } = await as(app, people.inspector).ok('notifier.listTodo', {})
    expect(items.map(({ thingId }) => thingId)).not.toContain(feedbackId)
  })
})
