import type { TestApp } from '../../support/app'
import type { Organization } from '../../support/organization'
import {
  admission,
  admitAsTeam,
  answerOf,
  as,
  forgetQuotas,
  invite,
  newLookupHash,
  reportInput,
  uploadPhoto,
} from './desk'
import { dump } from './dump'
import { openReports, reporter, type ReportsWorld } from './reports-world'

const day = 24 * 3_600_000

describe('what comes with a report, and who may know of it', () => {
  let app: TestApp
  let people: Organization
  let assigned: ReportsWorld['assigned']

  beforeAll(async () => {
    ;({ app, people, assigned } = await openReports())
  })
  beforeEach(() => forgetQuotas(app))
  afterAll(() => app.close())

  it('can be told by voice alone, and attached to a task only where residents see it', async () => {
    const sound = Buffer.concat([Buffer.from([0xff, 0xf1]), Buffer.alloc(200, 1)])
    const { targets } = await app.ok(reporter, 'feedback.prepareUpload', {
      files: [{ type: 'audio/aac', size: sound.length }],
      anonymous: false,
    })
    await app.put(targets[0]!, sound)
    const confirm = { fileId: targets[0]!.fileId, anonymous: false }
    const { fileId: voiceId } = await app.ok(reporter, 'feedback.confirmUpload', confirm)
    const input = reportInput({ words: '', voiceId })
    const hidden = { ...input, taskId: 'task-nobody-released' }
    expect(await app.refusal(reporter, 'feedback.submit', hidden)).toBe('THING.NOT_FOUND')
    const { id } = await app.ok(reporter, 'feedback.submit', input)
    const look = { feedbackId: id, reason: '听一下' }
    const original = await as(app, people.intake).ok('feedback.openOriginal', look)
    expect(original).toMatchObject({ words: '', voice: { fileId: voiceId } })
  })

  it('names the village it was sent from beside the place', async () => {
    const { id } = await app.ok(reporter, 'feedback.submit', reportInput({ place: '三号门' }))
    expect(await app.ok(reporter, 'feedback.get', { feedbackId: id })).toMatchObject({
      place: '三号门',
      regionName: '上塘村',
    })
    const nowhere = await app.ok(reporter, 'feedback.submit', reportInput({ regionCode: null }))
    const seen = await app.ok(reporter, 'feedback.get', { feedbackId: nowhere.id })
    expect(seen.regionName).toBeNull()
  })

  it('is lent no photo that is not the own one', async () => {
    const photoId = await uploadPhoto(app, reporter)
    const input = reportInput({ photoIds: [photoId] })
    expect(await app.refusal('openid-somebody', 'feedback.submit', input)).toBe('FILE.MISSING')
    await app.ok(reporter, 'feedback.submit', input)
    expect(
      await app.refusal(reporter, 'feedback.submit', reportInput({ photoIds: [photoId] })),
    ).toBe('FILE.MISSING')
  })

  it('shows a photo to handlers only after intake has cleared it', async () => {
    const photoId = await uploadPhoto(app, reporter)
    const id = await assigned({ photoIds: [photoId] })
    const handled = await as(app, people.farmingStaff).ok('feedback.getHandled', { feedbackId: id })
    expect(handled.photos).toEqual([])
    expect((await app.ok(reporter, 'feedback.get', { feedbackId: id })).photos).toHaveLength(1)
  })

  it('clears only photos of the report itself', async () => {
    const foreign = await uploadPhoto(app, reporter)
    const { id } = await app.ok(reporter, 'feedback.submit', reportInput())
    const input = admission(id, { clearedPhotoIds: [foreign] })
    expect(await as(app, people.intake).refusal('feedback.admit', input)).toBe('FILE.MISSING')
  })

  it('is never given to a unit that it accuses, nor shown to it', async () => {
    const { id } = await app.ok(reporter, 'feedback.submit', reportInput())
    const accused = people.townStaff.unitId
    await as(app, people.intake).ok('feedback.admit', admission(id, { accusedUnitIds: [accused] }))
    const toAccused = { feedbackId: id, unitId: accused }
    expect(await as(app, people.intake).refusal('feedback.assign', toAccused)).toBe(
      'FEEDBACK.UNIT_ACCUSED',
    )
    expect(await as(app, people.townStaff).refusal('feedback.getHandled', { feedbackId: id })).toBe(
      'THING.NOT_FOUND',
    )
  })

  it('is given to no firm and to no unit in which nobody could answer', async () => {
    const { id: feedbackId } = await app.ok(reporter, 'feedback.submit', reportInput())
    await as(app, people.intake).ok('feedback.admit', admission(feedbackId))
    const give = (unitId: string) =>
      as(app, people.intake).refusal('feedback.assign', { feedbackId, unitId })
    for (const unitId of ['farm', 'office-dianbai', 'branch-shangtang'])
      expect([unitId, await give(unitId)]).toEqual([unitId, 'ORGANIZATION.NOBODY_THERE'])
    expect(await give('no-such-unit')).toBe('THING.NOT_FOUND')
    const staff = await invite(app, people, 'dianbai-staff', [
      'unitStaff',
      'office-dianbai',
      '440904',
    ])
    await as(app, people.intake).ok('feedback.assign', { feedbackId, unitId: staff.unitId })
    await as(app, people.administrator).ok('identity.endMembership', {
      membershipId: staff.actAs,
    })
    await as(app, people.coordinator).ok('feedback.takeBack', { feedbackId, reason: '没有人了' })
    expect(await give(staff.unitId)).toBe('ORGANIZATION.NOBODY_THERE')
  })

  it('is hidden from every desk of an office that it accuses', async () => {
    const { id } = await app.ok(reporter, 'feedback.submit', reportInput())
    const accusedUnitIds = [people.coordinator.unitId]
    const team = await invite(app, people, 'team', ['inspector', 'water', '440900'])
    await admitAsTeam(app, people, team, id, accusedUnitIds)
    for (const colleague of [people.coordinator, people.intake, people.inspector]) {
      expect(await as(app, colleague).refusal('feedback.getHandled', { feedbackId: id })).toBe(
        'THING.NOT_FOUND',
      )
      const list = await as(app, colleague).ok('feedback.listDesk', {})
      expect(list.items.map((item) => item.id)).not.toContain(id)
    }
    // Not even that there is one: neither in a to-do nor by a reminder.
    for (const colleague of [people.coordinator, people.intake]) {
      const todo = await as(app, colleague).ok('notifier.listTodo', {})
      expect(todo.items.map(({ thingId }) => thingId)).not.toContain(id)
    }
    const owed = (await dump(app)).get('obligations')!.filter(({ thingId }) => thingId === id)
    expect(owed).toMatchObject([{ kind: 'assignFeedback', hiddenFrom: accusedUnitIds }])
    const look = { feedbackId: id, reason: '看看' }
    expect(await as(app, people.intake).refusal('feedback.openOriginal', look)).toBe(
      'THING.NOT_FOUND',
    )
  })

  it('is another unit’s and another region’s business only where it was given', async () => {
    const id = await assigned()
    const get = { feedbackId: id }
    expect(await as(app, people.housingStaff).refusal('feedback.getHandled', get)).toBe(
      'THING.NOT_FOUND',
    )
    expect(await as(app, people.housingStaff).refusal('feedback.submitAnswer', answerOf(id))).toBe(
      'THING.NOT_FOUND',
    )
    expect(await as(app, people.coordinatorDianbai).refusal('feedback.getHandled', get)).toBe(
      'THING.NOT_FOUND',
    )
    for (const colleague of [people.enterprise, people.villageOfficer, people.cityLeader])
      expect(await as(app, colleague).refusal('feedback.getHandled', get)).toBe('THING.NOT_FOUND')
  })

  it('is written by a village officer for the own village only, with consent', async () => {
    const officer = people.villageOfficer
    const input = reportInput({ contactName: '陈某', consentNoted: true })
    const { id } = await as(app, officer).ok('feedback.submit', input)
    const row = await as(app, people.intake).ok('feedback.getHandled', { feedbackId: id })
    expect(row.origin).toBe('village')
    const noConsent = reportInput({ consentNoted: false })
    expect(await as(app, officer).refusal('feedback.submit', noConsent)).toBe(
      'FEEDBACK.CONSENT_REQUIRED',
    )
    const look = { feedbackId: id, reason: '受理' }
    const original = await as(app, people.intake).ok('feedback.openOriginal', look)
    expect(original).toMatchObject({ contactName: '陈某', consentOn: row.submittedOn })
    const earlier = reportInput({ consentNoted: true, consentOn: '2019-11-16' })
    const before = await as(app, officer).ok('feedback.submit', earlier)
    expect(
      await as(app, people.intake).ok('feedback.openOriginal', { ...look, feedbackId: before.id }),
    ).toMatchObject({ consentOn: '2019-11-16' })
    const later = reportInput({ consentNoted: true, consentOn: '2030-01-01' })
    expect(await as(app, officer).refusal('feedback.submit', later)).toBe(
      'FEEDBACK.CONSENT_REQUIRED',
    )
    const elsewhere = reportInput({ regionCode: '440902101202', consentNoted: true })
    expect(await as(app, officer).refusal('feedback.submit', elsewhere)).toBe('ACCESS.REGION')
    expect(await as(app, people.farmingStaff).refusal('feedback.submit', reportInput())).toBe(
      'ACCESS.ROLE',
    )
  })

  it('is another person’s to nobody but its reporter', async () => {
    const hash = newLookupHash()
    const { id } = await app.ok(reporter, 'feedback.submit', reportInput({ lookupHash: hash }))
    const stranger = 'openid-stranger'
    const get = { feedbackId: id }
    expect(await app.refusal(stranger, 'feedback.get', get)).toBe('THING.NOT_FOUND')
    expect(await app.refusal(stranger, 'feedback.withdraw', get)).toBe('THING.NOT_FOUND')
    const wrong = { ...get, lookupHash: newLookupHash() }
    expect(await app.refusal(stranger, 'feedback.withdraw', wrong)).toBe('THING.NOT_FOUND')
    expect(await app.refusal(stranger, 'feedback.lookUp', { lookupHash: newLookupHash() })).toBe(
      'THING.NOT_FOUND',
    )
    expect((await app.ok(null, 'feedback.lookUp', { lookupHash: hash })).id).toBe(id)
  })

  it('lists the own reports page by page, newest first, and nobody else’s', async () => {
    const author = 'openid-busy-reporter'
    const sent: string[] = []
    for (let index = 0; index < 23; index += 1) {
      const input = reportInput({ words: `第${index}件` })
      sent.unshift((await app.ok(author, 'feedback.submit', input)).id)
      if (index % 10 === 9) await forgetQuotas(app)
    }
    const first = await app.ok(author, 'feedback.listMine', {})
    const second = await app.ok(author, 'feedback.listMine', { cursor: first.cursor! })
    const listed = [...first.items, ...second.items].map(({ id }) => id)
    expect(listed).toEqual([...new Set(listed)])
    expect(new Set(listed)).toEqual(new Set(sent))
    expect(second.cursor).toBeNull()
  })

  it('waits on the desk with what is due soonest first', async () => {
    const seen: { id: string; dueOn: string | null }[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await as(app, people.intake).ok('feedback.listDesk', cursor ? { cursor } : {})
      seen.push(...page.items)
      cursor = page.cursor
    }
    const due = seen.map(({ dueOn }) => dueOn ?? '9999')
    expect(due).toEqual([...due].sort())
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(20)
  })

  it('owes each desk one thing at a time, and names neither subject nor village in it', async () => {
    const { id, number } = await app.ok(reporter, 'feedback.submit', reportInput())
    const owed = async () => {
      const all = (await dump(app)).get('obligations')!
      return all.filter(({ thingId }) => thingId === id)
    }
    const kinds = async () => (await owed()).map(({ kind, dueOn, unitId }) => [kind, dueOn, unitId])
    expect(await kinds()).toEqual([['admitFeedback', '2019-12-03', null]])
    await as(app, people.intake).ok('feedback.admit', admission(id))
    expect(await kinds()).toEqual([['assignFeedback', '2019-11-21', null]])
    const { unitId } = people.farmingStaff
    await as(app, people.intake).ok('feedback.assign', { feedbackId: id, unitId })
    expect(await kinds()).toEqual([['answerFeedback', '2020-01-17', unitId]])
    const [obligation] = await owed()
    expect(obligation?.title).toContain(number)
    expect(JSON.stringify(obligation)).not.toMatch(/水渠|上塘/)

    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(id))
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: id })
    expect(await kinds()).toEqual([])
    const told = (await dump(app)).get('outbox')!.filter(({ thingId }) => thingId === id)
    expect(told).toMatchObject([{ notice: 'answerReady', title: number }])
    expect(JSON.stringify(told)).not.toMatch(/水渠|上塘/)
  })

  it('tells a reporter nothing of when another one reported the same', async () => {
    const main = await assigned()
    await app.clock.jump(app.clock.now() + day)
    const later = 'openid-a-day-later'
    const joined = await app.ok(later, 'feedback.submit', reportInput())
    await as(app, people.intake).ok('feedback.merge', { feedbackId: joined.id, intoId: main })
    const { nodes, submittedOn } = await app.ok(later, 'feedback.get', { feedbackId: joined.id })
    expect(nodes[0]).toMatchObject({ event: 'submitted', on: submittedOn })
  })
})
