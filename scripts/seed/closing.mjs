import { closingRound } from './lists.mjs'
import { villages } from './organization.mjs'
import { photographed, photographedRelapse } from './pictures.mjs'

/** Tasks of one unit, and of two, that are on their way out of the list, or came back: each in a state of its own. */

export const standards = {
  measuresDone: '措施都做完，有验收单',
  violationsPunished: '没有需要处罚的',
  normsMet: '抽查都达标',
  likeProblemsDone: '同类问题一起查过',
  treatedAtSource: '每月巡查一次',
}
const releasable = [
  ...['title', 'problem', 'category', 'goals', 'measures'],
  ...['units', 'deadline', 'regions', 'villages', 'result', 'photos'],
]
const acceptance = [{ level: 'city', unitId: 'ecology' }]
const unitId = 'agriculture'

const signFor = (staff, taskId) =>
  staff.call('task.signFor', { taskId, person: '经办庚', phone: '13800000000' })

/** A plan for every measure of the task, as the list has them. */
const submitPlan = async (staff, taskId) => {
  const person = '经办庚'
  const { measures } = await staff.call('task.get', { taskId })
  const planned = measures.map(({ id }) => ({
    ...{ measureId: id, person, dueOn: '2019-12-20', milestones: [] },
    ...{ proof: ['paperNumber'], proofWords: '验收意见' },
  }))
  const plan = { goals: '按清单整改到位', person, measures: planned }
  await staff.call('task.submitPlan', { taskId, plan })
}

/** Handed over, signed for, planned, and every part said done on one day. */
export const carryOut = async (
  { coordinator, agricultureStaff, leader },
  taskId,
  today,
  {
    closingLevel = 'city',
    villageCodes = [],
    hasPhotos = false,
    chain = acceptance,
    by = null,
  } = {},
) => {
  const { unitId, staff } = by ?? { unitId: 'agriculture', staff: agricultureStaff }
  await coordinator.call('task.assign', {
    ...{ taskId, leadUnitId: null, responsibleUnitIds: [unitId], supportingUnitIds: [] },
    ...{ villageCodes, enterpriseIds: [], countedOn: null, eventEnteredBy: null },
  })
  await signFor(staff, taskId)
  await submitPlan(staff, taskId)
  await coordinator.call('task.approvePlan', { taskId, unitId })
  const { parts } = await staff.call('task.get', { taskId })
  for (const [at, { id: partId }] of parts.entries())
    await staff.call('task.reportDone', {
      ...{ taskId, partId, on: today, words: '已经做完，见验收单' },
      paperNumber: '茂农函〔2019〕31号',
      ...(hasPhotos && at === 0 && (await photographed(staff, taskId))),
    })
  await coordinator.call('task.changeChain', {
    ...{ taskId, closingLevel },
    chain,
    leadOfficialId: leader.actAs,
  })
}

const selfCheck = ({ agricultureLeader }, taskId) =>
  agricultureLeader.call('task.selfCheck', { taskId, standards, signOffNumber: null })

const ask = ({ agricultureStaff }, taskId) =>
  agricultureStaff.call('task.requestCloseOut', { taskId, reportNumber: '茂农报〔2019〕12号' })

/** Two who did not do the work look on site; the second confirms at an opening of their own. */
const verify = async ({ cityChecker, cityChecker2 }, taskId) => {
  const { measures } = await cityChecker.call('task.get', { taskId })
  await cityChecker.call('task.verify', {
    ...{ taskId, level: 'city', paperNumber: null, words: '现场看过，都到位', rework: null },
    others: [{ membershipId: cityChecker2.actAs }],
    measures: measures.map(({ id }) => ({ measureId: id, inPlace: true, words: '看了验收单' })),
  })
  await cityChecker2.call('task.confirmCheck', { taskId })
}

/** Photos before and after, where there are any, go with the notice. */
const choosePhotos = async ({ coordinator }, taskId) => {
  const { digest, photos } = await coordinator.call('task.previewRelease', { taskId })
  if (photos.length === 0) return
  const pairs = photos.map(({ partId, beforeId, afterId }) => ({ partId, beforeId, afterId }))
  await coordinator.call('task.choosePhotos', { taskId, digest, pairs })
}

/** A notice is read place by place by whoever checks it, before the check. */
const read = async (person, taskId, { digest, places }, check) => {
  if (places.all.length > 0)
    await person.call('task.readPlaces', { taskId, digest, places: places.all, check })
}

/** The first of the two checks of what becomes public. @returns what was checked */
export const checkSecrecy = async ({ coordinator }, taskId) => {
  const text = await coordinator.call('task.previewRelease', { taskId })
  await read(coordinator, taskId, text, 'secrecy')
  const { digest } = text
  await coordinator.call('task.checkSecrecy', { taskId, fields: releasable, digest })
  return text
}

const release = async (people, taskId) => {
  const { publisher } = people
  const text = await checkSecrecy(people, taskId)
  await read(publisher, taskId, text, 'openness')
  const { digest } = text
  await publisher.call('task.checkOpenness', { taskId, fields: releasable, digest })
}

const publish = async (people, taskId) => {
  await choosePhotos(people, taskId)
  await release(people, taskId)
  await people.coordinator.call('task.publishNotice', { taskId })
}

/** From self-check to a running notice. */
const toNotice = async (people, taskId) => {
  await selfCheck(people, taskId)
  await ask(people, taskId)
  await verify(people, taskId)
  await publish(people, taskId)
}

/** 11-04: four notices begin, which are over on 11-16; the last is one that the province closes. */
export const beginNotices = async (people, { closingTasks }) => {
  const reported = closingTasks[6]
  for (const taskId of closingTasks.slice(0, 3)) await carryOut(people, taskId, '2019-11-04')
  await carryOut(people, reported, '2019-11-04', { closingLevel: 'province' })
  for (const taskId of [...closingTasks.slice(0, 3), reported]) await toNotice(people, taskId)
}

