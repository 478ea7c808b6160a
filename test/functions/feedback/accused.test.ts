import { feedbackActions } from '@/contract/feedback/actions'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Colleague, type Organization } from '../../support/organization'
import {
  admission,
  admitAsTeam,
  as,
  forgetQuotas,
  invite,
  newLookupHash,
  reportInput,
} from './desk'
import { dump } from './dump'
import { actions, inputs, said, saidBy, type WithId } from './every-report-action'

describe('an office that a report may accuse', () => {
  let app: TestApp
  let people: Organization
  /** Of another unit: the desk where the office itself is accused. */
  let team: Colleague

  beforeAll(async () => {
    app = await startApp()
    people = await buildOrganization(app)
    team = await invite(app, people, 'team', ['inspector', 'water', '440900'])
  })
  afterAll(() => app.close())

  const submit = async () => {
    await forgetQuotas(app)
    return (await app.ok('openid-reporter', 'feedback.submit', reportInput())).id
  }

  const admitted = async (accusedUnitIds: string[] = []) => {
    const id = await submit()
    if (accusedUnitIds.length > 0) await admitAsTeam(app, people, team, id, accusedUnitIds)
    else await as(app, people.intake).ok('feedback.admit', admission(id))
    return id
  }

  const listed = async (colleague: Colleague) => {
    const pages: { items: { id: string }[]; cursor: string | null }[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await as(app, colleague).ok('feedback.listDesk', cursor ? { cursor } : {})
      pages.push(page)
      cursor = page.cursor
    }
    return pages
  }

  it('is asked here with every action that takes an id', () => {
    const taking = Object.entries(feedbackActions).flatMap(([name, { input }]) =>
      'feedbackId' in (input as unknown as { shape?: object }).shape! ? [name] : [],
    )
    expect(taking.filter((name) => !(name in inputs))).toEqual([])
    expect(taking.length).toBeGreaterThan(10)
  })

  it.each(['coordinator', 'inspector', 'farmingStaff'] as const)(
    'learns of no report before its admission: %s',
    async (name) => {
      const id = await submit()
      const pages = await listed(people[name])
      expect(pages.flatMap(({ items }) => items.map((item) => item.id))).not.toContain(id)
      for (const action of actions)
        expect([action, await said(app, people[name], action, id)]).toEqual([
          action,
          { code: 'THING.NOT_FOUND', ...fieldsOf(action) },
        ])
      const todo = await as(app, people[name]).ok('notifier.listTodo', {})
      expect(todo.items.map(({ thingId }) => thingId)).not.toContain(id)
      // From admission on it is their work.
      await as(app, people.intake).ok('feedback.admit', admission(id))
      if (name === 'farmingStaff') return
      await as(app, people[name]).ok('feedback.getHandled', { feedbackId: id })
    },
  )

  it.each(['coordinator', 'inspector', 'intake', 'townStaff', 'villageOfficer'] as const)(
    'gets the answer for what does not exist: %s',
    async (name) => {
      const id = await admitted([people.coordinator.unitId, people.townStaff.unitId])
      for (const action of actions)
        expect([action, await said(app, people[name], action, id)]).toEqual([
          action,
          await said(app, people[name], action, 'no-report-has-this-id'),
        ])
      for (const action of ['supplement', 'withdraw', 'rate'] as const) {
        const name_ = `feedback.${action}` as const
        const guess = { ...inputs[name_](id), lookupHash: newLookupHash() }
        expect(await app.refusal(people[name].openid, name_, guess)).toBe('THING.NOT_FOUND')
      }
    },
  )

  it('causes the same work with what is hidden as with what does not exist', async () => {
    const id = await admitted([people.coordinator.unitId])
    const asked = async () => {
      const response = await fetch(`${app.origin}/_local/inspect/queries`, {
        headers: { accept: 'application/json' },
      })
      const shapes = (await response.json()) as { shape: string; times: number }[]
      return shapes.reduce((sum, { times }) => sum + times, 0)
    }
    const workOf = async (action: WithId, feedbackId: string) => {
      const before = await asked()
      await said(app, people.coordinator, action, feedbackId)
      return (await asked()) - before
    }
    for (const action of actions)
      expect([action, await workOf(action, id)]).toEqual([
        action,
        await workOf(action, 'no-report-has-this-id'),
      ])
  })

  it('cannot merge another report into one that it may not see', async () => {
    const hidden = await admitted([people.coordinator.unitId])
    const own = await admitted()
    const into = (intoId: string) =>
      app.call(people.intake.openid, 'feedback.merge', { feedbackId: own, intoId }, people.intake)
    expect(saidBy(await into(hidden))).toEqual(saidBy(await into('no-report-has-this-id')))
  })

  it('reads whole pages without it, and no place of it in the cursor', async () => {
    const shown: string[] = []
    const hidden: string[] = []
    for (let index = 0; index < 48; index += 1) {
      const isHidden = index % 3 === 0
      const id = await admitted(isHidden ? [people.coordinator.unitId] : [])
      ;(isHidden ? hidden : shown).push(id)
    }
    const pages = await listed(people.coordinator)
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.slice(0, -1).map(({ items }) => items.length)).toEqual(
      pages.slice(0, -1).map(() => 20),
    )
    const ids = pages.flatMap(({ items }) => items.map(({ id }) => id))
    expect(ids).toEqual(expect.arrayContaining(shown))
    expect(ids.filter((id) => hidden.includes(id))).toEqual([])
    const told = pages.flatMap(({ cursor }) =>
      (cursor ?? '').split('.').map((part) => Buffer.from(part, 'base64').toString('latin1')),
    )
    for (const id of [...shown, ...hidden]) expect(told.join('\n')).not.toContain(id)
  })

  it('takes no place of the caller’s own making in the list', async () => {
    const first = await as(app, people.coordinator).ok('feedback.listDesk', {})
    const forged = Buffer.from(JSON.stringify(['9999-12-31'])).toString('base64url')
    const page = await as(app, people.coordinator).ok('feedback.listDesk', { cursor: forged })
    expect(page.items).toEqual(first.items)
  })

  it('is told of a report to be admitted without its number', async () => {
    const id = await submit()
    const owed = (await dump(app)).get('obligations')!.find(({ thingId }) => thingId === id)
    expect(owed).toMatchObject({ kind: 'admitFeedback', title: '群众反映' })
  })
})

/** A unit that does not exist is refused before the report is looked for, for every report. */
const fieldsOf = (action: WithId) => (action === 'feedback.assign' ? { fields: ['unitId'] } : {})
