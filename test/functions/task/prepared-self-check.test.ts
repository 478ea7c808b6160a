import { jpegWith } from '../feedback/pictures'
import type { Organization } from '../../support/organization'
import { casesIn, standardWords } from './close-out'
import { openTaskWorld, type TaskWorld } from './task-world'
import { uploadsIn } from './uploads'

/** 备自查: staff write, the leader signs here or on a paper that is scanned. */

let world: TaskWorld
let cases: ReturnType<typeof casesIn>
beforeAll(async () => {
  world = await openTaskWorld()
  cases = casesIn(world.as, world.ledger)
})
afterAll(() => world.app.close())

const dispute = { standard: '一级A还是一级B', fixedBy: '市生态环境局', why: '环评只写了一级' }
const written = { standards: standardWords, dispute }

const owedTo = async (who: keyof Organization, taskId: string) => {
  const { items } = await world.as.ok(who, 'notifier.listTodo', {})
  const own = items.filter((row) => row.thingId === taskId).map(({ kind }) => kind)
  return own.filter((kind) => kind !== 'finishTask')
}
const preparedFor = async (who: keyof Organization, taskId: string) =>
  (await world.as.ok(who, 'task.get', { taskId })).closeOut?.prepared
const scan = (who: 'housingStaff' | 'waterStaff', taskId: string, which = '') =>
  uploadsIn(world.app, world.as).upload(
    who,
    taskId,
    jpegWith(`${taskId} ${who}`),
    `负责人签字件${which}.jpg`,
  )

describe('the prepared self-check', () => {
  it('lies ready for the leader, who owes the signature instead and signs what stands there', async () => {
    const { as } = world
    const taskId = await cases.done('prepared-signed')
    expect(await owedTo('housingLeader', taskId)).toEqual(['selfCheck'])
    const { state } = await as.ok('housingStaff', 'task.prepareSelfCheck', { taskId, ...written })
    expect(state).toBe('inProgress')
    expect(await owedTo('housingLeader', taskId)).toEqual(['signSelfCheck'])
    const stands = { on: '2019-11-18', words: standardWords, dispute, lapsed: false }
    expect(await preparedFor('housingLeader', taskId)).toEqual(stands)
    await as.ok('housingLeader', 'task.selfCheck', { taskId, ...written, signOffNumber: null })
    expect(await owedTo('housingLeader', taskId)).toEqual([])
    expect(await preparedFor('housingLeader', taskId)).toBeNull()
  })

  it('is the unit’s own until it is signed: others read nothing of it, and nobody else writes it', async () => {
    const { as } = world
    const taskId = await cases.doneByTwo('prepared-own')
    await as.ok('housingLeader', 'task.signShare', { taskId, signOffNumber: null })
    await as.ok('waterStaff', 'task.prepareSelfCheck', { taskId, ...written })
    for (const who of ['housingStaff', 'coordinator', 'inspector'] as const)
      expect(await preparedFor(who, taskId)).toBeNull()
    const input = { taskId, ...written }
    expect(await as.refusal('housingStaff', 'task.prepareSelfCheck', input)).toBe('ACCESS.UNIT')
    expect(await as.refusal('coordinator', 'task.prepareSelfCheck', input)).toBe('ACCESS.ROLE')
  })

  it('waits for what the self-check waits for, and says a word on each standard', async () => {
    const { as } = world
    const open = await cases.underway('prepared-open')
    expect(
      await as.refusal('housingStaff', 'task.prepareSelfCheck', { taskId: open, ...written }),
    ).toBe('TASK.MEASURE_UNFINISHED')
    const taskId = await cases.done('prepared-words')
    const standards = { ...standardWords, normsMet: ' ' }
    expect(
      await as.refusal('housingStaff', 'task.prepareSelfCheck', { taskId, ...written, standards }),
    ).toBe('INPUT.INVALID')
    expect(await preparedFor('housingStaff', taskId)).toBeNull()
  })

  it('lapses with what it was written on, keeps its words, and is owed anew once that is done', async () => {
    const { as } = world
    const taskId = await cases.done('prepared-lapses')
    await as.ok('housingStaff', 'task.prepareSelfCheck', { taskId, ...written })
    const partId = 'measure.m1.housing'
    await as.ok('housingStaff', 'task.undoDone', { taskId, partId, reason: '还漏水' })
    expect(await owedTo('housingLeader', taskId)).not.toContain('signSelfCheck')
    expect(await preparedFor('housingStaff', taskId)).toMatchObject({
      ...{ words: standardWords, dispute, lapsed: true },
    })
    const said = { on: '2019-11-18', words: '换了管', paperNumber: '茂建函〔2019〕2号' }
    await as.ok('housingStaff', 'task.reportDone', { taskId, partId, ...said })
    expect(await owedTo('housingLeader', taskId)).toEqual(['selfCheck'])
    await as.ok('housingStaff', 'task.prepareSelfCheck', { taskId, ...written })
    expect(await owedTo('housingLeader', taskId)).toEqual(['signSelfCheck'])
  })

  it('comes back with its words when the self-check is taken back', async () => {
    const { as } = world
    const taskId = await cases.done('prepared-back')
    await as.ok('housingLeader', 'task.selfCheck', { taskId, ...written, signOffNumber: null })
    await as.ok('housingStaff', 'task.withdraw', { taskId })
    expect(await preparedFor('housingStaff', taskId)).toMatchObject({
      ...{ words: standardWords, dispute, lapsed: true },
    })
    expect(await owedTo('housingLeader', taskId)).toEqual(['selfCheck'])
  })
})

