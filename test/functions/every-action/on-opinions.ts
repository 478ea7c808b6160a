import type { ActionName } from '@/contract/actions'
import type { taskVillageActions } from '@/contract/task/villages'
import { beijingDay } from '@/domain/calendar/day'
import { uploadPhoto, villageCode } from '../feedback/desk'
import { doneAll, standardWords, twoSteps } from '../task/close-out'
import { plan } from '../task/ledger'
import { released } from './on-tasks'
import type { Arrange, World } from './world'

type Ours = Extract<ActionName, keyof typeof taskVillageActions | `opinion.${string}`>

const day = 86_400_000

/** Released, its only plan approved. */
const underway = async (world: World): Promise<string> => {
  const { ok } = world
  const taskId = await released(world)
  await ok('housingStaff', 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })
  await ok('housingStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
  await ok('coordinator', 'task.approvePlan', { taskId, unitId: 'housing' })
  return taskId
}

const asked = async (world: World) => {
  const taskId = await underway(world)
  await world.ok('housingStaff', 'task.askVillage', { taskId })
  const { items } = await world.ok('villageOfficer', 'opinion.listAsked', { taskId })
  return { taskId, opinionId: items[0]!.id }
}

/** Tasks of which a village has been silent for too long. */
const silent = new WeakMap<World, string[]>()

/**
 * Several at once, best before the ledger is long: to let the days pass runs every timer of a
 * month.
 */
export const letVillagesBeSilent = async (world: World, howMany = 4): Promise<string[]> => {
  const waiting: string[] = []
  while (waiting.length < howMany) waiting.push((await asked(world)).taskId)
  await world.app.clock.jump(world.app.clock.now() + 30 * day)
  silent.set(world, waiting)
  return waiting
}

const stillSilent = async (world: World): Promise<string> => {
  const waiting = silent.get(world)
  const some = waiting && waiting.length > 0 ? waiting : await letVillagesBeSilent(world)
  return some.pop()!
}

const minutesOf = async (world: World, who: 'villageOfficer' | 'inspector'): Promise<string[]> => [
  await uploadPhoto(world.app, world.people[who].openid, world.people[who]),
]

const resident = async (world: World): Promise<void> => {
  await world.ok('reporter', 'identity.setVillage', { regionCode: villageCode })
}

/** A villager who is not satisfied lets an inspector call on them. */
const toVisit = async (world: World): Promise<string> => {
  const { taskId } = await asked(world)
  await resident(world)
  const said = { taskId, satisfaction: 'unsatisfied', words: '还臭' } as const
  const visitPhone = '13812345678'
  return (await world.ok('reporter', 'opinion.giveOwn', { ...said, visitPhone })).id
}

/** Close-out was asked for; a villager and the branch have spoken. */
const toSummarize = async (world: World): Promise<string> => {
  const { ok } = world
  const { taskId, opinionId } = await asked(world)
  await ok('villageOfficer', 'opinion.sayNotInvolved', { opinionId })
  await resident(world)
  await ok('reporter', 'opinion.giveOwn', { taskId, satisfaction: 'unsatisfied', words: '还臭' })
  await doneAll((input) => ok('housingStaff', 'task.reportDone', input), taskId, 'housing')
  await ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
  const signed = { taskId, standards: standardWords, signOffNumber: null }
  await ok('housingLeader', 'task.selfCheck', signed)
  await ok('housingStaff', 'task.requestCloseOut', { taskId, reportNumber: '1号' })
  return (await ok('intake', 'opinion.listAsked', { taskId })).summaryId!
}

const writingOf = async (world: World, summaryId: string) => ({
  summaryId,
  digest: (await world.ok('intake', 'opinion.openWords', { summaryId })).digest,
  words: '有的村民说还有味',
  matters: [{ side: 'residents' as const, words: '雨天有味' }],
})

const toAnswer = async (world: World): Promise<string> => {
  const summaryId = await toSummarize(world)
  await world.ok('intake', 'opinion.summarize', await writingOf(world, summaryId))
  return summaryId
}

const toRelease = async (world: World): Promise<string> => {
  const summaryId = await toAnswer(world)
  await world.ok('housingStaff', 'opinion.answerOpinions', { summaryId, answers: ['月底前再清'] })
  return summaryId
}

export const onOpinions: { readonly [N in Ours]: Arrange<N> } = {
  'task.askVillage': async (world) => ({
    by: 'housingStaff',
    input: { taskId: await underway(world) },
  }),
  'task.visitVillage': async (world) => {
    const taskId = await stillSilent(world)
    const visit = { on: '2019-11-18', companion: '张某', met: '村民两户', said: '水清了些' }
    const minutesIds = await minutesOf(world, 'inspector')
    return { by: 'inspector', input: { taskId, villageCode, ...visit, minutesIds } }
  },
  'opinion.getOwn': async (world) => {
    const { taskId } = await asked(world)
    await resident(world)
    await world.ok('reporter', 'opinion.giveOwn', { taskId, satisfaction: 'half', words: '还行' })
    return { by: 'reporter', input: { taskId } }
  },
  'opinion.giveOwn': async (world) => {
    const { taskId } = await asked(world)
    await resident(world)
    return { by: 'reporter', input: { taskId, satisfaction: 'unsatisfied', words: '还臭' } }
  },
  'opinion.listAsked': async (world) => ({
    by: 'housingStaff',
    input: { taskId: (await asked(world)).taskId },
  }),
  'opinion.getCollective': async (world) => ({
    by: 'villageOfficer',
    input: { opinionId: (await asked(world)).opinionId },
  }),
  'opinion.giveCollective': async (world) => {
    const { opinionId } = await asked(world)
    const minutesIds = await minutesOf(world, 'villageOfficer')
    const meeting = { meetingOn: '2019-11-18', present: 21, minutesIds }
    return {
      by: 'villageOfficer',
      input: { opinionId, satisfaction: 'satisfied', words: '盖了土', ...meeting },
    }
  },
  'opinion.getVisit': async (world) => ({
    by: 'inspector',
    input: { opinionId: await toVisit(world) },
  }),
  'opinion.openVisit': async (world) => ({
    by: 'inspector',
    input: { opinionId: await toVisit(world) },
  }),
  'opinion.recordVisit': async (world) => {
    const opinionId = await toVisit(world)
    return {
      by: 'inspector',
      input: { opinionId, on: beijingDay(world.app.clock.now()), heard: '说雨天还有味' },
    }
  },
  'opinion.getSummary': async (world) => ({
    by: 'coordinator',
    input: { summaryId: await toRelease(world) },
  }),
  'opinion.openWords': async (world) => ({
    by: 'intake',
    input: { summaryId: await toSummarize(world) },
  }),
  'opinion.summarize': async (world) => ({
    by: 'intake',
    input: await writingOf(world, await toSummarize(world)),
  }),
  'opinion.answerOpinions': async (world) => ({
    by: 'housingStaff',
    input: { summaryId: await toAnswer(world), answers: ['月底前再清'] },
  }),
  'opinion.returnAnswers': async (world) => ({
    by: 'coordinator',
    input: { summaryId: await toRelease(world), reason: '没说哪天' },
  }),
  'opinion.releaseSummary': async (world) => ({
    by: 'coordinator',
    input: { summaryId: await toRelease(world) },
  }),
  'opinion.sayNotInvolved': async (world) => ({
    by: 'villageOfficer',
    input: { opinionId: (await asked(world)).opinionId },
  }),
}
