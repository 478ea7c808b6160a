import type { visitActions } from '@/contract/enterprise/visit'
import { beijingDay } from '@/domain/calendar/day'
import { assigned } from './on-tasks'
import type { Arrange, World } from './world'

type Ours = keyof typeof visitActions

const todayIn = ({ app }: World) => beijingDay(app.clock.now())
const reason = '另有安排'

const asking = (world: World, taskId: string) => ({
  ...{ taskId, enterpriseId: 'farm', bodyId: 'bureau', on: todayIn(world) },
  matters: [{ words: '粪污收集池有没有渗漏', measureId: 'm1' }],
})

/** The firm has no visit that goes on: one that another case left open is called off. */
const asked = async (world: World): Promise<string> => {
  const taskId = await assigned(world)
  const { id: visitId } = await world.ok('intake', 'enterprise.askVisit', asking(world, taskId))
  await world.ok('enforcer', 'enterprise.cancelVisit', { visitId, reason })
  return taskId
}

const planned = async (world: World): Promise<string> =>
  (await world.ok('intake', 'enterprise.askVisit', asking(world, await asked(world)))).id

const noticeIn = (world: World) => ({
  approvalNumber: '茂环检批〔2019〕3号',
  kind: 'singleCase' as const,
  officers: [
    { name: '林某', certificate: '粤K0126' },
    { name: '郑某', certificate: '粤K0158' },
  ],
  on: todayIn(world),
})

export const notified = async (world: World): Promise<string> => {
  const visitId = await planned(world)
  await world.ok('enforcer', 'enterprise.notifyVisit', { visitId, ...noticeIn(world) })
  return visitId
}

/** With the record on paper, put where the server said. */
const seen = async (world: World) => {
  const visitId = await notified(world)
  const { matters } = await world.ok('enforcer', 'enterprise.getVisit', { visitId })
  const bytes = Buffer.from('%PDF-1.4 record')
  const announced = { visitId, fileName: '现场检查记录.pdf', size: bytes.length }
  const { target } = await world.ok('enforcer', 'enterprise.prepareVisitUpload', announced)
  await world.app.put(target, bytes)
  return {
    ...{ visitId, on: todayIn(world), receivedBy: '厂长' },
    findings: matters.map(({ id }) => ({ matterId: id, inOrder: true, words: '四周干燥' })),
    fileIds: [target.fileId],
  }
}

const recorded = async (world: World): Promise<string> => {
  const record = await seen(world)
  await world.ok('enforcer', 'enterprise.recordVisit', record)
  return record.visitId
}

export const onVisits: { readonly [N in Ours]: Arrange<N> } = {
  'enterprise.listVisits': async (world) => {
    await notified(world)
    return { by: 'enforcer', input: {} }
  },
  'enterprise.getVisit': async (world) => ({
    by: 'enforcer',
    input: { visitId: await notified(world) },
  }),
  'enterprise.askVisit': async (world) => ({
    by: 'intake',
    input: asking(world, await asked(world)),
  }),
  'enterprise.withdrawMatters': async (world) => ({
    by: 'intake',
    input: { visitId: await planned(world) },
  }),
  'enterprise.cancelVisit': async (world) => ({
    by: 'enforcer',
    input: { visitId: await planned(world), reason },
  }),
  'enterprise.notifyVisit': async (world) => ({
    by: 'enforcer',
    input: { visitId: await planned(world), ...noticeIn(world) },
  }),
  'enterprise.correctVisit': async (world) => ({
    by: 'enforcer',
    input: {
      visitId: await notified(world),
      ...noticeIn(world),
      approvalNumber: '茂环检批〔2019〕4号',
    },
  }),
  'enterprise.prepareVisitUpload': async (world) => ({
    by: 'enforcer',
    input: { visitId: await notified(world), fileName: '记录.pdf', size: 1000 },
  }),
  'enterprise.recordVisit': async (world) => ({ by: 'enforcer', input: await seen(world) }),
  'enterprise.addDissent': async (world) => ({
    by: 'enterprise',
    input: { visitId: await recorded(world), words: '收集池是新做的' },
  }),
  'enterprise.rateVisit': async (world) => ({
    by: 'enterprise',
    input: { visitId: await recorded(world), rating: 'proper', words: null },
  }),
}
