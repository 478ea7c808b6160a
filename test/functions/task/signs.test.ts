import { plainPng } from '../feedback/pictures'
import { casesIn } from './close-out'
import { openTaskWorld, type TaskWorld } from './task-world'

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

const said = '截污管已接通，旧排口全部封堵，路面已经恢复'

const photo = async (taskId: string): Promise<string> => {
  const { app, as } = world
  const files = [{ fileName: '整改后.png', size: plainPng.length }]
  const { targets } = await as.ok('housingStaff', 'task.prepareUpload', { taskId, files })
  expect(await app.put(targets[0]!, plainPng)).toBe(200)
  const { fileId } = targets[0]!
  return (await as.ok('housingStaff', 'task.confirmUpload', { taskId, fileId })).fileId
}

const report = (taskId: string, photoIds: string[], measure = 'm1') =>
  world.as.ok('housingStaff', 'task.reportDone', {
    ...{ taskId, partId: `measure.${measure}.housing`, on: '2019-11-18', words: said },
    ...{ photoIds, paperNumber: photoIds.length > 0 ? null : '茂建函〔2019〕1号' },
  })

const signsOf = async (taskId: string) =>
  (await world.as.ok('inspector', 'task.listSigns', { taskId })).items

describe('what an inspector may ask about', () => {
  it('is nothing where everything was shown once', async () => {
    const taskId = await casesIn(world.as, world.ledger).underway('signs-none')
    await report(taskId, [])
    expect(await signsOf(taskId)).toEqual([])
  })

  it('is the same photo in two tasks, each naming the other', async () => {
    const { underway } = casesIn(world.as, world.ledger)
    const [one, other] = [await underway('signs-photo'), await underway('signs-photo-2')]
    await report(one, [await photo(one)])
    await report(other, [await photo(other)])
    expect(await signsOf(one)).toMatchObject([
      { kind: 'samePhoto', unit: { id: 'housing' }, parts: ['措施m1'], elsewhere: [{ id: other }] },
    ])
    expect((await signsOf(other))[0]!.elsewhere.map(({ id }) => id)).toEqual([one])
  })

  it('is what a unit says once more of what it had to do again', async () => {
    const taskId = await casesIn(world.as, world.ledger).underway('signs-copied')
    const partId = 'measure.m1.housing'
    await report(taskId, [])
    await world.as.ok('coordinator', 'task.returnDone', { taskId, partId, reason: '还有一处没接' })
    const again = { taskId, partId, on: '2019-11-18', paperNumber: '茂建函〔2019〕2号' }
    await world.as.ok('housingStaff', 'task.reportDone', { ...again, words: `${said}，12月复查` })
    expect(await signsOf(taskId)).toMatchObject([{ kind: 'copiedText', parts: ['措施m1'] }])

    await world.as.ok('coordinator', 'task.returnDone', { taskId, partId, reason: '还有一处没接' })
    const anew = '最后一处接户管今天接好，闭水试验合格，现场有照片'
    await world.as.ok('housingStaff', 'task.reportDone', { ...again, words: anew })
    expect(await signsOf(taskId)).toEqual([])
  })

  it('is for inspectors and the office, and for no unit, firm or village', async () => {
    const taskId = await world.underway('signs-readers')
    for (const by of ['inspector', 'coordinator'] as const)
      await world.as.ok(by, 'task.listSigns', { taskId })
    for (const by of ['housingStaff', 'housingLeader', 'enterprise', 'intake'] as const)
      expect(await world.as.refusal(by, 'task.listSigns', { taskId })).toBe('ACCESS.ROLE')
    expect(await world.as.refusal('coordinatorDianbai', 'task.listSigns', { taskId })).toBe(
      'ACCESS.REGION',
    )
  })
})
