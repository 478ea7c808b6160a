import { createHash } from 'node:crypto'
import { villages } from './organization.mjs'

/** Hands one task over with the units that the list names. */
const assign = async (office, taskId, { enterpriseIds = [], villageCodes = [], ...rest }) => {
  const { units } = await office.call('task.get', { taskId })
  const ids = (role) => units[role].map(({ id }) => id)
  const lead = ids('lead')[0] ?? null
  await office.call('task.assign', {
    taskId,
    leadUnitId: lead,
    responsibleUnitIds: ids('responsible'),
    supportingUnitIds: ids('supporting'),
    villageCodes,
    enterpriseIds,
    countedOn: null,
    eventEnteredBy: null,
    ...rest,
  })
}

const signFor = (staff, taskId, person) =>
  staff.call('task.signFor', { taskId, person, phone: '13800000000' })

const workDone = { proof: ['photo', 'paperNumber'], proofWords: '完工照片、验收意见' }
/** Of what a firm does itself: the unit goes by the firm's own paper. */
const firmDone = { proof: ['paperNumber'], proofWords: '企业的验收单' }

/** A plan for the unit's own measures: each by the day the list gives, else by `lastDay`. */
const submitPlan = async (staff, unitId, taskId, person, lastDay, proven = workDone) => {
  const task = await staff.call('task.get', { taskId })
  const mine = task.measures.filter(({ units }) => {
    const own = [...units.lead, ...units.responsible]
    return own.length === 0 || own.some(({ id }) => id === unitId)
  })
  await staff.call('task.submitPlan', {
    taskId,
    plan: {
      goals: task.goals.join('\n') || task.title,
      person,
      measures: mine.map(({ id, dueOn }) => ({
        measureId: id,
        person,
        dueOn: dueOn ?? lastDay,
        ...proven,
        milestones: [],
      })),
    },
  })
}

/** Both checks, by two persons, on the text as it stands. */
const release = async ({ coordinator, publisher }, taskId) => {
  const fields = [
    ...['title', 'problem', 'category', 'goals', 'measures'],
    ...['units', 'deadline', 'regions', 'villages'],
  ]
  const { digest } = await coordinator.call('task.previewRelease', { taskId })
  await coordinator.call('task.checkSecrecy', { taskId, fields, digest })
  await publisher.call('task.checkOpenness', { taskId, fields, digest })
}

const report = (person, words, regionCode, extra = {}) =>
  person.call('feedback.submit', {
    words,
    regionCode,
    place: '',
    taskId: null,
    photoIds: [],
    voiceId: null,
    protection: 'hidden',
    lookupHash: createHash('sha256').update(words).digest('hex'),
    contactName: null,
    contactPhone: null,
    consentNoted: false,
    ...extra,
  })

const admit = (intake, feedbackId, summary, pollutionTypes, regionCode) =>
  intake.call('feedback.admit', {
    feedbackId,
    summary,
    pollutionTypes,
    clearedPhotoIds: [],
    accusedUnitIds: [],
    regionCode,
  })

/** 11-04: what is urgent goes out first. */
export const handOver = async ({ coordinator }, { planTasks, regionTasks }) => {
  const [sewage, livestock, , water, , garbage] = planTasks
  const [ditch, farm, stone] = regionTasks
  await assign(coordinator, sewage, { responsibleUnitIds: ['housing'] })
  await assign(coordinator, livestock, { villageCodes: [villages.shangtang, villages.xiatang] })
  await assign(coordinator, water, { enterpriseIds: ['stone'] })
  await assign(coordinator, garbage, {})
  await assign(coordinator, ditch, { villageCodes: [villages.shangtang] })
  await assign(coordinator, farm, {
    villageCodes: [villages.shangtang],
    enterpriseIds: ['farm'],
  })
  await assign(coordinator, stone, { villageCodes: [villages.shatian], enterpriseIds: ['stone'] })
}

