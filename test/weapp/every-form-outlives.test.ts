import path from 'node:path'
import { closeOutWords, shareWords } from '@/copy/close-out'
import { deskWords } from '@/copy/desk'
import { negotiationWords } from '@/copy/negotiation'
import { progressWords } from '@/copy/report'
import { eventWords, staffTaskWords } from '@/copy/staff-task'
import { extensionWords } from '@/copy/task-parts'
import { firmVisitWords } from '@/copy/visit'
import { arrange } from '@/test/functions/every-action/arrange'
import { openWorld, type World } from '@/test/functions/every-action/world'
import type { ActionName } from '@/contract/actions'
import { bridgeTo } from './bridge'
import { openMiniProgram } from './simulator/open-mini-program'
import type { PhoneStorage } from './simulator/phone'
import type { RunningMiniProgram } from './simulator/running-mini-program'

/**
 * Every form that takes words, each brought to its step as the matrix of actions brings it: what is typed
 * stands after a refresh that failed, and on the next day, when the program was ended meanwhile. Choices,
 * dates and photos of forms are tried in `forms-outlive.test.ts`.
 */

const dist = path.resolve(__dirname, '../../dist/weapp')

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Input = Readonly<Record<string, unknown>>
type Page = (input: Input) => string

const at =
  (route: string, key: string, more: Page = () => ''): Page =>
  (input) =>
    `${route}/index?id=${String(input[key])}${more(input)}`

const task = at('subpackages/unit/task', 'taskId')
const report = at('subpackages/unit/feedback', 'feedbackId')
const visit = at('subpackages/enterprise/visit', 'visitId')
const consultation = at('subpackages/unit/consult', 'taskId')

/** The action that a form sends, its page, and the taps that open it there. */
const forms: readonly (readonly [action: ActionName, page: Page, ...taps: string[]])[] = [
  ['task.signFor', task, staffTaskWords.signFor],
  ['task.returnAssignment', task, staffTaskWords.returnAssignment],
  ['task.submitPlan', at('subpackages/unit/plan', 'taskId')],
  ['task.amendPlan', at('subpackages/unit/plan', 'taskId')],
  ['task.returnPlan', task, staffTaskWords.returnPlan],
  ['task.reassign', task, staffTaskWords.reassign],
  ['task.dropShare', task, staffTaskWords.dropShare],
  ['task.enterEvent', task, eventWords.title],
  ['task.setSites', at('subpackages/unit/sites', 'taskId', () => '&measure=m1')],
  ['task.extend', task, extensionWords.extend],
  ['task.reportDone', task, '报完成'],
  ['task.signShare', task, shareWords.sign],
  ['task.selfCheck', at('subpackages/unit/self-check', 'taskId')],
  ['task.requestCloseOut', task, closeOutWords.requestCloseOut],
  ['task.verify', at('subpackages/unit/verify', 'taskId')],
  ['task.returnForRework', task, closeOutWords.returnForRework],
  ['task.recordUpper', task, closeOutWords.recordUpper],
  ['task.recheck', task, closeOutWords.recheck],
  ['task.keepClosed', task, closeOutWords.keepClosed],
  ['task.reopen', task, closeOutWords.reopen],
  ['task.sayOnDraft', consultation, '有意见'],
  ['task.answerDraftOpinion', consultation],
  ['feedback.admit', report, deskWords.admit],
  ['feedback.openOriginal', report, deskWords.open],
  ['feedback.handOverDesk', report, deskWords.handOver],
  ['feedback.correctAccused', report, deskWords.correctAccused],
  ['feedback.takeBack', report, deskWords.takeBack],
  ['feedback.submitAnswer', report, '报答复'],
  ['feedback.supplement', at('pages/progress', 'feedbackId'), progressWords.supplement],
  ['feedback.rate', at('pages/progress', 'feedbackId'), '办了一半'],
  ['feedback.lodgeObjection', at('subpackages/resident/objection', 'taskId')],
  ['feedback.summarizeObjection', at('subpackages/unit/objection', 'objectionId')],
  [
    'enterprise.propose',
    at(
      'subpackages/unit/propose',
      'taskId',
      (input) => `&enterprise=${String(input.enterpriseId)}`,
    ),
  ],
  [
    'enterprise.reopenTerms',
    at('subpackages/enterprise/timeline', 'timelineId'),
    negotiationWords.reopen,
  ],
  ['enterprise.counter', at('subpackages/enterprise/timeline', 'timelineId'), '另提'],
  ['enterprise.notifyVisit', visit, firmVisitWords.notify],
  ['enterprise.recordVisit', visit, '写检查记录'],
  ['enterprise.addDissent', visit, firmVisitWords.dissentWrite],
  ['opinion.giveOwn', at('subpackages/village/own', 'taskId')],
  ['opinion.giveCollective', at('subpackages/village/opinion', 'opinionId')],
  ['opinion.summarize', at('subpackages/village/summary', 'summaryId')],
  ['opinion.answerOpinions', at('subpackages/village/summary', 'summaryId')],
  ['opinion.recordVisit', at('subpackages/village/resident-visit', 'opinionId')],
]

/** The form as the person finds it: its page, the taps that open it, its fields. */
const openForm = async (
  openid: string,
  actAs: string | undefined,
  url: string,
  taps: readonly string[],
  kept?: PhoneStorage,
) => {
  const storage = kept ?? { entries: new Map(), files: new Map() }
  if (actAs !== undefined) storage.entries.set('zgt.actAs', JSON.stringify(actAs))
  const app = await openMiniProgram({
    dist,
    bridge: bridgeTo(world.app, openid),
    path: url,
    storage,
  })
  for (const tap of taps) {
    await app.waitFor(() => app.canTap(tap))
    await app.tap(tap)
  }
  await app.waitFor(() => app.fieldNames().length > 0)
  return app
}

/** Different words in each field; a field cuts what is too long for it. */
const typeEverywhere = async (app: RunningMiniProgram) => {
  const typed = new Map<string, string>()
  for (const [place, name] of app.fieldNames().entries()) {
    if (typed.has(name)) continue
    await app.type(name, `写过${place}`)
    typed.set(name, app.valueOf(name))
  }
  return [...typed]
}
const shown = (app: RunningMiniProgram, typed: readonly (readonly [string, string])[]) =>
  typed.map(([name]) => [name, app.valueOf(name)])

test.each(forms.map(([action, page, ...taps]) => ({ action, page, taps })))(
  '$action',
  async ({ action, page, taps }) => {
    const { by, input } = await arrange[action](world)
    const { openid, as } = world.sessionOf(by)
    const open = (kept?: PhoneStorage) =>
      openForm(openid ?? '', as.actAs, page(input as Input), taps, kept)
    const app = await open()
    const typed = await typeEverywhere(app)
    expect(typed.every(([, words]) => words !== '')).toBe(true)
    await app.setNetwork('offline')
    await app.leaveAndReturn()
    expect(shown(app, typed)).toEqual(typed)
    await app.setNetwork('online')
    await app.close()

    const next = await open(app.storage)
    await next.waitFor(() => next.fieldNames().length > 0)
    expect(shown(next, typed)).toEqual(typed)
    await next.close()
  },
)
