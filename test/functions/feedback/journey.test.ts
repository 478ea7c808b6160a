import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import {
  admission,
  admitAsTeam,
  answerOf,
  as,
  fireTimer,
  forgetQuotas,
  invite,
  newLookupHash,
  reportInput,
  uploadPhoto,
} from './desk'
import { openDatabase } from '../task/ledger'
import { dump } from './dump'

const reporter = 'openid-reporter'
const day = 24 * 3_600_000

describe('a report from receipt to archive', () => {
  let app: TestApp
  let people: Organization

  beforeAll(async () => {
    app = await startApp()
    people = await buildOrganization(app)
  })
  beforeEach(() => forgetQuotas(app))
  afterAll(() => app.close())

  /** Submitted and given to the farming office. */
  const assigned = async (change: Parameters<typeof reportInput>[0] = {}) => {
    const report = await app.ok(reporter, 'feedback.submit', reportInput(change))
    await as(app, people.intake).ok('feedback.admit', admission(report.id))
    await as(app, people.intake).ok('feedback.assign', {
      feedbackId: report.id,
      unitId: people.farmingStaff.unitId,
    })
    return report.id
  }

  const answered = async () => {
    const id = await assigned()
    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(id))
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: id })
    return id
  }

  it('gives a receipt with a number and the day by which it is admitted', async () => {
    const report = await app.ok(reporter, 'feedback.submit', reportInput())
    expect(report).toMatchObject({
      state: 'submitted',
      submittedOn: '2019-11-18',
      admitDueOn: '2019-12-03',
    })
    expect(report.number).toMatch(/^2019-1118-[2-9A-HJKMNP-Z]{3}$/)
  })

  it('is received once however often it arrives', async () => {
    const input = reportInput()
    const first = await app.ok(reporter, 'feedback.submit', input, { key: 'the-same' })
    const second = await app.ok(reporter, 'feedback.submit', input, { key: 'the-same' })
    const resent = await app.ok(reporter, 'feedback.submit', input, { key: 'another' })
    expect(second).toEqual(first)
    expect(resent.id).toBe(first.id)
  })

  it('under a code that is another’s is not taken for that one, nor shown it', async () => {
    for (const protection of ['hidden', 'anonymous'] as const) {
      const input = reportInput({ protection })
      await app.ok(reporter, 'feedback.submit', input)
      const otherWords = { ...input, words: '别的事' }
      expect(await app.refusal(reporter, 'feedback.submit', otherWords)).toBe('FEEDBACK.CODE_TAKEN')
    }
    const input = reportInput()
    await app.ok(reporter, 'feedback.submit', input)
    expect(await app.refusal('openid-somebody', 'feedback.submit', input)).toBe(
      'FEEDBACK.CODE_TAKEN',
    )
  })

  it('goes from intake through the unit to the reporter, who rates it', async () => {
    const photoId = await uploadPhoto(app, reporter)
    const report = await app.ok(reporter, 'feedback.submit', reportInput({ photoIds: [photoId] }))
    const id = report.id
    const row = (
      await as(app, people.intake).ok('feedback.listDesk', { state: 'submitted' })
    ).items.find((item) => item.id === id)
    expect(row).toMatchObject({
      summary: null,
      region: { name: '上塘村' },
      events: ['admit', 'decline', 'handOverDesk', 'merge'],
    })

    const original = await as(app, people.intake).ok('feedback.openOriginal', {
      feedbackId: id,
      reason: '受理',
    })
    expect(original).toMatchObject({ words: '村口的水渠又黑又臭', photos: [{ fileId: photoId }] })
    await as(app, people.intake).ok('feedback.admit', admission(id, { clearedPhotoIds: [photoId] }))
    await as(app, people.intake).ok('feedback.assign', {
      feedbackId: id,
      unitId: people.farmingStaff.unitId,
    })
    const handled = await as(app, people.farmingStaff).ok('feedback.getHandled', { feedbackId: id })
    expect(handled).toMatchObject({
      summary: '水渠水体发黑,有异味',
      photos: [{ fileId: photoId }],
      dueOn: '2020-01-17',
      events: ['returnToIntake', 'submitAnswer'],
    })

    const fixed = await uploadPhoto(app, people.farmingStaff.openid, people.farmingStaff)
    const answer = { ...answerOf(id), photoIds: [fixed] }
    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answer)
    expect((await app.ok(reporter, 'feedback.get', { feedbackId: id })).answers).toEqual([])
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: id })

    const mine = await app.ok(reporter, 'feedback.get', { feedbackId: id })
    expect(mine).toMatchObject({
      state: 'answered',
      words: '村口的水渠又黑又臭',
      unitName: '茂南区农业农村局',
      phone: '0668-2000000',
      rateBy: '2019-12-18',
      events: ['rate'],
    })
    expect(mine.answers[0]).toMatchObject({ finding: 'true', photos: [{ fileId: fixed }] })
    expect(mine.nodes.map(({ event, done }) => [event, done])).toEqual([
      ['submitted', true],
      ['admitted', true],
      ['assigned', true],
      ['answered', true],
    ])
    const rated = await app.ok(reporter, 'feedback.rate', {
      feedbackId: id,
      rating: 'done',
      words: '',
    })
    expect(rated.state).toBe('archived')
  })

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

  it('goes back to intake when it is not the unit’s, and its limit runs on', async () => {
    const id = await assigned()
    const back = { feedbackId: id, reason: '属于住建部门' }
    expect((await as(app, people.farmingStaff).ok('feedback.returnToIntake', back)).state).toBe(
      'admitted',
    )
    const seen = await as(app, people.intake).ok('feedback.getHandled', { feedbackId: id })
    expect(seen).toMatchObject({ unit: null, dueOn: '2020-01-17' })
    expect(
      await as(app, people.farmingStaff).refusal('feedback.getHandled', { feedbackId: id }),
    ).toBe('THING.NOT_FOUND')
  })

  it('is extended once, with the new day told', async () => {
    const id = await assigned()
    const input = { feedbackId: id, reason: '等检测结果' }
    await as(app, people.coordinator).ok('feedback.extendAnswer', input)
    expect((await app.ok(reporter, 'feedback.get', { feedbackId: id })).dueOn).toBe('2020-02-16')
    expect(await as(app, people.coordinator).refusal('feedback.extendAnswer', input)).toBe(
      'FEEDBACK.EXTENDED_ALREADY',
    )
  })

  it('is declined with a reason that the reporter reads', async () => {
    const { id } = await app.ok(reporter, 'feedback.submit', reportInput())
    await as(app, people.intake).ok('feedback.decline', { feedbackId: id, reason: '请向12345反映' })
    const mine = await app.ok(reporter, 'feedback.get', { feedbackId: id })
    expect(mine).toMatchObject({ state: 'declined', declinedReason: '请向12345反映', dueOn: null })
    expect(mine.nodes.map(({ event }) => event)).toEqual(['submitted', 'declined'])
  })

  it('gets a second look by another person, once', async () => {
    const id = await answered()
    const notDone = { feedbackId: id, rating: 'notDone' as const, words: '' }
    expect(await app.refusal(reporter, 'feedback.rate', notDone)).toBe('FEEDBACK.WORDS_REQUIRED')
    await app.ok(reporter, 'feedback.rate', { ...notDone, words: '还是臭' })
    expect(
      await as(app, people.farmingStaff).refusal('feedback.submitSecondAnswer', answerOf(id)),
    ).toBe('FEEDBACK.SECOND_LOOK_SAME_PERSON')
    await as(app, people.farmingColleague).ok('feedback.submitSecondAnswer', answerOf(id))
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: id })
    const mine = await app.ok(reporter, 'feedback.get', { feedbackId: id })
    expect(mine.nodes.map(({ event }) => event)).toEqual([
      'submitted',
      'admitted',
      'assigned',
      'answered',
      'secondLook',
      'answered',
    ])
    const again = await app.ok(reporter, 'feedback.rate', { ...notDone, words: '还是不行' })
    expect(again.state).toBe('archived')
  })

  it('takes words and photos that come later to intake, and none after the answer', async () => {
    const id = await assigned()
    const photoIds = [await uploadPhoto(app, reporter)]
    await app.ok(reporter, 'feedback.supplement', { feedbackId: id, words: '昨晚又排了', photoIds })
    const before = await as(app, people.intake).ok('feedback.getHandled', { feedbackId: id })
    expect(before.unread).toBe(true)
    const elsewhere = await as(app, people.coordinator).ok('feedback.getHandled', {
      feedbackId: id,
    })
    expect(elsewhere.unread).toBe(false)
    const original = await as(app, people.intake).ok('feedback.openOriginal', {
      feedbackId: id,
      reason: '核实补充',
    })
    expect(original.supplements).toMatchObject([{ words: '昨晚又排了', photos: [{}] }])
    const after = await as(app, people.intake).ok('feedback.getHandled', { feedbackId: id })
    expect(after.unread).toBe(false)
    const done = await answered()
    const late = { feedbackId: done, words: '再说一句', photoIds: [] }
    expect(await app.refusal(reporter, 'feedback.supplement', late)).toBe('THING.STATE')
  })

  it('lets every reporter of a merged matter go on reading its news', async () => {
    const main = await assigned()
    const other = 'openid-other-reporter'
    const second = await app.ok(other, 'feedback.submit', reportInput({ words: '我家门前也臭' }))
    const third = await app.ok('openid-third', 'feedback.submit', reportInput())
    const merge = (feedbackId: string) =>
      as(app, people.intake).ok('feedback.merge', { feedbackId, intoId: main })
    expect(
      await as(app, people.intake).refusal('feedback.merge', { feedbackId: main, intoId: main }),
    ).toBe('FEEDBACK.MERGE_ITSELF')
    await merge(second.id)
    await merge(third.id)
    const repeated = async (feedbackId: string) =>
      (await as(app, people.intake).ok('feedback.getHandled', { feedbackId })).repeated
    expect([await repeated(second.id), await repeated(third.id)]).toEqual([false, true])

    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(main))
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: main })
    const news = await app.ok(other, 'feedback.get', { feedbackId: second.id })
    expect(news).toMatchObject({ number: second.number, words: '我家门前也臭', state: 'answered' })
    expect(news.answers).toHaveLength(1)
    // The rating belongs to whose report it was; leaving is everybody's own.
    expect(news.events).toEqual(['withdraw'])
    const listed = await app.ok(other, 'feedback.listMine', {})
    expect(listed.items[0]).toMatchObject({ id: second.id, state: 'answered' })
  })

  it('brings the news to whoever came in by way of another merged report', async () => {
    const main = await assigned()
    const [first, second] = ['openid-near', 'openid-far']
    const near = await app.ok(first, 'feedback.submit', reportInput())
    const far = await app.ok(second, 'feedback.submit', reportInput())
    const merge = (feedbackId: string, intoId: string) =>
      as(app, people.intake).ok('feedback.merge', { feedbackId, intoId })
    await merge(far.id, near.id)
    await merge(near.id, main)
    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(main))
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: main })
    await fireTimer(app, 'notifier')
    for (const openid of [first, second]) {
      const told = await app.ok(openid, 'notifier.listMyMessages', {})
      expect(told.items).toMatchObject([{ template: 'answerReady', about: 'answerReady' }])
    }
    const { items } = await app.ok(second, 'feedback.listMine', {})
    expect(items).toMatchObject([{ id: far.id, state: 'answered' }])
  })

  it('offers what may be the same matter, the likeliest first, or any other by its number', async () => {
    const intake = as(app, people.intake)
    const place = { regionCode: '440902101202' }
    const report = await app.ok(reporter, 'feedback.submit', reportInput(place))
    const near = await app.ok('openid-same-place', 'feedback.submit', reportInput(place))
    const alike = await app.ok('openid-same-kind', 'feedback.submit', reportInput(place))
    const elsewhere = await app.ok('openid-elsewhere', 'feedback.submit', reportInput())
    for (const [id, pollutionTypes] of [
      [report.id, ['odour']],
      [near.id, ['noise']],
      [alike.id, ['odour']],
    ] as const) {
      await intake.ok('feedback.admit', admission(id, { pollutionTypes: [...pollutionTypes] }))
    }
    const offered = async (number?: string) => {
      const asked = { feedbackId: report.id, ...(number && { number }) }
      return (await intake.ok('feedback.listMergeTargets', asked)).items.map(({ id }) => id)
    }
    expect(await offered()).toEqual([alike.id, near.id])
    expect(await offered(elsewhere.number)).toEqual([elsewhere.id])
    expect(await offered(report.number)).toEqual([])
    const input = { feedbackId: report.id }
    expect(await as(app, people.farmingStaff).refusal('feedback.listMergeTargets', input)).toBe(
      'THING.NOT_FOUND',
    )
    await intake.ok('feedback.merge', { ...input, intoId: alike.id })
    expect(await intake.refusal('feedback.listMergeTargets', input)).toBe('ACCESS.ROLE')
  })

  it('is not merged into one that lies with a unit it accuses', async () => {
    const main = await assigned()
    const { id } = await app.ok(reporter, 'feedback.submit', reportInput())
    const accusedUnitIds = [people.farmingStaff.unitId]
    await as(app, people.intake).ok('feedback.admit', admission(id, { accusedUnitIds }))
    const merge = { feedbackId: id, intoId: main }
    expect(await as(app, people.intake).refusal('feedback.merge', merge)).toBe(
      'FEEDBACK.UNIT_ACCUSED',
    )
  })

  it('goes on for the others when one of several reporters withdraws', async () => {
    const id = await assigned({ words: '先说的人' })
    const other = 'openid-staying'
    const joined = await app.ok(other, 'feedback.submit', reportInput())
    await as(app, people.intake).ok('feedback.merge', { feedbackId: joined.id, intoId: id })
    const left = await app.ok(reporter, 'feedback.withdraw', { feedbackId: id })
    expect(left).toEqual({ id, state: 'assigned', events: [] })
    expect(await app.refusal(reporter, 'feedback.get', { feedbackId: id })).toBe('THING.NOT_FOUND')
    const original = (await dump(app)).get('feedbackOriginals')!.find(({ _id }) => _id === id)
    expect(original).toMatchObject({ sealed: null, reporterKey: null })

    await as(app, people.farmingStaff).ok('feedback.submitAnswer', answerOf(id))
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: id })
    const mine = await app.ok(other, 'feedback.get', { feedbackId: joined.id })
    expect(mine).toMatchObject({ state: 'answered', answers: [{}] })
  })

  it('lets the reporter of a merged report withdraw too', async () => {
    const main = await assigned()
    const joiner = 'openid-joiner'
    const lookupHash = newLookupHash()
    const joined = await app.ok(joiner, 'feedback.submit', reportInput({ lookupHash }))
    await as(app, people.intake).ok('feedback.merge', { feedbackId: joined.id, intoId: main })
    const before = await app.ok(joiner, 'feedback.get', { feedbackId: joined.id })
    expect(before.events).toEqual(['supplement', 'withdraw'])
    await app.ok(joiner, 'feedback.withdraw', { feedbackId: joined.id })
    const after = await app.ok(null, 'feedback.lookUp', { lookupHash })
    expect(after).toMatchObject({ words: '', place: '', regionName: null, events: [] })
    expect((await app.ok(joiner, 'feedback.listMine', {})).items).toEqual([])
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

  it('takes a supplement once though its call broke off after it was written', async () => {
    const { id } = await app.ok(reporter, 'feedback.submit', reportInput())
    const input = { feedbackId: id, words: '又排了', photoIds: [] }
    const send = () => app.ok(reporter, 'feedback.supplement', input, { key: 'broke-off' })
    await send()
    // As after a crash between the commit and the reply: the key is free again.
    const database = openDatabase(app)
    const replies = (await dump(app)).get('replies')!
    for (const { _id } of replies) await database.remove('replies', _id)
    await send()
    const mine = await app.ok(reporter, 'feedback.get', { feedbackId: id })
    expect(mine.supplements.map(({ words }) => words)).toEqual(['又排了'])
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

  describe('when nobody rates the answer', () => {
    it('is archived after thirty days, not on the thirtieth, and once', async () => {
      const id = await answered()
      const state = async () => (await app.ok(reporter, 'feedback.get', { feedbackId: id })).state
      const start = app.clock.now()
      await app.clock.jump(start + 30 * day)
      expect(await state()).toBe('answered')
      await app.clock.jump(start + 31 * day)
      expect(await state()).toBe('archived')
      const fire = await fetch(`${app.origin}/_local/timers/fire`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ function: 'feedback', times: 3 }),
      })
      expect(fire.status).toBe(200)
      const mine = await app.ok(reporter, 'feedback.get', { feedbackId: id })
      expect(mine.nodes.at(-1)).toMatchObject({ event: 'archived', done: true })
      const late = { feedbackId: id, rating: 'done' as const, words: '' }
      expect(await app.refusal(reporter, 'feedback.rate', late)).toBe('THING.STATE')
    })
  })
})