/** 11-05: signed for. */
export const sign = async (people, { planTasks, regionTasks }) => {
  const [sewage, livestock, , water, , garbage] = planTasks
  const [ditch, farm, stone] = regionTasks
  await signFor(people.housingStaff, sewage, '经办甲')
  await signFor(people.farmingStaff, livestock, '经办乙')
  await signFor(people.ecologyStaff, water, '经办丙')
  await signFor(people.urbanStaff, garbage, '经办丁')
  await signFor(people.townStaff, ditch, '经办戊')
  await signFor(people.farmingStaff, farm, '经办乙')
  await signFor(people.dianbaiStaff, stone, '经办己')
}

/** 11-06 and 11-07: first reports arrive and are given to a unit. */
export const hear = async ({ resident, intake }) => {
  const ditch = await report(
    resident,
    '村头水渠发黑发臭，下雨天更厉害，孩子上学都要捂着鼻子走。',
    villages.shangtang,
    { place: '上塘村小学旁水渠' },
  )
  await admit(
    intake,
    ditch.id,
    '反映水渠水质发黑、有异味，雨天加重。',
    ['water', 'odour'],
    villages.shangtang,
  )
  await intake.call('feedback.assign', { feedbackId: ditch.id, unitId: 'town-shihu' })
  return ditch.id
}

/** 11-08 to 11-11: plans. The lead that plans for itself is approved by the office. */
export const plan = async (people, { planTasks, regionTasks }) => {
  const [sewage, livestock, , water] = planTasks
  const [ditch, farm, stone] = regionTasks
  const shares = [
    [people.housingStaff, 'housing', sewage, '经办甲', '2020-12-31'],
    [people.farmingStaff, 'farming-maonan', livestock, '经办乙', '2020-12-31'],
    [people.ecologyStaff, 'ecology', water, '经办丙', '2019-12-31', firmDone],
    [people.townStaff, 'town-shihu', ditch, '经办戊', '2020-04-30'],
    [people.farmingStaff, 'farming-maonan', farm, '经办乙', '2020-05-31'],
    [people.dianbaiStaff, 'dianbai', stone, '经办己', '2020-03-31'],
  ]
  for (const share of shares) await submitPlan(...share)
  return shares.map(([, unitId, taskId]) => ({ taskId, unitId }))
}

export const approve = async ({ coordinator }, shares) => {
  for (const share of shares) await coordinator.call('task.approvePlan', share)
}

/** 11-12: made public, field by field, by two persons. */
export const publish = async (people, { planTasks, regionTasks }) => {
  const [sewage, livestock, , water, , garbage] = planTasks
  const [ditch, farm, stone] = regionTasks
  for (const taskId of [sewage, livestock, water, garbage, ditch, farm, stone])
    await release(people, taskId)
}

/** 11-12: both units propose; the stone works propose other days on 11-14. */
export const propose = async ({ farmingStaff, dianbaiStaff }, { regionTasks }) => {
  const [, farm, stone] = regionTasks
  const offer = async (staff, taskId, enterpriseId, days) => {
    const { measures } = await staff.call('task.get', { taskId })
    const dates = measures.map(({ id }, index) => ({
      measureId: id,
      on: days[index] ?? days.at(-1),
    }))
    return staff.call('enterprise.propose', { taskId, enterpriseId, dates, reason: null })
  }
  await offer(farmingStaff, farm, 'farm', ['2020-01-31', '2020-03-31', '2020-03-31'])
  const proposed = await offer(dianbaiStaff, stone, 'stone', ['2020-01-15', '2020-02-15'])
  return proposed.id
}

