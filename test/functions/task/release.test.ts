import { fireTimer } from '../feedback/desk'
import { releasableTaskFields } from '@/domain/release/release'
import { units } from '../../support/organization'
import { assignment, draftTask, plan } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

let app: TaskWorld['app']
let organization: TaskWorld['organization']
let ledger: TaskWorld['ledger']
let as: TaskWorld['as']

beforeAll(async () => {
  ;({ app, organization, ledger, as } = await openTaskWorld())
})
afterAll(() => app.close())

const given = async (id: string, change: Parameters<typeof draftTask>[1] = {}) => {
  await ledger.draft(draftTask(id, change))
  await as.ok(
    'coordinator',
    'task.assign',
    assignment(id, ['housing'], { villageCodes: ['440902101201'] }),
  )
  return id
}
type Fields = (typeof releasableTaskFields)[number][]
const all: Fields = [...releasableTaskFields]

const digestOf = async (taskId: string) =>
  (await as.ok('coordinator', 'task.previewRelease', { taskId })).digest
const release = async (taskId: string, fields: Fields = all) => {
  const digest = await digestOf(taskId)
  await as.ok('coordinator', 'task.checkSecrecy', { taskId, fields, digest })
  return as.ok('publisher', 'task.checkOpenness', { taskId, fields, digest })
}
const askLater = (taskId: string) =>
  as.ok('housingStaff', 'task.extend', {
    taskId,
    part: { kind: 'task' },
    to: '2021-06-30',
    reason: '管材断供',
    plan: '分段施工',
  })
const grant = (taskId: string) =>
  as.ok('coordinator', 'task.grantExtension', { taskId, decisionNumber: '茂整改〔2020〕9号' })
const isPublic = async (taskId: string) => (await app.call(null, 'register.getTask', { taskId })).ok

describe('a text that the office writes otherwise', () => {
  const preview = (taskId: string) => as.ok('publisher', 'task.previewRelease', { taskId })
  const edit = async (taskId: string, text: string | null) => ({
    ...{ taskId, digest: await digestOf(taskId), place: 'problem', text },
  })

  it('is checked anew by both, says what was changed, and leaves the ledger as it is', async () => {
    const taskId = await given('edited')
    await release(taskId)
    const before = (await as.ok('coordinator', 'task.get', { taskId })).problem
    expect(await as.refusal('publisher', 'task.editNotice', await edit(taskId, '水渠发臭'))).toBe(
      'ACCESS.ROLE',
    )
    expect((await preview(taskId)).mayEdit).toBe(false)
    await as.ok('coordinator', 'task.editNotice', await edit(taskId, '水渠发臭'))
    expect(await preview(taskId)).toMatchObject({
      ...{ secrecyOn: null, opennessOn: null, edits: [{ place: 'problem', was: before }] },
      task: { problem: '水渠发臭' },
    })
    const shown = async () => (await app.ok(null, 'register.getTask', { taskId })).problem
    expect(await shown()).toBe(before)
    await release(taskId)
    expect(await shown()).toBe('水渠发臭')
    expect((await as.ok('coordinator', 'task.get', { taskId })).problem).toBe(before)
    // The history says that it was changed, and not to what.
    const { history } = await as.ok('coordinator', 'task.get', { taskId })
    expect(history.map(({ event }) => event)).toContain('editNotice')
    expect(JSON.stringify(history)).not.toContain('水渠发臭')

    await as.ok('coordinator', 'task.editNotice', await edit(taskId, null))
    expect(await preview(taskId)).toMatchObject({ edits: [], task: { problem: before } })
    expect(await as.refusal('coordinator', 'task.editNotice', await edit(taskId, null))).toBe(
      'RELEASE.NOTHING_EDITED',
    )
  })

  it('is refused where it was not the text that was read', async () => {
    const taskId = await given('edited-stale')
    const stale = await edit(taskId, '水渠发臭')
    await as.ok('coordinator', 'task.editNotice', await edit(taskId, '水渠又黑又臭'))
    expect(await as.refusal('coordinator', 'task.editNotice', stale)).toBe('RELEASE.TEXT_CHANGED')
  })
})

