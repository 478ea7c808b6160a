import { errorTexts } from '@/copy/errors'
import { opinionWords, summaryWords } from '@/copy/opinion'
import type { ActionInput } from '@/contract/actions'
import { doneAll, standardWords, twoSteps } from '@/test/functions/task/close-out'
import { villageIn } from '@/test/functions/opinion/village'
import { eventually } from '@/test/support/eventually'
import { type TestApp, startApp } from '@/test/support/app'
import { buildOrganization, type Organization } from '@/test/support/organization'
import { openAs } from './open-as'

/** 归纳, 书面答复, 发出: what a village said comes back to it as an answer, on the pages as compiled. */

let cloud: TestApp
let people: Organization
let village: Awaited<ReturnType<typeof villageIn>>

beforeAll(async () => {
  cloud = await startApp()
  people = await buildOrganization(cloud)
  village = await villageIn(cloud, people)
})
afterAll(() => cloud.close())

const title = '小东江黑水'

/** A villager is not satisfied; the unit has asked for close-out. */
const toSummarize = async (taskId: string, openid: string) => {
  const { as } = village
  await village.underway(taskId, { title })
  await as.ok('housingStaff', 'task.askVillage', { taskId })
  await village.villager(openid)
  await cloud.ok(openid, 'opinion.giveOwn', {
    taskId,
    ...{ satisfaction: 'unsatisfied', words: '雨天还是臭' },
  })
  const report = (input: ActionInput<'task.reportDone'>) =>
    as.ok('housingStaff', 'task.reportDone', input)
  await doneAll(report, taskId, 'housing')
  await as.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  const signed = { taskId, standards: standardWords, signOffNumber: null }
  await as.ok('housingLeader', 'task.selfCheck', signed)
  await as.ok('housingStaff', 'task.requestCloseOut', { taskId, reportNumber: '1号' })
}

const fromTodo = async (who: 'intake' | 'housingStaff' | 'coordinator', verb: string) => {
  const identity = who === 'housingStaff' ? '市住房城乡建设局' : '市整改办'
  const app = await openAs(cloud, people[who].openid, identity)
  await app.switchTab('pages/todo/index')
  await app.waitFor(() => app.canTap(`${verb} ${title}`))
  await app.tap(`${verb} ${title}`)
  await app.waitFor(() => app.page.route === 'subpackages/village/summary/index')
  return app
}

test('intake writes what was said, the unit answers it, the office lets it out, and the villager reads it', async () => {
  const taskId = 'weapp-summary'
  const openid = 'openid-weapp-summary'
  await toSummarize(taskId, openid)

  const desk = await fromTodo('intake', '归纳')
  expect(desk.has('雨天还是臭')).toBe(false)
  await desk.waitFor(summaryWords.readOriginal)
  await desk.tap(summaryWords.readOriginal)
  await desk.waitFor('雨天还是臭')
  // Said otherwise meanwhile: nothing is sent that was not read, and what was typed stays.
  await cloud.ok(openid, 'opinion.giveOwn', {
    taskId,
    ...{ satisfaction: 'unsatisfied', words: '又冒黑水' },
  })
  await desk.type(summaryWords.summary, '有的村民说还有味')
  await desk.type(summaryWords.matters(summaryWords.sides.residents), '雨天有味')
  await desk.tap(summaryWords.summarize)
  await desk.waitFor(errorTexts['THING.CHANGED'])
  expect(desk.valueOf(summaryWords.summary)).toBe('有的村民说还有味')
  await desk.tap(summaryWords.readOriginal)
  await desk.waitFor('又冒黑水')
  await desk.tap(summaryWords.summarize)
  await desk.waitFor('等责任单位答复')
  await desk.close()

  const unit = await fromTodo('housingStaff', '答复')
  await unit.waitFor('1. 雨天有味')
  expect(unit.text()).not.toContain('又冒黑水')
  expect(unit.has(summaryWords.answerNeeded)).toBe(true)
  await unit.type(`${summaryWords.answer}1`, '月底前再清一次')
  await unit.tap(summaryWords.sendAnswers)
  await unit.waitFor('等整改办发出')
  await unit.close()

  const reader = await openAs(cloud, openid, null)
  await reader.open(`/subpackages/village/own/index?id=${taskId}`)
  await reader.waitFor(opinionWords.change)
  expect(reader.text()).not.toContain('月底前再清一次')
  const office = await fromTodo('coordinator', '发出')
  await office.waitFor('月底前再清一次')
  await office.tap(summaryWords.release)
  await office.waitFor(summaryWords.releaseTitle)
  await office.tap(summaryWords.release, 0)
  await office.waitFor(summaryWords.released)
  await office.close()

  // The villager reads the written answer, and what becomes of a word that is changed now.
  await reader.pullDown()
  await reader.waitFor('月底前再清一次')
  expect(reader.text()).toContain('1. 雨天有味')
  expect(reader.text()).toContain(opinionWords.afterSummary)
  await reader.tap('满意')
  await reader.tap(opinionWords.change)
  const own = async () => (await cloud.ok(openid, 'opinion.getOwn', { taskId })).mine?.satisfaction
  expect(await eventually(own, 'satisfied')).toBe('satisfied')
  await reader.close()
})

test('answers that do not answer go back to the unit with the reason, its own words still there', async () => {
  const { as } = village
  const taskId = 'weapp-summary-returned'
  await toSummarize(taskId, 'openid-weapp-summary-returned')
  const summaryId = (await as.ok('intake', 'opinion.listAsked', { taskId })).summaryId!
  const { digest } = await as.ok('intake', 'opinion.openWords', { summaryId })
  const matters = [{ side: 'residents' as const, words: '雨天有味' }]
  await as.ok('intake', 'opinion.summarize', { summaryId, digest, words: '有味', matters })
  await as.ok('housingStaff', 'opinion.answerOpinions', { summaryId, answers: ['知道了'] })

  const office = await fromTodo('coordinator', '发出')
  await office.waitFor('知道了')
  await office.tap(summaryWords.returnAnswers)
  await office.type(summaryWords.returnReason, '没说哪天清')
  await office.tap(summaryWords.returnAnswers, 1)
  await office.waitFor('等责任单位答复')
  await office.close()

  const unit = await fromTodo('housingStaff', '答复')
  await unit.waitFor('1. 雨天有味')
  expect(unit.text()).toContain(summaryWords.returnedFor('没说哪天清'))
  expect(unit.valueOf(`${summaryWords.answer}1`)).toBe('知道了')
  await unit.close()
})
