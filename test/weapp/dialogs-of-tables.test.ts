import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { closeOutWords } from '@/copy/close-out'
import { consultWords } from '@/copy/consult'
import { deskWords } from '@/copy/desk'
import { commitWords, reviewWords } from '@/copy/import-review'
import { negotiationWords } from '@/copy/negotiation'
import { objectionDeskWords } from '@/copy/objection-staff'
import { summaryWords } from '@/copy/opinion'
import { peopleWords } from '@/copy/people'
import { progressWords } from '@/copy/report'
import { settingGroups, settingsWords } from '@/copy/settings'
import { siteWords } from '@/copy/site-list'
import { releaseWords, staffTaskWords } from '@/copy/staff-task'
import { extensionWords, partWords } from '@/copy/task-parts'
import { firmVisitWords } from '@/copy/visit'
import type { ActionName } from '@/contract/actions'
import { arrange } from '@/test/functions/every-action/arrange'
import { openWorld, type World } from '@/test/functions/every-action/world'
import { bridgeTo } from './bridge'
import { openMiniProgram } from './simulator/open-mini-program'
import type { RunningMiniProgram } from './simulator/running-mini-program'

/**
 * Every dialog that a table describes (words for a decision, a question, a unit) is opened by a control of a
 * page, at a step at which its action is allowed, by whom it is allowed. What the dialog draws is one
 * component for all of them.
 */

const root = path.resolve(__dirname, '../..')
const dist = path.join(root, 'dist/weapp')

type Input = Readonly<Record<string, unknown>>
type Step = string | ((app: RunningMiniProgram) => Promise<void>)

interface Row {
  readonly action: ActionName
  readonly page: (input: Input) => string
  readonly title: string
  readonly taps: readonly Step[]
  /** The box of one that takes words. */
  readonly label?: string
  /** It goes back on the action: that is done first. */
  readonly after?: true
}

const at =
  (route: string, key: string): Row['page'] =>
  (input) =>
    `${route}/index?id=${String(input[key])}`
const pages = {
  task: at('subpackages/unit/task', 'taskId'),
  report: at('subpackages/unit/feedback', 'feedbackId'),
  own: at('pages/progress', 'feedbackId'),
  timeline: at('subpackages/enterprise/timeline', 'timelineId'),
  visit: at('subpackages/enterprise/visit', 'visitId'),
  summary: at('subpackages/village/summary', 'summaryId'),
  objection: at('subpackages/unit/objection', 'objectionId'),
  batch: at('subpackages/office/import', 'batchId'),
}
const unit =
  (key: string): Row['page'] =>
  (input) =>
    `subpackages/office/people/index?unit=${String(input[key])}`
const draft = (input: Input) => `${pages.batch(input)}&at=${String(input.index)}`
const invited = () => 'subpackages/office/people/index?unit=water'

const asks = (
  action: ActionName,
  page: Row['page'],
  title: string,
  ...taps: readonly Step[]
): Row => ({ action, page, title, taps })
const takesWords = (
  action: ActionName,
  page: Row['page'],
  title: string,
  label: string,
  ...taps: readonly Step[]
): Row => ({ action, page, title, label, taps: taps.length > 0 ? taps : [title] })

/** Opens the groups of settings until the field is there, and says another value. */
const changesSetting = async (app: RunningMiniProgram) => {
  const label = settingsWords.label('farPhotoMetres')
  await app.waitFor(settingsWords.line)
  for (const group of settingGroups)
    for (let count = 1; count < 40 && !app.fieldNames().includes(label); count += 1)
      if (app.canTap(settingsWords.group(group, count)))
        await app.tap(settingsWords.group(group, count))
  await app.type(label, '600')
}

/** Ticks the first report of the list that can be declined. */
const choosesOne = async (app: RunningMiniProgram) => {
  const number = /编号([\w-]+)/.exec(app.text())?.[1] ?? ''
  await app.tap(deskWords.chosen(deskWords.number(number)))
  await app.tap(deskWords.declineChosen(1))
}

