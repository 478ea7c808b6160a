import type { ActionName } from '@/contract/actions'
import { released } from './on-tasks'
import type { Arrange } from './world'

type Ours = Extract<ActionName, `register.${string}`>

export const onRegister: { readonly [N in Ours]: Arrange<N> } = {
  'register.listTasks': async (world) => {
    await released(world)
    return { by: 'reporter', input: { filter: { regionCode: '440902' }, query: '污水' } }
  },
  'register.getTask': async (world) => ({
    by: 'reporter',
    input: { taskId: await released(world) },
  }),
  'register.listRegions': async () => ({ by: 'reporter', input: { parentCode: '440900' } }),
}
