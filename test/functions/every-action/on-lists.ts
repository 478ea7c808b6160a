import type { ActionName } from '@/contract/actions'
import { item, listOf, longList } from '../documents/office'
import { assigned, underway } from './on-tasks'
import type { Arrange, World } from './world'

type Ours = Extract<ActionName, `documents.${string}`>

const twoTasks = Buffer.from(listOf([item('一'), item('二')]))
const fileName = '清单.txt'

const uploaded = async ({ app, ok }: World, list = twoTasks): Promise<string> => {
  const announced = { fileName, size: list.length }
  const { target } = await ok('coordinator', 'documents.prepareUpload', announced)
  await app.put(target, list)
  return target.fileId
}

/** The empty workbook, as the administrator fetched it and put it there again. */
const workbook = async ({ app, ok }: World): Promise<string> => {
  const { url } = await ok('administrator', 'documents.takeOrganizationTemplate', {})
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  const announced = { fileName: '人员.xlsx', size: bytes.length }
  const { target } = await ok('administrator', 'documents.prepareUpload', announced)
  await app.put(target, bytes)
  return target.fileId
}

/** A list, two tasks where nothing is said, read and not confirmed. */
export const read = async (
  world: World,
  roundName = '回头看',
  text = twoTasks,
): Promise<string> => {
  const input = { fileId: await uploaded(world, text), fileName, roundName }
  return (await world.ok('coordinator', 'documents.startImport', input)).id
}

/** A list of so many tasks, each confirmed. */
export const confirmed = async (world: World, tasks = 2): Promise<string> => {
  // A round of its own: what its last list brought in is not brought in again.
  const batchId = await read(world, world.fresh('督察'), Buffer.from(longList(tasks)))
  for (let index = 0; index < tasks; index += 1)
    await world.ok('coordinator', 'documents.confirmDraft', { batchId, index })
  return batchId
}

/** A list whose second task has two parts. */
export const readWithParts = (world: World): Promise<string> => {
  const parts = ['(一)', '(二)'].map(
    (number) =>
      `${number}${number}片养殖场未配套设施。\n责任单位:市水务局\n整改时限:2020年6月底前\n整改措施:配套设施。`,
  )
  return read(world, world.fresh('督察'), Buffer.from(listOf([item('一'), item('二'), ...parts])))
}

const settings = {
  level: 'provincial' as const,
  kind: 'lookBack' as const,
  feedbackOn: '2019-10-08',
  expected: 59,
  noticeFirst: false,
  chain: [{ level: 'city' as const, unitId: 'farming-maonan' }],
  closingLevel: 'city' as const,
}

/** A round of the city. */
export const registered = async (
  { ok, fresh }: World,
  change: Partial<typeof settings> = {},
): Promise<string> => {
  const input = { name: fresh('督察'), ...settings, ...change }
  return (await ok('coordinator', 'documents.registerRound', input)).id
}

export const onLists: { readonly [N in Ours]: Arrange<N> } = {
  'documents.prepareUpload': async () => ({
    by: 'coordinator',
    input: { fileName: '清单.xlsx', size: twoTasks.length },
  }),
  'documents.readOrganization': async (world) => ({
    by: 'administrator',
    input: { fileId: await workbook(world) },
  }),
  'documents.prepareSiteUpload': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await underway(world), fileName: '点位.xlsx', size: 1000 },
  }),
  'documents.readSites': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await underway(world), measureId: 'm1', lines: '王村填埋场，石湖镇王村' },
  }),
  'documents.takeSiteTemplate': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await underway(world) },
  }),
  'documents.takeOrganizationTemplate': async () => ({ by: 'administrator', input: {} }),
  'documents.exportLedger': async (world) => ({
    by: 'coordinator',
    input: { columns: ['number', 'turn'], from: { taskIds: [await assigned(world)] } },
  }),
  'documents.startImport': async (world) => ({
    by: 'coordinator',
    input: { fileId: await uploaded(world), fileName, roundName: '回头看' },
  }),
  'documents.listBatches': async (world) => {
    await read(world)
    return { by: 'coordinator', input: {} }
  },
  'documents.getBatch': async (world) => ({
    by: 'coordinator',
    input: { batchId: await read(world) },
  }),
  'documents.getDraft': async (world) => ({
    by: 'coordinator',
    input: { batchId: await read(world), index: 0 },
  }),
  'documents.editDraft': async (world) => ({
    by: 'coordinator',
    input: { batchId: await read(world), index: 0, decisions: [], change: { title: '改过的' } },
  }),
  'documents.confirmDraft': async (world) => ({
    by: 'coordinator',
    input: { batchId: await read(world), index: 0 },
  }),
  'documents.mergeDrafts': async (world) => ({
    by: 'coordinator',
    input: { batchId: await read(world), index: 0 },
  }),
  'documents.splitDraft': async (world) => {
    const batchId = await read(world)
    const { source } = await world.ok('coordinator', 'documents.getDraft', { batchId, index: 0 })
    const at = source.from + source.text.indexOf('整改目标')
    return { by: 'coordinator', input: { batchId, index: 0, at } }
  },
  'documents.commitBatch': async (world) => ({
    by: 'coordinator',
    input: { batchId: await confirmed(world) },
  }),
  'documents.discardBatch': async (world) => ({
    by: 'coordinator',
    input: { batchId: await read(world) },
  }),
  'documents.listRounds': async (world) => {
    await registered(world)
    return { by: 'coordinator', input: {} }
  },
  'documents.getRound': async (world) => ({
    by: 'coordinator',
    input: { roundId: await registered(world) },
  }),
  'documents.registerRound': async ({ fresh }) => ({
    by: 'coordinator',
    input: { name: fresh('督察'), ...settings },
  }),
  'documents.changeRound': async (world) => ({
    by: 'coordinator',
    input: {
      roundId: await registered(world),
      version: 1,
      ...settings,
      expected: 60,
      noticeFirst: true,
    },
  }),
}
