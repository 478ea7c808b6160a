import type { ErrorCode } from '@/contract/errors'
import { type ColleagueName } from '../../support/organization'
import { assignment, draftTask, plan } from './ledger'
import { openTaskWorld, type TaskWorld } from './task-world'

let app: TaskWorld['app']
let organization: TaskWorld['organization']
let ledger: TaskWorld['ledger']
let as: TaskWorld['as']

beforeAll(async () => {
  ;({ app, organization, ledger, as } = await openTaskWorld())
  await ledger.draft(draftTask('draft'))
  await ledger.draft(draftTask('given'))
  await as.ok(
    'coordinator',
    'task.assign',
    assignment('given', ['housing'], {
      villageCodes: ['440902101201'],
      enterpriseIds: ['farm'],
    }),
  )
})
afterAll(() => app.close())

const everybody: readonly (ColleagueName | 'administrator')[] = [
  'administrator',
  'coordinator',
  'coordinatorDianbai',
  'intake',
  'publisher',
  'inspector',
  'housingStaff',
  'housingLeader',
  'waterStaff',
  'townStaff',
  'villageOfficer',
  'enterprise',
  'otherEnterprise',
  'cityLeader',
]

/** Who is refused an action on the task of 市住房城乡建设局 in 茂南区, and why. Others may. */
type Refusals = Partial<Record<(typeof everybody)[number], ErrorCode>>

const reads: Refusals = {
  administrator: 'ACCESS.ROLE',
  coordinatorDianbai: 'ACCESS.REGION',
  waterStaff: 'ACCESS.UNIT',
  townStaff: 'ACCESS.UNIT',
  otherEnterprise: 'ACCESS.UNIT',
}
const officeOnly: Refusals = {
  ...Object.fromEntries(everybody.map((name) => [name, 'ACCESS.ROLE' as const])),
  coordinator: undefined,
  coordinatorDianbai: 'ACCESS.REGION',
}
const ownUnitOnly: Refusals = {
  ...Object.fromEntries(everybody.map((name) => [name, 'ACCESS.ROLE' as const])),
  housingStaff: undefined,
  housingLeader: undefined,
  waterStaff: 'ACCESS.UNIT',
  townStaff: 'ACCESS.UNIT',
}

const taskId = 'given'
const matrix = [
  { action: 'task.get', input: { taskId }, refused: reads },
  { action: 'task.assign', input: assignment('draft', ['housing']), refused: officeOnly },
  {
    action: 'task.consult',
    input: {
      taskId: 'draft',
      villageCodes: ['440902101201'],
      enterpriseIds: [],
      dueOn: '2019-11-29',
    },
    refused: officeOnly,
  },
  {
    action: 'task.split',
    input: { taskId: 'draft', unitIds: ['housing', 'water'] },
    refused: officeOnly,
  },
  { action: 'task.cancelTask', input: { taskId, reason: '试' }, refused: officeOnly },
  {
    action: 'task.reassign',
    input: { taskId, fromUnitId: 'housing', toUnitId: 'water', reason: '试' },
    refused: officeOnly,
  },
  {
    action: 'task.dropShare',
    input: { taskId, fromUnitId: 'housing', toUnitId: 'water', reason: '试' },
    refused: officeOnly,
  },
  {
    action: 'task.signFor',
    input: { taskId, person: '李某', phone: '0668-2111111' },
    refused: ownUnitOnly,
  },
  { action: 'task.returnAssignment', input: { taskId, reason: '试' }, refused: ownUnitOnly },
  { action: 'task.submitPlan', input: { taskId, plan: plan(['m1', 'm2']) }, refused: ownUnitOnly },
  {
    action: 'task.checkSecrecy',
    input: { taskId, fields: ['title' as const], digest: 'x' },
    refused: { ...officeOnly, publisher: 'ACCESS.ROLE' },
  },
  {
    action: 'task.checkOpenness',
    input: { taskId, fields: ['title' as const], digest: 'x' },
    refused: {
      ...officeOnly,
      coordinator: 'ACCESS.ROLE',
      coordinatorDianbai: 'ACCESS.ROLE',
      publisher: undefined,
    },
  },
  {
    action: 'task.previewRelease',
    input: { taskId },
    refused: { ...officeOnly, publisher: undefined },
  },
] as const