const rows: readonly Row[] = [
  takesWords(
    'feedback.openOriginal',
    pages.report,
    deskWords.openTitle,
    deskWords.openReason,
    deskWords.open,
  ),
  takesWords('feedback.decline', pages.report, deskWords.decline, deskWords.declineLabel),
  asks('feedback.assign', pages.report, deskWords.assign, deskWords.assign),
  takesWords(
    'feedback.returnToIntake',
    pages.report,
    deskWords.returnToIntake,
    deskWords.returnLabel,
  ),
  takesWords('feedback.takeBack', pages.report, deskWords.takeBack, deskWords.takeBackLabel),
  takesWords(
    'feedback.extendAnswer',
    pages.report,
    deskWords.extendAnswer,
    deskWords.extendAnswerLabel,
  ),
  asks('feedback.releaseAnswer', pages.report, deskWords.release, deskWords.release),
  takesWords(
    'feedback.returnAnswer',
    pages.report,
    deskWords.returnAnswer,
    deskWords.returnAnswerLabel,
  ),
  takesWords(
    'feedback.declineMany',
    () => 'subpackages/unit/desk/index',
    deskWords.declineMany,
    deskWords.declineLabel,
    deskWords.declineMany,
    choosesOne,
  ),
  takesWords(
    'feedback.supplement',
    pages.own,
    progressWords.supplementTitle,
    progressWords.supplementAsk,
    progressWords.supplement,
  ),
  asks('feedback.withdraw', pages.own, progressWords.withdrawTitle, progressWords.withdraw),
  asks(
    'feedback.admitObjection',
    pages.objection,
    objectionDeskWords.admitTitle,
    objectionDeskWords.admit,
  ),
  takesWords(
    'feedback.dismissObjection',
    pages.objection,
    objectionDeskWords.dismiss,
    objectionDeskWords.dismissLabel,
  ),
  takesWords(
    'feedback.rejectObjection',
    pages.objection,
    objectionDeskWords.reject,
    objectionDeskWords.rejectLabel,
  ),
  asks('task.confirmCheck', pages.task, closeOutWords.confirmTitle, closeOutWords.confirmCheck),
  takesWords('task.denyCheck', pages.task, closeOutWords.denyCheck, closeOutWords.denyLabel),
  takesWords(
    'task.requestCloseOut',
    pages.task,
    closeOutWords.requestCloseOut,
    closeOutWords.reportLabel,
  ),
  asks('task.noticeFirst', pages.task, closeOutWords.noticeFirstTitle, closeOutWords.noticeFirst),
  asks('task.publishNotice', pages.task, closeOutWords.publishTitle, closeOutWords.publishNotice),
  takesWords('task.keepClosed', pages.task, closeOutWords.keepClosed, closeOutWords.keepLabel),
  asks('task.withdraw', pages.task, closeOutWords.withdrawTitle, closeOutWords.withdraw),
  asks(
    'task.endorseExtension',
    pages.task,
    extensionWords.endorseTitle,
    extensionWords.endorseExtension,
  ),
  takesWords(
    'task.grantExtension',
    pages.task,
    extensionWords.grantExtension,
    extensionWords.decisionLabel,
  ),
  takesWords('task.refuseExtension', pages.task, extensionWords.refuseExtension, partWords.reason),
  asks(
    'task.withdrawExtension',
    pages.task,
    extensionWords.withdrawTitle,
    extensionWords.withdrawExtension,
  ),
  takesWords(
    'task.undoDone',
    pages.task,
    partWords.undoTitle,
    partWords.reason,
    partWords.undoDone,
  ),
  takesWords(
    'task.returnDone',
    pages.task,
    partWords.returnTitle,
    partWords.reason,
    partWords.returnDone,
  ),
  takesWords(
    'task.recordNoPart',
    pages.task,
    partWords.noPartTitle,
    partWords.reason,
    partWords.recordNoPart,
  ),
  takesWords(
    'task.returnAssignment',
    pages.task,
    staffTaskWords.returnAssignment,
    staffTaskWords.reason,
  ),
  takesWords('task.returnPlan', pages.task, staffTaskWords.returnPlan, staffTaskWords.reason),
  asks(
    'task.withdrawPlan',
    pages.task,
    staffTaskWords.withdrawPlanTitle,
    staffTaskWords.withdrawPlan,
  ),
  takesWords('task.cancelTask', pages.task, staffTaskWords.cancelTask, staffTaskWords.reason),
  asks('task.cancelDraft', pages.task, staffTaskWords.cancelDraftTitle, staffTaskWords.cancelDraft),
  asks(
    'task.withdrawConsult',
    at('subpackages/unit/consult', 'taskId'),
    consultWords.withdraw,
    consultWords.withdraw,
  ),
  takesWords(
    'task.withholdRelease',
    at('subpackages/office/release', 'taskId'),
    releaseWords.withhold,
    releaseWords.withholdLabel,
  ),
  {
    ...asks(
      'task.setSites',
      (input) => `subpackages/unit/sites/index?id=${String(input.taskId)}&measure=m1`,
      siteWords.removeTitle,
      siteWords.remove,
    ),
    after: true,
  },
  asks(
    'enterprise.confirmNode',
    pages.timeline,
    negotiationWords.confirmNodeTitle,
    negotiationWords.confirmNode,
  ),
  takesWords(
    'enterprise.undoNode',
    pages.timeline,
    negotiationWords.undoNodeTitle,
    negotiationWords.nodeReason,
    negotiationWords.undoNode,
  ),
  takesWords(
    'enterprise.returnNode',
    pages.timeline,
    negotiationWords.returnNodeTitle,
    negotiationWords.nodeReason,
    negotiationWords.returnNode,
  ),
  takesWords(
    'enterprise.refer',
    pages.timeline,
    negotiationWords.helpTitle,
    negotiationWords.helpReason,
    negotiationWords.help,
  ),
  takesWords(
    'enterprise.cancelVisit',
    pages.visit,
    firmVisitWords.cancelTitle,
    firmVisitWords.cancelLabel,
    firmVisitWords.cancel,
  ),
  asks(
    'enterprise.withdrawMatters',
    pages.visit,
    firmVisitWords.withdrawTitle,
    firmVisitWords.withdraw,
  ),
  takesWords(
    'enterprise.addDissent',
    pages.visit,
    firmVisitWords.dissentWrite,
    firmVisitWords.dissentLabel,
  ),
  takesWords(
    'opinion.returnAnswers',
    pages.summary,
    summaryWords.returnAnswers,
    summaryWords.returnReason,
  ),
  asks('opinion.releaseSummary', pages.summary, summaryWords.releaseTitle, summaryWords.release),
  asks('identity.endMembership', invited, peopleWords.endTitle, peopleWords.end),
  takesWords('identity.invite', invited, peopleWords.handOver, peopleWords.handOverLabel),
  takesWords('identity.markEnforcement', unit('unitId'), peopleWords.mark, peopleWords.markLabel),
  {
    ...asks(
      'identity.markEnforcement',
      unit('unitId'),
      peopleWords.unmarkTitle,
      peopleWords.unmark,
    ),
    after: true,
  },
  asks('documents.mergeDrafts', draft, reviewWords.mergeTitle, reviewWords.merge),
  asks('documents.discardBatch', pages.batch, commitWords.discardTitle, commitWords.discard),
  asks(
    'identity.changeSettings',
    () => 'subpackages/office/settings/index',
    settingsWords.confirmTitle,
    changesSetting,
    settingsWords.send(1),
  ),
]

