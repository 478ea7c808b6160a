import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { refuseGaps } from '../../../scripts/story/course.mjs'
import { refuseTwoSides } from '../../../scripts/story/sides.mjs'
import { startApp, type TestApp } from '../../support/app'
import { administratorOpenid } from '../../support/environment'

const script = path.resolve(__dirname, '../../../scripts/story.mjs')

interface Step {
  readonly on: string
  readonly person: string
  readonly role: string
  readonly unit: string
  readonly action: string
  readonly cycle: number
  readonly state: string
  readonly messages: readonly { readonly title: string; readonly words: string }[]
  readonly part?: string
  readonly agreement?: string
  readonly level?: string
  readonly passed?: boolean
  readonly seenOn?: string
}

interface Story {
  readonly state: string
  readonly persons: number
  readonly messages: number
  readonly steps: readonly Step[]
  readonly chain: { readonly length: number; readonly broken: unknown }
}

let app: TestApp
let story: Story
beforeAll(async () => {
  app = await startApp({ startAt: '2019-11-04T09:00:00+08:00' })
  const options = ['--json', '--origin', app.origin, '--administrator', administratorOpenid]
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...options])
  story = JSON.parse(stdout) as Story
}, 240_000)
afterAll(() => app.close())

/** Each state once as long as it lasts. */
const course = (steps: readonly Step[]): string[] =>
  steps.map(({ state }) => state).filter((state, place, all) => state !== all[place - 1])

