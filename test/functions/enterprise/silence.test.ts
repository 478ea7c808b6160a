import { defaultSettings } from '@/domain/settings'
import { addWorkingDays } from '@/domain/calendar/work-calendar'
import { addDays, beijingDay, beijingInstant } from '@/domain/calendar/day'
import { workCalendar } from '@/cloudfunctions/_kit/work-calendar'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization } from '../../support/organization'
import { datesOf, talksIn } from './talks'

const noon = 12

describe('an agreement that somebody leaves lying', () => {
  let app: TestApp
  let talks: ReturnType<typeof talksIn>

  beforeAll(async () => {
    app = await startApp()
    talks = talksIn(app, await buildOrganization(app))
  })
  afterAll(() => app.close())

  const read = (timelineId: string) =>
    talks.ok('coordinator', 'enterprise.getTimeline', { timelineId })
  const jumpTo = (on: string) => app.clock.jump(beijingInstant(on, noon))

  it('goes to the office ten working days after the reminder, and not on the tenth', async () => {
    const id = await talks.proposed('silent')
    const { answerDueOn } = await read(id)
    expect(answerDueOn).toBe(
      addWorkingDays(
        beijingDay(app.clock.now()),
        defaultSettings.timelineSilenceWorkingDays,
        workCalendar,
      ).on,
    )
    // Half-time of the limit is the first reminder; the count runs from there, once.
    await jumpTo(answerDueOn!)
    const reminded = (await read(id)).history.find(({ event }) => event === 'remind')
    expect(reminded?.by).toBe('coordinator')
    const lastDay = addWorkingDays(
      beijingDay(reminded!.at),
      defaultSettings.timelineSilenceWorkingDays,
      workCalendar,
    ).on
    expect(lastDay > answerDueOn!).toBe(true)
    await jumpTo(lastDay)
    expect((await read(id)).state).toBe('proposed')
    await jumpTo(addDays(lastDay, 1))
    expect((await read(id)).state).toBe('referred')
  })

  it('stays with its sides when the answer comes on the last day', async () => {
    const id = await talks.proposed('just-in-time')
    const { answerDueOn } = await read(id)
    await jumpTo(answerDueOn!)
    await talks.ok('enterprise', 'enterprise.accept', { timelineId: id, round: 1 })
    await jumpTo(addDays(answerDueOn!, 40))
    expect((await read(id)).state).toBe('agreed')
  })

  it('is ended by no silence of the office: it rises to the city leader and can still be mediated', async () => {
    const id = await talks.proposed('unmediated')
    await talks.ok('enterprise', 'enterprise.refer', { timelineId: id, reason: '谈不拢' })
    const { answerDueOn } = await read(id)
    const owedBy = async (name: 'coordinator' | 'cityLeader') =>
      (await talks.ok(name, 'notifier.listTodo', {})).items.filter(({ thingId }) => thingId === id)
    await jumpTo(answerDueOn!)
    expect(await owedBy('cityLeader')).toEqual([])
    await jumpTo(addDays(answerDueOn!, 30))
    expect((await read(id)).state).toBe('referred')
    for (const name of ['coordinator', 'cityLeader'] as const)
      expect(await owedBy(name)).toMatchObject([{ kind: 'mediateTimeline', dueOn: answerDueOn }])
    const table = { timelineId: id, dates: datesOf('2020-12-01'), reason: '协调' }
    await talks.ok('coordinator', 'enterprise.mediate', table)
    expect(await owedBy('cityLeader')).toEqual([])
  })

  it('ends without agreement on the day after the limit of the mediation, and once', async () => {
    const id = await talks.proposed('unsigned')
    await talks.ok('enterprise', 'enterprise.refer', { timelineId: id, reason: '谈不拢' })
    const table = { timelineId: id, dates: datesOf('2020-07-01'), reason: '协调' }
    await talks.ok('coordinator', 'enterprise.mediate', table)
    await talks.ok('housingStaff', 'enterprise.sign', { timelineId: id })
    const { answerDueOn } = await read(id)
    await jumpTo(answerDueOn!)
    expect((await read(id)).state).toBe('mediated')
    await jumpTo(addDays(answerDueOn!, 1))
    const ended = await read(id)
    expect(ended).toMatchObject({ state: 'notAgreed', answerDueOn: null })
    expect(ended.measures.map(({ agreedOn }) => agreedOn)).toEqual([null, null])
    await fetch(`${app.origin}/_local/timers/fire`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ function: 'enterprise', times: 3 }),
    })
    expect((await read(id)).history.filter(({ event }) => event === 'endUnagreed')).toHaveLength(1)
    expect(await talks.refusal('enterprise', 'enterprise.sign', { timelineId: id })).toBe(
      'THING.STATE',
    )
  })
})
