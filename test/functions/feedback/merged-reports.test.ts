import type { TestApp } from '../../support/app'
import type { Organization } from '../../support/organization'
import {
  admission,
  answerOf,
  as,
  fireTimer,
  forgetQuotas,
  newLookupHash,
  reportInput,
} from './desk'
import { dump } from './dump'
import { openReports, reporter, type ReportsWorld } from './reports-world'

describe('several reports of one matter', () => {
  let app: TestApp
  let people: Organization
  let assigned: ReportsWorld['assigned']

  beforeAll(async () => {
    ;({ app, people, assigned } = await openReports())
  })
  beforeEach(() => forgetQuotas(app))
  afterAll(() => app.close())

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
})
