import path from 'node:path'
import { closeOutWords, selfCheckWords, shareWords } from '@/copy/close-out'
import { consultWords } from '@/copy/consult'
import { deskWords } from '@/copy/desk'
import { negotiationWords } from '@/copy/negotiation'
import { objectionDeskWords } from '@/copy/objection-staff'
import { collectiveWords, residentVisitWords, summaryWords } from '@/copy/opinion'
import { roundFormWords } from '@/copy/rounds'
import { assignWords, eventWords, releaseWords, staffTaskWords } from '@/copy/staff-task'
import { extensionWords, partWords } from '@/copy/task-parts'
import { firmVisitWords } from '@/copy/visit'
import { owedKinds, type ObligationKind, obligationKinds } from '@/domain/reminder/kinds'
import type { ActionName, ActionOutput } from '@/contract/actions'
import { arrange } from '@/test/functions/every-action/arrange'
import { underNotice } from '@/test/functions/every-action/on-close-out'
import { drafted } from '@/test/functions/every-action/on-tasks'
import { openWorld, type Somebody, type World } from '@/test/functions/every-action/world'
import { answerSummary } from '@/test/functions/opinion/answer-summary'
import { doneAll, standardWords } from '@/test/functions/task/close-out'
import { assignment, plan } from '@/test/functions/task/ledger'
import { fireTimer } from '@/test/functions/feedback/desk'
import { bridgeTo } from './bridge'
import { openMiniProgram } from './simulator/open-mini-program'
import type { RunningMiniProgram } from './simulator/running-mini-program'

/**
 * 待办: every kind of thing that somebody owes, brought about through the functions, is tapped in the list of
 * who owes it, and the page that opens offers what has to be done.
 */

const dist = path.resolve(__dirname, '../../dist/weapp')

type Owing = (world: World) => Promise<{ by: Somebody; ids: readonly unknown[] }>
type Row = readonly [kind: ObligationKind, owing: ActionName | Owing, offered: string]

const on =
  (action: ActionName): Owing =>
  async (world) => {
    const { by, input } = await arrange[action](world)
    return { by, ids: Object.values(input) }
  }

/** The way of one action, and then of somebody else. */
const asking =
  (action: ActionName, by: Somebody): Owing =>
  async (world) => ({ ...(await on(action)(world)), by })

const signer = { person: '李某', phone: '0668-2111111' }

const withMilestone: Owing = async (world) => {
  const taskId = await drafted(world)
  await world.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
  await world.ok('housingStaff', 'task.signFor', { taskId, ...signer })
  const { measures, ...rest } = plan(['m1', 'm2'])
  const [first, ...others] = measures
  const milestones = [
    { text: '管道铺完', dueOn: '2020-05-31', weight: 60 },
    { text: '通水', dueOn: '2020-06-30', weight: 40 },
  ]
  const written = { ...rest, measures: [{ ...first!, milestones }, ...others] }
  await world.ok('housingStaff', 'task.submitPlan', { taskId, plan: written })
  await world.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
  return { by: 'housingStaff', ids: [taskId] }
}

const prepared: Owing = async (world) => {
  const { by, input } = await arrange['task.prepareSelfCheck'](world)
  await world.ok(by, 'task.prepareSelfCheck', input)
  return { by: 'housingLeader', ids: [input.taskId] }
}