describe('who may do what', () => {
  for (const { action, input, refused } of matrix)
    for (const name of everybody) {
      const code: ErrorCode | undefined = (refused as Refusals)[name]
      if (code === undefined) continue
      it(`refuses ${action} to ${name}: ${code}`, async () => {
        expect(await as.refusal(name, action, input as never)).toBe(code)
      })
    }

  for (const name of everybody.filter((reader) => reads[reader] === undefined))
    it(`shows ${name} the task`, async () => {
      expect((await as.ok(name, 'task.get', { taskId })).id).toBe(taskId)
    })

  it('shows a draft to the office alone', async () => {
    for (const name of everybody) {
      if (name === 'coordinator') continue
      const reply = await app.call(
        organization[name].openid,
        'task.get',
        { taskId: 'draft' },
        { actAs: organization[name].actAs },
      )
      expect(reply.ok).toBe(false)
    }
    expect((await as.ok('coordinator', 'task.get', { taskId: 'draft' })).state).toBe('draft')
  })

  it('sends each reader only the events that are theirs', async () => {
    const eventsOf = async (name: ColleagueName) =>
      (await as.ok(name, 'task.get', { taskId })).events
    expect(await eventsOf('housingStaff')).toEqual([
      'setPoint',
      'setSites',
      'signFor',
      'returnAssignment',
      'extend',
    ])
    expect(await eventsOf('coordinator')).toEqual([
      'correctText',
      'setPoint',
      'setSites',
      'cancelTask',
      'changeChain',
      'checkSecrecy',
      'withholdRelease',
      'editNotice',
      'choosePhotos',
      'urgeCheck',
      'reassign',
    ])
    expect(await eventsOf('publisher')).toEqual(['checkOpenness', 'withholdRelease'])
    expect(await eventsOf('inspector')).toEqual([])
    expect(await eventsOf('enterprise')).toEqual([])
  })

  it('keeps the contact, the notes and the neighbours from villages and firms', async () => {
    const page = await as.ok('enterprise', 'task.get', { taskId })
    expect(page.assignments).not.toEqual([])
    for (const share of page.assignments)
      expect(share).toMatchObject({ personName: null, phone: null, plan: null })
    expect(page.villages.length).toBe(1)
    const village = await as.ok('villageOfficer', 'task.get', { taskId })
    expect(village.enterprises).toEqual([])
  })
})

describe('who the caller is', () => {
  it('refuses a membership that is somebody else’s', async () => {
    const code = await app.refusal(
      'openid-stranger',
      'task.get',
      { taskId },
      {
        actAs: organization.housingStaff.actAs,
      },
    )
    expect(code).toBe('IDENTITY.MEMBERSHIP_UNKNOWN')
  })

  it('refuses the ledger to a resident and to a visitor', async () => {
    expect(await app.refusal('openid-stranger', 'task.listLedger', { filter: {} })).toBe(
      'ACCESS.ROLE',
    )
    expect(await app.refusal(null, 'task.listLedger', { filter: {} })).toBe('ACCESS.ROLE')
  })

  it('takes no openid, role, unit or region from the payload', async () => {
    const claims = {
      openid: organization.housingStaff.openid,
      role: 'coordinator',
      unitId: 'housing',
      userInfo: { openId: organization.housingStaff.openid },
    }
    const signing = {
      action: 'task.signFor',
      input: { taskId, person: '李某', phone: '0668-2111111' },
      idempotencyKey: 'k1',
    }
    const beside = await app.raw(organization.waterStaff.openid, 'task', {
      ...signing,
      ...claims,
      actAs: organization.waterStaff.actAs,
    })
    expect(beside).toMatchObject({ ok: false, error: { code: 'ACCESS.UNIT' } })
    const inside = await app.raw(organization.waterStaff.openid, 'task', {
      ...signing,
      input: { ...signing.input, ...claims },
      actAs: organization.waterStaff.actAs,
    })
    expect(inside).toMatchObject({ ok: false, error: { code: 'INPUT.INVALID' } })
  })

  it('refuses a membership on the call after it was ended', async () => {
    const { administrator } = organization
    const as1 = { actAs: administrator.actAs }
    const { code } = await app.ok(
      administrator.openid,
      'identity.invite',
      { role: 'unitStaff', unitKey: 'housing', regionCode: '440900', name: '临时' },
      as1,
    )
    const { membership } = await app.ok('openid-leaver', 'identity.acceptInvitation', { code })
    await app.ok('openid-leaver', 'task.get', { taskId }, { actAs: membership.id })
    await app.ok(
      administrator.openid,
      'identity.endMembership',
      { membershipId: membership.id },
      as1,
    )
    expect(
      await app.refusal('openid-leaver', 'task.get', { taskId }, { actAs: membership.id }),
    ).toBe('IDENTITY.MEMBERSHIP_UNKNOWN')
  })
})

