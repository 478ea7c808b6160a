import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
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
  readonly messages: number
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
      ...['inProgress', 'selfChecked', 'verifying', 'underNotice', 'closed'],
      // A resident reports it, 回头看 finds a relapse.
      ...['inProgress', 'selfChecked', 'verifying', 'underNotice', 'closed'],
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
    expect(ofNode[1]!.messages).toBeGreaterThan(0)
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

  it('is verified on site without a network, by two steps after a rework: seen one day, sent the next', () => {
    const steps = story.steps.filter(({ action }) => action === 'task.verify')
    for (const { seenOn, on } of steps) expect(seenOn! < on.slice(0, 10)).toBe(true)
    const inCycle = (nth: number) => steps.filter(({ cycle, state }) => cycle === nth && state)
    // The county alone in the first, which sends it back; then county and city, each confirmed.
    expect(inCycle(2).map(({ role }) => role)).toHaveLength(3)
    const confirmed = story.steps.filter(({ action }) => action === 'task.confirmCheck')
    expect(confirmed).toHaveLength(6)
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

  it('says of each step who, for whom, when, and what was sent; days only go forward', () => {
    const days = story.steps.map(({ on }) => on)
    expect(days).toEqual([...days].sort())
    for (const { person, role, unit, action } of story.steps)
      for (const said of [person, role, unit, action]) expect(said).toMatch(/\S/)
    const sent = story.steps.reduce((sum, { messages }) => sum + messages, 0)
    expect(sent).toBeGreaterThan(0)
    expect(sent).toBeLessThanOrEqual(story.messages)
  })

  it('ends with a chain that a stranger finds whole', () => {
    expect(story.chain.broken).toBeNull()
    const onTask = story.steps.filter(({ action }) => /^task\.(?!preview)/.test(action))
    expect(story.chain.length).toBeGreaterThanOrEqual(onTask.length)
  })
})
