import type { ActionName } from '@/contract/actions'
import type { taskPartActions } from '@/contract/task/parts/actions'
import { jpegWith } from '../feedback/pictures'
import { assignment } from '../task/ledger'
import { drafted, underway } from './on-tasks'
import type { Arrange, World } from './world'

type Ours = Extract<ActionName, keyof typeof taskPartActions>

const reason = '试一试'
const done = { on: '2019-11-18', words: '已截污', paperNumber: '茂建函〔2019〕1号' }

const reported = async (world: World) => {
  const onPart = { taskId: await underway(world), partId: 'measure.m1.water' }
  await world.ok('waterStaff', 'task.reportDone', { ...onPart, ...done })
  return onPart
}

const request = { part: { kind: 'task' as const }, to: '2021-06-30', reason, plan: '赶工' }

/** Asked by the lead itself, so that only the office is left to decide. */
const asked = async (world: World): Promise<string> => {
  const taskId = await underway(world)
  await world.ok('housingStaff', 'task.extend', { taskId, ...request })
  return taskId
}

const photo = jpegWith('a place')

/** A photo that was announced and put, for one more call. */
const put = async (world: World, who: keyof World['people'], taskId: string) => {
  const files = [{ fileName: '现场.jpg', size: photo.length }]
  const { targets } = await world.ok(who, 'task.prepareUpload', { taskId, files })
  await world.app.put(targets[0]!, photo)
  return { taskId, fileId: targets[0]!.fileId }
}
const announced = async (world: World) => put(world, 'waterStaff', await underway(world))

/** Id of a photo that one of the task's people may hand in with it. */
export const photographed = async (
  world: World,
  who: keyof World['people'],
  taskId: string,
): Promise<string> => {
  const { fileId } = await world.ok(who, 'task.confirmUpload', await put(world, who, taskId))
  return fileId
}

/** A task with a photo that may be handed in. */
export const evidenced = async (world: World) => {
  const taskId = await underway(world)
  const photoIds = [await photographed(world, 'waterStaff', taskId)]
  return { taskId, partId: 'measure.m1.water', ...done, photoIds }
}

export const onParts: { readonly [N in Ours]: Arrange<N> } = {
  'task.setSites': async (world) => ({
    by: 'housingStaff',
    input: {
      taskId: await underway(world),
      measureId: 'm1',
      sites: [{ name: '王村填埋场', place: '石湖镇王村', unitId: 'water' }],
      removed: [],
    },
  }),
  'task.setPoint': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await underway(world), point: { latitude: 21.66, longitude: 110.92 } },
  }),
  'task.reportDone': async (world) => ({
    by: 'waterStaff',
    input: { taskId: await underway(world), partId: 'measure.m1.water', ...done },
  }),
  'task.prepareUpload': async (world) => ({
    by: 'waterStaff',
    input: { taskId: await underway(world), files: [{ fileName: '批复.pdf', size: 1000 }] },
  }),
  'task.confirmUpload': async (world) => ({ by: 'waterStaff', input: await announced(world) }),
  'task.listEvidence': async (world) => {
    const { taskId, partId, ...said } = await evidenced(world)
    await world.ok('waterStaff', 'task.reportDone', { taskId, partId, ...said })
    return { by: 'housingStaff', input: { taskId, partId } }
  },
  'task.listSigns': async (world) => {
    const { taskId, partId, ...said } = await evidenced(world)
    await world.ok('waterStaff', 'task.reportDone', { taskId, partId, ...said })
    return { by: 'inspector', input: { taskId } }
  },
  'task.undoDone': async (world) => ({
    by: 'waterStaff',
    input: { ...(await reported(world)), reason },
  }),
  'task.returnDone': async (world) => ({
    by: 'housingStaff',
    input: { ...(await reported(world)), reason },
  }),
  'task.recordNoPart': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await underway(world), partId: 'measure.m1.water', reason },
  }),
  'task.extend': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await underway(world), ...request },
  }),
  'task.endorseExtension': async (world) => {
    const taskId = await drafted(world, {
      measures: [
        {
          id: 'm1',
          text: '措施m1',
          units: {
            lead: [],
            responsible: ['water'],
            supporting: [],
            supervising: [],
            accepting: [],
          },
          deadline: {
            kinds: ['fixed'],
            text: '2020年6月底前',
            stages: [],
            startsOn: null,
            nextOn: null,
            event: null,
            countedOn: '2020-06-30',
            provisional: false,
          },
          sites: [],
          doneOn: null,
        },
      ],
    })
    const led = { leadUnitId: 'housing' }
    await world.ok('coordinator', 'task.assign', assignment(taskId, ['housing'], led))
    const part = { kind: 'measure' as const, measureId: 'm1' }
    await world.ok('waterStaff', 'task.extend', { taskId, ...request, part, to: '2020-09-30' })
    return { by: 'housingStaff', input: { taskId } }
  },
  'task.grantExtension': async (world) => ({
    by: 'coordinator',
    input: { taskId: await asked(world), decisionNumber: '茂环督〔2019〕9号' },
  }),
  'task.refuseExtension': async (world) => ({
    by: 'coordinator',
    input: { taskId: await asked(world), reason },
  }),
  'task.withdrawExtension': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await asked(world) },
  }),
}
