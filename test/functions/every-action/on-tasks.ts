import type { ActionName } from '@/contract/actions'
import type { taskCloseOutActions } from '@/contract/task/close-out/actions'
import type { taskPartActions } from '@/contract/task/parts/actions'
import type { taskVillageActions } from '@/contract/task/villages'
import { releasableTaskFields } from '@/domain/release/release'
import type { RectificationTask } from '@/domain/task/task'
import { villageCode } from '../feedback/desk'
import { recurringDeadline, relativeDeadline } from '@/domain/task/deadline'
import { doneAll } from '../task/close-out'
import { assignment, draftTask, happened, plan } from '../task/ledger'
import type { Arrange, World } from './world'

type Ours = Exclude<
  Extract<ActionName, `task.${string}`>,
  | 'task.choosePhotos'
  | 'task.readPlaces'
  | keyof typeof taskPartActions
  | keyof typeof taskCloseOutActions
  | keyof typeof taskVillageActions
>

const fields = [...releasableTaskFields]
const signer = { person: '李某', phone: '0668-2111111' }
const reason = '试一试'

/** What a task's draft says otherwise than most. */
export type DraftChange = Partial<RectificationTask>

export const drafted = async (
  { fresh, ledger }: World,
  change: DraftChange = {},
): Promise<string> => {
  const { id } = await ledger.draft(draftTask(fresh('task'), change))
  return id
}

/** Given to the housing office, which answers for it alone. */
export const assigned = async (world: World, change: DraftChange = {}): Promise<string> => {
  const taskId = await drafted(world, change)
  const affected = { villageCodes: [villageCode], enterpriseIds: ['farm'] }
  await world.ok('coordinator', 'task.assign', assignment(taskId, ['housing'], affected))
  return taskId
}

const signed = async (world: World, change: DraftChange = {}): Promise<string> => {
  const taskId = await assigned(world, change)
  await world.ok('housingStaff', 'task.signFor', { taskId, ...signer })
  return taskId
}