describe('the story of one imported task', () => {
  it('goes from the list to closed, back after a relapse, and to closed again', () => {
    expect(course(story.steps)).toEqual([
      ...['draft', 'assigned', 'inProgress', 'selfChecked', 'verifying'],
      // The county finds a measure not in place.
      ...['inProgress', 'selfChecked', 'verifying', 'underNotice'],
      // An objection is upheld while the notice runs.
      ...['inProgress', 'selfChecked', 'verifying', 'underNotice', 'awaitingApproval', 'closed'],
      // A resident reports it, 回头看 finds a relapse.
      ...['inProgress', 'selfChecked', 'verifying', 'underNotice', 'awaitingApproval', 'closed'],
    ])
    expect(new Set(story.steps.map(({ cycle }) => cycle))).toEqual(new Set([1, 2, 3, 4]))
    const acts = story.steps.map(({ action }) => action)
    const told = ['feedback.lodgeObjection', 'feedback.upholdObjection', 'feedback.submit']
    const places = [...told, 'task.recheck', 'feedback.releaseAnswer', 'task.reopen'].map((act) =>
      acts.indexOf(act),
    )
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(story.state).toBe('closed')
  })

  it('has the firm’s own node: reported, returned, reported again, confirmed, and told at once', () => {
    const ofNode = story.steps.filter(({ action }) => /\.\w+Node$/.test(action))
    expect(ofNode.map(({ action, role }) => [action, role])).toEqual([
      ['enterprise.reportNode', 'enterpriseAgent'],
      ['enterprise.returnNode', 'unitStaff'],
      ['enterprise.reportNode', 'enterpriseAgent'],
      ['enterprise.confirmNode', 'unitStaff'],
    ])
    expect(ofNode[1]!.messages.map(({ title }) => title)).toEqual(['商定时间通知'])
  })

  it('tells one visit of the firm: the checkers ask, the enforcement body goes, the firm answers', () => {
    const visit = story.steps
      .filter(({ action }) => /Visit$|Dissent$/.test(action) && action.startsWith('enterprise.'))
      .map(({ action, role }) => `${role} ${action.split('.')[1]}`)
    expect(visit).toEqual([
      ...['unitStaff askVisit', 'enforcer notifyVisit', 'enforcer recordVisit'],
      ...['enterpriseAgent addDissent', 'enterpriseAgent rateVisit'],
    ])
  })

  it('has each chapter in its order, its cycle and its state, and is refused without any one of them', () => {
    const places = refuseGaps(story.steps)
    expect(places.length).toBeGreaterThan(30)
    const left = (place: number) => story.steps.filter((_, at) => at !== place)
    const otherwise = (place: number, change: Partial<Step>) =>
      story.steps.map((step, at) => (at === place ? { ...step, ...change } : step))
    for (const place of places) {
      const { action, cycle } = story.steps[place]!
      expect(() => refuseGaps(left(place))).toThrow('leaves out')
      // The cycle after the act is not the one in which it was done.
      if (/verify|confirmCheck|selfCheck|requestCloseOut/.test(action))
        expect(() => refuseGaps(otherwise(place, { cycle: cycle + 1 }))).toThrow('leaves out')
    }
  })

  it('has one part done, returned by the lead, and done again by its unit', () => {
    const at = story.steps.findIndex(({ action }) => action === 'task.returnDone')
    const { part, unit } = story.steps[at]!
    const ofPart = story.steps.filter(({ part: named }) => part !== undefined && named === part)
    expect(ofPart.slice(0, 3).map((step) => [step.action, step.unit])).toEqual([
      ['task.reportDone', 'farming-maonan'],
      ['task.returnDone', unit],
      ['task.reportDone', 'farming-maonan'],
    ])
    expect(unit).toBe('agriculture')
  })

  it('has the days agreed with the firm: offered by the unit, accepted by the firm', () => {
    const talks = story.steps.filter(({ agreement }) => agreement !== undefined)
    expect(talks.map(({ role, agreement }) => [role, agreement])).toEqual([
      ['unitStaff', 'proposed'],
      ['enterpriseAgent', 'agreed'],
    ])
  })

  it('is verified by two steps, each in the cycle in which it decided: the county’s again after a rework', () => {
    const checks = story.steps.filter(({ action }) => action === 'task.verify')
    const told = checks.map(({ cycle, level, passed, state }) => [cycle, level, passed, state])
    expect(told).toEqual([
      [1, 'county', false, 'inProgress'],
      ...[2, 3, 4].flatMap((cycle) => [
        [cycle, 'county', true, 'verifying'],
        [cycle, 'city', true, 'verifying'],
      ]),
    ])
    const confirmed = story.steps.filter(({ action }) => action === 'task.confirmCheck')
    expect(confirmed.map(({ cycle, level }) => [cycle, level])).toEqual(
      [2, 3, 4].flatMap((cycle) => ['county', 'city'].map((level) => [cycle, level])),
    )
  })

  it('is refused where a form was not drafted on site before the day on which it was sent', () => {
    for (const [at, step] of story.steps.entries()) {
      if (step.action !== 'task.verify') continue
      const day = step.on.slice(0, 10)
      for (const online of [{ seenOn: day }, { seenOn: null }, { takenOn: [day] }, { takenOn: [] }])
        expect(() =>
          refuseGaps(
            story.steps.map((each, place) => (place === at ? { ...each, ...online } : each)),
          ),
        ).toThrow('not drafted on site')
    }
  })

  it('is told by at least sixteen persons, none of whom stands on two sides', () => {
    expect(story.persons).toBeGreaterThanOrEqual(16)
    expect(() => refuseTwoSides(story.steps)).not.toThrow()
  })

  it('is refused when one person does the work and checks it, or checks and decides', () => {
    const checked = story.steps.findIndex(({ action }) => action === 'task.verify')
    for (const doing of ['task.reportDone', 'task.approveCloseOut', 'enterprise.accept']) {
      const { person } = story.steps.find(({ action }) => action === doing)!
      const forged = story.steps.map((step, place) =>
        place === checked ? { ...step, person } : step,
      )
      expect(() => refuseTwoSides(forged)).toThrow(person)
    }
  })

  it('says of each step who, for whom, when, and what it made be sent; days only go forward', () => {
    const days = story.steps.map(({ on }) => on)
    expect(days).toEqual([...days].sort())
    for (const { person, role, unit, action } of story.steps)
      for (const said of [person, role, unit, action]) expect(said).toMatch(/\S/)
    const sent = story.steps.flatMap(({ messages }) => messages)
    expect(sent.length).toBeGreaterThan(0)
    expect(sent).toHaveLength(story.messages)
    for (const { title, words } of sent) expect(`${title}；${words}`).toMatch(/\S；.*\S/)
  })

  it('ends with a chain that a stranger finds whole', () => {
    expect(story.chain.broken).toBeNull()
    const onTask = story.steps.filter(({ action }) => /^task\.(?!preview)/.test(action))
    expect(story.chain.length).toBeGreaterThanOrEqual(onTask.length)
  })
})
