import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Colleague, type Organization } from '../../support/organization'
import {
  admission,
  as,
  fireTimer,
  forgetQuotas,
  invite,
  reportInput,
  villageCode,
} from '../feedback/desk'
import { casesIn, rework } from '../task/close-out'
import { actingAs, openLedger } from '../task/ledger'
import { findRelapse } from '../task/uploads'

let app: TestApp
let people: Organization
let officer: Colleague
let officerDianbai: Colleague

beforeAll(async () => {
  app = await startApp()
  people = await buildOrganization(app)
  officer = await invite(app, people, '市案件专人', ['caseOfficer', 'office', '440900'])
  officerDianbai = await invite(app, people, '电白案件专人', [
    'caseOfficer',
    'office-dianbai',
    '440904',
  ])
})
beforeEach(() => forgetQuotas(app))
afterAll(() => app.close())

const send = (openid: string, regionCode: string | null = villageCode) =>
  app.ok(openid, 'feedback.submit', reportInput({ regionCode }))

const admitted = async (openid: string, accusedUnitIds: string[] = [], regionCode?: null) => {
  const { id, number } = await send(openid, regionCode)
  await as(app, people.intake).ok('feedback.admit', admission(id, { accusedUnitIds }))
  return { id, number }
}

const listed = async (who: Colleague) =>
  (await as(app, who).ok('notifier.listRepeats', {})).items.map(
    ({ kind, id, reports }) => `${kind} ${id} ${reports}`,
  )

const firm = () => people.housingStaff.unitId

describe('屡次被反映', () => {
  it('is a firm and a village from the third admitted report on, with number and day only', async () => {
    await send('openid-unread')
    const sent = [await admitted('openid-1', [firm()]), await admitted('openid-2', [firm()])]
    expect(await listed(officer)).toEqual([])
    sent.push(await admitted('openid-3', [firm()]))
    const { items } = await as(app, officer).ok('notifier.listRepeats', {})
    expect(items.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([
      `unit ${firm()}`,
      `village ${villageCode}`,
    ])
    for (const { sources } of items)
      expect(sources.map(({ number }) => number).sort()).toEqual(
        sent.map(({ number }) => number).sort(),
      )
    expect(JSON.stringify(items)).not.toMatch(/水渠|openid/)
  })

  it('is read by the case officer of the region and the office, and by nobody else', async () => {
    expect(await listed(people.coordinator)).toHaveLength(2)
    expect(await listed(officerDianbai)).toEqual([])
    for (const who of ['intake', 'inspector', 'housingLeader', 'cityLeader'] as const)
      expect(await as(app, people[who]).refusal('notifier.listRepeats', {})).toBe('ACCESS.ROLE')
  })

  it('is hidden from who belongs to a unit that one of the reports accuses', async () => {
    const theirs = await invite(app, people, '住建案件专人', ['caseOfficer', 'housing', '440900'])
    expect(await listed(theirs)).toEqual([])
  })

  it('follows a correction and a reporter who takes it back', async () => {
    const { id } = await admitted('openid-4', ['water'], null)
    const correct = { feedbackId: id, accusedUnitIds: [firm()], reason: '写错了单位' }
    await as(app, people.intake).ok('feedback.correctAccused', correct)
    expect(await listed(officer)).toContain(`unit ${firm()} 4`)
    await app.ok('openid-4', 'feedback.withdraw', { feedbackId: id })
    expect(await listed(officer)).toContain(`unit ${firm()} 3`)
    const { items } = await app.ok('openid-3', 'feedback.listMine', {})
    await app.ok('openid-3', 'feedback.withdraw', { feedbackId: items[0]!.id })
    expect(await listed(officer)).toEqual([])
  })

  it('counts each of three that are admitted at once', async () => {
    const sent = []
    for (const openid of ['openid-5', 'openid-6', 'openid-7']) sent.push(await send(openid, null))
    await Promise.all(
      sent.map(({ id }) =>
        as(app, people.intake).ok('feedback.admit', admission(id, { accusedUnitIds: ['water'] })),
      ),
    )
    expect(await listed(officer)).toEqual(['unit water 3'])
  })
})

describe('反弹过的任务', () => {
  it('are listed for the case officer from the reopening on, with how often and when', async () => {
    const taskId = 'back'
    const closedOn = '2019-12-09'
    const colleague = actingAs(app, people)
    const cases = casesIn(colleague, openLedger(app))
    const back = async (who: Colleague) =>
      (await as(app, who).ok('task.listLedger', { filter: { cameBack: true } })).items
    await cases.publish(await cases.asked(taskId), people.farmingColleague.actAs)
    await app.clock.jump(Date.parse(`${closedOn}T09:00:00+08:00`))
    await fireTimer(app, 'task')
    const decisionNumber = '茂整改〔2019〕3号'
    await colleague.ok('coordinator', 'task.approveCloseOut', { taskId, decisionNumber })
    await findRelapse(app, colleague, taskId)
    expect(await back(officer)).toEqual([])
    await colleague.ok('coordinator', 'task.reopen', { taskId, ...rework })
    for (const who of [officer, people.coordinator, people.housingStaff])
      expect(await back(who)).toMatchObject([
        { id: taskId, comeBack: { reopened: 1, found: 1, on: closedOn } },
      ])
    expect(await back(officerDianbai)).toEqual([])
    const inRegion = { filter: { cameBack: true, regionCode: '440904' } } as const
    expect((await as(app, officer).ok('task.listLedger', inRegion)).items).toEqual([])
  })
})
