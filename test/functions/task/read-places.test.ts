import { releasableTaskFields } from '@/domain/release/release'
import { casesIn } from './close-out'
import { readAll } from './read-places'
import { openTaskWorld, type TaskWorld } from './task-world'

/** 逐处看: both who check a notice open each of its places, and the server keeps which. */

let world: TaskWorld
let as: TaskWorld['as']

beforeAll(async () => {
  world = await openTaskWorld()
  as = world.as
})
afterAll(() => world.app.close())

const fields = [...releasableTaskFields]

/** Every step is passed; nobody has opened a place. */
const verified = async (taskId: string) => {
  const cases = casesIn(as, world.ledger)
  await cases.asked(taskId)
  await cases.pass(taskId, world.organization.farmingColleague.actAs)
  const { digest, places } = await as.ok('publisher', 'task.previewRelease', { taskId })
  return { taskId, digest, places: places.all }
}

const seenBy = async (who: 'coordinator' | 'publisher', taskId: string) =>
  (await as.ok(who, 'task.previewRelease', { taskId })).places

describe('the places of a notice', () => {
  it('are each opened before either check stands, and the other desk reads how far it is', async () => {
    const { taskId, digest, places } = await verified('read-each')
    const check = { taskId, digest, fields }
    expect(places).toEqual([
      ...['number', 'problem', 'goal.0', 'due', 'done.0', 'done.1', 'completed'],
      ...['who', 'check.0', 'check.1', 'time'],
    ])
    expect(await as.refusal('coordinator', 'task.checkSecrecy', check)).toBe('RELEASE.UNREAD')
    expect(await as.refusal('publisher', 'task.checkOpenness', check)).toBe('RELEASE.UNREAD')

    const [last, ...first] = [...places].reverse()
    const read = { taskId, digest, check: 'openness' as const }
    const some = await as.ok('publisher', 'task.readPlaces', { ...read, places: first })
    expect(some).toEqual({ read: places.length - 1, of: places.length })
    // The same again, and a place that is none, are nothing new.
    const again = { ...read, places: [first[0]!, 'goal.99'] }
    expect(await as.ok('publisher', 'task.readPlaces', again)).toEqual(some)
    expect(await seenBy('coordinator', taskId)).toMatchObject({
      ...{ read: [], secrecy: 0, openness: places.length - 1 },
    })
    expect((await seenBy('publisher', taskId)).read).toHaveLength(places.length - 1)
    expect(await as.refusal('publisher', 'task.checkOpenness', check)).toBe('RELEASE.UNREAD')

    await as.ok('publisher', 'task.readPlaces', { ...read, places: [last!] })
    await as.ok('publisher', 'task.checkOpenness', check)
    // What one has read the other has not.
    expect(await as.refusal('coordinator', 'task.checkSecrecy', check)).toBe('RELEASE.UNREAD')
    await as.ok('coordinator', 'task.readPlaces', { ...read, check: 'secrecy', places })
    expect(await as.ok('coordinator', 'task.checkSecrecy', check)).toEqual({ released: true })

    // The chain holds the two checks and how many places they are of, not each tap.
    const { history } = await as.ok('coordinator', 'task.get', { taskId })
    expect(history.map(({ event }) => event)).not.toContain('readPlaces')
  })

  it('are opened anew when one of them reads otherwise', async () => {
    const { taskId, digest, places } = await verified('read-anew')
    await readAll(as.ok, taskId)
    const edit = { taskId, digest, place: 'problem', text: '水渠发臭' }
    await as.ok('coordinator', 'task.editNotice', edit)
    expect(await seenBy('publisher', taskId)).toMatchObject({ read: [], secrecy: 0, openness: 0 })
    const stale = { taskId, digest, check: 'openness' as const, places }
    expect(await as.refusal('publisher', 'task.readPlaces', stale)).toBe('RELEASE.TEXT_CHANGED')
    const now = (await as.ok('publisher', 'task.previewRelease', { taskId })).digest
    const check = { taskId, digest: now, fields }
    expect(await as.refusal('publisher', 'task.checkOpenness', check)).toBe('RELEASE.UNREAD')
  })

  it('are recorded by nobody for the check of another', async () => {
    const { taskId, digest, places } = await verified('read-other')
    const openness = { taskId, digest, places, check: 'openness' as const }
    expect(await as.refusal('coordinator', 'task.readPlaces', openness)).toBe('ACCESS.ROLE')
    const secrecy = { ...openness, check: 'secrecy' as const }
    expect(await as.refusal('publisher', 'task.readPlaces', secrecy)).toBe('ACCESS.ROLE')
  })

  it('are none before the text is a notice: one of the list is released as it is read', async () => {
    const taskId = await casesIn(as, world.ledger).underway('read-none')
    const { digest, places } = await as.ok('publisher', 'task.previewRelease', { taskId })
    expect(places.all).toEqual([])
    await as.ok('publisher', 'task.checkOpenness', { taskId, digest, fields })
  })
})
