import type { ActionName } from '@/contract/actions'
import type { taskCloseOutActions } from '@/contract/task-close-out'
import { planned } from './on-tasks'
import { doneAll, standardWords, twoSteps } from '../task/close-out'
import type { Arrange, World } from './world'

type Ours = Extract<ActionName, keyof typeof taskCloseOutActions>

/** Every part is done and the office has named who accepts. */
const done = async (world: World): Promise<string> => {
  const taskId = await planned(world)
  await world.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
  await doneAll((input) => world.ok('housingStaff', 'task.reportDone', input), taskId, 'housing')
  await world.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  return taskId
}

const checked = async (world: World): Promise<string> => {
  const taskId = await done(world)
  const said = { standards: standardWords, signOffNumber: null }
  await world.ok('housingLeader', 'task.selfCheck', { taskId, ...said })
  return taskId
}

export const onCloseOut: { readonly [N in Ours]: Arrange<N> } = {
  'task.changeChain': async (world) => ({
    by: 'coordinator',
    input: { taskId: await done(world), ...twoSteps },
  }),
  'task.selfCheck': async (world) => ({
    by: 'housingStaff',
    input: {
      taskId: await done(world),
      standards: standardWords,
      signOffNumber: '茂建〔2019〕7号',
    },
  }),
  'task.requestCloseOut': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await checked(world), reportNumber: '茂建报〔2019〕8号' },
  }),
  'task.withdraw': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await checked(world) },
  }),
}