export const planned = async (world: World, change: DraftChange = {}): Promise<string> => {
  const taskId = await signed(world, change)
  await world.ok('housingStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
  return taskId
}

const digestOf = async ({ ok }: World, taskId: string): Promise<string> =>
  (await ok('coordinator', 'task.previewRelease', { taskId })).digest

/** Its text passed the secrecy check and waits for the second one. */
const checkedOnce = async (world: World) => {
  const taskId = await assigned(world)
  const read = { taskId, fields, digest: await digestOf(world, taskId) }
  await world.ok('coordinator', 'task.checkSecrecy', read)
  return read
}

const toBeAsked = { villageCodes: [villageCode], enterpriseIds: ['farm'], dueOn: '2020-06-30' }

/** Its measures are a draft that a village and a firm are asked about. */
const consulted = async (world: World): Promise<string> => {
  const taskId = await drafted(world)
  await world.ok('coordinator', 'task.consult', { taskId, ...toBeAsked })
  return taskId
}

/** Housing leads, water does it too; both plans are approved. */
export const underway = async (world: World): Promise<string> => {
  const taskId = await drafted(world)
  const { ok } = world
  const led = { leadUnitId: 'housing' }
  await ok('coordinator', 'task.assign', assignment(taskId, ['housing', 'water'], led))
  for (const who of ['housingStaff', 'waterStaff'] as const) {
    await ok(who, 'task.signFor', { taskId, ...signer })
    await ok(who, 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
  }
  await ok('housingLeader', 'task.approvePlan', { taskId, unitId: 'water' })
  await ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
  return taskId
}

export const released = async (world: World): Promise<string> => {
  const read = await checkedOnce(world)
  await world.ok('publisher', 'task.checkOpenness', read)
  return read.taskId
}

export const onTasks: { readonly [N in Ours]: Arrange<N> } = {
  'task.listLedger': async (world) => {
    await assigned(world)
    return { by: 'coordinator', input: { filter: {} } }
  },
  'task.get': async (world) => ({
    by: 'coordinator',
    input: { taskId: await planned(world) },
  }),
  'task.consult': async (world) => ({
    by: 'coordinator',
    input: {
      taskId: await drafted(world),
      ...toBeAsked,
    },
  }),
  'task.withdrawConsult': async (world) => ({
    by: 'coordinator',
    input: { taskId: await consulted(world) },
  }),
  'task.sayOnDraft': async (world) => ({
    by: 'enterprise',
    input: { taskId: await consulted(world), agrees: false, words: reason },
  }),
  'task.answerDraftOpinion': async (world) => {
    const taskId = await consulted(world)
    await world.ok('enterprise', 'task.sayOnDraft', { taskId, agrees: false, words: reason })
    const { consultation } = await world.ok('coordinator', 'task.get', { taskId })
    const opinionId = consultation!.opinions[0]!.id
    return { by: 'coordinator', input: { taskId, opinionId, adopted: true, reason } }
  },
  'task.assign': async (world) => ({
    by: 'coordinator',
    input: assignment(await drafted(world), ['housing'], {
      villageCodes: [villageCode],
      enterpriseIds: ['farm'],
    }),
  }),
  'task.split': async (world) => ({
    by: 'coordinator',
    input: {
      taskId: await drafted(world, { collectiveUnits: ['各县市区'] }),
      unitIds: ['housing', 'water'],
    },
  }),
  'task.enterEvent': async (world) => {
    const event = { text: '批复之日起30日内', enteredBy: null }
    const taskId = await drafted(world, { deadline: relativeDeadline(event.text, event) })
    const awaited = { eventEnteredBy: 'water' }
    await world.ok('coordinator', 'task.assign', assignment(taskId, ['housing'], awaited))
    // Where a month has passed for another case the date that follows is over.
    return { by: 'waterStaff', input: { ...happened(taskId), pastKnown: true } }
  },
  'task.changeRhythm': async (world) => {
    const deadline = recurringDeadline('定期巡查', '2031-12-31')
    const taskId = await drafted(world, { deadline })
    await world.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
    return { by: 'coordinator', input: { taskId, measureId: null, everyMonths: 6, reason } }
  },
  'task.correctText': async (world) => ({
    by: 'coordinator',
    input: {
      ...{ taskId: await assigned(world), place: 'problem', text: '生活污水溢流' },
      ...{ on: null, sourceLine: '二、生活污水溢流。' },
    },
  }),
  'task.signFor': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await assigned(world), ...signer },
  }),
  'task.returnAssignment': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await assigned(world), reason },
  }),
  'task.reassign': async (world) => {
    const taskId = await assigned(world)
    await world.ok('housingStaff', 'task.returnAssignment', { taskId, reason })
    return {
      by: 'coordinator',
      input: { taskId, fromUnitId: 'housing', toUnitId: 'water', reason },
    }
  },
  'task.dropShare': async (world) => {
    const taskId = await drafted(world)
    const led = { leadUnitId: 'water' }
    await world.ok('coordinator', 'task.assign', assignment(taskId, ['housing', 'water'], led))
    await world.ok('housingStaff', 'task.returnAssignment', { taskId, reason })
    return {
      by: 'coordinator',
      input: { taskId, fromUnitId: 'housing', toUnitId: 'water', reason },
    }
  },
  'task.submitPlan': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await signed(world), plan: plan(['m1', 'm2']) },
  }),
  'task.amendPlan': async (world) => ({
    by: 'waterStaff',
    input: { taskId: await underway(world), plan: plan(['m1', 'm2'], '2020-05-31'), reason },
  }),
  'task.approvePlan': async (world) => ({
    by: 'coordinator',
    input: { taskId: await planned(world), unitId: 'housing' },
  }),
  'task.signShare': async (world) => {
    const taskId = await underway(world)
    await doneAll((input) => world.ok('waterStaff', 'task.reportDone', input), taskId, 'water')
    return { by: 'waterStaff', input: { taskId, signOffNumber: '茂水〔2019〕7号' } }
  },
  'task.withdrawPlan': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await planned(world) },
  }),
  'task.returnPlan': async (world) => ({
    by: 'coordinator',
    input: { taskId: await planned(world), unitId: 'housing', reason },
  }),
  'task.cancelTask': async (world) => ({
    by: 'coordinator',
    input: { taskId: await assigned(world), reason },
  }),
  'task.cancelDraft': async (world) => {
    const taskId = await drafted(world, { collectiveUnits: ['各镇'] })
    const unitIds = ['housing', 'water']
    const { taskIds } = await world.ok('coordinator', 'task.split', { taskId, unitIds })
    return { by: 'coordinator', input: { taskId: taskIds[0]! } }
  },
  'task.checkSecrecy': async (world) => {
    const taskId = await assigned(world)
    return { by: 'coordinator', input: { taskId, fields, digest: await digestOf(world, taskId) } }
  },
  'task.checkOpenness': async (world) => ({ by: 'publisher', input: await checkedOnce(world) }),
  'task.withholdRelease': async (world) => {
    const { taskId, digest } = await checkedOnce(world)
    return { by: 'publisher', input: { taskId, digest, reason: '写了住户的姓' } }
  },
  'task.editNotice': async (world) => {
    const { taskId, digest } = await checkedOnce(world)
    return { by: 'coordinator', input: { taskId, digest, place: 'problem', text: '老填埋场渗水' } }
  },
  'task.urgeCheck': async (world) => ({
    by: 'coordinator',
    input: { taskId: await assigned(world) },
  }),
  'task.previewRelease': async (world) => ({
    by: 'coordinator',
    input: { taskId: await assigned(world) },
  }),
}
