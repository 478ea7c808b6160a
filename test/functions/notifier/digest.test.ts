import { digestHint } from '@/copy/message-templates'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization } from '../../support/organization'
import { at, type Engine, obligation, openEngine } from './engine'

let app: TestApp
let engine: Engine

beforeAll(async () => {
  app = await startApp()
  await buildOrganization(app)
  engine = openEngine(app)
})
beforeEach(() => engine.clear())
afterAll(() => app.close())

const openids = () => engine.sent.map(({ openid }) => openid).sort()
const allowAll = async () => {
  for (const name of ['housingStaff', 'housingLeader', 'coordinator', 'otherCoordinator'])
    await engine.allow(`openid-${name}`, 'deadline', 5)
}

describe('the digest of the day', () => {
  test('goes out at nine and not a minute before', async () => {
    await allowAll()
    await engine.owe(obligation('a'))
    expect(await engine.run('2020-03-03T08:59')).toEqual({ nextDueAt: at('2020-03-03T09:00') })
    expect(engine.sent).toEqual([])
    await engine.run('2020-03-03T09:00')
    expect(openids()).toEqual(['openid-housingLeader', 'openid-housingStaff'])
  })

  test('holds everything of one person in one message, the most pressing first', async () => {
    await allowAll()
    await engine.owe(
      obligation('later', { dueOn: '2020-04-02', nextStepOn: '2020-03-03' }),
      obligation('soon', { dueOn: '2020-03-06', nextStepOn: '2020-03-03' }),
    )
    await engine.run('2020-03-03T09:00')
    const message = engine.sent.find(({ openid }) => openid === 'openid-housingStaff')
    expect(engine.sent).toHaveLength(2)
    expect(message?.data).toMatchObject({
      thing1: '任务soon等2项',
      date2: '2020年3月6日',
      number3: '2',
    })
  })

  test('is one a day: what comes up after it waits for the next day', async () => {
    await allowAll()
    await engine.owe(obligation('a'))
    await engine.run('2020-03-03T09:00')
    await engine.owe(obligation('b', { madeOn: '2020-03-03', dueOn: '2020-03-03' }))
    const reply = await engine.run('2020-03-03T14:00')
    expect(engine.sent).toHaveLength(2)
    expect(reply.nextDueAt).toBe(at('2020-03-04T09:00'))
    await engine.run('2020-03-04T09:00')
    expect(engine.sent).toHaveLength(4)
  })

  test('a run that fires twice sends once', async () => {
    await allowAll()
    await engine.owe(obligation('a'))
    await Promise.all([engine.run('2020-03-03T09:00'), engine.run('2020-03-03T09:00')])
    await engine.run('2020-03-03T09:01')
    expect(engine.sent).toHaveLength(2)
    expect(await engine.left('openid-housingStaff', 'deadline')).toBe(4)
  })

  test('a day that is put back and brought forward again is told once for ever', async () => {
    await allowAll()
    await engine.owe(obligation('a'))
    await engine.run('2020-03-03T09:00')
    await engine.owe(obligation('a'))
    await engine.run('2020-03-04T09:00')
    expect(engine.sent).toHaveLength(2)
  })

  test('an extended deadline runs its own steps', async () => {
    await allowAll()
    await engine.owe(obligation('a'))
    await engine.run('2020-03-03T09:00')
    await engine.owe(obligation('a', { dueOn: '2020-03-17', nextStepOn: '2020-03-10' }))
    await engine.run('2020-03-10T09:00')
    expect(engine.sent).toHaveLength(4)
  })

  test('what is done meanwhile is not told', async () => {
    await allowAll()
    await engine.owe(
      obligation('a', { madeOn: '2020-03-02', nextStepOn: '2020-03-02', dueOn: '2020-03-05' }),
    )
    await engine.run('2020-03-02T12:00')
    await engine.done('a')
    await engine.run('2020-03-03T09:00')
    expect(engine.sent).toEqual([])
  })

  test('what has another day meanwhile is not told by its old one', async () => {
    await allowAll()
    await engine.owe(obligation('a'))
    await engine.run('2020-03-03T09:00')
    const late = obligation('late', { madeOn: '2020-03-03', dueOn: '2020-03-03' })
    await engine.owe(late)
    // Planned after the day's digest: it waits for the next one.
    await engine.run('2020-03-03T14:00')
    const told = engine.sent.length
    await engine.owe({ ...late, dueOn: '2020-06-30', nextStepOn: '2020-06-01' })
    await engine.run('2020-03-04T09:00')
    expect(engine.sent).toHaveLength(told)
  })

  test('after missed days only the latest step is told', async () => {
    await allowAll()
    await engine.owe(obligation('a', { nextStepOn: '2020-02-09' }))
    await engine.run('2020-03-10T09:00')
    expect(openids()).toEqual(['openid-housingLeader', 'openid-housingStaff'])
    const [stored] = await engine.database.getMany('obligations', ['a'])
    expect(stored?.nextStepOn).toBe('2020-03-17')
  })

  test('one that an outage delayed into the night waits for the morning', async () => {
    await allowAll()
    await engine.owe(obligation('a'))
    expect(await engine.run('2020-03-03T22:00')).toEqual({ nextDueAt: at('2020-03-04T08:00') })
    expect(engine.sent).toEqual([])
    await engine.run('2020-03-04T08:00')
    expect(engine.sent).toHaveLength(2)
  })

  test('one read the next morning speaks of that morning: due yesterday is overdue', async () => {
    await allowAll()
    await engine.owe(obligation('a', { dueOn: '2020-03-03' }))
    await engine.run('2020-03-03T22:00')
    await engine.run('2020-03-04T08:00')
    expect(engine.sent.map(({ data }) => Object.values(data))).toContainEqual(
      expect.arrayContaining([digestHint(-1)]),
    )
  })

  test('a run drops replies that nobody asks for again, and keeps younger ones', async () => {
    const put = (_id: string, on: string) =>
      engine.database.put('replies', { _id, on, asked: '', reply: '' })
    await put('old', '2019-12-03')
    await put('young', '2019-12-05')
    await engine.run('2020-03-03T09:00')
    expect(await engine.database.get('replies', 'old')).toBeNull()
    expect(await engine.database.get('replies', 'young')).not.toBeNull()
  })

  test('the reply names the next digest at nine of the earliest step', async () => {
    await engine.owe(
      obligation('a', { nextStepOn: '2020-03-09' }),
      obligation('b', { nextStepOn: '2020-03-06' }),
    )
    expect(await engine.run('2020-03-03T09:00')).toEqual({ nextDueAt: at('2020-03-06T09:00') })
  })

  test('nothing owed: nothing to come back for', async () => {
    expect(await engine.run('2020-03-03T09:00')).toEqual({ nextDueAt: null })
  })
})

