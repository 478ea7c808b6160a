import type { ActionName } from '@/contract/actions'
import { admission, reportInput, villageCode } from '../feedback/desk'
import { closed, seenOnSite } from './on-close-out'
import { evidenced } from './on-parts'
import { confirmed, readWithParts } from './on-lists'
import { upheldAfterOneVoice } from './on-objections'
import { photoOfReporter } from './on-reports'
import { onTimelines } from './on-timelines'
import { released } from './on-tasks'
import type { Arrange, World } from './world'

type Variant<N extends ActionName> = readonly [action: N, what: string, prepare: Arrange<N>]
const variant = <N extends ActionName>(
  action: N,
  what: string,
  prepare: Arrange<N>,
): Variant<N> => [action, what, prepare]

const withPlans = async (world: World, files: number) => {
  const { by, input } = await onTimelines['enterprise.counter'](world)
  const { timelineId } = input
  const planFileIds: string[] = []
  for (let ordinal = 1; ordinal <= files; ordinal += 1) {
    const bytes = Buffer.from(`%PDF-1.4 technical plan ${ordinal}`)
    const announced = { timelineId, fileName: '方案.pdf', size: bytes.length }
    const { target } = await world.ok('enterprise', 'enterprise.preparePlanUpload', announced)
    await world.app.put(target, bytes)
    planFileIds.push(target.fileId)
  }
  return { by, input: { ...input, planFileIds } }
}

/** The same actions with more in them. */
export const variants = [
  variant('feedback.submit', 'with a place', async () => ({
    by: 'reporter',
    input: reportInput(),
  })),
  variant('feedback.submit', 'with a place and a task', async (world) => ({
    by: 'reporter',
    input: reportInput({ regionCode: villageCode, taskId: await released(world) }),
  })),
  variant('feedback.submit', 'with a photo', async (world) => ({
    by: 'reporter',
    input: reportInput({ regionCode: null, photoIds: [await photoOfReporter(world)] }),
  })),
  variant('feedback.submit', 'by somebody new', async ({ fresh }) => ({
    by: { openid: fresh('openid') },
    input: reportInput({ regionCode: null }),
  })),
  variant('feedback.admit', 'with a cleared photo', async (world) => {
    const photoIds = [await photoOfReporter(world)]
    const { id } = await world.ok('reporter', 'feedback.submit', reportInput({ photoIds }))
    return { by: 'intake', input: admission(id, { clearedPhotoIds: photoIds }) }
  }),
  variant('feedback.admit', 'of a relapse', async (world) => {
    const report = reportInput({ taskId: await closed(world) })
    const { id } = await world.ok('reporter', 'feedback.submit', report)
    return { by: 'intake', input: admission(id) }
  }),
  variant('feedback.admit', 'accusing a unit', async (world) => {
    const { id } = await world.ok('reporter', 'feedback.submit', reportInput())
    return { by: 'intake', input: admission(id, { accusedUnitIds: ['town-shihu'] }) }
  }),
  variant('task.reportDone', 'with a photo', async (world) => ({
    by: 'waterStaff',
    input: await evidenced(world),
  })),
  variant('task.verify', 'with a photo and a signature', async (world) => ({
    by: 'farmingStaff',
    input: await seenOnSite(world),
  })),
  variant('enterprise.counter', 'with a plan', (world) => withPlans(world, 1)),
  variant('enterprise.counter', 'with two plans', (world) => withPlans(world, 2)),
  variant('feedback.upholdObjection', 'after one voice was heard', async (world) => ({
    by: 'coordinator',
    input: await upheldAfterOneVoice(world),
  })),
  variant('documents.mergeDrafts', 'with two parts', async (world) => ({
    by: 'coordinator',
    input: { batchId: await readWithParts(world), index: 0 },
  })),
  variant('documents.commitBatch', 'of five tasks', async (world) => ({
    by: 'coordinator',
    input: { batchId: await confirmed(world, 5) },
  })),
  variant('documents.commitBatch', 'of the last two of a longer list', async (world) => {
    const batchId = await confirmed(world, 22)
    await world.ok('coordinator', 'documents.commitBatch', { batchId })
    return { by: 'coordinator', input: { batchId } }
  }),
]
