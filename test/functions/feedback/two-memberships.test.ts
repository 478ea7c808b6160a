import type { StaffRole } from '@/domain/organization/role'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Colleague, type Organization } from '../../support/organization'
import { type Engine, openEngine } from '../notifier/engine'
import { admission, admitAsTeam, as, invite, reportInput } from './desk'
import { actions, said } from './every-report-action'

/** One person may work at several bodies: what is hidden from one hat is hidden from each. */
describe('a person who also belongs to an accused unit', () => {
  let app: TestApp
  let people: Organization
  let engine: Engine
  let team: Colleague

  beforeAll(async () => {
    app = await startApp({ startAt: '2020-03-02T10:00:00+08:00' })
    people = await buildOrganization(app)
    engine = openEngine(app)
    team = await invite(app, people, 'team', ['inspector', 'water', '440900'])
  })
  beforeEach(() => engine.clear())
  afterAll(() => app.close())

  /** One more membership of the same person. */
  const also = async (
    openid: string,
    [role, unitKey, regionCode]: readonly [StaffRole, string, string],
  ): Promise<Colleague> => {
    const invitation = { role, unitKey, regionCode, name: '兼职' }
    const { code } = await as(app, people.administrator).ok('identity.invite', invitation)
    const { membership } = await app.ok(openid, 'identity.acceptInvitation', { code })
    return { openid, actAs: membership.id, unitId: membership.unit.id }
  }

  const accusing = async (unitId: string) => {
    const { id } = await app.ok('openid-reporter', 'feedback.submit', reportInput())
    await admitAsTeam(app, people, team, id, [unitId])
    return id
  }

  const both = async (openid: string, role: StaffRole, unitKey: string, region: string) => {
    await also(openid, ['unitStaff', 'housing', '440900'])
    return also(openid, [role, unitKey, region])
  }

  it.each([
    ['coordinator', 'office', '440900'],
    ['inspector', 'water', '440900'],
    ['intake', 'office', '440900'],
    ['unitStaff', 'water', '440900'],
  ] as const)('sees nothing of the report as %s of %s either', async (role, unitKey, region) => {
    const id = await accusing(people.housingStaff.unitId)
    const person = await both(`openid-two-${role}`, role, unitKey, region)
    if (role === 'unitStaff') {
      const desk = as(app, team)
      await desk.ok('feedback.assign', { feedbackId: id, unitId: person.unitId })
    }
    for (const action of actions)
      expect([action, await said(app, person, action, id)]).toEqual([
        action,
        await said(app, person, action, 'no-report-has-this-id'),
      ])
    const list = await as(app, person).ok('feedback.listDesk', {})
    expect(list.items.map((item) => item.id)).not.toContain(id)
    const todo = await as(app, person).ok('notifier.listTodo', {})
    expect(todo.items.map(({ thingId }) => thingId)).not.toContain(id)
    // A colleague of the same desk or unit, without the second membership, sees it.
    if (role === 'intake') return
    const colleague = {
      coordinator: people.coordinator,
      inspector: team,
      unitStaff: people.waterStaff,
    }
    await as(app, colleague[role]).ok('feedback.getHandled', { feedbackId: id })
  })

  it('is no desk to whom it may be handed over', async () => {
    const inspector = await both('openid-two-next', 'inspector', 'water', '440900')
    const { id } = await app.ok('openid-reporter', 'feedback.submit', reportInput())
    const accusedUnitIds = [people.housingStaff.unitId]
    const intake = as(app, people.intake)
    const asked = { feedbackId: id, accusedUnitIds }
    const { desks } = await intake.ok('feedback.listNextDesks', asked)
    const to = { membershipId: inspector.actAs }
    expect(desks.map((desk) => desk.to)).not.toContainEqual(to)
    expect(desks.map((desk) => desk.to)).toContainEqual({ membershipId: team.actAs })
    const handOver = { ...asked, to, reason: '反映的是该局' }
    expect(await intake.refusal('feedback.handOverDesk', handOver)).toBe('FEEDBACK.DESK_NOT_NEXT')
  })

  it('cannot admit a report as accusing the other unit', async () => {
    const intake = await both('openid-two-admit', 'intake', 'office', '440900')
    const { id } = await app.ok('openid-reporter', 'feedback.submit', reportInput())
    const accusedUnitIds = [people.housingStaff.unitId]
    const given = admission(id, { accusedUnitIds })
    expect(await as(app, intake).refusal('feedback.admit', given)).toBe('FEEDBACK.DESK_ACCUSED')
  })

  it('is not told of it, nor shown it on the list of calls', async () => {
    const staff = await both('openid-two-told', 'unitStaff', 'water', '440900')
    const office = await both('openid-two-office', 'coordinator', 'office', '440900')
    const id = await accusing(people.housingStaff.unitId)
    const assign = { feedbackId: id, unitId: people.waterStaff.unitId }
    await as(app, team).ok('feedback.assign', assign)
    const openids = [staff.openid, office.openid, people.waterStaff.openid]
    for (const openid of openids) await engine.allow(openid, 'deadline', 5)
    for (const day of ['2020-04-01', '2020-04-24', '2020-04-30', '2020-05-11']) {
      await engine.run(`${day}T09:00`)
      await engine.run(`${day}T09:10`)
    }
    const told = new Set(engine.sent.map(({ openid }) => openid))
    expect([...told]).toContain(people.waterStaff.openid)
    expect([...told].filter((openid) => openid.startsWith('openid-two'))).toEqual([])
    const calls = await as(app, office).ok('notifier.listCallList', {})
    expect(calls.items.map(({ thingId }) => thingId)).not.toContain(id)
  })
})
