import type { nodeActions } from '@/contract/enterprise/node'
import type { talkActions } from '@/contract/enterprise/talk'
import { datesOf } from '../enterprise/talks'
import { assigned, planned } from './on-tasks'
import type { Arrange, World } from './world'

type Ours = keyof typeof nodeActions | keyof typeof talkActions

const reason = '试一试'
const dates = datesOf('2020-06-30')
const later = datesOf('2020-08-15')

const saidOfNode = { on: '2019-11-18', words: '设备装好了', paperNumber: '茂验〔2019〕3号' }

const proposal = (taskId: string) => ({ taskId, enterpriseId: 'farm', dates, reason: null })

const counterOf = (timelineId: string) => ({
  timelineId,
  round: 1,
  dates: later,
  reason: '设备到货要三个月',
  technicalPlan: '先建临时池,再换膜',
  planFileIds: [] as string[],
})

export const proposed = async (world: World): Promise<string> =>
  (await world.ok('housingStaff', 'enterprise.propose', proposal(await assigned(world)))).id

/** Both have signed, and the unit's plan is approved. */
const bound = async (world: World) => {
  const taskId = await planned(world)
  await world.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
  const { id: timelineId } = await world.ok('housingStaff', 'enterprise.propose', proposal(taskId))
  await world.ok('enterprise', 'enterprise.accept', { timelineId, round: 1 })
  return { timelineId, taskId, measureId: 'm1' }
}

const reported = async (world: World) => {
  const node = await bound(world)
  await world.ok('enterprise', 'enterprise.reportNode', { ...node, ...saidOfNode })
  const { timelineId, measureId } = node
  return { timelineId, measureId }
}

const mediated = async (world: World): Promise<string> => {
  const timelineId = await proposed(world)
  await world.ok('enterprise', 'enterprise.refer', { timelineId, reason })
  await world.ok('coordinator', 'enterprise.mediate', { timelineId, dates, reason })
  return timelineId
}

export const onTimelines: { readonly [N in Ours]: Arrange<N> } = {
  'enterprise.listTimelines': async (world) => {
    await proposed(world)
    return { by: 'enterprise', input: {} }
  },
  'enterprise.getTimeline': async (world) => ({
    by: 'enterprise',
    input: { timelineId: await proposed(world) },
  }),
  'enterprise.propose': async (world) => ({
    by: 'housingStaff',
    input: proposal(await assigned(world)),
  }),
  'enterprise.accept': async (world) => ({
    by: 'enterprise',
    input: { timelineId: await proposed(world), round: 1 },
  }),
  'enterprise.preparePlanUpload': async (world) => ({
    by: 'enterprise',
    input: { timelineId: await proposed(world), fileName: '方案.pdf', size: 1000 },
  }),
  'enterprise.counter': async (world) => ({
    by: 'enterprise',
    input: counterOf(await proposed(world)),
  }),
  'enterprise.refer': async (world) => ({
    by: 'enterprise',
    input: { timelineId: await proposed(world), reason },
  }),
  'enterprise.mediate': async (world) => {
    const timelineId = await proposed(world)
    await world.ok('enterprise', 'enterprise.refer', { timelineId, reason })
    return { by: 'coordinator', input: { timelineId, dates, reason } }
  },
  'enterprise.sign': async (world) => ({
    by: 'housingStaff',
    input: { timelineId: await mediated(world) },
  }),
  'enterprise.reportNode': async (world) => ({
    by: 'enterprise',
    input: { ...(await bound(world)), ...saidOfNode },
  }),
  'enterprise.undoNode': async (world) => ({
    by: 'enterprise',
    input: { ...(await reported(world)), reason },
  }),
  'enterprise.confirmNode': async (world) => ({
    by: 'housingStaff',
    input: await reported(world),
  }),
  'enterprise.returnNode': async (world) => ({
    by: 'housingStaff',
    input: { ...(await reported(world)), reason },
  }),
  'enterprise.reopenTerms': async (world) => {
    const timelineId = await proposed(world)
    await world.ok('enterprise', 'enterprise.accept', { timelineId, round: 1 })
    return { by: 'enterprise', input: { timelineId, dates: later, reason } }
  },
}
