import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Colleague, type Organization } from '../../support/organization'
import { admission, answerOf, as, forgetQuotas, reportInput } from './desk'

const reporter = 'openid-reporter'

/** 换人再查 always has somebody who can do it; else the coordinator has it before them at once. */
describe('a second look', () => {
  let app: TestApp
  let people: Organization

  beforeEach(async () => {
    app = await startApp({ startAt: '2020-03-02T10:00:00+08:00' })
    people = await buildOrganization(app)
    await forgetQuotas(app)
  })
  afterEach(() => app.close())

  /** Answered by the unit, and the reporter is not content. */
  const askedAgain = async (unit: Colleague): Promise<string> => {
    const { id: feedbackId } = await app.ok(reporter, 'feedback.submit', reportInput())
    await as(app, people.intake).ok('feedback.admit', admission(feedbackId))
    await as(app, people.intake).ok('feedback.assign', { feedbackId, unitId: unit.unitId })
    await as(app, unit).ok('feedback.submitAnswer', answerOf(feedbackId))
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId })
    const rating = { feedbackId, rating: 'notDone', words: '还是臭' } as const
    expect(await app.ok(reporter, 'feedback.rate', rating)).toMatchObject({ state: 'secondLook' })
    return feedbackId
  }

  /** Kinds of what this person has to do about the report. */
  const toDo = async (colleague: Colleague, feedbackId: string): Promise<string[]> => {
    const { items } = await as(app, colleague).ok('notifier.listTodo', {})
    return items.filter(({ thingId }) => thingId === feedbackId).map(({ kind }) => kind)
  }

  const handled = (colleague: Colleague, feedbackId: string) =>
    as(app, colleague).ok('feedback.getHandled', { feedbackId })

  const endInspector = () =>
    as(app, people.administrator).ok('identity.endMembership', {
      membershipId: people.inspector.actAs,
    })

  it('is owed by another person of the unit, not by who answered', async () => {
    const id = await askedAgain(people.farmingStaff)
    expect(await toDo(people.farmingColleague, id)).toEqual(['secondLook'])
    expect(await toDo(people.farmingStaff, id)).toEqual([])
    expect(await toDo(people.inspector, id)).toEqual([])
    expect(await handled(people.coordinator, id)).toMatchObject({ looker: 'unit' })
  })

  it('is owed by an inspector where the unit has nobody else', async () => {
    const id = await askedAgain(people.waterStaff)
    expect(await toDo(people.waterStaff, id)).toEqual([])
    expect(await toDo(people.inspector, id)).toEqual(['secondLook'])
    const inspector = await handled(people.inspector, id)
    expect(inspector).toMatchObject({ looker: 'inspector', events: ['submitSecondAnswer'] })
    await as(app, people.inspector).ok('feedback.submitSecondAnswer', answerOf(id))
  })

  it('stands before the coordinator at once where nobody is left, who gives it another unit', async () => {
    await endInspector()
    const id = await askedAgain(people.waterStaff)
    expect(await toDo(people.waterStaff, id)).toEqual([])
    expect(await toDo(people.coordinator, id)).toEqual(['assignFeedback'])
    expect(await handled(people.coordinator, id)).toMatchObject({ looker: 'nobody' })

    const unitId = people.farmingStaff.unitId
    expect(
      await as(app, people.coordinator).ok('feedback.assign', { feedbackId: id, unitId }),
    ).toMatchObject({ state: 'secondLook' })
    expect(await toDo(people.coordinator, id)).toEqual([])
    expect(await toDo(people.farmingStaff, id)).toEqual(['secondLook'])
    await as(app, people.farmingStaff).ok('feedback.submitSecondAnswer', answerOf(id))
    await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: id })

    const { nodes } = await app.ok(reporter, 'feedback.get', { feedbackId: id })
    expect(nodes.map(({ event, unitName }) => [event, unitName])).toEqual([
      ['submitted', null],
      ['admitted', null],
      ['assigned', '市水务局'],
      ['answered', '市水务局'],
      ['secondLook', null],
      ['answered', '茂南区农业农村局'],
    ])
  })

  it('does not come back to the unit that has nobody else', async () => {
    await endInspector()
    const id = await askedAgain(people.waterStaff)
    const unitId = people.waterStaff.unitId
    await as(app, people.coordinator).ok('feedback.assign', { feedbackId: id, unitId })
    expect(await toDo(people.coordinator, id)).toEqual(['assignFeedback'])
  })
})