describe('the openness check that the office asks for', () => {
  it('is told to the publishers at once, once a day, and not when it is done', async () => {
    const taskId = await given('urged')
    const urge = { taskId }
    const told = async () => {
      await fireTimer(app, 'notifier')
      const { items } = await as.ok('publisher', 'notifier.listMyMessages', {})
      return items.filter(({ about }) => about === 'checkUrged').length
    }
    const before = await told()
    await as.ok('coordinator', 'task.urgeCheck', urge)
    expect(await told()).toBe(before + 1)
    expect((await as.ok('coordinator', 'task.previewRelease', { taskId })).urgedOn).not.toBeNull()
    expect(await as.refusal('coordinator', 'task.urgeCheck', urge)).toBe('RELEASE.URGED_TODAY')
    expect(await told()).toBe(before + 1)

    const other = await given('urged-checked')
    await release(other)
    expect(await as.refusal('coordinator', 'task.urgeCheck', { taskId: other })).toBe('THING.STATE')
  })
})

describe('a text that one of the two holds back', () => {
  const reason = '写了住户的姓'
  const preview = (who: 'coordinator' | 'publisher', taskId: string) =>
    as.ok(who, 'task.previewRelease', { taskId })
  const hold = async (who: 'coordinator' | 'publisher', taskId: string) =>
    as.ok(who, 'task.withholdRelease', { taskId, digest: await digestOf(taskId), reason })
  const owed = async (who: 'coordinator' | 'publisher', taskId: string) =>
    (await as.ok(who, 'notifier.listTodo', {})).items
      .filter((item) => item.thingId === taskId)
      .map(({ kind }) => kind)
  const checkSecrecy = async (taskId: string) =>
    as.ok('coordinator', 'task.checkSecrecy', {
      ...{ taskId, fields: all, digest: await digestOf(taskId) },
    })

  it('is checked anew, and both read why until it is', async () => {
    const taskId = await given('held-back')
    await checkSecrecy(taskId)
    expect(await owed('publisher', taskId)).toEqual(['checkOpenness'])
    await hold('publisher', taskId)
    expect(await owed('publisher', taskId)).toEqual([])
    expect(await owed('coordinator', taskId)).toEqual(['checkSecrecy'])
    for (const who of ['coordinator', 'publisher'] as const)
      expect(await preview(who, taskId)).toMatchObject({
        secrecyOn: null,
        withheld: { by: 'openness', on: '2019-11-18', reason },
      })
    expect(await release(taskId)).toEqual({ released: true })
    expect(await preview('publisher', taskId)).toMatchObject({ withheld: null })
    expect(await isPublic(taskId)).toBe(true)
  })

  it('was checked by who takes that check back', async () => {
    const taskId = await given('taken-back')
    await checkSecrecy(taskId)
    await hold('coordinator', taskId)
    const digest = await digestOf(taskId)
    const other = await as.ok('publisher', 'task.checkOpenness', { taskId, fields: all, digest })
    expect(other.released).toBe(false)
    expect(await isPublic(taskId)).toBe(false)
  })

  it('is not public, is the one that was read, and has a reason', async () => {
    const taskId = await given('not-held-back')
    const digest = await digestOf(taskId)
    const refusal = (input: object) =>
      as.refusal('publisher', 'task.withholdRelease', { taskId, digest, reason, ...input })
    expect(await refusal({ digest: 'another' })).toBe('RELEASE.TEXT_CHANGED')
    expect(await refusal({ reason: ' ' })).toMatch(/REASON_REQUIRED|INPUT\.INVALID/)
    await release(taskId)
    expect(await refusal({})).toBe('THING.STATE')
    expect(await isPublic(taskId)).toBe(true)
  })

  it('tells nobody else why: the reason may name what is not to be read', async () => {
    const taskId = await given('held-in-silence')
    await hold('publisher', taskId)
    const task = await as.ok('housingStaff', 'task.get', { taskId })
    expect(JSON.stringify(task)).not.toContain(reason)
    expect(task.history.map(({ event }) => event)).toContain('withholdRelease')
  })
})

