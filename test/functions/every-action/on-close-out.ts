import type { ActionName } from '@/contract/actions'
import type { taskCloseOutActions } from '@/contract/task/close-out/actions'
import { photographed } from './on-parts'
import { registered } from './on-lists'
import { type DraftChange, planned } from './on-tasks'
import { releasableTaskFields } from '@/domain/release/release'
import { answerSummary } from '../opinion/answer-summary'
import { doneAll, inPlace, rework, standardWords, twoSteps } from '../task/close-out'
import type { Arrange, World } from './world'
import { readAll } from '../task/read-places'

type Ours = Extract<
  ActionName,
  keyof typeof taskCloseOutActions | 'task.choosePhotos' | 'task.readPlaces'
>

/** Every part is done and the office has named who accepts. */
const done = async (world: World, change: DraftChange = {}): Promise<string> => {
  const taskId = await planned(world, change)
  await world.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
  await doneAll((input) => world.ok('housingStaff', 'task.reportDone', input), taskId, 'housing')
  await world.ok('housingStaff', 'task.askVillage', { taskId })
  await world.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  return taskId
}

const checked = async (world: World, change: DraftChange = {}): Promise<string> => {
  const taskId = await done(world, change)
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

/** The county's step with a photo of the first measure and what the second signed by hand. */
export const seenOnSite = async (world: World) => {
  const taskId = await asked(world)
  const [photo, signatureId] = [
    await photographed(world, 'farmingStaff', taskId),
    await photographed(world, 'farmingStaff', taskId),
  ]
  const membershipId = world.people.farmingColleague.actAs
  const check = inPlace(taskId, 'county', { membershipId, signatureId })
  const [first, ...rest] = check.measures
  return { ...check, measures: [{ ...first!, photoIds: [photo] }, ...rest] }
}

/** The county's step by two colleagues, of whom the second has not confirmed. */
const verifiedOnce = async (world: World): Promise<string> => {
  const taskId = await asked(world)
  const { actAs: membershipId } = world.people.farmingColleague
  await world.ok('farmingStaff', 'task.verify', inPlace(taskId, 'county', { membershipId }))
  return taskId
}

const released = async (world: World, taskId: string): Promise<string> => {
  const digest = await readAll(world.ok, taskId)
  const read = { taskId, fields: [...releasableTaskFields], digest }
  await world.ok('coordinator', 'task.checkSecrecy', read)
  await world.ok('publisher', 'task.checkOpenness', read)
  return taskId
}

/** Every step passed and the notice's text released by two persons. */
const readyForNotice = async (world: World): Promise<string> => {
  const taskId = await verifiedOnce(world)
  await world.ok('waterStaff', 'task.verify', inPlace(taskId, 'city'))
  return released(world, taskId)
}

/** Self-checked in a round that asks for a notice first, and its text released. */
const readyForPreNotice = async (world: World): Promise<string> => {
  const roundId = await registered(world, { noticeFirst: true })
  return released(world, await checked(world, { roundId }))
}

export const underNotice = async (world: World): Promise<string> => {
  const taskId = await readyForNotice(world)
  await world.ok('coordinator', 'task.publishNotice', { taskId })
  return taskId
}

/**
 * In a state that only days of waiting lead to: a clock that everybody shares is not moved for it.
 */
const settled = async (
  world: World,
  state: 'awaitingApproval' | 'reportedUp' | 'closed',
): Promise<string> => {
  const taskId = await underNotice(world)
  const { items } = await world.ok('villageOfficer', 'opinion.listAsked', { taskId })
  await world.ok('villageOfficer', 'opinion.sayNotInvolved', { opinionId: items[0]!.id })
  await answerSummary(world.ok, taskId)
  await world.database.update('tasks', taskId, { state })
  return taskId
}

/** Photos before and after of the first measure, which a notice before the request could show. */
const paired = async (world: World) => {
  const roundId = await registered(world, { noticeFirst: true })
  const taskId = await planned(world, { roundId })
  await world.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
  const [beforeId, afterId] = [
    await photographed(world, 'housingStaff', taskId),
    await photographed(world, 'housingStaff', taskId),
  ]
  const photos = { beforeIds: [beforeId], photoIds: [afterId] }
  const partId = 'measure.m1.housing'
  await doneAll(
    (input) =>
      world.ok('housingStaff', 'task.reportDone', {
        ...input,
        ...(input.partId === partId && photos),
      }),
    taskId,
    'housing',
  )
  await world.ok('housingStaff', 'task.askVillage', { taskId })
  await world.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  const said = { standards: standardWords, signOffNumber: null }
  await world.ok('housingLeader', 'task.selfCheck', { taskId, ...said })
  const { digest } = await world.ok('coordinator', 'task.previewRelease', { taskId })
  return { taskId, digest, pairs: [{ partId, beforeId, afterId }] }
}

/** Everybody reads it as 已办结, so that a report on it is one of relapse. */
export const closed = async (world: World): Promise<string> => {
  const taskId = await settled(world, 'closed')
  await world.database.update('publicTasks', taskId, { 'facts.state': 'closed' })
  return taskId
}

/** What an inspector would say of a closed task: it is back, and photographed. */
const found = async (world: World) => {
  const taskId = await settled(world, 'closed')
  const photoIds = [await photographed(world, 'inspector', taskId)]
  return { taskId, relapsed: true, words: '又有黑水', photoIds }
}
const relapsed = async (world: World): Promise<string> => {
  const finding = await found(world)
  await world.ok('inspector', 'task.recheck', finding)
  return finding.taskId
}

/** The text of a notice, of which the publisher has opened no place. */
const unread = async (world: World) => {
  const roundId = await registered(world, { noticeFirst: true })
  const taskId = await checked(world, { roundId })
  const { digest, places } = await world.ok('publisher', 'task.previewRelease', { taskId })
  return { ...{ taskId, digest }, check: 'openness' as const, places: places.all }
}

export const onCloseOut: { readonly [N in Ours]: Arrange<N> } = {
  'task.readPlaces': async (world) => ({ by: 'publisher', input: await unread(world) }),
  'task.choosePhotos': async (world) => ({ by: 'coordinator', input: await paired(world) }),
  'task.changeChain': async (world) => ({
    by: 'coordinator',
    input: { taskId: await done(world), ...twoSteps },
  }),
  'task.prepareSelfCheck': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await done(world), standards: standardWords, dispute: null },
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
  'task.listOfficials': async (world) => ({
    by: 'coordinator',
    input: { taskId: await asked(world) },
  }),
  'task.listCheckers': async (world) => ({
    by: 'farmingStaff',
    input: { taskId: await asked(world) },
  }),
  'task.listCheckFiles': async (world) => {
    const seen = await seenOnSite(world)
    await world.ok('farmingStaff', 'task.verify', seen)
    return {
      by: 'coordinator',
      input: { taskId: seen.taskId, cycle: 1, level: 'county' },
    }
  },
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
  'task.noticeFirst': async (world) => ({
    by: 'coordinator',
    input: { taskId: await readyForPreNotice(world) },
  }),
  'task.publishNotice': async (world) => ({
    by: 'coordinator',
    input: { taskId: await readyForNotice(world) },
  }),
  'task.approveCloseOut': async (world) => ({
    by: 'coordinator',
    input: {
      taskId: await settled(world, 'awaitingApproval'),
      decisionNumber: '茂整改〔2019〕3号',
    },
  }),
  'task.recordUpper': async (world) => ({
    by: 'coordinator',
    input: {
      taskId: await settled(world, 'reportedUp'),
      upperDocumentNumber: '粤整改〔2019〕9号',
      remarks: '同意',
      rework: null,
    },
  }),
  'task.recheck': async (world) => ({ by: 'inspector', input: await found(world) }),
  'task.listRecheckFiles': async (world) => ({
    by: 'coordinator',
    input: { taskId: await relapsed(world), cycle: 1, nth: 0 },
  }),
  'task.keepClosed': async (world) => ({
    by: 'coordinator',
    input: { taskId: await relapsed(world), reason: '是另一处的水' },
  }),
  'task.reopen': async (world) => ({
    by: 'coordinator',
    input: { taskId: await relapsed(world), ...rework },
  }),
  'task.withdraw': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await checked(world) },
  }),
}
