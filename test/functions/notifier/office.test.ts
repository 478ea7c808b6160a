import { summaryHint, summaryTitle } from '@/copy/message-templates'
import { workCalendar } from '@/cloudfunctions/_kit/work-calendar'
import { nextStepFrom } from '@/domain/reminder/steps'
import type { Obligation } from '@/domain/reminder/obligation'
import { defaultBook } from '@/domain/settings-book'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { at, type Engine, obligation, openEngine } from './engine'

let app: TestApp
let organization: Organization
let engine: Engine

beforeAll(async () => {
  app = await startApp()
  organization = await buildOrganization(app)
  engine = openEngine(app)
})
beforeEach(() => engine.clear())
afterAll(() => app.close())

const counting = { calendar: workCalendar, settings: defaultBook }
const owed = (id: string, change: Partial<Obligation>, from: string) => {
  const made = obligation(id, { unitId: 'water', roles: ['unitStaff'], ...change })
  return { ...made, nextStepOn: nextStepFrom(made, from, counting) }
}
const runDays = async (days: readonly string[]) => {
  for (const day of days) await engine.run(`${day}T09:00`)
}
const sentTo = (name: string) => engine.sent.filter(({ openid }) => openid === `openid-${name}`)
const callList = async () => {
  const { openid, actAs } = organization.otherCoordinator
  return (await app.ok(openid, 'notifier.listCallList', {}, { actAs })).items
}

/** The week of Monday 16 March 2020. */
const week = ['2020-03-16', '2020-03-17', '2020-03-18', '2020-03-19', '2020-03-20']

describe('overdue nodes of others', () => {
  beforeEach(() => engine.allow('openid-coordinator', 'deadline', 9))

  test('come to the coordinator as one summary on the first working day of the next week', async () => {
    await engine.owe(
      owed('tuesday', { dueOn: '2020-03-10' }, '2020-03-16'),
      owed('friday', { dueOn: '2020-03-13', kind: 'milestone' }, '2020-03-16'),
    )
    await runDays(week)
    expect(sentTo('coordinator')).toEqual([])
    await engine.run('2020-03-23T09:00')
    expect(sentTo('coordinator')).toMatchObject([
      {
        page: 'subpackages/unit/ledger/index',
        data: {
          thing1: summaryTitle(2),
          date2: '2020年3月10日',
          number3: '2',
          thing4: summaryHint,
        },
      },
    ])
  })

  test('come again each week as long as they stand, and never what was done meanwhile', async () => {
    await engine.owe(
      owed('a', { dueOn: '2020-03-10' }, '2020-03-16'),
      owed('b', { dueOn: '2020-03-11' }, '2020-03-16'),
    )
    await runDays([...week, '2020-03-23', '2020-03-24', '2020-03-25'])
    await engine.done('a')
    await runDays(['2020-03-30'])
    expect(sentTo('coordinator').map(({ data }) => data.number3)).toEqual(['2', '1'])
  })

  test('that become overdue on the first working day itself are in its summary', async () => {
    await engine.owe(owed('a', { dueOn: '2020-03-16' }, '2020-03-17'))
    await engine.run('2020-03-23T09:00')
    expect(sentTo('coordinator')).toHaveLength(1)
  })

  test('stand beside what the coordinator owes, which comes day by day', async () => {
    await engine.owe(
      owed('a', { dueOn: '2020-03-10' }, '2020-03-17'),
      owed(
        'own',
        { kind: 'reassign', unitId: null, roles: ['coordinator'], dueOn: '2020-03-23' },
        '2020-03-23',
      ),
    )
    await runDays(['2020-03-17', '2020-03-20', '2020-03-23'])
    const titles = sentTo('coordinator').map(({ data }) => data.thing1)
    expect(titles.sort()).toEqual(['任务own', summaryTitle(1)].sort())
  })

  test('that no message could carry are one line of the call list, naming the coordinator', async () => {
    await engine.owe(
      owed('a', { dueOn: '2020-03-10', unitId: 'farm', roles: ['enterpriseAgent'] }, '2020-03-17'),
      owed('b', { dueOn: '2020-03-10', unitId: 'farm', roles: ['enterpriseAgent'] }, '2020-03-17'),
    )
    await engine.allow('openid-enterprise', 'deadline', 9)
    await runDays(['2020-03-17', '2020-03-23'])
    expect(await callList()).toMatchObject([
      {
        about: 'summary',
        title: summaryTitle(2),
        unitName: '市整改办',
        role: 'coordinator',
        personName: 'otherCoordinator',
        phone: '0668-2000000',
      },
    ])
  })
})

describe('what the office lets lie', () => {
  const mediation = (change: Partial<Obligation> = {}) =>
    owed(
      'm',
      {
        kind: 'mediateTimeline',
        unitId: null,
        roles: ['coordinator'],
        madeOn: '2020-03-02',
        dueOn: '2020-03-16',
        risesOn: '2020-03-17',
        ...change,
      },
      '2020-03-16',
    )
  const listOf = async (name: keyof Organization) => {
    const { openid, actAs } = organization[name]
    return (await app.ok(openid, 'notifier.listTodo', {}, { actAs })).items
  }

  test('is told to the city leader on its day and stands on the leader’s list from then on', async () => {
    await engine.allow('openid-cityLeader', 'deadline', 2)
    await engine.owe(mediation())
    await engine.run('2020-03-16T09:00')
    expect(sentTo('cityLeader')).toEqual([])
    expect(await listOf('cityLeader')).toEqual([])
    await engine.run('2020-03-17T09:00')
    expect(sentTo('cityLeader')).toHaveLength(1)
    expect(await listOf('cityLeader')).toMatchObject([{ id: 'm', risen: true }])
    // The office still owes it, and does it.
    expect(await listOf('coordinator')).toMatchObject([{ id: 'm', risen: false }])
  })

  test('shows the leader the days on which it will be told, and none of the coordinator’s', async () => {
    await engine.owe({ ...mediation(), roles: ['coordinator', 'cityLeader'] })
    const { openid, actAs } = organization.cityLeader
    const { items } = await app.ok(openid, 'notifier.listReminders', {}, { actAs })
    expect(items[0]?.on).toBe('2020-03-17')
  })

  test('is told again 20 working days later', async () => {
    await engine.owe(mediation())
    await engine.run('2020-03-16T09:00')
    await engine.run('2020-03-17T09:00')
    // Tomb Sweeping Day, 6 April, lies between.
    expect(await engine.run('2020-03-18T09:00')).toEqual({ nextDueAt: at('2020-04-15T09:00') })
  })
})