describe('nothing is public before two persons have checked it', () => {
  it('publishes at the second check, not before', async () => {
    const taskId = await given('two-checks')
    const digest = await digestOf(taskId)
    const first = await as.ok('coordinator', 'task.checkSecrecy', { taskId, fields: all, digest })
    expect(first.released).toBe(false)
    expect(await isPublic(taskId)).toBe(false)
    const second = await as.ok('publisher', 'task.checkOpenness', { taskId, fields: all, digest })
    expect(second.released).toBe(true)
    const page = await app.ok(null, 'register.getTask', { taskId })
    expect(page).toMatchObject({
      title: '石湖镇生活污水直排',
      unitName: '市住房城乡建设局',
      state: 'rectifying',
      dueOn: '2020-12-31',
      villages: [{ code: '440902101201', name: '上塘村' }],
      releasedOn: '2019-11-18',
    })
  })

  it('takes the two checks in either order', async () => {
    const taskId = await given('other-order')
    const digest = await digestOf(taskId)
    await as.ok('publisher', 'task.checkOpenness', { taskId, fields: all, digest })
    const second = await as.ok('coordinator', 'task.checkSecrecy', { taskId, fields: all, digest })
    expect(second.released).toBe(true)
  })

  it('refuses one person both checks, in whatever role', async () => {
    const taskId = await given('one-person')
    const { administrator, coordinator } = organization
    const { code } = await app.ok(
      administrator.openid,
      'identity.invite',
      { role: 'publisher', unitKey: 'office', regionCode: '440900', name: '同一人' },
      { actAs: administrator.actAs },
    )
    const { membership } = await app.ok(coordinator.openid, 'identity.acceptInvitation', { code })
    const digest = await digestOf(taskId)
    await as.ok('coordinator', 'task.checkSecrecy', { taskId, fields: all, digest })
    const both = { taskId, fields: all, digest }
    expect(
      await app.refusal(coordinator.openid, 'task.checkOpenness', both, { actAs: membership.id }),
    ).toBe('ACCESS.SAME_PERSON')
    expect(await isPublic(taskId)).toBe(false)
  })

  it('refuses a check of a text that is not the present one', async () => {
    const taskId = await given('other-text')
    const another = await digestOf(await given('another', { title: '另一项任务' }))
    expect(
      await as.refusal('coordinator', 'task.checkSecrecy', {
        taskId,
        fields: all,
        digest: another,
      }),
    ).toBe('RELEASE.TEXT_CHANGED')
  })

  it('lets a first check of an older text count for nothing', async () => {
    const taskId = await given('changed-between', { regionCodes: ['440902'] })
    const before = await digestOf(taskId)
    await as.ok('coordinator', 'task.checkSecrecy', { taskId, fields: all, digest: before })
    await as.ok('housingStaff', 'task.returnAssignment', { taskId, reason: '不属本单位' })
    await as.ok('coordinator', 'task.reassign', {
      taskId,
      fromUnitId: 'housing',
      toUnitId: 'water',
      reason: '不是它的职责',
    })
    const after = await digestOf(taskId)
    expect(after).not.toBe(before)
    const second = await as.ok('publisher', 'task.checkOpenness', {
      taskId,
      fields: all,
      digest: after,
    })
    expect(second.released).toBe(false)
    const again = await as.ok('coordinator', 'task.checkSecrecy', {
      taskId,
      fields: all,
      digest: after,
    })
    expect(again.released).toBe(true)
  })

  it('publishes only what both have allowed', async () => {
    const taskId = await given('field-by-field')
    const digest = await digestOf(taskId)
    await as.ok('coordinator', 'task.checkSecrecy', {
      taskId,
      fields: ['title', 'problem', 'units'],
      digest,
    })
    await as.ok('publisher', 'task.checkOpenness', {
      taskId,
      fields: ['title', 'problem', 'deadline'],
      digest,
    })
    const page = await app.ok(null, 'register.getTask', { taskId })
    expect(page).toMatchObject({
      title: '石湖镇生活污水直排',
      problem: '石湖镇生活污水直排小东江。',
      unitName: '',
      units: [],
      measures: [],
      goals: [],
      dueOn: null,
      dueText: '',
      villages: [],
      regions: [],
      category: 'other',
    })
  })

  it('releases no text without a title', async () => {
    const taskId = await given('untitled')
    const { released } = await release(taskId, ['problem'])
    expect(released).toBe(false)
    expect(await isPublic(taskId)).toBe(false)
  })

  it('refuses to release a draft', async () => {
    await ledger.draft(draftTask('still-draft'))
    expect(await as.refusal('coordinator', 'task.previewRelease', { taskId: 'still-draft' })).toBe(
      'THING.STATE',
    )
  })
})

