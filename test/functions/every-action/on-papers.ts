import type { ActionName } from '@/contract/actions'
import { planned } from './on-tasks'
import type { Arrange } from './world'

type Ours = Extract<ActionName, `papers.${string}`>

export const onPapers: { readonly [N in Ours]: Arrange<N> } = {
  'papers.exportChain': async (world) => ({
    by: 'coordinator',
    input: { taskId: await planned(world), after: 0 },
  }),
  'papers.getCaseFile': async (world) => ({
    by: 'coordinator',
    input: { taskId: await planned(world) },
  }),
  'papers.makeCaseFile': async (world) => ({
    by: 'coordinator',
    input: { taskId: await planned(world) },
  }),
  'papers.takePaper': async (world) => ({
    by: 'coordinator',
    input: { taskId: await planned(world), paper: 'sheet' },
  }),
}