describe('the paper that the leader signed', () => {
  it('signs as a scan without a number, for the share and for the whole, and goes with the case', async () => {
    const { as } = world
    const taskId = await cases.doneByTwo('scan-signed')
    const share = await scan('housingStaff', taskId)
    const whole = await scan('waterStaff', taskId)
    const nothing = { taskId, signOffNumber: null, fileIds: [] }
    const missing = 'TASK.SIGN_OFF_MISSING'
    expect(await as.refusal('housingStaff', 'task.signShare', nothing)).toBe(missing)
    // What another unit put there is not this one's paper.
    const foreign = { ...nothing, fileIds: [whole] }
    expect(await as.refusal('housingStaff', 'task.signShare', foreign)).toBe('FILE.MISSING')
    await as.ok('housingStaff', 'task.signShare', { ...nothing, fileIds: [share] })
    const check = { ...nothing, standards: standardWords }
    expect(await as.refusal('waterStaff', 'task.selfCheck', check)).toBe(missing)
    await as.ok('waterStaff', 'task.selfCheck', { ...check, fileIds: [whole] })

    const { closeOut } = await as.ok('coordinator', 'task.get', { taskId })
    expect(closeOut?.cycles[0]?.selfCheck).toMatchObject({
      ...{ signOffNumber: null, papers: 1 },
      shares: [{ unit: { id: 'housing' }, signOffNumber: null, papers: 1 }],
    })
    const { evidence } = await as.ok('coordinator', 'papers.getCaseFile', { taskId })
    const signed = evidence.filter(({ use }) => use === 'signOff')
    expect(signed.map(({ name, part }) => [name, part])).toEqual([
      ['负责人签字件.jpg', '办结前自查'],
      ['负责人签字件.jpg', '办结前自查'],
    ])
  })

  it('given anew, or taken back with the self-check, stays in the case as what counts no more', async () => {
    const { as } = world
    const taskId = await cases.doneByTwo('scan-anew')
    const [first, second] = [
      await scan('housingStaff', taskId),
      await scan('housingStaff', taskId, '（再签）'),
    ]
    const whole = await scan('waterStaff', taskId, '（全部）')
    const signed = { taskId, signOffNumber: null }
    await as.ok('housingStaff', 'task.signShare', { ...signed, fileIds: [first] })
    const partId = 'measure.m1.housing'
    await as.ok('housingStaff', 'task.undoDone', { taskId, partId, reason: '还漏水' })
    const said = { on: '2019-11-18', words: '换了管', paperNumber: '茂建函〔2019〕2号' }
    await as.ok('housingStaff', 'task.reportDone', { taskId, partId, ...said })
    await as.ok('housingStaff', 'task.signShare', { ...signed, fileIds: [second] })
    const check = { ...signed, standards: standardWords, fileIds: [whole] }
    await as.ok('waterStaff', 'task.selfCheck', check)
    const scans = async () => {
      const { evidence } = await as.ok('coordinator', 'papers.getCaseFile', { taskId })
      const signOffs = evidence.filter(({ use }) => use === 'signOff')
      return signOffs.map(({ name, former }) => [name, former])
    }
    expect(await scans()).toEqual([
      ['负责人签字件（全部）.jpg', false],
      ['负责人签字件（再签）.jpg', false],
      ['负责人签字件.jpg', true],
    ])
    await as.ok('waterStaff', 'task.withdraw', { taskId })
    expect(await scans()).toEqual([
      ['负责人签字件（再签）.jpg', false],
      ['负责人签字件.jpg', true],
      ['负责人签字件（全部）.jpg', true],
    ])
  })
})
