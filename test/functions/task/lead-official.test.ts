import { withLeadPerson } from '@/domain/task/lead-official'
import { twoSteps } from './close-out'
import { assignment, draftTask } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

let world: TaskWorld
let as: TaskWorld['as']
const taskId = 'led'
const printed = '副市长高某'
const villageCodes = ['440902101201']

beforeAll(async () => {
  world = await openTaskWorld()
  ;({ as } = world)
  await world.ledger.draft({
    ...draftTask(taskId),
    leadOfficial: { printed, person: null },
  })
  await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing'], { villageCodes }))
})
afterAll(() => world.app.close())

const idOf = (name: 'cityLeader' | 'housingLeader' | 'waterStaff' | 'inspector') =>
  world.organization[name].actAs
const choose = (leadOfficialId: string | null) => ({ taskId, ...twoSteps, leadOfficialId })
const ledBy = async (name: 'cityLeader' | 'housingLeader' | 'housingStaff') =>
  (await as.ok(name, 'task.listLedger', { filter: { led: true } })).items.map(({ id }) => id)

describe('the lead official of a task', () => {
  it('is one of the city’s leaders or of the unit that answers, as the office is told', async () => {
    const { items } = await as.ok('coordinator', 'task.listOfficials', { taskId })
    const ids = items.map(({ membershipId }) => membershipId)
    expect(ids).toEqual(expect.arrayContaining([idOf('cityLeader'), idOf('housingLeader')]))
    for (const name of ['waterStaff', 'inspector'] as const) expect(ids).not.toContain(idOf(name))
  })

  it('is nobody else, and chosen by nobody but the office', async () => {
    for (const name of ['waterStaff', 'inspector'] as const)
      expect(await as.refusal('coordinator', 'task.changeChain', choose(idOf(name)))).toBe(
        'THING.NOT_FOUND',
      )
    const own = choose(idOf('housingLeader'))
    expect(await as.refusal('housingLeader', 'task.changeChain', own)).toBe('ACCESS.ROLE')
    expect(await as.refusal('housingLeader', 'task.listOfficials', { taskId })).toBe('ACCESS.ROLE')
  })

  it('stands beside the words of the list, which stay', async () => {
    expect(await ledBy('cityLeader')).toEqual([])
    await as.ok('coordinator', 'task.changeChain', choose(idOf('cityLeader')))
    const { leadOfficial } = await as.ok('housingStaff', 'task.get', { taskId })
    expect(leadOfficial).toMatchObject({
      printed,
      person: { membershipId: idOf('cityLeader'), name: 'cityLeader' },
    })
  })

  it('finds the task among the own ones, and nobody else does', async () => {
    expect(await ledBy('cityLeader')).toEqual([taskId])
    expect(await ledBy('housingLeader')).toEqual([])
    await as.ok('coordinator', 'task.changeChain', choose(idOf('housingLeader')))
    expect(await ledBy('cityLeader')).toEqual([])
    expect(await ledBy('housingLeader')).toEqual([taskId])
    expect(await ledBy('housingStaff')).toEqual([])
  })

  it('stays where the chain is changed without a word of it, and goes where nobody is chosen', async () => {
    await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
    expect(await ledBy('housingLeader')).toEqual([taskId])
    await as.ok('coordinator', 'task.changeChain', choose(null))
    expect(await ledBy('housingLeader')).toEqual([])
    expect((await as.ok('coordinator', 'task.get', { taskId })).leadOfficial).toEqual({
      printed,
      person: null,
    })
  })

  it('is no name that the concerned or the public read', async () => {
    await as.ok('coordinator', 'task.changeChain', choose(idOf('cityLeader')))
    expect((await as.ok('villageOfficer', 'task.get', { taskId })).leadOfficial).toBeNull()
    const read = await as.ok('coordinator', 'task.previewRelease', { taskId })
    expect(JSON.stringify(read)).not.toMatch(/高某|cityLeader/)
  })
})

describe('a task that was stored before there were lead officials', () => {
  it('has none until one is chosen, with no printed words', async () => {
    await world.ledger.draft(draftTask('older'))
    expect((await as.ok('coordinator', 'task.get', { taskId: 'older' })).leadOfficial).toBeNull()
    expect(withLeadPerson({}, null)).toEqual({ printed: '', person: null })
  })
})
