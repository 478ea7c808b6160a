import { makeCipher } from '@/cloudfunctions/_stores/cipher'
import { workCalendar } from '@/cloudfunctions/_kit/work-calendar'
import type { TaskRecord } from '@/cloudfunctions/_stores/task-record'
import { taskThing } from '@/cloudfunctions/_stores/task-thing'
import { Writer } from '@/cloudfunctions/_stores/writer'
import type { Obligation } from '@/domain/reminder/obligation'
import { defaultBook } from '@/domain/settings-book'
import { fixedDeadline } from '@/domain/task/deadline'
import { startApp, type TestApp } from '../../support/app'
import { testEnvironment } from '../../support/environment'
import { buildOrganization, type Organization } from '../../support/organization'
import { assignment, draftTask, openLedger } from '../task/ledger'
import { at, type Engine, obligation, openEngine } from './engine'

let app: TestApp
let people: Organization
let engine: Engine

beforeAll(async () => {
  app = await startApp({ startAt: '2020-03-02T10:00:00+08:00' })
  people = await buildOrganization(app)
  engine = openEngine(app)
})
beforeEach(() => engine.clear())
afterAll(() => app.close())

const staff = 'openid-waterStaff'

/** A change of a task as an action makes it. */
const change = (id: string, next: (task: TaskRecord) => TaskRecord) => {
  const writer = new Writer(
    engine.database,
    makeCipher(testEnvironment.IDENTITY_KEYS),
    (today) => ({
      today,
      calendar: workCalendar,
      settings: defaultBook,
      rootRegion: testEnvironment.CITY_REGION,
    }),
  )
  const actor = {
    personId: 'p',
    membershipId: 'm',
    role: 'coordinator',
    unitId: 'office',
    unitKind: 'department',
    regionCode: '440900',
    belongsTo: ['office'],
  } as const
  const by = {
    actor,
    now: app.clock.now(),
    today: '2020-03-02',
    keep: () => null,
    serves: () => true,
  }
  return writer.write(by, (acting) =>
    acting.change(taskThing, id, 'correctText', (task) => ({ next: next(task), changes: {} })),
  )
}

const given = async (id: string, dueOn: string): Promise<void> => {
  await openLedger(app).draft(draftTask(id, { deadline: fixedDeadline('x', dueOn), measures: [] }))
  const as = { actAs: people.coordinator.actAs }
  await app.ok(people.coordinator.openid, 'task.assign', assignment(id, ['water']), as)
}
const end = async (id: string) => {
  const [doc] = await engine.database.getMany('obligations', [`task.${id}.finishTask.end`])
  return doc as unknown as Obligation
}

describe('what an obligation keeps when its thing changes', () => {
  test('a moved due day begins its own steps, earlier or later', async () => {
    await given('moved', '2020-12-31')
    expect(await end('moved')).toMatchObject({ dueOn: '2020-12-31', nextStepOn: '2020-12-01' })
    const to = (dueOn: string) =>
      change('moved', (task) => ({ ...task, deadline: fixedDeadline('x', dueOn) }))
    await to('2020-04-30')
    expect(await end('moved')).toMatchObject({ dueOn: '2020-04-30', nextStepOn: '2020-03-31' })
    await to('2021-03-31')
    expect(await end('moved')).toMatchObject({ dueOn: '2021-03-31', nextStepOn: '2021-03-01' })
  })

  test('a changed title goes on with the steps and repeats none that was told', async () => {
    await given('renamed', '2020-03-09')
    await engine.allow(staff, 'deadline', 9)
    await engine.run('2020-03-06T09:00')
    const told = engine.sent.length
    const { nextStepOn } = await end('renamed')
    expect(nextStepOn).toBe('2020-03-09')
    await change('renamed', (task) => ({ ...task, title: '另一个题目' }))
    expect(await end('renamed')).toMatchObject({ title: '另一个题目', nextStepOn })
    await engine.run('2020-03-06T12:00')
    expect(engine.sent).toHaveLength(told)
  })
})

describe('what the notifier planned meanwhile', () => {
  const row = obligation('a', { unitId: 'water', roles: ['unitStaff'] })
  const stored = async () => (await engine.database.getMany('obligations', ['a']))[0]
  const moveOn = (seen: Obligation) =>
    engine.parts.reminders.plan(seen, [], { nextStepOn: '2020-03-09', hasRisen: false })

  test('is not written over an obligation whose day has moved since', async () => {
    await engine.owe({ ...row, dueOn: '2020-06-30', nextStepOn: row.nextStepOn })
    await moveOn(row)
    expect(await stored()).toMatchObject({ dueOn: '2020-06-30', nextStepOn: row.nextStepOn })
  })

  test('is not written over one that another run has planned, and not of one that is done', async () => {
    await engine.owe({ ...row, nextStepOn: '2020-03-06' })
    await moveOn(row)
    expect(await stored()).toMatchObject({ nextStepOn: '2020-03-06' })
    await engine.done('a')
    await moveOn(row)
    expect(await stored()).toBeUndefined()
  })
})

describe('a message', () => {
  test('is taken by one run only, however many try', async () => {
    const personId = await engine.personOf(staff)
    await engine.parts.queue.add({
      id: 'm1',
      personId,
      template: 'deadline',
      state: 'pending',
      at: at('2020-03-03T09:00'),
      notBefore: at('2020-03-03T09:00'),
      about: 'digest',
      things: 1,
      attempts: 0,
      body: { kind: 'digest', title: 'x', dueOn: '2020-03-10' },
    })
    const taken = await Promise.all([1, 2, 3].map(() => engine.parts.queue.take('m1')))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await engine.parts.queue.take('m1')).toBe(false)
  })
})

describe('the pages of a to-do', () => {
  test('hold everything once: also the rest of a day that does not end with its page', async () => {
    const many = (dueOn: string, count: number, prefix: string) =>
      Array.from({ length: count }, (_, index) =>
        obligation(`${prefix}${String(index).padStart(2, '0')}`, {
          unitId: 'water',
          roles: ['unitStaff'],
          dueOn,
        }),
      )
    await engine.owe(
      ...many('2020-05-01', 7, 'a'),
      ...many('2020-05-02', 45, 'b'),
      ...many('2020-05-03', 5, 'c'),
    )
    const { openid, actAs } = people.waterStaff
    const read: string[] = []
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await app.ok(openid, 'notifier.listTodo', { cursor }, { actAs })
      read.push(...page.items.map(({ id }) => id))
      cursor = page.cursor ?? undefined
    }
    expect(read).toHaveLength(57)
    expect(read).toEqual([...read].sort())
    expect(new Set(read).size).toBe(57)
  })
})
