import type { ActionInput } from '@/contract/actions'
import { beijingInstant } from '@/domain/calendar/day'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { admission, as, reportInput } from '../feedback/desk'
import { dump } from '../feedback/dump'

let app: TestApp
let people: Organization
beforeAll(async () => {
  app = await startApp({ startAt: '2019-11-18T09:00:00+08:00' })
  people = await buildOrganization(app)
}, 120_000)
afterAll(() => app.close())

const administrator = () => as(app, people.administrator)
type Changes = ActionInput<'identity.changeSettings'>['changes']
const change = async (changes: Changes) => {
  const { latest } = await administrator().ok('identity.getSettings', {})
  return administrator().ok('identity.changeSettings', { version: latest.version, changes })
}
const report = async (openid: string) => (await app.ok(openid, 'feedback.submit', reportInput())).id
const dueOn = async (openid: string, feedbackId: string) =>
  (await app.ok(openid, 'feedback.get', { feedbackId })).dueOn
const stored = async (collection: string) => (await dump(app, [collection])).get(collection)!

describe('the settings', () => {
  it('are the administrator’s', async () => {
    for (const name of ['coordinator', 'intake', 'housingStaff'] as const) {
      const { refusal } = as(app, people[name])
      expect(await refusal('identity.getSettings', {})).toBe('ACCESS.ROLE')
      const changes: Changes = [{ name: 'admitDays', values: [10] }]
      expect(await refusal('identity.changeSettings', { version: 1, changes })).toBe('ACCESS.ROLE')
    }
    expect(await stored('settings')).toEqual([])
  })

  it('refuse a value beyond its bounds, and a version that is not the latest', async () => {
    const { refusal } = administrator()
    const longer: Changes = [{ name: 'admitDays', values: [16] }]
    expect(await refusal('identity.changeSettings', { version: 1, changes: longer })).toBe(
      'SETTINGS.VALUE',
    )
    const shorter: Changes = [{ name: 'admitDays', values: [10] }]
    expect(await refusal('identity.changeSettings', { version: 2, changes: shorter })).toBe(
      'THING.CHANGED',
    )
    expect(await stored('settings')).toEqual([])
  })

  it('move no date that was given, and count from the day after the change', async () => {
    const first = await report('openid-first')
    expect(await dueOn('openid-first', first)).toBe('2019-12-03')
    expect(await change([{ name: 'admitDays', values: [10] }])).toEqual({
      version: 2,
      inForceFrom: '2019-11-19',
    })
    const { inForce, latest } = await administrator().ok('identity.getSettings', {})
    expect([inForce.version, latest.version, latest.inForceFrom]).toEqual([1, 2, '2019-11-19'])
    expect(await dueOn('openid-second', await report('openid-second'))).toBe('2019-12-03')

    await app.clock.jump(beijingInstant('2019-11-19', 9))
    expect((await administrator().ok('identity.getSettings', {})).inForce.version).toBe(2)
    expect(await dueOn('openid-third', await report('openid-third'))).toBe('2019-11-29')

    // What is owed on the first is counted anew with every change of it, and stays.
    await as(app, people.intake).ok('feedback.openOriginal', { feedbackId: first, reason: '受理' })
    expect(await dueOn('openid-first', first)).toBe('2019-12-03')
    const owed = (await stored('obligations')).filter(({ thingId }) => thingId === first)
    expect(owed.map((each) => each.dueOn)).toEqual(['2019-12-03'])
  })

  it('keep a limit that runs when they change, though nobody has written its day down', async () => {
    const id = await report('openid-fourth')
    await as(app, people.intake).ok('feedback.openOriginal', { feedbackId: id, reason: '受理' })
    await as(app, people.intake).ok('feedback.admit', admission(id))
    const assignBy = async () =>
      (await stored('obligations')).find(({ thingId }) => thingId === id)?.dueOn
    expect(await assignBy()).toBe('2019-11-22')
    await change([{ name: 'assignFeedbackWorkingDays', values: [20] }])
    await app.clock.jump(beijingInstant('2019-11-20', 9))
    await as(app, people.intake).ok('feedback.correctAccused', {
      feedbackId: id,
      accusedUnitIds: ['town-shihu'],
      reason: '又说到一个单位',
    })
    expect(await assignBy()).toBe('2019-11-22')
  })

  it('are each a version in the audit, with what was and what is', async () => {
    const events = (await stored('auditEvents')).filter(({ thing }) => thing === 'settings')
    expect(events.map(({ thingId, event, changes }) => ({ thingId, event, changes }))).toEqual([
      {
        thingId: 'v000002',
        event: 'changeSettings',
        changes: { admitDays: [[15], [10]], inForceFrom: '2019-11-19' },
      },
      {
        thingId: 'v000003',
        event: 'changeSettings',
        changes: { assignFeedbackWorkingDays: [[3], [20]], inForceFrom: '2019-11-20' },
      },
    ])
    expect(events.every(({ by, at }) => by !== null && typeof at === 'number')).toBe(true)
  })

  it('tell the administrator which versions there are, from when, by whom and what they changed', async () => {
    const { versions } = await administrator().ok('identity.getSettings', {})
    expect(versions).toEqual([
      {
        version: 3,
        inForceFrom: '2019-11-20',
        madeBy: null,
        madeOn: '2019-11-19',
        changes: [{ name: 'assignFeedbackWorkingDays', before: [3], after: [20] }],
      },
      {
        version: 2,
        inForceFrom: '2019-11-19',
        madeBy: null,
        madeOn: '2019-11-18',
        changes: [{ name: 'admitDays', before: [15], after: [10] }],
      },
    ])
  })

  it('are made once by two who change them at the same time', async () => {
    const { latest } = await administrator().ok('identity.getSettings', {})
    const { openid, actAs } = people.administrator
    const both = await Promise.all(
      [20, 25].map((values) =>
        app.call(
          openid,
          'identity.changeSettings',
          { version: latest.version, changes: [{ name: 'verifyDays', values: [values] }] },
          { actAs },
        ),
      ),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.flatMap((reply) => (reply.ok ? [] : [reply.error.code]))).toEqual(['THING.CHANGED'])
  })

  it('are not read by a call that comes within a minute of another', async () => {
    const reads = async (): Promise<number> => {
      const response = await fetch(`${app.origin}/_local/inspect/requests`)
      const { latest } = (await response.json()) as { latest: { target: string }[] }
      return latest.filter(({ target }) => target === 'settings').length
    }
    await app.ok('openid-first', 'feedback.listMine', {})
    const before = await reads()
    for (let times = 0; times < 5; times += 1) await app.ok('openid-first', 'feedback.listMine', {})
    expect(await reads()).toBe(before)
    await app.clock.jump(app.clock.now() + 61_000)
    await app.ok('openid-first', 'feedback.listMine', {})
    expect(await reads()).toBeGreaterThan(before)
  })
})