const withoutChain: Owing = async (world) => {
  const taskId = await drafted(world)
  await world.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
  await world.ok('housingStaff', 'task.signFor', { taskId, ...signer })
  await world.ok('housingStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
  await world.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
  await doneAll((input) => world.ok('housingStaff', 'task.reportDone', input), taskId, 'housing')
  const said = { standards: standardWords, signOffNumber: null }
  await world.ok('housingLeader', 'task.selfCheck', { taskId, ...said })
  return { by: 'coordinator', ids: [taskId] }
}

/** Who was asked about the draft has nothing against it. */
const allHeard: Owing = async (world) => {
  const { input } = await arrange['task.sayOnDraft'](world)
  for (const who of ['enterprise', 'villageOfficer'] as const)
    await world.ok(who, 'task.sayOnDraft', { taskId: input.taskId, agrees: true, words: '' })
  return { by: 'coordinator', ids: [input.taskId] }
}

/** Its notice is over, and nothing said on it is open. */
const noticed = async (world: World, closingLevel: 'city' | 'province'): Promise<string> => {
  const taskId = await underNotice(world)
  const { items } = await world.ok('villageOfficer', 'opinion.listAsked', { taskId })
  await world.ok('villageOfficer', 'opinion.sayNotInvolved', { opinionId: items[0]!.id })
  await answerSummary(world.ok, taskId)
  await world.database.update('tasks', taskId, { closingLevel })
  await world.app.clock.jump(world.app.clock.now() + 30 * 86_400_000)
  await fireTimer(world.app, 'task')
  return taskId
}
const decided = async (world: World, closingLevel: 'city' | 'province'): Promise<string> => {
  const taskId = await noticed(world, closingLevel)
  const decisionNumber = '茂整改〔2019〕3号'
  await world.ok('coordinator', 'task.approveCloseOut', { taskId, decisionNumber })
  return taskId
}

/** What has to be done, by the words on its control. */
const rows: readonly Row[] = [
  ['sayOnDraft', 'task.sayOnDraft', consultWords.objects],
  ['answerDraftOpinion', 'task.answerDraftOpinion', consultWords.notAdopted],
  ['moveOn', allHeard, assignWords.title],
  ['signFor', 'task.signFor', staffTaskWords.signFor],
  ['reassign', 'task.reassign', staffTaskWords.reassign],
  ['reassign', 'task.dropShare', staffTaskWords.dropShare],
  ['submitPlan', 'task.submitPlan', staffTaskWords.planPerson],
  ['approvePlan', 'task.approvePlan', staffTaskWords.approvePlan],
  ['finishMeasure', 'task.reportDone', partWords.reportDone],
  ['finishMeasure', 'enterprise.reportNode', negotiationWords.reportNode],
  ['finishTask', asking('task.reportDone', 'housingStaff'), partWords.reportDone],
  ['milestone', withMilestone, partWords.reportDone],
  ['enterEvent', 'task.enterEvent', eventWords.title],
  ['decideExtension', 'task.endorseExtension', extensionWords.endorseExtension],
  ['decideExtension', 'task.grantExtension', extensionWords.grantExtension],
  ['admitFeedback', 'feedback.admit', deskWords.admit],
  ['assignFeedback', 'feedback.assign', deskWords.assign],
  ['answerFeedback', 'feedback.submitAnswer', deskWords.answer],
  ['releaseAnswer', 'feedback.releaseAnswer', deskWords.release],
  ['secondLook', 'feedback.submitSecondAnswer', deskWords.secondAnswer],
  ['answerTimeline', 'enterprise.accept', negotiationWords.agree],
  ['mediateTimeline', 'enterprise.mediate', negotiationWords.other],
  ['signTimeline', 'enterprise.sign', negotiationWords.sign],
  ['confirmNode', 'enterprise.confirmNode', negotiationWords.confirmNode],
  ['giveOpinion', 'opinion.giveCollective', collectiveWords.notInvolved],
  ['visitResident', 'opinion.recordVisit', residentVisitWords.look],
  ['summarizeOpinions', 'opinion.summarize', summaryWords.readOriginal],
  ['answerOpinions', 'opinion.answerOpinions', summaryWords.answer],
  ['releaseSummary', 'opinion.releaseSummary', summaryWords.release],
  ['checkSecrecy', 'task.checkSecrecy', releaseWords.secrecy],
  ['checkOpenness', 'task.checkOpenness', releaseWords.withhold],
  ['signShare', 'task.signShare', shareWords.sign],
  ['selfCheck', 'task.selfCheck', selfCheckWords.signOffNumber],
  ['signSelfCheck', prepared, selfCheckWords.send],
  ['nameChain', withoutChain, '选单位'],
  ['requestCloseOut', 'task.requestCloseOut', closeOutWords.requestCloseOut],
  ['verify', 'task.verify', '到位'],
  ['confirmCheck', 'task.confirmCheck', closeOutWords.confirmCheck],
  ['publishNotice', 'task.noticeFirst', closeOutWords.noticeFirst],
  ['publishNotice', 'task.publishNotice', closeOutWords.publishNotice],
  ['noticeEnds', asking('feedback.lodgeObjection', 'coordinator'), closeOutWords.returnForRework],
  ['summarizeObjection', 'feedback.summarizeObjection', objectionDeskWords.readOriginal],
  ['decideObjection', 'feedback.admitObjection', objectionDeskWords.admit],
  ['decideObjection', 'feedback.rejectObjection', objectionDeskWords.reject],
  ['reopen', 'task.keepClosed', closeOutWords.keepClosed],
  ['notifyVisit', 'enterprise.notifyVisit', firmVisitWords.notify],
  ['recordVisit', 'enterprise.recordVisit', firmVisitWords.write],
  ['handInPlan', 'documents.changeRound', roundFormWords.planHandedIn],
  [
    'approveCloseOut',
    async (world) => ({ by: 'coordinator', ids: [await noticed(world, 'city')] }),
    closeOutWords.approveCloseOut,
  ],
  [
    'recordUpper',
    async (world) => ({ by: 'coordinator', ids: [await decided(world, 'province')] }),
    closeOutWords.recordUpper,
  ],
  [
    'recheck',
    async (world) => ({ by: 'inspector', ids: [await decided(world, 'city')] }),
    closeOutWords.recheck,
  ],
]

/** 本月填报: nothing asks for a month's report yet. */
const notOwedYet: readonly ObligationKind[] = ['monthlyReport']

type Todo = ActionOutput<'notifier.listTodo'>['items'][number]

const everything = async (world: World, by: Somebody): Promise<Todo[]> => {
  const { items, cursor } = await world.ok(by, 'notifier.listTodo', {})
  const all = [...items]
  for (let next = cursor; next !== null;) {
    const page = await world.ok(by, 'notifier.listTodo', { cursor: next })
    all.push(...page.items)
    next = page.cursor
  }
  return all
}

const offers = (app: RunningMiniProgram, words: string): boolean =>
  app.canTap(words) || app.fieldNames().includes(words)

test('every kind of thing that may be owed stands in the table', () => {
  const kinds = [...new Set(rows.map(([kind]) => kind)), ...notOwedYet]
  expect(kinds.sort()).toEqual([...obligationKinds].sort())
})

describe('the to-do opens where it is done', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())
  // One reporter may send ten reports an hour.
  beforeEach(() => world.app.clock.jump(world.app.clock.now() + 10 * 60_000))

  const cases = rows.map(([kind, owing, offered]) => ({ kind, owing, offered }))
  test.each(cases)('$kind: $offered', async ({ kind, owing, offered }) => {
    const way = typeof owing === 'function' ? owing : on(owing)
    const { by, ids } = await way(world)
    const todo = await everything(world, by)
    const mine = todo.filter((row) => row.kind === kind && ids.includes(row.thingId))
    expect(mine.length).toBeGreaterThan(0)
    // What other cases left to this person is taken off the list: titles repeat.
    for (const { id } of todo.filter((row) => row.id !== mine[0]!.id))
      await world.database.remove('obligations', id)

    const { openid, as } = world.sessionOf(by)
    const storage = { entries: new Map<string, string>(), files: new Map() }
    storage.entries.set('zgt.actAs', JSON.stringify(as.actAs))
    const options = { dist, storage, bridge: bridgeTo(world.app, openid ?? '') }
    const app = await openMiniProgram({ ...options, path: 'pages/todo/index' })
    const name = `${owedKinds[kind].verb} ${mine[0]!.title}`
    await app.waitFor(() => app.canTap(name))
    await app.tap(name)
    await app.waitFor(() => app.page.route !== 'pages/todo/index')
    await app.waitFor(() => offers(app, offered))
    await app.close()
  })
})