describe('input that is wrong', () => {
  const send = (action: string, input: unknown, name = 'task') =>
    app.raw(organization.coordinator.openid, name, {
      action,
      input,
      idempotencyKey: 'key',
      actAs: organization.coordinator.actAs,
    })
  const cases: readonly (readonly [string, string, unknown])[] = [
    ['no input', 'task.signFor', undefined],
    ['an empty person', 'task.signFor', { taskId, person: ' ', phone: '0668-2111111' }],
    [
      'a person of 21 characters',
      'task.signFor',
      { taskId, person: '李'.repeat(21), phone: '0668-2111111' },
    ],
    ['a phone with letters', 'task.signFor', { taskId, person: '李某', phone: 'call me' }],
    ['a reason of 501 characters', 'task.cancelTask', { taskId, reason: '长'.repeat(501) }],
    [
      'a day that does not exist',
      'task.assign',
      { ...assignment(taskId, ['housing']), countedOn: '2020-02-30' },
    ],
    ['no responsible unit', 'task.assign', assignment(taskId, [])],
    ['31 units', 'task.split', { taskId, unitIds: Array.from({ length: 31 }, (_, i) => `u${i}`) }],
    ['a list where a word is asked', 'task.get', { taskId: ['given'] }],
    ['an operator instead of an id', 'task.get', { taskId: { $gt: '' } }],
    ['a region that is none', 'register.listTasks', { filter: { regionCode: '茂南区' } }],
    [
      'a field that is never public',
      'task.checkSecrecy',
      { taskId, fields: ['leader'], digest: 'x' },
    ],
    ['a query of 31 characters', 'task.listLedger', { filter: {}, query: '长'.repeat(31) }],
  ]
  for (const [name, action, input] of cases)
    it(`refuses ${name}`, async () => {
      expect(await send(action, input, action.split('.')[0])).toMatchObject({
        ok: false,
        error: { code: 'INPUT.INVALID' },
      })
    })

  it('answers an action that does not exist', async () => {
    for (const action of ['task.drop', 'task.__proto__', 'toString', 'identity.whoAmI'])
      expect(await send(action, {})).toMatchObject({ ok: false, error: { code: 'ACTION.UNKNOWN' } })
  })

  it('refuses what no call may carry', async () => {
    expect(await send('task.get', { taskId: 'x'.repeat(95_000) })).toMatchObject({
      ok: false,
      error: { code: 'INPUT.TOO_LARGE' },
    })
  })

  it('finds nothing under an id that is not there, whatever the action', async () => {
    expect(await as.refusal('coordinator', 'task.get', { taskId: 'nothing' })).toBe(
      'THING.NOT_FOUND',
    )
    expect(await as.refusal('coordinator', 'task.assign', assignment('nothing', ['housing']))).toBe(
      'THING.NOT_FOUND',
    )
    expect(
      await as.refusal('housingStaff', 'task.signFor', {
        taskId: 'nothing',
        person: '李',
        phone: '0668-2111111',
      }),
    ).toBe('THING.NOT_FOUND')
    expect(await app.refusal(null, 'register.getTask', { taskId: 'nothing' })).toBe(
      'THING.NOT_FOUND',
    )
  })

  it('starts a list at its beginning when the cursor is none of ours', async () => {
    const page = await as.ok('coordinator', 'task.listLedger', { filter: {}, cursor: 'nonsense' })
    expect(page.items.length).toBeGreaterThan(0)
  })
})
