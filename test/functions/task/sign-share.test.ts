import { type Organization } from '../../support/organization'
import { standardWords } from './close-out'
import { plan } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

let app: TaskWorld['app']
let as: TaskWorld['as']
let cases: TaskWorld['cases']

beforeAll(async () => {
  ;({ app, as, cases } = await openTaskWorld())
})
afterAll(() => app.close())

const signer = { person: '李某', phone: '0668-2111111' }
const whole = { standards: standardWords, signOffNumber: '茂水〔2019〕7号' }
const kindsOwed = async (who: keyof Organization, thingId: string) => {
  const { items } = await as.ok(who, 'notifier.listTodo', {})
  return items.filter((row) => row.thingId === thingId).map(({ kind }) => kind)
}
/** As the unit that answers for the whole reads it. */
const look = async (taskId: string) => {
  const { assignments, closeOut, turns } = await as.ok('waterStaff', 'task.get', { taskId })
  return {
    signatures: Object.fromEntries(assignments.map(({ unit, signature }) => [unit.id, signature])),
    missing: closeOut?.missing,
    shares: closeOut?.cycles.at(-1)?.selfCheck?.shares,
    turns: turns.map(({ kind, unitName }) => `${kind} ${unitName}`),
  }
}
const refused = (taskId: string) => as.refusal('waterStaff', 'task.selfCheck', { taskId, ...whole })
const byLeader = (taskId: string) =>
  as.ok('housingLeader', 'task.signShare', { taskId, signOffNumber: null })

describe('the signature of another unit’s share', () => {
  it('is what the self-check waits for: owed by that unit, named to the one that waits', async () => {
    const taskId = await cases.doneByTwo('share-waits')
    expect(await refused(taskId)).toBe('TASK.SHARE_UNSIGNED')
    expect(await look(taskId)).toEqual({
      signatures: {
        housing: { on: null, signOffNumber: null, papers: 0, lapsed: false },
        water: null,
      },
      missing: [{ event: 'selfCheck', code: 'TASK.SHARE_UNSIGNED' }],
      shares: undefined,
      turns: expect.arrayContaining(['signShare 市住房城乡建设局']),
    })
    expect(await kindsOwed('housingLeader', taskId)).toEqual(['signShare'])
    expect(await kindsOwed('housingStaff', taskId)).toEqual(['signShare'])
    expect(await kindsOwed('waterStaff', taskId)).not.toContain('selfCheck')
    expect((await byLeader(taskId)).state).toBe('inProgress')
    expect(await kindsOwed('housingLeader', taskId)).toEqual([])
    expect(await kindsOwed('waterStaff', taskId)).toContain('selfCheck')
    await as.ok('waterStaff', 'task.selfCheck', { taskId, ...whole })
    const signed = { on: '2019-11-18', signOffNumber: null }
    expect(await look(taskId)).toMatchObject({
      signatures: { housing: { ...signed, lapsed: false }, water: null },
      shares: [{ unit: { id: 'housing' }, ...signed }],
    })
    // Taken back, the whole is checked again on the same signatures: nothing of the share has changed.
    await as.ok('waterStaff', 'task.withdraw', { taskId })
    await as.ok('waterStaff', 'task.selfCheck', { taskId, ...whole })
    const { history } = await as.ok('coordinator', 'task.get', { taskId })
    expect(history.find(({ event }) => event === 'signShare')?.unitName).toBe('市住房城乡建设局')
  })

  it('is given by the leader or with the paper that the leader signed, by nobody else and once', async () => {
    const taskId = await cases.doneByTwo('share-by')
    const input = { taskId, signOffNumber: null }
    expect(await as.refusal('housingStaff', 'task.signShare', input)).toBe('TASK.SIGN_OFF_MISSING')
    expect(await as.refusal('waterStaff', 'task.signShare', input)).toBe('THING.STATE')
    expect(await as.refusal('coordinator', 'task.signShare', input)).toBe('ACCESS.ROLE')
    const paper = { taskId, signOffNumber: '茂建〔2019〕9号' }
    await as.ok('housingStaff', 'task.signShare', paper)
    expect((await look(taskId)).signatures.housing?.signOffNumber).toBe('茂建〔2019〕9号')
    expect(await as.refusal('housingLeader', 'task.signShare', input)).toBe('THING.STATE')
  })

  it('is not given while a part of the share is open', async () => {
    const taskId = await cases.doneByTwo('share-open')
    const onPart = { taskId, partId: 'measure.m1.housing', reason: '要再看' }
    await as.ok('housingStaff', 'task.undoDone', onPart)
    const input = { taskId, signOffNumber: null }
    expect(await as.refusal('housingLeader', 'task.signShare', input)).toBe(
      'TASK.MEASURE_UNFINISHED',
    )
    expect(await kindsOwed('housingLeader', taskId)).not.toContain('signShare')
  })

  it('lapses with what the unit takes back or the lead returns, and is owed again once that is done', async () => {
    const taskId = await cases.doneByTwo('share-lapses')
    const onPart = { taskId, partId: 'measure.m1.housing', reason: '还漏水' }
    for (const [who, action] of [
      ['housingStaff', 'task.undoDone'],
      ['waterStaff', 'task.returnDone'],
    ] as const) {
      await byLeader(taskId)
      await as.ok(who, action, onPart)
      expect((await look(taskId)).signatures.housing).toMatchObject({ on: null, lapsed: true })
      expect(await kindsOwed('housingLeader', taskId)).not.toContain('signShare')
      const said = { on: '2019-11-18', words: '换了管', paperNumber: '茂建函〔2019〕2号' }
      await as.ok('housingStaff', 'task.reportDone', {
        ...{ taskId, partId: onPart.partId },
        ...said,
      })
      expect(await refused(taskId)).toBe('TASK.SHARE_UNSIGNED')
      expect(await kindsOwed('housingLeader', taskId)).toContain('signShare')
    }
    await byLeader(taskId)
    await as.ok('waterStaff', 'task.selfCheck', { taskId, ...whole })
  })

  it('goes with the share: another unit that takes it over signs for itself', async () => {
    const taskId = await cases.doneByTwo('share-moves')
    await byLeader(taskId)
    await as.ok('coordinator', 'task.reassign', {
      ...{ taskId, fromUnitId: 'housing', toUnitId: 'town-shihu', reason: '机构改革' },
    })
    await as.ok('townStaff', 'task.signFor', { taskId, ...signer })
    await as.ok('townStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    await as.ok('waterStaff', 'task.approvePlan', { taskId, unitId: 'town-shihu' })
    expect(await refused(taskId)).toBe('TASK.SHARE_UNSIGNED')
    await as.ok('townStaff', 'task.signShare', { taskId, signOffNumber: '石府〔2019〕3号' })
    await as.ok('waterStaff', 'task.selfCheck', { taskId, ...whole })
    expect((await look(taskId)).shares?.map(({ unit }) => unit.id)).toEqual(['town-shihu'])
  })
})
