import { movedDays } from '@/copy/moment'
import { extensionWords, partWords } from '@/copy/task-parts'
import { fixedDeadline } from '@/domain/task/deadline'
import { noUnits } from '@/domain/organization/unit'
import { casesIn } from '@/test/functions/task/close-out'
import { assignment, draftTask, measure, plan } from '@/test/functions/task/ledger'
import { openTaskWorld, type TaskWorld } from '@/test/functions/task/task-world'
import { openAs } from './open-as'
import type { RunningMiniProgram } from './simulator/running-mini-program'

/** Of two units at one task: more time is asked for and decided, and a done that is none goes back. */

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

const units = { housing: '市住房城乡建设局', water: '市水务局', office: '市整改办' }
const whoIn = {
  housing: 'housingStaff',
  water: 'waterStaff',
  office: 'coordinator',
} as const

/** By what stands on the to-do, as the person in that unit. */
const openFromTodo = async (
  unit: keyof typeof units,
  button: string,
): Promise<RunningMiniProgram> => {
  const { app: cloud, organization } = world
  const app = await openAs(cloud, organization[whoIn[unit]].openid, units[unit])
  await app.switchTab('pages/todo/index')
  await app.waitFor(() => app.canTap(button))
  await app.tap(button)
  await app.waitFor(() => app.page.route === 'subpackages/unit/task/index')
  return app
}

/** Housing leads; the first measure is the water office's and has a day of its own. */
const twoUnits = async (taskId: string, title: string) => {
  const { as, ledger } = world
  const own = {
    text: `${title}一期`,
    units: { ...noUnits, responsible: ['water'] },
    deadline: fixedDeadline('2020年6月底前', '2020-06-30'),
  }
  await ledger.draft(
    draftTask(taskId, {
      title,
      measures: [measure('m1', own), measure('m2', { text: `${title}二期` })],
    }),
  )
  const given = { leadUnitId: 'housing' }
  await as.ok('coordinator', 'task.assign', assignment(taskId, ['housing', 'water'], given))
  for (const [who, measures] of [
    ['housingStaff', ['m2']],
    ['waterStaff', ['m1', 'm2']],
  ] as const) {
    await as.ok(who, 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })
    await as.ok(who, 'task.submitPlan', { taskId, plan: plan([...measures]) })
  }
  await as.ok('housingLeader', 'task.approvePlan', { taskId, unitId: 'water' })
  await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
  return taskId
}

test('a unit asks for more time, the lead and then the office say yes, and residents read both days', async () => {
  const { app: cloud, as, ledger } = world
  const title = '小东江管网'
  const taskId = await twoUnits('weapp-extension', title)
  await casesIn(as, ledger).release(taskId)
  const moves = movedDays('2020年6月30日', '2020年9月30日')

  const unit = await openFromTodo('water', `报完成 ${title}一期`)
  await unit.waitFor(extensionWords.extend)
  await unit.tap(extensionWords.extend)
  await unit.waitFor(extensionWords.line)
  if (unit.canTap(`${title}一期（现在2020年6月30日）`))
    await unit.tap(`${title}一期（现在2020年6月30日）`)
  await unit.pick(extensionWords.to, '2020-09-30')
  await unit.type(extensionWords.why, '汛期来得早')
  await unit.type(extensionWords.plan, '加一个施工队')
  await unit.tap(extensionWords.extend, 2)
  await unit.waitFor('等牵头单位答复')
  expect(unit.text()).toContain(moves)
  expect(unit.text()).toContain('原因：汛期来得早')
  await unit.close()

  const lead = await openFromTodo('housing', `审核 ${title}`)
  await lead.waitFor('打算：加一个施工队')
  await lead.tap(extensionWords.endorseExtension)
  await lead.waitFor(extensionWords.endorseTitle)
  await lead.tap(extensionWords.endorseExtension, 1)
  await lead.waitFor('等整改办答复')
  await lead.close()
  // Until the office has decided the old day counts.
  const dayOf = async () =>
    (await as.ok('waterStaff', 'task.get', { taskId })).parts.find(({ id }) =>
      id.endsWith('m1.water'),
    )
  expect((await dayOf())?.dueOn).toBe('2020-06-30')

  const office = await openFromTodo('office', `审核 ${title}`)
  await office.waitFor(extensionWords.grantExtension)
  await office.tap(extensionWords.grantExtension)
  await office.type(extensionWords.decisionLabel, '茂环督〔2019〕9号')
  await office.tap(extensionWords.grantExtension, 2)
  await office.waitFor(extensionWords.decision('茂环督〔2019〕9号', 'leadingGroup'))
  await office.close()

  const { measures } = await cloud.ok(null, 'register.getTask', { taskId })
  expect(measures[0]).toMatchObject({ printedOn: '2020-06-30', dueOn: '2020-09-30' })
  const resident = await openAs(cloud, 'openid-extension-reader', null)
  await resident.open(`/pages/task/index?id=${taskId}`)
  await resident.waitFor('原定2020年6月30日，延期至2020年9月30日')
  await resident.close()
})

test('what the office refuses is answered with its reason, and the old day stands', async () => {
  const { as } = world
  const title = '石湖镇支管'
  const taskId = await twoUnits('weapp-extension-refused', title)
  await as.ok('housingStaff', 'task.extend', {
    ...{ taskId, part: { kind: 'task' as const }, to: '2021-06-30' },
    ...{ reason: '设备晚到', plan: '赶工' },
  })
  const office = await openFromTodo('office', `审核 ${title}`)
  await office.waitFor(extensionWords.refuseExtension)
  await office.tap(extensionWords.refuseExtension)
  await office.type(partWords.reason, '设备可以租')
  await office.tap(extensionWords.refuseExtension, 2)
  await office.waitFor('未批准：设备可以租')
  await office.close()

  const lead = await openFromTodo('housing', `查看 ${title}`)
  await lead.waitFor('未批准：设备可以租')
  expect((await as.ok('housingStaff', 'task.get', { taskId })).dueOn).toBe('2020-12-31')
  await lead.close()
})

test('the lead sends a done back from its list with a reason, which the unit reads where it is owed', async () => {
  const { as } = world
  const title = '下塘村管网'
  const taskId = await twoUnits('weapp-returned', title)
  const said = { on: '2019-11-18', words: '三处都接通', paperNumber: '茂水函〔2019〕5号' }
  await as.ok('waterStaff', 'task.reportDone', { taskId, partId: 'measure.m1.water', ...said })

  const lead = await openFromTodo('housing', `查看 ${title}`)
  await lead.waitFor('三处都接通')
  expect(lead.text()).toContain('文号茂水函〔2019〕5号')
  await lead.tap(`退回完成：${title}一期`)
  await lead.waitFor(partWords.returnTitle)
  expect(lead.has(partWords.reasonNeeded)).toBe(true)
  await lead.type(partWords.reason, '还有一处没接')
  await lead.tap(partWords.returnTitle, 1)
  await lead.waitFor(partWords.returned)
  await lead.close()

  const unit = await openFromTodo('water', `报完成 ${title}一期`)
  await unit.waitFor('还有一处没接')
  expect(unit.canTap(`报完成：${title}一期`)).toBe(true)
  expect(unit.text()).not.toContain('文号茂水函〔2019〕5号')
  const { parts } = await as.ok('waterStaff', 'task.get', { taskId })
  expect(parts.find(({ id }) => id === 'measure.m1.water')?.doneOn).toBeNull()
  await unit.close()
})
