import type { TestApp } from '../../support/app'
import type { Organization } from '../../support/organization'
import { admission, answerOf, as, forgetQuotas, reportInput, uploadPhoto } from './desk'
import { openDatabase } from '../task/ledger'
import { dump } from './dump'
import { openReports, reporter, type ReportsWorld } from './reports-world'

const day = 24 * 3_600_000

describe('a report from receipt to archive', () => {
  let app: TestApp
  let people: Organization
  let assigned: ReportsWorld['assigned']
  let answered: ReportsWorld['answered']

  beforeAll(async () => {
    ;({ app, people, assigned, answered } = await openReports())
  })
  beforeEach(() => forgetQuotas(app))
  afterAll(() => app.close())

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
