import type { ActionName } from '@/contract/actions'
import { testEnvironment } from '../../support/environment'
import { repeated } from './on-reports'
import { assigned } from './on-tasks'
import type { Arrange } from './world'

type Ours = Extract<ActionName, `notifier.${string}`>

export const onNotifier: { readonly [N in Ours]: Arrange<N> } = {
  'notifier.recordConsent': async () => ({
    by: 'reporter',
    input: {
      results: [{ templateId: testEnvironment.TEMPLATE_ANSWER_READY, outcome: 'accept' }],
    },
  }),
  'notifier.listTodo': async (world) => {
    await assigned(world)
    return { by: 'housingStaff', input: {} }
  },
  'notifier.listReminders': async (world) => {
    await assigned(world)
    return { by: 'housingStaff', input: {} }
  },
  'notifier.listCallList': async () => ({ by: 'coordinator', input: {} }),
  'notifier.listRepeats': async (world) => {
    await repeated(world)
    return { by: 'coordinator', input: {} }
  },
  'notifier.listMyMessages': async () => ({ by: 'reporter', input: {} }),
}