export const counter = async ({ stone }, timelineId) => {
  const { round, measures } = await stone.call('enterprise.getTimeline', { timelineId })
  await stone.call('enterprise.counter', {
    timelineId,
    round,
    dates: measures.map(({ id }, index) => ({
      measureId: id,
      on: index === 0 ? '2020-02-28' : '2020-03-31',
    })),
    reason: '设备订货要四十天，春节前后停工，装不完。',
    technicalPlan: '加装喷淋系统和隔声棚，沉淀池分三级，废水循环使用。',
    planFileIds: [],
  })
}

/** 11-12: what the stone works does about its waste water is agreed with the bureau. */
export const agree = async ({ ecologyStaff, stone }, { planTasks }) => {
  const taskId = planTasks[3]
  const { measures } = await ecologyStaff.call('task.get', { taskId })
  const offer = measures.map(({ id }) => ({ measureId: id, on: '2019-12-20' }))
  const { id: timelineId } = await ecologyStaff.call('enterprise.propose', {
    ...{ taskId, enterpriseId: 'stone', dates: offer, reason: null },
  })
  await stone.call('enterprise.accept', { timelineId, round: 1 })
  return { taskId, timelineId, measureIds: measures.map(({ id }) => id) }
}

/**
 * 11-14: the firm reports its nodes; the first is returned, reported again and confirmed, the second waits
 * for the bureau.
 */
export const reportNodes = async ({ ecologyStaff, stone }, { taskId, timelineId, measureIds }) => {
  const report = (measureId, words) =>
    stone.call('enterprise.reportNode', {
      ...{ taskId, timelineId, measureId, on: '2019-11-13', words },
      paperNumber: '石材厂〔2019〕2号',
    })
  const [first, second] = measureIds
  const node = { timelineId, measureId: first }
  await report(first, '界桩旁的堆料已经移走')
  await ecologyStaff.call('enterprise.returnNode', { ...node, reason: '缺移走后的照片说明' })
  await report(first, '界桩旁的堆料已经移走，验收单写明了地点')
  await ecologyStaff.call('enterprise.confirmNode', node)
  await report(second, '保护区内的临时堆场已经拆除')
}

/** 11-12 and 11-13: answered, checked by the office, and the reporter is told. */
export const answer = async ({ townStaff }, feedbackId) =>
  townStaff.call('feedback.submitAnswer', {
    feedbackId,
    finding: 'true',
    text: '已清理水渠淤泥约三百米，封堵两处直排口，接户管本月底前完工。完工前每周冲洗一次。',
    photoIds: [],
  })

export const releaseAnswer = ({ coordinator }, feedbackId) =>
  coordinator.call('feedback.releaseAnswer', { feedbackId })

/** 11-14 and 11-15: one written down by the Party branch, one without a name. */
export const hearMore = async ({ village, neighbour }) => {
  await report(village, '村民说养殖场晚上排水，水塘有死鱼，请派人看看。', villages.shangtang, {
    consentNoted: true,
  })
  await report(neighbour, '石材加工点灰尘大，衣服不敢晒外面。', villages.shatian, {
    protection: 'anonymous',
  })
}

/** 11-18: the last ones go out and wait to be signed for. */
export const handOverMore = async ({ coordinator }, { planTasks, regionTasks }) => {
  const [, , blackWater] = planTasks
  const [, , , rubbish, outlets] = regionTasks
  await assign(coordinator, blackWater, {})
  await assign(coordinator, rubbish, { villageCodes: [villages.rongjiang] })
  await assign(coordinator, outlets, {})
}

/** 11-18: more time is asked for one measure; who leads itself is decided on by the office. */
export const askForTime = async ({ farmingStaff }, { planTasks }) => {
  const taskId = planTasks[1]
  const { extendable } = await farmingStaff.call('task.get', { taskId })
  const { part } = extendable.find(({ from }) => from === '2020-06-30')
  await farmingStaff.call('task.extend', {
    ...{ taskId, part, to: '2020-09-30' },
    reason: '三户养殖户的补偿协议还在谈，六月底前搬不完。',
    plan: '五月底前签完协议，八月底前搬完，九月复绿。',
  })
}