describe('after the release', () => {
  it('follows the state, and leaves the text until it is released anew', async () => {
    const taskId = await given('followed')
    await release(taskId)
    await as.ok('housingStaff', 'task.returnAssignment', { taskId, reason: '不属本单位' })
    await as.ok('coordinator', 'task.reassign', {
      taskId,
      fromUnitId: 'housing',
      toUnitId: 'water',
      reason: '不是它的职责',
    })
    await as.ok('waterStaff', 'task.signFor', { taskId, person: '王某', phone: '0668-2111111' })
    await as.ok('waterStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
    await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'water' })
    const page = await app.ok(null, 'register.getTask', { taskId })
    expect(page.unitName).toBe('市住房城乡建设局')
    const done = page.history.filter((node) => node.done).map(({ event }) => event)
    expect(done).toEqual(['assign', 'signFor', 'startRectifying'])
    const staff = await as.ok('coordinator', 'task.get', { taskId })
    expect(staff.release).toMatchObject({ releasedOn: '2019-11-18', stale: true, secrecyOn: null })

    await release(taskId)
    expect((await app.ok(null, 'register.getTask', { taskId })).unitName).toBe('市水务局')
    expect((await as.ok('coordinator', 'task.get', { taskId })).release.stale).toBe(false)
  })

  it('shows 原定 and 延期至 from the day the extension is granted, before and after a new release', async () => {
    const taskId = await given('moved')
    await release(taskId)
    await askLater(taskId)
    const days = async () => {
      const { dueOn, printedOn, reopened, measures } = await app.ok(null, 'register.getTask', {
        taskId,
      })
      return { dueOn, printedOn, reopened, measure: measures[0]! }
    }
    // Asked is not granted.
    expect(await days()).toMatchObject({ dueOn: '2020-12-31', printedOn: null })
    await grant(taskId)
    const moved = {
      dueOn: '2021-06-30',
      printedOn: '2020-12-31',
      reopened: false,
      measure: { dueOn: '2021-06-30', printedOn: '2020-12-31' },
    }
    expect(await days()).toMatchObject(moved)
    await release(taskId)
    expect(await days()).toMatchObject(moved)
  })

  it('stands in the register by the day to which it was moved', async () => {
    const filter = { villageCode: '440902101202' }
    const villageCodes = [filter.villageCode]
    for (const id of ['moved-first', 'moved-second']) {
      await ledger.draft(draftTask(id))
      await as.ok('coordinator', 'task.assign', assignment(id, ['housing'], { villageCodes }))
      await release(id)
    }
    const order = async () =>
      (await app.ok(null, 'register.listTasks', { filter })).items.map(({ id }) => id)
    expect(await order()).toEqual(['moved-first', 'moved-second'])
    await askLater('moved-first')
    await grant('moved-first')
    expect(await order()).toEqual(['moved-second', 'moved-first'])
  })

  it('shows neither day where the deadline was not released', async () => {
    const taskId = await given('moved-unsaid')
    await release(taskId, ['title', 'measures'])
    await askLater(taskId)
    await grant(taskId)
    const page = await app.ok(null, 'register.getTask', { taskId })
    expect(page).toMatchObject({ dueOn: null, printedOn: null })
    expect(JSON.stringify(page)).not.toMatch(/2020-12-31|2021-06-30/)
  })

  it('keeps the word of the last released round when a new text is released', async () => {
    const taskId = await given('word-kept')
    await release(taskId)
    const doc = (await ledger.database.get('publicTasks', taskId))!
    await ledger.database.put('publicTasks', { ...doc, releasedSchedule: 'behind' })
    await release(taskId)
    expect((await app.ok(null, 'register.getTask', { taskId })).state).toBe('behind')
  })

  it('leaves the register when the task is cancelled', async () => {
    const taskId = await given('withdrawn')
    await release(taskId)
    const releasedOn = async () =>
      (await as.ok('coordinator', 'task.get', { taskId })).release.releasedOn
    expect(await releasedOn()).not.toBeNull()
    await as.ok('coordinator', 'task.cancelTask', { taskId, reason: '重复' })
    expect(await isPublic(taskId)).toBe(false)
    // Nor does the office read that it is public.
    expect(await releasedOn()).toBeNull()
  })

  it('shows nothing that was not released: every private field holds a sentinel', async () => {
    const sentinel = 'SENTINEL'
    const farm = {
      ...units.find(({ key }) => key === 'farm')!,
      key: 'sentinel-farm',
      name: `${sentinel}农场`,
    }
    const { administrator } = organization
    const everything = { regions: [], units: [farm] }
    await app.ok(administrator.openid, 'identity.importOrganization', everything, {
      actAs: administrator.actAs,
    })
    const taskId = 'sentinel'
    await ledger.draft(
      draftTask(taskId, { roundId: `${sentinel}-round`, parentId: `${sentinel}-parent` }),
      { by: `${sentinel}-importer`, batchId: `${sentinel}-batch` },
    )
    await ledger.complete(`${sentinel}-batch`)
    await as.ok(
      'coordinator',
      'task.assign',
      assignment(taskId, ['housing'], {
        villageCodes: ['440902101201'],
        enterpriseIds: ['sentinel-farm'],
      }),
    )
    await as.ok('housingStaff', 'task.signFor', {
      taskId,
      person: `${sentinel}某`,
      phone: '99999-8888888',
    })
    await as.ok('housingStaff', 'task.submitPlan', {
      taskId,
      plan: {
        goals: `${sentinel}目标`,
        person: `${sentinel}人`,
        measures: ['m1', 'm2'].map((measureId) => ({
          measureId,
          person: `${sentinel}人`,
          dueOn: '2020-06-30',
          proof: ['photo'],
          proofWords: `${sentinel}证明`,
          milestones: [{ text: `${sentinel}节点`, dueOn: '2020-05-31', weight: 100 }],
        })),
      },
    })
    await as.ok('coordinator', 'task.returnPlan', {
      taskId,
      unitId: 'housing',
      reason: `${sentinel}理由`,
    })
    await release(taskId)
    const outputs = [
      await app.ok(null, 'register.getTask', { taskId }),
      await app.ok(null, 'register.listTasks', { filter: {}, query: '石湖镇生活污水' }),
    ]
    const shown = JSON.stringify(outputs)
    expect(shown).toContain('石湖镇生活污水直排')
    expect(shown).not.toContain(sentinel)
    expect(shown).not.toContain('99999-8888888')
    // Not even by searching for what is not shown.
    const found = await app.ok(null, 'register.listTasks', { filter: {}, query: sentinel })
    expect(found.matching).toBe(0)
    for (const colleague of Object.values(organization))
      expect(shown).not.toContain(colleague.actAs)
  })

  it('does not name who checked, nor when the unit planned to be done', async () => {
    const taskId = await given('no-names')
    await as.ok('housingStaff', 'task.signFor', { taskId, person: '李某某', phone: '0668-2111111' })
    await as.ok('housingStaff', 'task.submitPlan', {
      taskId,
      plan: plan(['m1', 'm2'], '2020-03-17'),
    })
    await release(taskId)
    const page = await app.ok(null, 'register.getTask', { taskId })
    expect(JSON.stringify(page)).not.toMatch(/李某某|2020-03-17/)
  })
})