/** All is done; the village is asked what it thinks, and the unit's leader is to sign its own check. */
const askVillage = async (people, taskId) => {
  await carryOut(people, taskId, '2019-11-12', { villageCodes: [villages.shangtang] })
  await release(people, taskId)
  await people.agricultureStaff.call('task.askVillage', { taskId })
}

/** Its village has spoken, a resident not satisfied, and the words wait for whoever sums them up. */
const hearVillage = async (people, taskId) => {
  const { resident, village, committee } = people
  await askVillage(people, taskId)
  const words = '水清了，天热时还有点味。'
  await resident.call('opinion.giveOwn', { taskId, satisfaction: 'half', words })
  for (const body of [village, committee]) {
    const { items } = await body.call('opinion.listAsked', { taskId })
    for (const { id: opinionId } of items) await body.call('opinion.sayNotInvolved', { opinionId })
  }
  await selfCheck(people, taskId)
  await ask(people, taskId)
}

/**
 * 11-12: a notice that still runs, one that is to be looked at, two that are checked by their unit, one
 * of which its village is asked, one of which it has spoken.
 */
export const bringOnTheWay = async (people, { closingTasks }) => {
  const [, , , noticed, asked, checked, , shown] = closingTasks
  await askVillage(people, closingTasks[10])
  await hearVillage(people, closingTasks[12])
  await carryOut(people, noticed, '2019-11-12', { hasPhotos: true })
  for (const taskId of [asked, checked, shown]) await carryOut(people, taskId, '2019-11-12')
  await toNotice(people, noticed)
  await selfCheck(people, asked)
  await ask(people, asked)
  await selfCheck(people, checked)
}

/** The round is registered and asks for a notice before the request from now on (as 黑龙江 does): one runs. */
const showFirst = async (people, taskId) => {
  const { coordinator } = people
  await coordinator.call('documents.registerRound', {
    ...{ name: closingRound, level: 'provincial', kind: 'special', feedbackOn: '2019-10-08' },
    ...{ expected: null, noticeFirst: true, chain: acceptance, closingLevel: 'city' },
    planHandedInOn: '2019-11-01',
  })
  await selfCheck(people, taskId)
  await release(people, taskId)
  await coordinator.call('task.noticeFirst', { taskId })
}

/** A unit beside the one that answers has done its share, and its leader is to sign for it. */
const doShare = async ({ coordinator, ecologyStaff, agricultureStaff }, taskId) => {
  await coordinator.call('task.assign', {
    ...{ taskId, leadUnitId: 'ecology', responsibleUnitIds: [unitId], supportingUnitIds: [] },
    ...{ villageCodes: [], enterpriseIds: [], countedOn: null, eventEnteredBy: null },
  })
  for (const staff of [ecologyStaff, agricultureStaff]) {
    await signFor(staff, taskId)
    await submitPlan(staff, taskId)
  }
  await ecologyStaff.call('task.approvePlan', { taskId, unitId })
  await coordinator.call('task.approvePlan', { taskId, unitId: 'ecology' })
  const { parts } = await agricultureStaff.call('task.get', { taskId })
  for (const { id: partId, unit } of parts)
    if (unit.id === unitId)
      await agricultureStaff.call('task.reportDone', {
        ...{ taskId, partId, on: '2019-11-18', words: '监测点都已布设' },
        paperNumber: '茂农函〔2019〕36号',
      })
}

/** No day counts before its event: another unit is to say when that was. */
const awaitEvent = ({ coordinator }, taskId) =>
  coordinator.call('task.assign', {
    ...{ taskId, leadUnitId: null, responsibleUnitIds: [unitId], supportingUnitIds: [] },
    ...{ villageCodes: [], enterpriseIds: [], countedOn: null, eventEnteredBy: 'ecology' },
  })

/** 11-18: one share is to be signed for, one waits for an event, a village is asked about one draft, another is dropped, a notice goes before a request. */
export const decideEarly = async (people, { closingTasks }) => {
  const [shown, consulted, dropped] = closingTasks.slice(7, 10)
  const { coordinator } = people
  await doShare(people, closingTasks[11])
  await awaitEvent(people, closingTasks[13])
  await showFirst(people, shown)
  await coordinator.call('task.consult', {
    ...{ taskId: consulted, villageCodes: [villages.shangtang], enterpriseIds: [] },
    dueOn: '2019-11-29',
  })
  await coordinator.call('task.cancelTask', { taskId: dropped, reason: '与第42号是同一件事' })
}

/** 11-18: three are decided on; one of them has come back since, one waits for the province. */
export const decide = async (people, { closingTasks }) => {
  const [closed, relapsed, , , , , reported] = closingTasks
  const { coordinator, inspector } = people
  const approve = (taskId, decisionNumber) =>
    coordinator.call('task.approveCloseOut', { taskId, decisionNumber })
  await approve(closed, '茂整改〔2019〕5号')
  await approve(relapsed, '茂整改〔2019〕6号')
  await approve(reported, '茂整改〔2019〕7号')
  const { photoIds } = await photographedRelapse(inspector, relapsed)
  await inspector.call('task.recheck', {
    ...{ taskId: relapsed, relapsed: true, words: '又堆了一处', photoIds },
  })
  const { measures } = await coordinator.call('task.get', { taskId: relapsed })
  const demands = [{ unitId, words: '清走，装上围挡', measureIds: [measures[0].id] }]
  await coordinator.call('task.reopen', {
    ...{ taskId: relapsed, on: '2021-03-31', reason: '回头看发现反弹', demands },
  })
}
