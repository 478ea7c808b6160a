import { casesIn } from '@/test/functions/task/close-out'
import { actingAs, openDatabase, openLedger } from '@/test/functions/task/ledger'
import { residentWorld, wordsBox } from './resident-world'

/** What a report and a forwarded card say of the task that they are about. */

const world = residentWorld('about')
const published = async (taskId: string) => {
  const cases = casesIn(actingAs(world.cloud, world.organization), openLedger(world.cloud))
  await cases.publish(await cases.asked(taskId), world.organization.farmingColleague.actAs)
  const { title } = await world.cloud.ok(null, 'register.getTask', { taskId })
  return { taskId, title }
}
const openOn = (page: string, taskId: string) =>
  world.open(world.newResident(), { path: `${page}/index?id=${taskId}` })

test('a report made from a task names it on the form, while it waits without a network, and after', async () => {
  const { taskId, title } = await published('reported-on')
  const app = await openOn('pages/task', taskId)
  await app.waitFor('反映这项任务的问题')
  await app.tap('反映这项任务的问题')
  await app.waitFor(title)
  await app.type(wordsBox, '夜里还有黑水流出来')
  await app.setNetwork('offline')
  await app.tap('直接提交')
  await app.waitFor('未送达')
  expect(app.has(title)).toBe(true)
  await app.setNetwork('online')
  await app.waitFor('已送达，最迟', 15_000)
  await app.tap('看办到哪了')
  await app.waitFor(title)
  await app.close()
})

test('the card of who forwards a task or its notice says what came of it once it is closed', async () => {
  const { taskId, title } = await published('forwarded')
  const pages = ['pages/task', 'subpackages/resident/notice'] as const
  const cards = async () => {
    const titles: string[] = []
    for (const page of pages) {
      const app = await openOn(page, taskId)
      await app.waitFor(title)
      const card = app.share()
      expect(card.path).toBe(`/${page}/index?id=${taskId}`)
      titles.push(card.title ?? '')
      await app.close()
    }
    return titles
  }
  expect(await cards()).toEqual([title, title])
  const database = openDatabase(world.cloud)
  await database.update('publicTasks', taskId, { 'facts.state': 'closed' })
  expect(await cards()).toEqual([`已办结：${title}`, `已办结：${title}`])
})