/** The actions of all dialogs that the sources describe as a row of a table. */
const described = (): string[] =>
  readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('pages/gallery'))
    .flatMap((name) => {
      const source = readFileSync(path.join(root, 'src', name), 'utf8')
      const own = source.matchAll(/kind: '(?:reason|confirm|unit)',[^]*?deed\(\s*'([\w.]+)'/g)
      // Words on a part are made by one function from the action's name.
      const made = source.matchAll(/reasoned\(\w+, \w+, '([\w.]+)'/g)
      return [...own, ...made].map(([, action]) => action!)
    })

test('every dialog that a table describes stands in the list', () => {
  expect(rows.map(({ action }) => action).sort()).toEqual(described().sort())
})

describe('a control opens', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())
  // One reporter may send ten reports an hour.
  beforeEach(() => world.app.clock.jump(world.app.clock.now() + 10 * 60_000))

  test.each(rows)('$title, of $action', async ({ action, page, title, taps, label, after }) => {
    const { by, input } = await arrange[action](world)
    if (after) await world.ok(by, action, input)
    const { openid, as } = world.sessionOf(by)
    const storage = { entries: new Map<string, string>(), files: new Map() }
    if (as.actAs !== undefined) storage.entries.set('zgt.actAs', JSON.stringify(as.actAs))
    const bridge = bridgeTo(world.app, openid ?? '')
    const app = await openMiniProgram({ dist, storage, bridge, path: page(input as Input) })
    const isOpen = () => app.hasClass('sheet') || app.hasClass('confirm-dialog')
    for (const tap of taps) {
      expect(isOpen()).toBe(false)
      if (typeof tap === 'function') await tap(app)
      else {
        await app.waitFor(() => app.canTap(tap))
        await app.tap(tap)
      }
    }
    await app.waitFor(isOpen)
    expect(app.has(title)).toBe(true)
    if (label !== undefined) expect(app.fieldNames()).toContain(label)
    await app.close()
  })
})
