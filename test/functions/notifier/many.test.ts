import { startApp, type TestApp } from '../../support/app'
import { buildOrganization } from '../../support/organization'
import { type Engine, obligation, openEngine } from './engine'

let app: TestApp
let engine: Engine

beforeAll(async () => {
  app = await startApp()
  await buildOrganization(app)
  engine = openEngine(app)
})
afterAll(() => app.close())

test('120 things due on one day are one message a person, and none is left behind', async () => {
  await engine.allow('openid-waterStaff', 'deadline', 2)
  const many = Array.from({ length: 120 }, (_, index) =>
    obligation(`n${String(index).padStart(3, '0')}`, { unitId: 'water', roles: ['unitStaff'] }),
  )
  await engine.owe(...many)
  await engine.run('2020-03-03T09:00')
  expect(engine.sent).toHaveLength(1)
  const left = await engine.database.count('obligations', {
    nextStepOn: engine.database.command.lte('2020-03-03'),
  })
  expect(left).toBe(0)
  expect(await engine.database.count('reminders', { state: 'waiting' })).toBe(0)
  expect(engine.sent[0]?.data).toMatchObject({ thing1: '任务n000等120项', number3: '120' })
})
