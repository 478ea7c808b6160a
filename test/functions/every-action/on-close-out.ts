import type { ActionName } from '@/contract/actions'
import type { taskCloseOutActions } from '@/contract/task-close-out'
import { planned } from './on-tasks'
import { doneAll, inPlace, rework, standardWords, twoSteps } from '../task/close-out'
import type { Arrange, World } from './world'

type Ours = Extract<ActionName, keyof typeof taskCloseOutActions>

/** Every part is done and the office has named who accepts. */
const done = async (world: World): Promise<string> => {
  const taskId = await planned(world)
  await world.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
  await doneAll((input) => world.ok('housingStaff', 'task.reportDone', input), taskId, 'housing')
  await world.ok('housingStaff', 'task.askVillage', { taskId })
  await world.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  return taskId
}

const checked = async (world: World): Promise<string> => {
  const taskId = await done(world)
  const said = { standards: standardWords, signOffNumber: null }
  await world.ok('housingLeader', 'task.selfCheck', { taskId, ...said })
  return taskId
}

const asked = async (world: World): Promise<string> => {
  const taskId = await checked(world)
  const reportNumber = '茂建报〔2019〕8号'
  await world.ok('housingStaff', 'task.requestCloseOut', { taskId, reportNumber })
  return taskId
}

/** The county's step by two colleagues, of whom the second has not confirmed. */
const verifiedOnce = async (world: World): Promise<string> => {
  const taskId = await asked(world)
  const { actAs: membershipId } = world.people.farmingColleague
  await world.ok('farmingStaff', 'task.verify', inPlace(taskId, 'county', { membershipId }))
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
  'task.listCheckers': async (world) => ({
    by: 'farmingStaff',
    input: { taskId: await asked(world) },
  }),
  'task.verify': async (world) => ({
    by: 'farmingStaff',
    input: inPlace(await asked(world), 'county', {
      membershipId: world.people.farmingColleague.actAs,
    }),
  }),
  'task.confirmCheck': async (world) => ({
    by: 'farmingColleague',
    input: { taskId: await verifiedOnce(world) },
  }),
  'task.denyCheck': async (world) => ({
    by: 'farmingColleague',
    input: { taskId: await verifiedOnce(world), reason: '没有去过' },
  }),
  'task.returnForRework': async (world) => ({
    by: 'coordinator',
    input: { taskId: await asked(world), ...rework },
  }),
  'task.withdraw': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await checked(world) },
  }),
}