describe('who is told', () => {
  test('the person who signed, while they still work there', async () => {
    await allowAll()
    await engine.signed('a', 'housing', await engine.personOf('openid-housingStaff'))
    await engine.owe(obligation('a', { signerOwes: true }))
    await engine.run('2020-03-03T09:00')
    expect(openids()).toEqual(['openid-housingStaff'])
  })

  test('everybody in the unit with one of the roles, when that person has left', async () => {
    await allowAll()
    await engine.signed('a', 'housing', 'somebody-who-left')
    await engine.owe(obligation('a', { signerOwes: true }))
    await engine.run('2020-03-03T09:00')
    expect(openids()).toEqual(['openid-housingLeader', 'openid-housingStaff'])
  })

  test('from three days before also the leader of the unit, not before', async () => {
    await allowAll()
    await engine.signed('a', 'housing', await engine.personOf('openid-housingStaff'))
    // Three days before is a Saturday: it goes with the Friday.
    await engine.owe(obligation('a', { signerOwes: true, nextStepOn: '2020-03-06' }))
    await engine.run('2020-03-06T09:00')
    expect(openids()).toEqual(['openid-housingLeader', 'openid-housingStaff'])
  })

  test('of an overdue reply soon also the coordinators of the region, on the day itself', async () => {
    await allowAll()
    await engine.owe(obligation('a', { kind: 'submitPlan', nextStepOn: '2020-03-18' }))
    await engine.run('2020-03-18T09:00')
    expect(openids()).toEqual([
      'openid-coordinator',
      'openid-housingLeader',
      'openid-housingStaff',
      'openid-otherCoordinator',
    ])
  })

  test('the coordinators of the nearest office', async () => {
    await engine.allow('openid-coordinatorDianbai', 'deadline', 1)
    await allowAll()
    await engine.owe(
      obligation('a', { unitId: null, roles: ['coordinator'], regionCode: '440904' }),
    )
    await engine.run('2020-03-03T09:00')
    expect(openids()).toEqual(['openid-coordinatorDianbai'])
  })
})
