import type { objectionActions } from '@/contract/objection/actions'
import { objectionTo } from '../feedback/objection-world'
import { rework } from '../task/close-out'
import { underNotice } from './on-close-out'
import type { Arrange, World } from './world'

type Ours = keyof typeof objectionActions

export const lodged = async (world: World, on?: string) => {
  const taskId = on ?? (await underNotice(world))
  const { objection } = await world.ok('reporter', 'feedback.lodgeObjection', objectionTo(taskId))
  return { taskId, objectionId: objection!.id }
}

const written = { summary: '坡脚有黑水', clearedPhotoIds: [] }

const summarized = async (world: World, on?: string): Promise<string> => {
  const { objectionId } = await lodged(world, on)
  await world.ok('intake', 'feedback.summarizeObjection', { objectionId, ...written })
  return objectionId
}

/** @param on the task; absent: one of its own */
const admitted = async (world: World, on?: string): Promise<string> => {
  const objectionId = await summarized(world, on)
  await world.ok('coordinator', 'feedback.admitObjection', { objectionId })
  return objectionId
}

/** What is to be done again, where one of the two voices of the village has been heard. */
export const upheldAfterOneVoice = async (world: World) => {
  const taskId = await underNotice(world)
  const { items } = await world.ok('villageOfficer', 'opinion.listAsked', { taskId })
  await world.ok('villageOfficer', 'opinion.sayNotInvolved', { opinionId: items[0]!.id })
  return { objectionId: await admitted(world, taskId), ...rework }
}

const reply = '现场复看无渗水'

export const onObjections: { readonly [N in Ours]: Arrange<N> } = {
  'feedback.lodgeObjection': async (world) => ({
    by: 'reporter',
    input: objectionTo(await underNotice(world)),
  }),
  'feedback.getOwnObjection': async (world) => {
    const { taskId } = await lodged(world)
    return { by: 'reporter', input: { taskId } }
  },
  'feedback.listObjections': async (world) => {
    await lodged(world)
    return { by: 'coordinator', input: { open: true } }
  },
  'feedback.getObjection': async (world) => ({
    by: 'coordinator',
    input: { objectionId: await summarized(world) },
  }),
  'feedback.openObjection': async (world) => ({
    by: 'intake',
    input: { objectionId: (await lodged(world)).objectionId },
  }),
  'feedback.summarizeObjection': async (world) => ({
    by: 'intake',
    input: { objectionId: (await lodged(world)).objectionId, ...written },
  }),
  'feedback.admitObjection': async (world) => ({
    by: 'coordinator',
    input: { objectionId: await summarized(world) },
  }),
  'feedback.dismissObjection': async (world) => ({
    by: 'coordinator',
    input: { objectionId: await summarized(world), reply },
  }),
  'feedback.rejectObjection': async (world) => ({
    by: 'coordinator',
    input: { objectionId: await admitted(world), reply },
  }),
  'feedback.upholdObjection': async (world) => ({
    by: 'coordinator',
    input: { objectionId: await admitted(world), ...rework },
  }),
}
